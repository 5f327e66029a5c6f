//! Sealed books: what is changed, removed or put in after it was sealed is named, and a receipt tells that the books were
//! rewritten.

mod deposits;
mod goes_on;
mod receipts;

use std::path::Path;
use std::time::Instant;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use shop_app::backup::make_backup;
use shop_app::runtime::Principal;
use shop_app::seal::{broken, seal_books};
use shop_app::verify;
use shop_contract::{Empty, Order};
use shop_store::verify::Findings;

use shop_tests::proof::{Report, report};

use crate::scene::Scene;

/// Bytes that are changed.
const CHANGES: u64 = 1_000;

/// The sealed columns of each sealed table.
const SEALED: &[(&str, &[&str])] = &[
    (
        "balance_transaction",
        &[
            "id",
            "user_id",
            "order_id",
            "type",
            "amount",
            "balance_before",
            "balance_after",
            "description",
            "created_at",
            "updated_at",
        ],
    ),
    (
        "stock_movement",
        &[
            "id",
            "product_id",
            "product_option_id",
            "type",
            "quantity",
            "available_after",
            "reason",
            "order_id",
            "actor_id",
            "created_at",
            "updated_at",
        ],
    ),
    (
        "payment",
        &[
            "id",
            "order_id",
            "method",
            "amount",
            "state",
            "failure_reason",
            "paid_at",
            "balance_transaction_id",
            "created_at",
            "updated_at",
        ],
    ),
    (
        "audit_log",
        &["id", "actor_id", "action", "target_type", "target_id", "before", "after", "created_at", "updated_at"],
    ),
];

/// A shop with rows in each sealed book, some of them refunded, in several seals.
async fn busy() -> Scene {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let user = scene.customer(1_000_000).await;
    let product = scene.product(3_000, 100).await;
    for round in 0..6 {
        let order = paid(&scene, user, product).await;
        scene.advance_minutes(1);
        seal_all(&scene).await;
        if round % 2 == 0 {
            scene.cancel(user, &order).await.expect("a paid order is refunded");
        }
        make_backup(scene.call(admin), Empty {}).await.expect("an act of an admin");
    }
    scene.shop.arm_payment_fault(1);
    let order = scene.buy(user, product).await;
    scene.pay(user, &order).await.expect_err("a payment that fails is a row too");
    seal_all(&scene).await;
    scene
}

async fn paid(scene: &Scene, user: Principal, product: i64) -> Order {
    let order = scene.buy(user, product).await;
    scene.pay(user, &order).await.expect("it is paid");
    order
}

async fn seal_all(scene: &Scene) {
    while seal_books(&scene.shop).await.expect("it is sealed") {}
}

fn found(scene: &Scene) -> Findings {
    scene.shop.read(|db| broken(db, Some(scene.shop.folder()), 100, &|| Ok(()))).expect("the seals are checked")
}

/// The named rows, as table and id.
fn named(scene: &Scene) -> Vec<(String, i64)> {
    found(scene).rows.into_iter().map(|row| (row.table, row.id)).collect()
}

/// A connection that the CHECKs of the schema do not bind.
fn unchecked(file: &Path) -> Connection {
    let conn = Connection::open(file).expect("the file opens");
    conn.execute_batch("PRAGMA ignore_check_constraints = ON").expect("it can");
    conn
}

/// Numbers that look random, the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }
}

/// The value with one byte of it changed; `None` for NULL and the empty text, which have no byte.
fn with_other_byte(value: &Value, numbers: &mut Numbers) -> Option<Value> {
    match value {
        Value::Integer(number) => {
            Some(Value::Integer(number ^ (1 + numbers.below(255) as i64) << (8 * numbers.below(7))))
        }
        Value::Text(text) if !text.is_empty() => {
            let mut bytes = text.clone().into_bytes();
            let at = numbers.below(bytes.len());
            // Another letter or digit in place of an ASCII character, so that the text stays a text.
            bytes[at] = if bytes[at] == b'7' { b'8' } else { b'7' };
            String::from_utf8(bytes).ok().map(Value::Text)
        }
        _ => None,
    }
}

#[tokio::test]
async fn what_goes_on_in_the_shop_breaks_no_seal() {
    let scene = busy().await;
    let rows = scene.count("SELECT sum(last_row - first_row + 1) FROM seal_range");
    let all = "SELECT (SELECT count(*) FROM balance_transaction) + (SELECT count(*) FROM stock_movement)
               + (SELECT count(*) FROM payment) + (SELECT count(*) FROM audit_log)
               + (SELECT count(*) FROM payment WHERE state = 'REFUNDED')";
    assert_eq!(rows, scene.count(all), "each row is sealed once");
    assert!(scene.count("SELECT count(*) FROM seal") >= 7 && rows > 30, "in many seals");
    assert_eq!(verify(&scene.shop).expect("it is verified"), [], "nothing is wrong");
    let seals = scene.count("SELECT max(id) FROM seal");
    seal_all(&scene).await;
    assert_eq!(scene.count("SELECT max(id) FROM seal"), seals, "without new rows no seal is made");
}

