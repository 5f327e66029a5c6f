//! Another file in the place of the shop's, beside the write-ahead log of the old one: the log is not applied to it, and is
//! kept. A log beside its own database is always applied.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rusqlite::Connection;
use serde_json::json;
use tempfile::TempDir;

use crate::program::{file, jangteo, small_shop};
use crate::served::Served;

const CUSTOMER: &str = "customer1@demo.jangteo";
const PASSWORD: &str = "jangteo-demo-1";

async fn charge(served: &Served, token: &str, times: usize) {
    for _ in 0..times {
        let (status, answer) = served.call("POST", "/v1/points/charge", token, Some(json!({"amount": 1_000}))).await;
        assert_eq!(status, 200, "it is answered: {answer}");
    }
}

fn charges(folder: &Path) -> i64 {
    let conn = Connection::open(file(folder)).expect("the file");
    let count = "SELECT count(*) FROM balance_transaction WHERE type = 'CHARGE' AND amount = 1000";
    conn.query_row(count, [], |row| row.get(0)).expect("a number")
}

/// The logs of other files among the backups.
fn set_aside(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("backups")).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.to_string_lossy().ends_with(".db-wal")).collect()
}

fn is_whole(folder: &Path, why: &str) {
    let ran = jangteo(&["verify"], folder);
    assert_eq!(ran.code, 0, "{why}: the file is as it was: {}", ran.err);
    assert_eq!(ran.json(), json!([]), "{why}: and its books are right");
}

/// Makes the log begin anew, with what is written next: the backup is then older than its beginning.
fn empty_log(folder: &Path) {
    let conn = Connection::open(file(folder)).expect("the file");
    conn.busy_timeout(Duration::from_secs(30)).expect("it waits");
    let busy: i64 = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).expect("a checkpoint");
    assert_eq!(busy, 0, "the log is empty");
}

/// A shop that was killed after charges were answered, so that its log is left, and a backup from before most of them.
async fn crashed() -> (TempDir, PathBuf) {
    let folder = small_shop();
    let mut served = Served::start(folder.path());
    let token = served.login(CUSTOMER, PASSWORD).await;
    charge(&served, &token, 5).await;
    let made = jangteo(&["backup"], folder.path());
    let backup = folder.path().join("backups").join(made.json()["name"].as_str().expect("a name"));
    charge(&served, &token, 20).await;
    empty_log(folder.path());
    charge(&served, &token, 80).await;
    served.signal("KILL");
    served.wait();
    let log = file(folder.path()).with_extension("db-wal");
    assert!(fs::metadata(log).is_ok_and(|log| log.len() > 0), "its log is left");
    (folder, backup)
}

#[tokio::test]
async fn a_file_that_takes_the_place_of_the_shops_is_opened_without_the_old_log() {
    for how in ["moved in while it runs", "a backup put over it after a crash", "another shop's put over it"] {
        let other = small_shop();
        let folder = if how.starts_with("moved") {
            let folder = small_shop();
            let served = Served::start(folder.path());
            let token = served.login(CUSTOMER, PASSWORD).await;
            charge(&served, &token, 40).await;
            fs::rename(file(other.path()), file(folder.path())).expect("it is moved in");
            let ran = jangteo(&["verify"], folder.path());
            assert_eq!(ran.code, 2, "{how}: nothing is touched while the old one is open: {}", ran.out);
            assert!(ran.err.contains("replaced while the shop was open"), "{how}: and it says why: {}", ran.err);
            served.stop();
            folder
        } else {
            let (folder, backup) = crashed().await;
            let from = if how.starts_with("a backup") { backup } else { file(other.path()) };
            fs::copy(from, file(folder.path())).expect("it is put there");
            folder
        };
        let said = if how.starts_with("a backup") {
            jangteo(&["verify"], folder.path()).err
        } else {
            let served = Served::start(folder.path());
            served.signal("TERM");
            served.end().err
        };
        assert!(said.contains("belongs to another file"), "{how}: it is said: {said}");
        is_whole(folder.path(), how);
        let expected = if how.starts_with("a backup") { 5 } else { 0 };
        assert_eq!(charges(folder.path()), expected, "{how}: it holds what it held");
        assert_eq!(set_aside(folder.path()).len(), 1, "{how}: the log is kept");
        let served = Served::start(folder.path());
        let token = served.login(CUSTOMER, PASSWORD).await;
        charge(&served, &token, 1).await;
        served.stop();
        assert_eq!(charges(folder.path()), expected + 1, "{how}: and it is a shop like any");
    }
}

#[tokio::test]
async fn after_a_crash_the_log_is_applied_also_where_the_folder_was_copied() {
    let (folder, _) = crashed().await;
    let copied = TempDir::new().expect("a folder");
    let ran = Command::new("cp").arg("-r").arg(folder.path().join(".")).arg(copied.path()).status();
    assert!(ran.is_ok_and(|status| status.success()), "it is copied, to other inodes");
    fs::remove_file(file(copied.path()).with_extension("db-shm")).expect("an archive may leave the index out");
    for folder in [copied.path(), folder.path()] {
        let served = Served::start(folder);
        served.stop();
        is_whole(folder, "after the crash");
        assert_eq!(charges(folder), 105, "all that was answered is there");
        assert_eq!(set_aside(folder), Vec::<PathBuf>::new(), "nothing was set aside");
    }
}

#[tokio::test]
async fn a_database_without_tables_beside_backups_is_no_new_shop() {
    let (folder, _) = crashed().await;
    let live = file(folder.path());
    fs::remove_file(&live).expect("it is ours");
    let blank = "PRAGMA journal_mode = WAL; CREATE TABLE t (x); DROP TABLE t; VACUUM";
    let place = TempDir::new().expect("a folder");
    Connection::open(place.path().join("blank.db")).expect("it is made").execute_batch(blank).expect("it is blank");
    fs::copy(place.path().join("blank.db"), &live).expect("it is put there");
    for with_log in [true, false] {
        let log = live.with_extension("db-wal");
        if !with_log {
            fs::remove_file(&log).expect("it is ours");
        }
        let ran = jangteo(&["serve", "--port", "0"], folder.path());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "it is not served");
        assert!(ran.err.contains("jangteo restore --from"), "the way back is named: {}", ran.err);
        assert_eq!(log.exists(), with_log, "and the log stays");
    }
}
