//! The program is killed while it goes back to a copy: whatever the moment, the file is the old shop or the new one, whole.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use serde_json::json;

use crate::program::{change, file, jangteo, small_shop};
use crate::served::{Served, access, tokens};

/// Kills at as many moments.
const KILLS: u32 = 12;

/// What tells the shops apart: the name, and whether the restore is written down.
fn seen(folder: &Path) -> (String, i64) {
    let conn = Connection::open(file(folder)).expect("the file");
    let name = conn.query_row("SELECT name FROM product WHERE id = 1", [], |row| row.get(0)).expect("a name");
    let acts = "SELECT count(*) FROM audit_log WHERE action = 'restore_backup'";
    (name, conn.query_row(acts, [], |row| row.get(0)).expect("a number"))
}

/// Starts the shop, asks it to go back, and kills it after so long; gives how long the answer took, where it came first.
async fn go_back(folder: &Path, name: &str, killed_after: Option<Duration>) -> Option<Duration> {
    let served = std::sync::Arc::new(Served::start(folder));
    let token = access(&tokens(&["--email", "admin@demo.jangteo"], folder)[0]).to_owned();
    let started = Instant::now();
    let (asked, wish) = (std::sync::Arc::clone(&served), json!({"name": name}));
    let asking = tokio::spawn(async move { asked.try_call("POST", "/v1/admin/restore", &token, Some(wish)).await });
    if let Some(after) = killed_after {
        tokio::time::sleep(after).await;
        served.signal("KILL");
    }
    let answer = asking.await.expect("it is asked");
    let took = answer.map(|(status, body)| {
        assert_eq!(status, 200, "the copy is good: {body}");
        started.elapsed()
    });
    let mut served = std::sync::Arc::into_inner(served).expect("nobody asks any more");
    if killed_after.is_none() {
        served.signal("KILL");
    }
    served.wait();
    took
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_leaves_the_one_shop_or_the_other() {
    let folder = small_shop();
    let made = jangteo(&["backup"], folder.path()).json();
    let name = made["name"].as_str().expect("a name").to_owned();
    change(folder.path(), "UPDATE product SET name = 'later' WHERE id = 1");
    let later = seen(folder.path());
    let took = go_back(folder.path(), &name, None).await.expect("it is not killed before its answer");
    let restored = seen(folder.path());
    assert_ne!(later, restored, "they can be told apart");
    let mut ends = [0, 0];
    for kill in 0..KILLS {
        change(folder.path(), "UPDATE product SET name = 'later' WHERE id = 1; DELETE FROM audit_log");
        go_back(folder.path(), &name, Some(took * kill / (KILLS - 2))).await;
        assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "kill {kill}: the file is whole");
        match seen(folder.path()) {
            (name, 0) if name == "later" => ends[0] += 1,
            found if found == restored => ends[1] += 1,
            found => panic!("kill {kill}: neither the one nor the other: {found:?}"),
        }
    }
    assert!(ends[0] > 0, "some kills came before it: {ends:?}");
    Served::start(folder.path()).stop();
    let left = std::fs::read_dir(folder.path().join("backups")).expect("the folder").flatten();
    let _ = jangteo(&["backup"], folder.path());
    let drafts = left.filter(|file| file.path().extension().is_some_and(|end| end == "draft") && file.path().exists());
    assert_eq!(drafts.count(), 0, "what the kills left is cleared away by the next copy");
}