#[tokio::test]
async fn any_byte_of_a_sealed_row_that_is_changed_is_found_each_of_1000_times() {
    let (scene, started) = (busy().await, Instant::now());
    let (conn, mut numbers, mut tried) = (unchecked(&scene.file()), Numbers(7), 0);
    while tried < CHANGES {
        let (table, columns) = SEALED[numbers.below(SEALED.len())];
        let column = columns[numbers.below(columns.len())];
        let rows: u16 = conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).expect("rows");
        let sql = format!("SELECT id, {column} FROM {table} ORDER BY id LIMIT 1 OFFSET {}", numbers.below(rows.into()));
        let (id, old): (i64, Value) = conn.query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?))).expect("a row");
        let Some(new) = with_other_byte(&old, &mut numbers) else { continue };
        let set = format!("UPDATE {table} SET {column} = ?1 WHERE id = ?2");
        // An id or a unique column that another row has cannot be given twice.
        if conn.execute(&set, params_from_iter([&new, &Value::Integer(id)])).is_err() {
            continue;
        }
        tried += 1;
        let named = named(&scene);
        let is_named = named.iter().any(|(of, row)| of == table && *row == id);
        assert!(is_named, "{table} {id}: {column} {old:?} -> {new:?}, found {named:?}");
        let id = if column == "id" { new } else { Value::Integer(id) };
        conn.execute(&set, params_from_iter([&old, &id])).expect("it is as it was");
    }
    assert_eq!(found(&scene).count, 0, "all is as it was");
    // Each change is a bug of its own that the check must find.
    report(&Report {
        goal: "sealed-rows",
        figure: tried,
        unit: "changes",
        reach: CHANGES,
        planted: CHANGES,
        caught: tried,
        seconds: started.elapsed().as_secs_f64(),
    });
}

#[tokio::test]
async fn a_row_that_was_removed_or_put_in_is_named() {
    let scene = busy().await;
    scene.falsify("DELETE FROM balance_transaction WHERE id = 3");
    assert_eq!(named(&scene), [("balance_transaction".to_owned(), 3)], "the one that is not there");
    scene.falsify(
        "INSERT INTO balance_transaction (id, user_id, type, amount, balance_before, balance_after, description, created_at, updated_at)
         VALUES (3, 2, 'CHARGE', 5, 0, 5, '', '2026-03-10T03:00:00.000Z', '2026-03-10T03:00:00.000Z'),
                (0, 2, 'CHARGE', 5, 0, 5, '', '2026-03-10T03:00:00.000Z', '2026-03-10T03:00:00.000Z')",
    );
    let both = [("balance_transaction".to_owned(), 3), ("balance_transaction".to_owned(), 0)];
    assert_eq!(named(&scene), both, "one in its place, and one before all others");
}

#[tokio::test]
async fn the_first_of_several_changes_is_named_first() {
    let scene = busy().await;
    scene.falsify(
        "UPDATE stock_movement SET reason = 'x' WHERE id IN (2, 6); UPDATE payment SET amount = 7000 WHERE id = 3",
    );
    let verified = verify(&scene.shop).expect("it is verified");
    let named: Vec<_> =
        verified.iter().filter(|row| row.invariant == 8).map(|row| (row.table.as_str(), row.id)).collect();
    assert_eq!(named, [("stock_movement", 2), ("payment", 3), ("stock_movement", 6)], "in the order of their seals");
}

#[tokio::test]
async fn a_seal_itself_cannot_be_changed() {
    for (sql, id) in [
        ("UPDATE seal SET hash = randomblob(32) WHERE id = 3", 3),
        ("UPDATE seal SET created_at = '2026-03-10T03:00:00.001Z' WHERE id = 2", 2),
        ("UPDATE seal SET signature = randomblob(64) WHERE id = (SELECT max(id) FROM seal)", -1),
        ("DELETE FROM seal WHERE id = 2", 2),
        ("UPDATE seal_range SET digests = randomblob(8 * (last_row - first_row + 1)) WHERE id = 1", 1),
        ("UPDATE seal SET public_key = randomblob(32) WHERE id = 4", 4),
    ] {
        let scene = busy().await;
        scene.falsify(sql);
        let last = scene.count("SELECT max(id) FROM seal");
        let id = if id < 0 { last } else { id };
        let named = named(&scene);
        assert!(named.contains(&("seal".to_owned(), id)), "{sql}: {named:?}");
    }
}

#[tokio::test]
async fn books_that_were_sealed_anew_by_another_key_are_told() {
    let scene = busy().await;
    scene.falsify(
        "UPDATE balance_transaction SET description = 'nothing' WHERE id = 2; DELETE FROM seal; DELETE FROM seal_range",
    );
    let own = std::fs::read(scene.shop.folder().join("seal.key")).expect("a key");
    std::fs::remove_file(scene.shop.folder().join("seal.key")).expect("without it");
    seal_all(&scene).await;
    std::fs::write(scene.shop.folder().join("seal.key"), own).expect("the shop's own key");
    assert_eq!(named(&scene), [("seal".to_owned(), 1)], "the seal is of another key");
}

#[tokio::test]
async fn a_key_that_cannot_be_read_is_told_and_the_rest_is_checked() {
    let scene = busy().await;
    std::fs::write(scene.shop.folder().join("seal.key"), "no key").expect("it is spoilt");
    scene.falsify("UPDATE stock_movement SET reason = 'x' WHERE id = 2");
    let named = named(&scene);
    let last = scene.count("SELECT max(id) FROM seal");
    assert_eq!(named, [("stock_movement".to_owned(), 2), ("seal".to_owned(), last)], "both");
}
