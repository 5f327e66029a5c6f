//! `jangteo backup` and `jangteo restore`: a copy beside the running shop, and the way back when nobody has it open, also
//! onto another machine and over a file that is past help.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::{change, file, jangteo, small_shop};
use crate::served::{Served, access, tokens};

fn number(file: &Path, sql: &str) -> i64 {
    let conn = Connection::open(file).expect("the file");
    conn.query_row(sql, [], |row| row.get(0)).expect("a number")
}

/// Makes a copy in the shop's own collection; gives what is said of it.
fn copy(folder: &Path) -> Value {
    let ran = jangteo(&["backup"], folder);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "it is made");
    ran.json()
}

#[tokio::test]
async fn a_copy_is_made_beside_the_running_shop_and_put_back_when_it_is_closed() {
    let folder = small_shop();
    let served = Served::start(folder.path());
    let made = copy(folder.path());
    assert_eq!((&made["state"], &made["kind"]), (&json!("VERIFIED"), &json!("MANUAL")), "{made}");
    let name = made["name"].as_str().expect("a name");
    let path = folder.path().join("backups").join(name);
    assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o600, "its owner's alone");
    let token = access(&tokens(&["--email", "customer1@demo.jangteo"], folder.path())[0]).to_owned();
    let (status, _) = served.call("POST", "/v1/points/charge", &token, Some(json!({"amount": 7_000}))).await;
    assert_eq!(status, 200, "points are charged");
    let ran = jangteo(&["restore", "--from", name], folder.path());
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "not while it is open");
    assert!(ran.err.contains("open"), "with the reason: {}", ran.err);
    served.stop();

    let charged = "SELECT count(*) FROM balance_transaction WHERE amount = 7000";
    assert_eq!(number(&file(folder.path()), charged), 1, "it is in the shop");
    let ran = jangteo(&["restore", "--from", name], folder.path());
    assert_eq!(ran.code, 0, "it goes back: {}", ran.err);
    assert_eq!(number(&file(folder.path()), charged), 0, "to before the charge");
    let aside = ran.json()["keptAside"].as_str().expect("what was there is kept aside").to_owned();
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "and the books are right");
    let done = "SELECT count(*) FROM audit_log WHERE action = 'restore_backup' AND actor_id IS NULL";
    assert_eq!(number(&file(folder.path()), done), 1, "it is written down");
    let served = Served::start(folder.path());
    let (status, _) = served.call("GET", "/v1/me", &token, None).await;
    assert_eq!(status, 401, "everybody signs in anew");
    served.stop();
    assert_eq!(jangteo(&["restore", "--from", &aside], folder.path()).code, 0, "forth again");
    assert_eq!(number(&file(folder.path()), charged), 1, "with the charge");
}

#[test]
fn a_copy_can_be_carried_to_another_machine() {
    let (here, there, stick) = (small_shop(), TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    let (picture, bytes) = ("8f434346648f6b96df89dda901c5176b.png", b"hi");
    fs::write(here.path().join("images").join(picture), bytes).expect("a picture");
    change(here.path(), &format!("UPDATE product SET image = '{picture}' WHERE id = 1"));
    let out = stick.path().join("shop.db");
    let to = out.to_str().expect("a path");
    let ran = jangteo(&["backup", "--to", to], here.path());
    assert_eq!((ran.code, &ran.json()["state"]), (0, &json!("VERIFIED")), "it is made: {}", ran.err);
    let mut files: Vec<_> = fs::read_dir(stick.path()).expect("ours").flatten().map(|file| file.file_name()).collect();
    files.sort();
    assert_eq!(files, ["images", "shop.db"], "one file and its pictures, nothing half made");
    let again = jangteo(&["backup", "--to", to], here.path());
    assert_eq!((again.code, again.out.as_str()), (2, ""), "what is there is not overwritten: {}", again.err);
    let ran = jangteo(&["restore", "--from", to], there.path());
    assert_eq!(ran.code, 0, "a new machine takes it: {}", ran.err);
    let orders = "SELECT count(*) FROM \"order\"";
    let counts = (number(&file(here.path()), orders), number(&file(there.path()), orders));
    assert_eq!(counts.0, counts.1, "with all orders");
    assert_eq!(fs::read(there.path().join("images").join(picture)).expect("its picture"), bytes, "and its pictures");
    assert_eq!(jangteo(&["verify"], there.path()).json(), json!([]), "and right books");
}

#[test]
fn a_shop_that_is_past_help_goes_back_to_its_copy() {
    for (what, damage) in [("a text", b"not a database".repeat(1_000)), ("garbage behind a good header", Vec::new())] {
        let folder = small_shop();
        let name = copy(folder.path())["name"].as_str().expect("a name").to_owned();
        let live = file(folder.path());
        let mut bytes = fs::read(&live).expect("the file");
        bytes.chunks_mut(4096).skip(2).for_each(|page| page.fill(0xa5));
        fs::write(&live, if damage.is_empty() { &bytes } else { &damage }).expect("an accident");
        let ran = jangteo(&["restore", "--from", "nothing.db"], folder.path());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{what}: not to nothing: {}", ran.err);
        assert!(
            fs::read(&live).expect("the file") == if damage.is_empty() { bytes } else { damage },
            "{what}: untouched"
        );
        let ran = jangteo(&["restore", "--from", &name], folder.path());
        assert_eq!(ran.code, 0, "{what}: it goes back: {}", ran.err);
        assert!(ran.err.contains("damaged-"), "{what}: and says where the damaged one lies: {}", ran.err);
        assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "{what}: the books are right");
        assert!(number(&live, "SELECT count(*) FROM \"order\"") > 0, "{what}: the orders are back");
    }
}

#[test]
fn what_is_no_good_is_refused_with_its_reason() {
    let folder = small_shop();
    let name = copy(folder.path())["name"].as_str().expect("a name").to_owned();
    let path = folder.path().join("backups").join(&name);
    Connection::open(&path).expect("it opens").execute_batch("PRAGMA user_version = 99").expect("the change");
    let before = fs::read(file(folder.path())).expect("the file");
    for from in [name.as_str(), "absent.db", "/etc/hostname"] {
        let ran = jangteo(&["restore", "--from", from], folder.path());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{from} is refused: {}", ran.err);
        assert!(ran.err.contains(from) && !ran.err.contains("panicked"), "with a message: {}", ran.err);
    }
    assert!(fs::read(file(folder.path())).expect("the file") == before, "not one byte is changed");
    change(folder.path(), "UPDATE stock SET available_quantity = available_quantity + 1 WHERE id = 3");
    let ran = jangteo(&["backup"], folder.path());
    assert_eq!((ran.code, &ran.json()["state"]), (1, &json!("FAILED")), "a copy of wrong books is told by the code");
    let nowhere = folder.path().join("absent");
    assert_eq!(jangteo(&["backup"], &nowhere).code, 2, "there is nothing to copy");
    assert!(!nowhere.exists(), "and nothing is made");
}
