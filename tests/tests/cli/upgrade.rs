//! A newer program on the file of an earlier one: the file is copied and the copy proved before the schema changes, once.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde_json::{Value, json};
use shop_tests::first_schema::FIRST_SCHEMA;

use crate::program::{change, file, jangteo, small_shop};

/// The copies from before an upgrade, the latest last.
fn copies(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("backups")).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<_> = entries.filter(|path| path.to_string_lossy().ends_with("-before-upgrade.db")).collect();
    found.sort();
    found
}

fn version(file: &Path) -> i64 {
    let conn = Connection::open(file).expect("a database");
    conn.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("a number")
}

fn label(copy: &Path) -> Value {
    serde_json::from_slice(&fs::read(copy.with_extension("json")).expect("a label")).expect("JSON")
}

/// Opens the shop, as any command does that needs it open.
fn open(folder: &Path) {
    let ran = jangteo(&["token", "--all-customers"], folder);
    assert_eq!(ran.code, 0, "the shop is opened: {}", ran.err);
}

#[test]
fn the_first_start_of_a_newer_program_copies_the_shop_and_proves_the_copy() {
    let folder = small_shop();
    open(folder.path());
    assert_eq!(copies(folder.path()), Vec::<PathBuf>::new(), "a file of this version is not copied");
    change(folder.path(), FIRST_SCHEMA);
    open(folder.path());
    let made = copies(folder.path());
    assert_eq!(made.len(), 1, "one copy: {made:?}");
    assert_eq!(version(&made[0]), 1, "the copy keeps the schema that the earlier program reads");
    assert!(version(&file(folder.path())) > 1, "the shop has the new one");
    let label = label(&made[0]);
    assert_eq!((&label["state"], &label["contents"]["schemaVersion"]), (&json!("VERIFIED"), &json!(1)), "{label}");
    assert_eq!(label["contents"]["orders"], json!(80), "it holds the orders: {label}");
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "the shop's books are right");
    open(folder.path());
    assert_eq!(copies(folder.path()), made, "the second start copies nothing");
    let name = made[0].file_name().and_then(|name| name.to_str()).expect("a name");
    let restored = jangteo(&["restore", "--from", name], folder.path());
    assert_eq!(restored.code, 0, "and the copy leads back: {}", restored.err);
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "to a shop in order");
}

#[test]
fn books_that_were_wrong_before_do_not_keep_the_shop_closed() {
    let folder = small_shop();
    change(folder.path(), FIRST_SCHEMA);
    change(folder.path(), "UPDATE user SET available_point = available_point - 1 WHERE id = 3");
    open(folder.path());
    let made = copies(folder.path());
    assert_eq!(made.len(), 1, "the copy is kept: {made:?}");
    assert_eq!(label(&made[0])["state"], json!("FAILED"), "and says that it is not sound");
}

#[test]
fn copies_of_three_upgrades_are_kept() {
    let folder = small_shop();
    let mut all = Vec::new();
    for _ in 0..4 {
        change(folder.path(), FIRST_SCHEMA);
        open(folder.path());
        all.extend(copies(folder.path()).pop());
    }
    assert_eq!(copies(folder.path()), all[1..], "the oldest is gone");
}
