//! `jangteo verify`: 0 and `[]` for books that are right, 1 and the rows that break them, 2 where there is nothing to ask.
//! It changes nothing.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;
use serde_json::json;
use shop_app::context::{Call, Shop};
use shop_app::runtime::{Principal, ShopOptions};
use shop_app::seal::{get_order_seal, seal_books};
use shop_contract::ById;
use shop_tests::first_schema::FIRST_SCHEMA;
use shop_tests::scene::admitted;
use tempfile::TempDir;

use crate::program::{change, file, jangteo, small_shop};

#[test]
fn sound_books_are_an_empty_list() {
    let folder = small_shop();
    let ran = jangteo(&["verify"], folder.path());
    assert_eq!((ran.code, ran.out.trim(), ran.err.as_str()), (0, "[]", ""), "nothing is broken");
}

#[test]
fn a_broken_row_is_named() {
    let folder = small_shop();
    for (sql, principal, table, undo) in [
        (
            "UPDATE stock SET available_quantity = available_quantity + 1 WHERE id = 3",
            1,
            "stock",
            "UPDATE stock SET available_quantity = available_quantity - 1 WHERE id = 3",
        ),
        (
            "UPDATE user SET available_point = available_point - 1 WHERE id = 3",
            2,
            "user",
            "UPDATE user SET available_point = available_point + 1 WHERE id = 3",
        ),
        (
            "UPDATE coupon SET total_quantity = 99, issued_quantity = issued_quantity + 1 WHERE id = 3",
            3,
            "coupon",
            "UPDATE coupon SET issued_quantity = issued_quantity - 1 WHERE id = 3",
        ),
        (
            "UPDATE user SET created_at = '+10000-01-01T04:59:59.000Z' WHERE id = 3",
            7,
            "user",
            "UPDATE user SET created_at = updated_at WHERE id = 3",
        ),
    ] {
        change(folder.path(), sql);
        let ran = jangteo(&["verify"], folder.path());
        assert_eq!(ran.code, 1, "{sql} is found: {}", ran.err);
        let broken = ran.json();
        let named = broken.as_array().expect("a list").iter();
        let row = named.clone().find(|row| row["table"] == table && row["id"] == 3);
        let row = row.unwrap_or_else(|| panic!("{table} 3 is named after {sql}: {broken}"));
        assert_eq!(row["identity"], principal, "with the identity that it breaks");
        assert!(row["says"].is_string() && row["found"].is_string(), "in words: {row}");
        assert!(ran.err.contains(&format!("invariant {principal}: ")), "with the number of rows: {}", ran.err);
        change(folder.path(), undo);
    }
    assert_eq!(jangteo(&["verify"], folder.path()).code, 0, "mended, it is right again");
}

/// Seals the shop of a folder as the program does while it is open, and returns the receipt of its first paid order.
fn seal_and_receipt(folder: &Path) -> String {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let shop = Shop::open(ShopOptions::new(folder)).expect("the shop opens");
    runtime.block_on(async {
        while seal_books(&shop).await.expect("it is sealed") {}
        let paid = "SELECT id, user_id FROM \"order\" WHERE state = 'CONFIRMED' ORDER BY id LIMIT 1";
        let conn = Connection::open(file(folder)).expect("the file");
        let (id, user_id) = conn.query_row(paid, [], |row| Ok((row.get(0)?, row.get(1)?))).expect("a paid order");
        let user = Principal { user_id, role: None, session_id: 0 };
        let call = admitted(Call::new(Arc::clone(&shop), Some(user), None));
        get_order_seal(call, ById { id }).await.expect("it is asked").text.expect("it is sealed")
    })
}

#[test]
fn a_row_that_was_changed_after_it_was_sealed_is_named() {
    let folder = small_shop();
    seal_and_receipt(folder.path());
    assert_eq!(jangteo(&["verify"], folder.path()).code, 0, "sealed, it is right");
    change(folder.path(), "UPDATE stock_movement SET reason = 'nothing' WHERE id = 7");
    let ran = jangteo(&["verify"], folder.path());
    let broken = ran.json();
    assert_eq!((ran.code, &broken[0]["table"], &broken[0]["id"]), (1, &json!("stock_movement"), &json!(7)), "{broken}");
    assert_eq!(broken.as_array().map(Vec::len), Some(1), "no sum has changed, only the seal tells: {broken}");
}

#[test]
fn a_receipt_is_checked_as_text_and_as_a_file_with_the_shop_and_without_it() {
    let (folder, elsewhere) = (small_shop(), TempDir::new().expect("a folder"));
    let receipt = seal_and_receipt(folder.path());
    let ran = jangteo(&["verify", "--receipt", &receipt], folder.path());
    assert_eq!((ran.code, &ran.json()["books"]), (0, &json!("AGREE")), "{}", ran.err);
    let written = elsewhere.path().join("receipt.txt");
    fs::write(&written, format!("{receipt}\n")).expect("it is written");
    let ran = jangteo(&["verify", "--receipt", &written.to_string_lossy()], elsewhere.path());
    assert_eq!((ran.code, &ran.json()["books"]), (0, &json!("NOT_ASKED")), "{}", ran.err);
    let ran = jangteo(&["verify", "--receipt", &receipt.replace("ORD-", "ORX-")], folder.path());
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "a receipt that was changed is none");
    assert!(ran.err.contains("signature does not fit"), "with the reason: {}", ran.err);
}

