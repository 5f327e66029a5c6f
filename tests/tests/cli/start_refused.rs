//! A shop's file that is missing, empty, damaged, read-only or of a newer program: no command makes a new shop of it, each says which
//! copy leads back, and `jangteo restore` goes that way.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde_json::json;
use tempfile::TempDir;

use crate::program::{change, file, jangteo, small_shop, tell};

const WAL: &[u8] = b"the last orders of the shop";

fn wal(folder: &Path) -> PathBuf {
    file(folder).with_extension("db-wal")
}

/// A shop with a copy; gives the copy's name.
fn shop_with_a_copy() -> (TempDir, String) {
    let folder = small_shop();
    let made = jangteo(&["backup"], folder.path());
    assert_eq!(made.code, 0, "a copy is made: {}", made.err);
    (folder, made.json()["name"].as_str().expect("a name").to_owned())
}

/// Every command that opens a shop is refused, says which copy leads back, and leaves the folder as it is.
fn refuses_all(folder: &Path, way_back: &str, why: &str) {
    let contents = |path: PathBuf| fs::read(path).ok();
    let before = (contents(file(folder)), contents(wal(folder)));
    for command in [
        &["serve", "--port", "0"][..],
        &["serve", "--port", "0", "--demo"],
        &["demo-data", "--products", "1", "--users", "1", "--orders", "0"],
        &["user", "create", "--admin", "--email", "me@example.com", "--password-stdin"],
        &["token", "--all-customers"],
        &["verify"],
        &["backup"],
    ] {
        let ran = tell(command, folder, "correct-horse-9");
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{why}: {command:?} is refused: {}", ran.err);
        assert!(ran.err.contains(way_back), "{why}: {command:?} names the way back: {}", ran.err);
        let after = (contents(file(folder)), contents(wal(folder)));
        assert!(after == before, "{why}: {command:?} has changed nothing");
    }
}

/// The shop is back, with its books, and can be served.
fn is_back(folder: &Path, why: &str) {
    assert_eq!(jangteo(&["verify"], folder).json(), json!([]), "{why}: the books are right");
    let conn = Connection::open(file(folder)).expect("the file");
    let number = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).expect("a number");
    assert!(number("SELECT count(*) FROM \"order\"") > 0, "{why}: the orders are there");
    assert_eq!(number("SELECT count(*) FROM session WHERE state = 'NORMAL'"), 0, "{why}: nobody is signed in");
    assert_eq!(
        number("SELECT count(*) FROM audit_log WHERE action = 'restore_backup'"),
        1,
        "{why}: it is written down"
    );
    let mode = fs::metadata(file(folder)).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "{why}: its owner's alone");
}

/// What lies in the folder of copies under a name that begins so.
fn set_aside(folder: &Path, begins: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("backups")).expect("the folder").flatten().map(|entry| entry.path());
    let mut found: Vec<_> = entries
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(begins)))
        .collect();
    found.sort();
    found
}

#[test]
fn a_file_that_is_gone_beside_copies_is_no_first_start_and_the_copy_leads_back() {
    for (empty, with_wal) in [(false, false), (false, true), (true, false), (true, true)] {
        let why = format!("empty: {empty}, with its log: {with_wal}");
        let (folder, name) = shop_with_a_copy();
        if empty {
            fs::write(file(folder.path()), b"").expect("an accident");
        } else {
            fs::remove_file(file(folder.path())).expect("an accident");
        }
        if with_wal {
            fs::write(wal(folder.path()), WAL).expect("it is ours");
        }
        let way_back = format!("jangteo restore --from {name} --data {}", folder.path().display());
        refuses_all(folder.path(), &way_back, &why);
        let ran = jangteo(&["restore", "--from", "nothing.db"], folder.path());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{why}: not to nothing: {}", ran.err);
        assert_eq!(wal(folder.path()).exists(), with_wal, "{why}: and the log stays");
        let ran = jangteo(&["restore", "--from", &name], folder.path());
        assert_eq!(ran.code, 0, "{why}: it goes back: {}", ran.err);
        is_back(folder.path(), &why);
        let kept: Vec<_> = set_aside(folder.path(), "lost-").iter().map(|path| fs::read(path).expect("ours")).collect();
        assert_eq!(kept, if with_wal { vec![WAL.to_vec()] } else { Vec::new() }, "{why}: what was left is kept");
    }
}

