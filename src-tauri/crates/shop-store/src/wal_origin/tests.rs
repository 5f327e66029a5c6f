//! Moments of shops, each a database with its WAL: a database is told from another by its WAL, whatever was copied where.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::*;
use crate::connection::connect_alone;
use crate::db::{Db, Tx};
use crate::engine::mark_for_test as mark;
use crate::open::open_writer;

/// A folder with copies of a shop's files at one moment, and what the shop held then.
struct Moment {
    folder: tempfile::TempDir,
    settings: i64,
}

impl Moment {
    fn of(live: &Path, db: &Db) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for end in ["", "-wal"] {
            fs::copy(with_end(live, end), with_end(&folder.path().join("shop.db"), end)).expect("it is copied");
        }
        Self { folder, settings: settings(&db.conn) }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("shop.db")
    }
}

fn settings(conn: &Connection) -> i64 {
    conn.query_row("SELECT count(*) FROM setting", [], |row| row.get(0)).expect("a number")
}

/// One group of a writer: its mark, and a row that is wide enough to take new pages soon.
fn group(db: &Db, writer: &str, sequence: i64) {
    let tx = Tx { db };
    tx.change("BEGIN IMMEDIATE", []).expect("it begins");
    let value = "x".repeat(1_500);
    let key = format!("{writer}{sequence}");
    crate::setting::write(&tx, &key, &value, chrono::DateTime::default()).expect("a row");
    mark(db, writer, sequence).expect("it is marked");
    tx.change("COMMIT", []).expect("it ends");
}

fn writer_name(number: usize) -> String {
    format!("{number:032x}")
}

/// Moments of the life of one shop: several runs, each with checkpoints that reset the WAL and others that do not.
fn life(first_writer: usize, runs: usize) -> Vec<Moment> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shop.db");
    let mut moments = Vec::new();
    for run in 0..runs {
        let (db, name) = (open_writer(&path).expect("it opens"), writer_name(first_writer + run));
        for sequence in 1..=9 {
            group(&db, &name, sequence);
            match sequence % 4 {
                1 => moments.push(Moment::of(&path, &db)),
                2 => drop(db.conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))),
                3 => db.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("it is emptied"),
                _ => moments.push(Moment::of(&path, &db)),
            }
        }
    }
    moments
}

/// The database of one moment beside the WAL of another.
fn mixed(database: &Moment, wal: &Moment) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shop.db");
    fs::copy(database.file(), &path).expect("it is copied");
    fs::copy(with_end(&wal.file(), "-wal"), with_end(&path, "-wal")).expect("it is copied");
    (folder, path)
}

fn is_sound(conn: &Connection) -> bool {
    conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0)).is_ok_and(|found| found == "ok")
}

fn is_told(path: &Path) -> bool {
    wal_origin(path).expect("it is read") != WalOrigin::Own
}

#[test]
fn a_wal_is_kept_beside_its_database_wherever_both_lie() {
    // These runs fill a page with marks, so that some WALs hold the split of that page.
    for moment in life(0, 44).into_iter().skip(36 * 5) {
        assert!(!is_told(&moment.file()), "the database is its own");
        let conn = open_writer(&moment.file()).expect("it opens").conn;
        assert!(is_sound(&conn) && settings(&conn) == moment.settings, "and holds all that was committed");
    }
}

#[test]
fn a_database_beside_a_wal_that_it_does_not_continue_is_told() {
    let (one, other) = (life(0, 3), life(100, 2));
    let (mut told, mut kept) = (0, 0);
    for database in one.iter().chain(&other) {
        for wal in one.iter().chain(&other) {
            let (_folder, path) = mixed(database, wal);
            if is_told(&path) {
                told += 1;
                continue;
            }
            kept += 1;
            // Where a WAL is not told, it completes the database to what it was when the WAL was written.
            let conn = open_writer(&path).expect("it opens").conn;
            assert_eq!((is_sound(&conn), settings(&conn)), (true, wal.settings), "it is applied without harm");
        }
    }
    assert!(told > kept, "{told} of {} are told", told + kept);
    let foreign = |pair: (&Moment, &Moment)| is_told(&mixed(pair.0, pair.1).1);
    assert!(foreign((&other[1], &one[1])) && foreign((&one[1], &other[1])), "those of two shops");
}