#[test]
fn what_is_not_there_is_not_made() {
    let folder = TempDir::new().expect("a folder");
    let absent = folder.path().join("absent");
    let ran = jangteo(&["verify"], &absent);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "there is nothing to ask");
    assert!(ran.err.contains("no shop"), "with the reason: {}", ran.err);
    assert!(!absent.exists(), "the folder is not made");
    assert_eq!(jangteo(&["verify"], folder.path()).code, 2, "an empty folder has no shop either");
    assert_eq!(fs::read_dir(folder.path()).expect("ours").count(), 0, "and stays empty");
}

#[test]
fn a_newer_file_is_refused_untouched() {
    let folder = small_shop();
    change(folder.path(), "PRAGMA user_version = 99");
    let before = fs::read(file(folder.path())).expect("the file");
    for command in ["verify", "demo-data"] {
        let ran = jangteo(&[command], folder.path());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command} refuses it");
        assert!(ran.err.contains("version 99"), "with the reason: {}", ran.err);
        assert!(fs::read(file(folder.path())).expect("the file") == before, "{command} has not changed one byte");
    }
}

#[test]
fn an_earlier_file_is_asked_in_a_copy_that_is_brought_up() {
    let folder = small_shop();
    change(folder.path(), FIRST_SCHEMA);
    for (sql, code) in [("SELECT 1", 0), ("UPDATE user SET available_point = available_point - 1 WHERE id = 3", 1)] {
        change(folder.path(), sql);
        let before = fs::read(file(folder.path())).expect("the file");
        let ran = jangteo(&["verify"], folder.path());
        assert_eq!(ran.code, code, "{sql}: {}", ran.err);
        assert!(ran.err.contains("brought up from version 1"), "it says what it asked: {}", ran.err);
        let broken = ran.json();
        assert_eq!(broken.as_array().expect("a list").iter().any(|row| row["id"] == 3), code == 1, "{broken}");
        assert!(fs::read(file(folder.path())).expect("the file") == before, "not one byte is changed");
        let left: Vec<_> = fs::read_dir(folder.path().join("backups")).expect("the folder").flatten().collect();
        let names: Vec<_> = left.iter().map(fs::DirEntry::file_name).collect();
        assert_eq!(names, ["turn.lock"], "and the copy is gone");
    }
}

#[test]
fn an_earlier_file_is_verified_while_another_process_writes_to_it() {
    let folder = small_shop();
    change(folder.path(), FIRST_SCHEMA);
    let writer = Connection::open(file(folder.path())).expect("the file");
    writer.execute_batch("BEGIN IMMEDIATE; UPDATE user SET available_point = 0").expect("it is held");
    let ran = jangteo(&["verify"], folder.path());
    assert_eq!((ran.code, ran.out.trim()), (0, "[]"), "what is not committed is not asked: {}", ran.err);
    writer.execute_batch("COMMIT").expect("the writer has not been disturbed");
    assert_eq!(jangteo(&["verify"], folder.path()).code, 1, "what is only in the WAL is");
}

#[test]
fn a_damaged_file_is_a_message_and_no_panic() {
    let sound = small_shop();
    let bytes = fs::read(file(sound.path())).expect("the file");
    let damaged = TempDir::new().expect("a folder");
    let mut torn = bytes.clone();
    // One page in three is overwritten; the header stays, so that the file still opens.
    for page in torn.chunks_mut(4096).skip(3).step_by(3) {
        page.fill(0xa5);
    }
    let mut beheaded = bytes.clone();
    beheaded[..100].fill(0);
    for (name, content) in [
        ("of length 0", Vec::new()),
        ("cut in the middle", bytes[..bytes.len() / 2].to_vec()),
        ("cut inside a page", bytes[..bytes.len() - 1_000].to_vec()),
        ("cut inside the header", bytes[..50].to_vec()),
        ("with pages overwritten", torn),
        ("without a header", beheaded),
        ("that is a text", b"not a database".repeat(1_000)),
    ] {
        fs::write(file(damaged.path()), &content).expect("the file");
        let ran = jangteo(&["verify"], damaged.path());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "a file {name} is refused: {}", ran.err);
        assert!(!ran.err.contains("panicked") && !ran.err.is_empty(), "a file {name} gets a message: {}", ran.err);
        assert!(fs::read(file(damaged.path())).expect("the file") == content, "a file {name} is left as it is");
    }
}
