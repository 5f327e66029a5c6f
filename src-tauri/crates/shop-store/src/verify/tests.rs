//! A shop whose books are right is found right; each identity, broken by hand, is found broken and by its own number.

use rusqlite::Connection;

use super::*;
use crate::migrations::migrate;

/// One paid order of two items with a coupon, and everything that belongs to it.
const SOUND: &str = "
    INSERT INTO user (id, email, password_hash, name, type, available_point, used_point, created_at, updated_at)
        VALUES (1, 'a@b.c', 'x', 'A', 'CUSTOMER', 900, 100, 'T', 'T');
    INSERT INTO product (id, name, category, price, created_at, updated_at) VALUES (1, 'P', 'food', 100, 'T', 'T');
    INSERT INTO stock (id, product_id, initial_quantity, available_quantity, sold_quantity, created_at, updated_at)
        VALUES (1, 1, 10, 8, 2, 'T', 'T');
    INSERT INTO stock_movement (product_id, type, quantity, available_after, order_id, created_at, updated_at)
        VALUES (1, 'SALE', -2, 8, 1, 'T', 'T');
    INSERT INTO coupon (id, name, type, discount_price, total_quantity, issued_quantity, begin_date, end_date, created_at,
        updated_at) VALUES (1, 'C', 'CART', 100, 5, 1, 'A', 'B', 'T', 'T');
    INSERT INTO user_coupon (id, user_id, coupon_id, state, issued_at, expires_at, created_at, updated_at)
        VALUES (1, 1, 1, 'USED', '2026-03-04T15:00:00.000Z', 'T', 'T', 'T');
    INSERT INTO \"order\" (id, order_number, user_id, state, delivery_state, amount, discount_amount, total_amount,
        recipient_name, recipient_phone, zip_code, address, paid_at, created_at, updated_at)
        VALUES (1, 'ORD-20260305-000001', 1, 'CONFIRMED', 'PREPARING', 200, 100, 100, 'A', '1', '12345', 'S',
        '2026-03-04T16:00:00.000Z', '2026-03-04T14:59:00.000Z', 'T');
    INSERT INTO order_item (id, order_id, user_id, product_id, product_name, price, quantity, discount_amount,
        total_amount, created_at, updated_at) VALUES (1, 1, 1, 1, 'P', 100, 2, 100, 100, 'T', 'T');
    INSERT INTO order_coupon (id, order_id, user_coupon_id, name, type, discount_amount, created_at, updated_at)
        VALUES (1, 1, 1, 'C', 'CART', 100, 'T', 'T');
    INSERT INTO payment (id, order_id, method, amount, state, created_at, updated_at)
        VALUES (1, 1, 'POINT', 100, 'COMPLETED', 'T', 'T');
    INSERT INTO balance_transaction (id, user_id, type, amount, balance_before, balance_after, description, created_at,
        updated_at) VALUES (1, 1, 'CHARGE', 1000, 0, 1000, '', 'T', 'T');
    INSERT INTO balance_transaction (id, user_id, order_id, type, amount, balance_before, balance_after, description,
        created_at, updated_at) VALUES (2, 1, 1, 'PAYMENT', -100, 1000, 900, '', 'T', 'T');
    INSERT INTO daily_sales (id, day, product_id, quantity, amount, created_at, updated_at)
        VALUES (1, '2026-03-05', 1, 2, 100, 'T', 'T');
    INSERT INTO order_tally (id, day, paid_day, state, delivery_state, orders, amount, discount_amount, created_at,
        updated_at) VALUES (1, '2026-03-04', '2026-03-05', 'CONFIRMED', 'PREPARING', 1, 200, 100, 'T', 'T');
    INSERT INTO daily_coupon (id, coupon_id, day, issued, used, discount_amount, created_at, updated_at)
        VALUES (1, 1, '2026-03-04', 0, 1, 100, 'T', 'T'), (2, 1, '2026-03-05', 1, 0, 0, 'T', 'T');
";

fn broken_after(change: &str) -> Vec<(i64, String)> {
    let mut conn = Connection::open_in_memory().expect("memory");
    migrate(&mut conn).expect("the schema");
    conn.execute_batch(SOUND).expect("sound data");
    conn.execute_batch(change).expect("the change");
    let broken = broken(&Db::new(conn), chrono_tz::Asia::Seoul).expect("the queries run");
    broken.into_iter().map(|row| (row.identity, row.table)).collect()
}

#[test]
fn sound_books_break_nothing() {
    assert_eq!(broken_after(""), [], "one in the morning in Seoul is the day before in UTC, and still adds up");
}

#[test]
fn each_identity_is_found_broken() {
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
        ("INSERT INTO wish (user_id, product_id, created_at, updated_at) VALUES (1, 99, 'T', 'T')", 6, "wish"),
    ];
    for (change, identity, table) in cases {
        let found = broken_after(change);
        assert!(found.contains(&(identity, table.to_owned())), "{change} breaks {identity} in {table}: {found:?}");
    }
}

#[test]
fn every_reference_of_the_schema_is_proven() {
    let mut conn = Connection::open_in_memory().expect("memory");
    migrate(&mut conn).expect("the schema");
    let sql = "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c
               WHERE m.type = 'table' AND m.name NOT LIKE 'product_search%' AND c.name LIKE '%\\_id' ESCAPE '\\'
                 AND m.name || '.' || c.name NOT IN ('outbox.aggregate_id', 'audit_log.target_id', 'idempotency.user_id')";
    let mut statement = conn.prepare(sql).expect("the query");
    let columns = statement.query_map([], |row| row.get::<_, String>(0)).expect("rows");
    for column in columns.flatten() {
        let proven = references::IDENTITIES.iter().any(|identity| identity.says.starts_with(&format!("{column} ")));
        assert!(proven, "{column} names a row of another table, and no identity proves it");
    }
}