#[test]
fn a_lone_log_or_key_or_picture_is_no_first_start_either() {
    for beside in ["jangteo.db-wal", "token.key", "images/8f434346648f6b96df89dda901c5176b.png"] {
        for empty in [false, true] {
            let folder = TempDir::new().expect("a folder");
            let path = folder.path().join(beside);
            fs::create_dir_all(path.parent().expect("a folder")).expect("it is ours");
            fs::write(&path, WAL).expect("it is ours");
            if empty {
                fs::write(file(folder.path()), b"").expect("it is ours");
            }
            refuses_all(folder.path(), "jangteo restore --from FILE --data", beside);
            assert_eq!(fs::read(&path).expect("it is there"), WAL, "{beside}: kept");
        }
    }
}

#[test]
fn a_damaged_or_newer_file_leads_back_to_its_copy() {
    for (what, begins) in [("damaged", "damaged-"), ("newer", "newer-"), ("another program's", "not-ours-")] {
        let (folder, name) = shop_with_a_copy();
        let live = file(folder.path());
        match what {
            "damaged" => fs::write(&live, b"not a database".repeat(1_000)).expect("an accident"),
            "newer" => change(folder.path(), "PRAGMA user_version = 99"),
            _ => {
                fs::remove_file(&live).expect("it is ours");
                Connection::open(&live).expect("it is made").execute_batch("CREATE TABLE notes (x)").expect("a table");
            }
        }
        let before = fs::read(&live).expect("the file");
        let ran = jangteo(&["serve", "--port", "0"], folder.path());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{what}: it is not served");
        let way_back = format!("jangteo restore --from {name} --data {}", folder.path().display());
        assert!(ran.err.contains(&way_back), "{what}: the way back is named: {}", ran.err);
        assert!(fs::read(&live).expect("the file") == before, "{what}: untouched");
        let ran = jangteo(&["restore", "--from", &name], folder.path());
        assert_eq!(ran.code, 0, "{what}: it goes back: {}", ran.err);
        is_back(folder.path(), what);
        let kept = set_aside(folder.path(), begins);
        assert!(kept.len() == 1 && fs::read(&kept[0]).expect("ours") == before, "{what}: what was there is kept");
        assert!(ran.err.contains(begins), "{what}: and where is said: {}", ran.err);
    }
}

#[test]
fn what_cannot_be_written_to_is_refused_at_the_start() {
    let mark = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
    let (folder, name) = shop_with_a_copy();
    for (path, mode) in [(folder.path().to_owned(), 0o500), (file(folder.path()), 0o400)] {
        mark(&path, mode);
        for command in [&["serve", "--port", "0"][..], &["token", "--all-customers"]] {
            let ran = jangteo(command, folder.path());
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command:?} is refused");
            let says = ran.err.contains("cannot be written to") && ran.err.contains(&path.display().to_string());
            assert!(says, "{command:?} says what cannot be written to: {}", ran.err);
            assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, mode, "and it stays so");
        }
        if path == folder.path() {
            let ran = jangteo(&["restore", "--from", &name], folder.path());
            assert_eq!(ran.code, 2, "nothing can be put into such a folder: {}", ran.err);
        }
        mark(&path, mode | 0o200);
    }
    mark(&file(folder.path()), 0o400);
    let orders = "SELECT count(*) + max(id) FROM \"order\"";
    let count = |path: &Path| -> i64 {
        Connection::open(path).expect("it opens").query_row(orders, [], |row| row.get(0)).expect("a number")
    };
    let before = count(&file(folder.path()));
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "it can be read all the same");
    let ran = jangteo(&["restore", "--from", &name], folder.path());
    assert_eq!(ran.code, 0, "a copy takes the place of such a file: {}", ran.err);
    is_back(folder.path(), "read-only");
    assert_eq!(set_aside(folder.path(), "read-only-").len(), 1, "which is kept");
    assert_eq!(count(&file(folder.path())), before, "with all that the copy has");
}

#[test]
fn a_shop_with_pages_of_another_size_takes_a_copy_in() {
    let (folder, name) = shop_with_a_copy();
    let conn = Connection::open(file(folder.path())).expect("the file");
    conn.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())).expect("it has no log");
    conn.execute_batch("PRAGMA page_size = 8192; VACUUM").expect("the pages have another size");
    drop(conn);
    let ran = jangteo(&["restore", "--from", &name], folder.path());
    assert_eq!(ran.code, 0, "it goes back: {}", ran.err);
    is_back(folder.path(), "8192");
}
