//! A copy and the WAL of the file that it is made from.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;

use super::{Share, copy_live};
use crate::error::StoreError;

const MIB: u64 = 1024 * 1024;

/// A file of three steps of a copy, and a connection that writes to it.
fn live() -> (TempDir, PathBuf, Connection) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("live.db");
    let conn = Connection::open(&path).expect("a file");
    conn.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (x)").expect("a table");
    grow(&conn, 2_600);
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("its WAL is empty");
    (folder, path, conn)
}

/// Writes so many rows of about a page each.
fn grow(conn: &Connection, rows: i64) {
    let sql = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
               INSERT INTO t SELECT zeroblob(4000) FROM n";
    conn.execute(sql, [rows]).expect("it is written");
}

fn rows(path: &Path) -> i64 {
    let conn = Connection::open(path).expect("the file");
    conn.query_row("SELECT count(*) FROM t", [], |row| row.get(0)).expect("a number")
}

fn wal(path: &Path) -> u64 {
    std::fs::metadata(path.with_extension("db-wal")).map_or(0, |found| found.len())
}

#[test]
fn a_copy_that_is_in_the_way_of_the_wal_is_made_again() {
    let (folder, path, conn) = live();
    let to = folder.path().join("copy.db");
    let mut steps = Vec::new();
    let copied = copy_live(&path, &to, MIB, |Share { done, .. }| {
        if steps.is_empty() {
            grow(&conn, 500);
        }
        steps.push(done);
        Ok(())
    });
    copied.expect("it is made");
    assert_eq!(steps[0], steps[1], "it has begun anew: {steps:?}");
    assert_eq!(rows(&to), 3_100, "with what was written meanwhile");
    assert!(wal(&path) <= MIB, "and the WAL was emptied before: {}", wal(&path));
}

#[test]
fn a_copy_that_is_always_in_the_way_is_refused() {
    let (folder, path, conn) = live();
    let to = folder.path().join("copy.db");
    let mut steps = 0;
    let copied = copy_live(&path, &to, MIB, |_| {
        grow(&conn, 500);
        steps += 1;
        Ok(())
    });
    assert!(matches!(copied, Err(StoreError::GaveWay)), "with its reason: {copied:?}");
    assert_eq!(steps, 3, "after some tries");
    assert!(wal(&path) <= MIB, "nothing is left of the WAL: {}", wal(&path));
}

#[test]
fn a_wal_that_is_long_already_and_does_not_grow_is_no_reason_to_give_way() {
    let (folder, path, conn) = live();
    conn.pragma_update(None, "wal_autocheckpoint", 0).expect("nothing is checkpointed");
    grow(&conn, 500);
    assert!(wal(&path) > MIB, "it is beyond the ceiling");
    let to = folder.path().join("copy.db");
    let mut steps = Vec::new();
    let copied = copy_live(&path, &to, MIB, |Share { done, .. }| {
        steps.push(done);
        Ok(())
    });
    copied.expect("it is made");
    assert!(steps.is_sorted() && rows(&to) == 3_100, "in one go: {steps:?}");
}