#[test]
fn the_file_of_another_program_beside_a_wal_is_told() {
    let moments = life(0, 1);
    let notes = tempfile::tempdir().expect("a folder");
    let path = notes.path().join("shop.db");
    Connection::open(&path).expect("it is made").execute_batch("CREATE TABLE notes (x)").expect("a table");
    fs::copy(with_end(&moments[0].file(), "-wal"), with_end(&path, "-wal")).expect("it is copied");
    assert_eq!(wal_origin(&path).ok(), Some(WalOrigin::Another), "no shop was ever in it");
    let before = fs::read(&path).expect("the file");
    assert!(connect_alone(&path).is_ok_and(|conn| is_sound(&conn)), "it is read without the WAL");
    assert!(fs::read(&path).expect("the file") == before && with_end(&path, "-wal").exists(), "and nothing is changed");
}

#[test]
fn a_database_without_a_table_is_no_shop_unless_its_wal_holds_one() {
    let moments = life(0, 1);
    let first = &moments[0];
    assert_eq!(wal_origin(&first.file()).ok(), Some(WalOrigin::Own), "a first start that was cut short");
    let (_folder, path) = mixed(first, &moments[1]);
    assert_eq!(wal_origin(&path).ok(), Some(WalOrigin::NoShop { has_log: true }), "a later WAL needs its database");
    fs::remove_file(with_end(&path, "-wal")).expect("it is ours");
    assert_eq!(wal_origin(&path).ok(), Some(WalOrigin::NoShop { has_log: false }), "nothing is there");
}

#[test]
fn a_wal_that_holds_a_whole_restore_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, copy) = (folder.path().join("shop.db"), folder.path().join("copy.db"));
    let mut db = open_writer(&path).expect("it opens");
    group(&db, &writer_name(1), 1);
    group(&db, &writer_name(2), 1);
    crate::backup::copy_file(&path, &copy, |_| {}).expect("it is copied");
    for sequence in 2..9 {
        group(&db, &writer_name(1), sequence);
        group(&db, &writer_name(2), sequence);
    }
    db.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("it is emptied");
    let incoming = open_writer(&copy).expect("it opens");
    mark(&incoming, &writer_name(2), 9).expect("it is marked");
    rusqlite::backup::Backup::new(&incoming.conn, &mut db.conn).expect("it begins").step(-1).expect("it is copied in");
    group(&db, &writer_name(2), 10);
    let moment = Moment::of(&path, &db);
    assert!(!is_told(&moment.file()), "the marks of the backup are older");
    for stranger in life(50, 1).iter().skip(1) {
        let (_folder, path) = mixed(stranger, &moment);
        assert!(is_told(&path), "but not beside another shop");
    }
    assert_eq!(settings(&open_writer(&moment.file()).expect("it opens").conn), moment.settings, "nothing is lost");
}

#[test]
fn a_database_in_the_middle_of_a_checkpoint_keeps_its_wal() {
    for moment in life(0, 2) {
        let mut bytes = fs::read(moment.file()).expect("the file");
        let half = bytes.len() / 2;
        let later = moment.folder.path().join("later.db");
        fs::copy(moment.file(), &later).expect("it is copied");
        fs::copy(with_end(&moment.file(), "-wal"), with_end(&later, "-wal")).expect("it is copied");
        drop(open_writer(&later).expect("its WAL is checkpointed"));
        let whole = fs::read(&later).expect("the file");
        bytes[..half].copy_from_slice(&whole[..half]);
        fs::write(moment.file(), &bytes).expect("half of the pages are written");
        assert!(!is_told(&moment.file()), "it is needed");
        let conn = open_writer(&moment.file()).expect("it opens").conn;
        assert!(is_sound(&conn) && settings(&conn) == moment.settings, "and makes it whole");
    }
}
