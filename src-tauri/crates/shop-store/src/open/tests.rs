//! Nothing that a file defines runs, and a write-ahead log without its database is left alone.

use super::*;
use crate::connection::open_in_memory;

/// A file with a trigger and a view that a program without these guards has written, and a WAL of its own.
fn planted() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("planted.db");
    drop(open_writer(&path).expect("a shop"));
    let plain = Connection::open(&path).expect("it opens");
    plain
        .execute_batch(
            "CREATE TRIGGER sqliteX AFTER INSERT ON setting BEGIN DELETE FROM setting; END;
             CREATE VIEW shown AS SELECT * FROM setting;",
        )
        .expect("it is planted");
    (folder, path)
}

#[test]
fn nothing_that_a_file_defines_runs_on_any_connection() {
    let (_folder, path) = planted();
    let read_write = OpenFlags::SQLITE_OPEN_READ_WRITE;
    let connections = [
        ("writer", open_writer(&path).expect("it opens").conn),
        ("reader", open_reader(&path).expect("it opens").conn),
        ("checkpointer", open_checkpointer(&path).expect("it opens")),
        ("candidate", open_candidate(&path, read_write).expect("it opens")),
        ("target", open_target(&path).expect("it opens")),
        ("memory", open_in_memory().expect("it opens")),
    ];
    for (name, conn) in &connections {
        let on = |config| conn.db_config(config).expect("it says");
        assert!(on(DbConfig::SQLITE_DBCONFIG_DEFENSIVE), "{name} is defensive");
        assert!(!on(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER), "{name} runs no trigger");
        assert!(!on(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW), "{name} reads no view");
        assert!(!on(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA), "{name} trusts no schema");
    }
    let (_, writer) = &connections[0];
    let insert = "INSERT INTO setting (key, value, created_at, updated_at) VALUES ('k', '1', 'T', 'T')";
    writer.execute_batch(insert).expect("a row");
    let kept: i64 = writer.query_row("SELECT count(*) FROM setting", [], |row| row.get(0)).expect("a number");
    assert_eq!(kept, 1, "the trigger has not run");
    writer.query_row("SELECT count(*) FROM shown", [], |_| Ok(())).expect_err("the view is not read");
}

#[test]
fn an_empty_database_beside_its_wal_is_not_touched() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shop.db");
    let wal = with_end(&path, "-wal");
    for empty in [false, true] {
        std::fs::write(&wal, b"all that is left").expect("it is ours");
        if empty {
            std::fs::write(&path, b"").expect("it is ours");
        }
        let refused = open_writer(&path).err();
        assert!(matches!(refused, Some(StoreError::Gone { empty: found, .. }) if found == empty), "{refused:?}");
        assert!(open_reader(&path).is_err() && open_candidate(&path, OpenFlags::SQLITE_OPEN_READ_WRITE).is_err());
        assert_eq!(std::fs::read(&wal).expect("it is there"), b"all that is left", "the WAL is kept");
        assert_eq!(path.exists(), empty, "and no database is made");
    }
}
