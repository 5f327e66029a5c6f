//! Sound data passes; data with one change breaks the invariant of that number.

use rusqlite::Connection;

use super::*;
use crate::migrations::migrate;

/// One paid order of two items with a coupon, and everything that belongs to it.
const SOUND: &str = "
    INSERT INTO user (id, email, password_hash, name, type, available_point, used_point, created_at, updated_at)
        VALUES (1, 'a@b.c', 'x', 'A', 'CUSTOMER', 900, 100, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO product (id, name, category, price, created_at, updated_at) VALUES (1, 'P', 'food', 100, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO stock (id, product_id, initial_quantity, available_quantity, sold_quantity, created_at, updated_at)
        VALUES (1, 1, 10, 8, 2, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO stock_movement (product_id, type, quantity, available_after, order_id, created_at, updated_at)
        VALUES (1, 'SALE', -2, 8, 1, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO coupon (id, name, type, discount_price, total_quantity, issued_quantity, begin_date, end_date, created_at,
        updated_at) VALUES (1, 'C', 'CART', 100, 5, 1, '2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO user_coupon (id, user_id, coupon_id, state, issued_at, expires_at, created_at, updated_at)
        VALUES (1, 1, 1, 'USED', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO \"order\" (id, order_number, user_id, state, delivery_state, amount, discount_amount, total_amount,
        recipient_name, recipient_phone, zip_code, address, paid_at, created_at, updated_at)
        VALUES (1, 'ORD-20260305-000001', 1, 'CONFIRMED', 'PREPARING', 200, 100, 100, 'A', '1', '12345', 'S',
        '2026-03-04T16:00:00.000Z', '2026-03-04T14:59:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO order_item (id, order_id, user_id, product_id, product_name, price, quantity, discount_amount,
        total_amount, created_at, updated_at) VALUES (1, 1, 1, 1, 'P', 100, 2, 100, 100, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO order_coupon (id, order_id, user_coupon_id, name, type, discount_amount, created_at, updated_at)
        VALUES (1, 1, 1, 'C', 'CART', 100, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO payment (id, order_id, method, amount, state, created_at, updated_at)
        VALUES (1, 1, 'POINT', 100, 'COMPLETED', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO balance_transaction (id, user_id, type, amount, balance_before, balance_after, description, created_at,
        updated_at) VALUES (1, 1, 'CHARGE', 1000, 0, 1000, '', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO balance_transaction (id, user_id, order_id, type, amount, balance_before, balance_after, description,
        created_at, updated_at) VALUES (2, 1, 1, 'PAYMENT', -100, 1000, 900, '', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO charge_request (id, user_id, amount, depositor_name, state, actor_id, balance_transaction_id, decided_at,
        created_at, updated_at) VALUES (1, 1, 1000, 'A', 'CONFIRMED', 1, 1, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z'),
        (2, 1, 2000, 'A', 'REQUESTED', NULL, NULL, NULL, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z'),
        (3, 1, 3000, 'A', 'REJECTED', 1, NULL, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO daily_sales (id, day, product_id, quantity, amount, created_at, updated_at)
        VALUES (1, '2026-03-05', 1, 2, 100, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO order_tally (id, day, paid_day, state, delivery_state, orders, amount, discount_amount, created_at,
        updated_at) VALUES (1, '2026-03-04', '2026-03-05', 'CONFIRMED', 'PREPARING', 1, 200, 100, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO daily_coupon (id, coupon_id, day, issued, used, discount_amount, created_at, updated_at)
        VALUES (1, 1, '2026-03-04', 0, 1, 100, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z'), (2, 1, '2026-03-05', 1, 0, 0, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO product (id, name, category, price, created_at, updated_at) VALUES (2, 'Q', 'food', 100, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO product_option (id, product_id, name, price, created_at, updated_at) VALUES (1, 2, 'L', 100, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO coupon_product (coupon_id, product_id, created_at, updated_at) VALUES (1, 1, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO cart_item (user_id, product_id, quantity, created_at, updated_at) VALUES (1, 1, 1, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO outbox (event_type, aggregate_id, payload, next_attempt_at, created_at, updated_at)
        VALUES ('order.paid', 1, '{}', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO audit_log (actor_id, action, target_type, target_id, before, after, created_at, updated_at)
        VALUES (1, 'update_product', 'product', 1, '{}', '{}', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO setting (key, value, created_at, updated_at) VALUES ('name', '\"A\"', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO alert (kind, subject, arisen_at, created_at, updated_at) VALUES ('LOW_STOCK', '1', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
    INSERT INTO idempotency (user_id, key, operation, request_hash, answer, created_at, updated_at)
        VALUES (1, 'k', 'pay_order', 'h', '{}', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z');
";

/// A shop of its own in memory, changed so.
fn sound(change: &str) -> Db {
    let mut conn = Connection::open_in_memory().expect("memory");
    migrate(&mut conn).expect("the schema");
    conn.execute_batch(SOUND).expect("sound data");
    conn.execute_batch(change).expect("the change");
    Db::new(conn)
}

fn all_broken_after(change: &str) -> Vec<Broken> {
    let broken = broken(&sound(change), chrono_tz::Asia::Seoul).expect("the queries run");
    broken.into_iter().flat_map(|findings| findings.rows).collect()
}

pub(super) fn broken_after(change: &str) -> Vec<(i64, String)> {
    all_broken_after(change).into_iter().map(|row| (row.invariant, row.table)).collect()
}

#[test]
fn sound_books_break_nothing() {
    assert_eq!(broken_after(""), [], "one in the morning in Seoul is the day before in UTC, and still adds up");
}

#[test]
fn each_invariant_is_found_broken() {
    let cases = [
        ("UPDATE stock SET available_quantity = 9", 1, "stock"),
        ("UPDATE stock SET sold_quantity = 3", 1, "stock"),
        ("DELETE FROM stock", 1, "order_item"),
        ("DELETE FROM stock", 1, "stock_movement"),
        ("UPDATE user SET available_point = 901", 2, "user"),
        ("UPDATE user SET used_point = 99", 2, "user"),
        ("DELETE FROM balance_transaction WHERE id = 1", 2, "balance_transaction"),
        ("UPDATE coupon SET issued_quantity = 2", 3, "coupon"),
        ("UPDATE user_coupon SET state = 'AVAILABLE'", 3, "user_coupon"),
        ("UPDATE order_coupon SET discount_amount = 99", 4, "order"),
        ("UPDATE order_item SET user_id = 2", 4, "order_item"),
        ("UPDATE order_item SET state = 'CANCELLED'", 4, "order_item"),
        ("DELETE FROM payment", 4, "order"),
        ("UPDATE payment SET amount = 99", 4, "order"),
        ("UPDATE balance_transaction SET order_id = NULL WHERE id = 2", 4, "order"),
        ("UPDATE daily_sales SET quantity = 3", 5, "daily_sales"),
        ("DELETE FROM daily_sales", 5, "daily_sales"),
        ("UPDATE \"order\" SET paid_at = 'yesterday'", 5, "daily_sales"),
        ("UPDATE order_tally SET orders = 2", 5, "order_tally"),
        ("UPDATE order_tally SET delivery_state = 'SHIPPED'", 5, "order_tally"),
        ("DELETE FROM order_tally", 5, "order_tally"),
        ("UPDATE daily_coupon SET issued = 2 WHERE id = 2", 5, "daily_coupon"),
        ("UPDATE daily_coupon SET discount_amount = 99 WHERE id = 1", 5, "daily_coupon"),
        (
            "INSERT INTO note (target_type, target_id, body, created_at, updated_at) VALUES ('ORDER', 99, 'x', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z')",
            6,
            "note",
        ),
        (
            "INSERT INTO note (target_type, target_id, body, created_at, updated_at) VALUES ('USER', 99, 'x', '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z')",
            6,
            "note",
        ),
        (
            "INSERT INTO wish (user_id, product_id, created_at, updated_at) VALUES (1, 99, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z')",
            6,
            "wish",
        ),
        (
            "INSERT INTO search_progress (name, indexed_through, created_at, updated_at) VALUES ('ORDER', 1, '2026-03-04T15:00:00.000Z', '2026-03-04T15:00:00.000Z')",
            6,
            "order",
        ),
        ("INSERT INTO order_search (rowid, tokens) VALUES (1, 'x')", 6, "order_search"),
        ("INSERT INTO order_search (rowid, tokens) VALUES (9, 'x')", 6, "order_search"),
    ];
    for case in cases {
        breaks(case);
    }
}

fn breaks((change, invariant, table): (&str, i64, &str)) {
    let found = broken_after(change);
    assert!(found.contains(&(invariant, table.to_owned())), "{change} breaks {invariant} in {table}: {found:?}");
}

#[test]
fn a_confirmed_request_without_its_charge_and_another_with_one_are_found() {
    const UNCHECKED: &str = "PRAGMA ignore_check_constraints = 1; ";
    let cases = [
        ("", "amount = 1001 WHERE id = 1", 2),
        ("", "user_id = 2 WHERE id = 1", 2),
        ("", "balance_transaction_id = 2 WHERE id = 1", 2),
        ("", "balance_transaction_id = 99 WHERE id = 1", 2),
        ("", "balance_transaction_id = 99 WHERE id = 1", 6),
        ("", "actor_id = 99 WHERE id = 3", 6),
        (UNCHECKED, "balance_transaction_id = NULL WHERE id = 1", 2),
        (UNCHECKED, "balance_transaction_id = 2 WHERE id = 2", 2),
        (UNCHECKED, "balance_transaction_id = 2 WHERE id = 3", 2),
    ];
    for (first, change, invariant) in cases {
        breaks((&format!("{first}UPDATE charge_request SET {change}"), invariant, "charge_request"));
    }
}

/// What no row may hold, in every kind of column. The CHECKs of the schema are switched off, as in a file that another program
/// has written.
#[test]
fn a_row_that_the_shop_cannot_read_is_found() {
    const BEYOND: &str = "'+10000-01-01T04:59:59.000Z'";
    let sale = format!("sale_rate = 10, sale_begins_at = '2026-03-04T15:00:00.000Z', sale_ends_at = {BEYOND}");
    let cases: &[(&str, &str, &str)] = &[
        ("product", &sale, "sale_ends_at"),
        ("coupon", &format!("end_date = {BEYOND}"), "end_date"),
        ("user_coupon", &format!("expires_at = {BEYOND}"), "expires_at"),
        ("order", &format!("expires_at = {BEYOND}"), "expires_at"),
        ("payment", &format!("paid_at = {BEYOND}"), "paid_at"),
        ("user", &format!("created_at = {BEYOND}"), "created_at"),
        ("order_item", &format!("updated_at = {BEYOND}"), "updated_at"),
        ("stock", "updated_at = 'yesterday'", "updated_at"),
        ("stock_movement", "created_at = '2026-02-30T00:00:00.000Z'", "created_at"),
        ("daily_sales", "day = '2026-2-30x'", "day"),
        ("daily_coupon", "day = '2026-02-30'", "day"),
        ("order_tally", "paid_day = 'yesterday!'", "paid_day"),
        ("product", "state = 'GONE'", "state"),
        ("user", "state = 'BANNED'", "state"),
        ("user", "type = 'OWNER'", "type"),
        ("order", "state = 'PAID'", "state"),
        ("order_item", "state = 'SOLD'", "state"),
        ("order_coupon", "type = 'ANY'", "type"),
        ("user_coupon", "state = 'LOST'", "state"),
        ("payment", "method = 'CARD'", "method"),
        ("balance_transaction", "type = 'GIFT'", "type"),
        ("charge_request", "state = 'LOST'", "state"),
        ("charge_request", "amount = -1", "amount"),
        ("charge_request", &format!("decided_at = {BEYOND}"), "decided_at"),
        ("stock_movement", "type = 'THEFT'", "type"),
        ("coupon_product", "state = 'NEW'", "state"),
        ("alert", "kind = 'BOREDOM'", "kind"),
        ("outbox", "payload = '{'", "payload"),
        ("audit_log", "before = '{\"a\":}'", "before"),
        ("setting", "value = 'Jangteo'", "value"),
        ("idempotency", "answer = ''", "answer"),
        ("product", "price = -1", "price"),
        ("product", "popularity = -1", "popularity"),
        ("product_option", "price = 1000000000001", "price"),
        ("stock", "available_quantity = -1", "available_quantity"),
        ("order", "discount_amount = -1", "discount_amount"),
        ("order_item", "quantity = 0", "quantity"),
        ("cart_item", "quantity = -1", "quantity"),
        ("user", "used_point = -1", "used_point"),
        ("daily_sales", "quantity = -1", "quantity"),
    ];
    for (table, change, column) in cases {
        let broken = all_broken_after(&format!(
            "PRAGMA ignore_check_constraints = 1; UPDATE \"{table}\" SET {change}
                                                WHERE id = (SELECT max(id) FROM \"{table}\")"
        ));
        let named = broken.iter().find(|row| row.invariant == 7 && row.table == *table);
        let named = named.unwrap_or_else(|| panic!("{table} with {change} is found: {broken:?}"));
        assert!(named.found.starts_with(&format!("{column}: ")), "with the column: {named:?}");
        assert!(named.id > 0, "and the row: {named:?}");
    }
}

#[test]
fn no_more_unreadable_rows_are_named_than_asked_for() {
    let db = sound(
        &"INSERT INTO setting (key, value, created_at, updated_at) VALUES (hex(randomblob(8)), '1', 'T', 'T');"
            .repeat(5),
    );
    let of_settings = invariants().find(|one| one.says.contains("setting ")).expect("its rows are read");
    for (limit, named) in [(1, 1), (3, 3), (1_000, 5)] {
        let found = broken_by(&db, chrono_tz::Asia::Seoul, of_settings, limit).expect("the query runs");
        assert_eq!((found.rows.len(), found.count), (named, 5), "a broken shop still answers, and tells how broken");
    }
}

#[test]
fn the_number_of_rows_is_told_and_the_first_places() {
    let db = sound(
        "PRAGMA ignore_check_constraints = 1; UPDATE stock SET available_quantity = 9;
         UPDATE balance_transaction SET balance_before = 7",
    );
    let told = |says: &str, limit| {
        let one = invariants().find(|one| one.says.contains(says)).expect("an invariant");
        broken_by(&db, chrono_tz::Asia::Seoul, one, limit).expect("the query runs").to_string()
    };
    let stock = told("movements make", 3);
    assert!(stock.ends_with(", broken by 1 row: stock 1: initial 10 + movements -2 <> available 9"), "{stock}");
    let ledger = told("goes on where", 1);
    assert!(ledger.contains(", broken by 2 rows: balance_transaction ") && ledger.ends_with(" | …"), "{ledger}");
    assert!(!told("goes on where", 3).ends_with('…'), "all of them are named");
}

#[test]
fn every_wrong_instant_of_a_row_is_named() {
    let wrong =
        "UPDATE \"order\" SET paid_at = 'yesterday', expires_at = '+10000-01-01T04:59:59.000Z', updated_at = 'T'";
    let found = all_broken_after(wrong).into_iter().find(|row| row.invariant == 7).expect("it is found");
    for column in ["paid_at", "expires_at", "updated_at"] {
        assert_eq!(found.found.matches(&format!("{column}: ")).count(), 1, "{column} once: {}", found.found);
    }
    assert!(!found.found.contains("created_at"), "and no other: {}", found.found);
}

#[test]
fn a_check_in_the_way_of_the_wal_gives_way() {
    let mut checks = 0;
    let go_on = || {
        checks += 1;
        if checks < 3 { Ok(()) } else { Err(StoreError::GaveWay) }
    };
    let ended = broken_while(&sound(""), chrono_tz::Asia::Seoul, go_on);
    assert!(matches!(ended, Err(StoreError::GaveWay)), "it is told to ask again: {ended:?}");
    assert_eq!(checks, 3, "at once");
}

#[test]
fn the_rows_of_every_table_are_read() {
    let mut conn = Connection::open_in_memory().expect("memory");
    migrate(&mut conn).expect("the schema");
    let sql = "SELECT name FROM sqlite_schema
               WHERE type = 'table' AND name NOT LIKE '%\\_search%' ESCAPE '\\' AND name <> 'sqlite_sequence'";
    let mut statement = conn.prepare(sql).expect("the query");
    let tables = statement.query_map([], |row| row.get::<_, String>(0)).expect("rows");
    for table in tables.flatten() {
        let says = format!("every row of {table} can be read by the shop");
        assert!(rows::INVARIANTS.iter().any(|invariant| invariant.says == says), "{table} is not read by invariant 7");
    }
}

#[test]
fn every_reference_of_the_schema_is_proven() {
    let mut conn = Connection::open_in_memory().expect("memory");
    migrate(&mut conn).expect("the schema");
    let sql = "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c
               WHERE m.type = 'table' AND m.name NOT LIKE '%\\_search%' ESCAPE '\\' AND c.name LIKE '%\\_id' ESCAPE '\\'
                 AND m.name || '.' || c.name NOT IN ('outbox.aggregate_id', 'audit_log.target_id', 'idempotency.user_id')";
    let mut statement = conn.prepare(sql).expect("the query");
    let columns = statement.query_map([], |row| row.get::<_, String>(0)).expect("rows");
    for column in columns.flatten() {
        let proven = references::INVARIANTS.iter().any(|invariant| invariant.says.starts_with(&format!("{column} ")));
        assert!(proven, "{column} names a row of another table, and no invariant proves it");
    }
}
