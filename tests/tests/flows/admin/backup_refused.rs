//! Copies that are no good: each is refused with its reason, and the open shop is not touched.

use std::fs;
use std::path::PathBuf;

use rusqlite::Connection;
use serde_json::json;
use shop_app::backup::{list_backups, make_backup, restore_backup};
use shop_app::runtime::Principal;
use shop_contract::{BackupState, Empty, ErrorCode, RestoreBackup};

use crate::scene::{Scene, refused};

/// A shop with an order, its admin, and a good copy: its name and its file.
async fn shop_with_a_copy() -> (Scene, Principal, String, PathBuf) {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    for _ in 0..50 {
        scene.product(1_000, 10).await;
    }
    let cup = scene.product(1_000, 10).await;
    let order = scene.buy(who, cup).await;
    scene.pay(who, &order).await.expect("it is paid");
    let made = make_backup(scene.call(admin), Empty {}).await.expect("a copy can be made");
    let file = scene.file().with_file_name("backups").join(&made.name);
    (scene, admin, made.name, file)
}

/// What the shop's tables hold, and which version the file is of for its open connections.
fn shop_of(scene: &Scene) -> Vec<i64> {
    let tables = ["user", "product", "\"order\"", "audit_log", "outbox", "session", "setting", "commit_mark"];
    tables.iter().map(|table| scene.count(&format!("SELECT count(*) + ifnull(sum(id), 0) FROM {table}"))).collect()
}

#[tokio::test]
async fn a_copy_that_is_no_good_is_refused_with_its_reason() {
    let (scene, admin, name, file) = shop_with_a_copy().await;
    let good = fs::read(&file).expect("the copy");
    let mut torn = good.clone();
    for page in torn.chunks_mut(4096).skip(3).step_by(3) {
        page.fill(0xa5);
    }
    let changed = |sql: &str| {
        fs::write(&file, &good).expect("it is ours");
        Connection::open(&file).expect("it opens").execute_batch(sql).expect("the change");
        fs::read(&file).expect("the copy")
    };
    let before = shop_of(&scene);
    for (reason, what, content) in [
        ("DAMAGED", "pages overwritten", torn),
        ("DAMAGED", "cut in the middle", good[..good.len() / 2].to_vec()),
        ("DAMAGED", "a text", b"not a database".repeat(1_000)),
        ("NO_SHOP", "nothing", Vec::new()),
        ("NO_SHOP", "another program's", changed("CREATE TABLE mine (x)")),
        ("NO_SHOP", "with a trigger", changed("CREATE TRIGGER t AFTER INSERT ON wish BEGIN SELECT 1; END")),
        ("NO_SHOP", "of no version", changed("PRAGMA user_version = 0")),
        ("NEWER", "from a newer program", changed("PRAGMA user_version = 99")),
        ("UNBALANCED", "with wrong books", changed("UPDATE stock SET available_quantity = 9 WHERE sold_quantity = 0")),
    ] {
        fs::write(&file, &content).expect("it is ours");
        let done = restore_backup(scene.call(admin), RestoreBackup { name: name.clone() }).await;
        let details = refused(done, ErrorCode::Conflict, what);
        assert_eq!(details["reason"], json!(reason), "{what}: {details}");
        assert_eq!(shop_of(&scene), before, "{what}: the shop is as it was");
        assert!(fs::read(&file).expect("the copy") == content, "{what}: and so is the copy");
        let listed = list_backups(scene.call(admin), Empty {}).await.expect("they are listed").items;
        assert_eq!(
            (listed.len(), listed[0].state),
            (1, BackupState::Failed),
            "{what}: it is marked, no other was made"
        );
        assert!(listed[0].fault.as_ref().is_some_and(|fault| !fault.is_empty()), "{what}: with the reason");
    }
    fs::write(&file, &good).expect("it is ours");
    let done = restore_backup(scene.call(admin), RestoreBackup { name }).await;
    assert_eq!(done.expect("it is good again").orders_lost, 0, "what was marked is looked at anew each time");
}

#[tokio::test]
async fn only_a_copy_can_be_named() {
    let (scene, admin, name, file) = shop_with_a_copy().await;
    fs::copy(&file, file.with_file_name("mine.db")).expect("it is ours");
    let absent = name.replace("2026", "2025");
    for bad in
        ["", "mine.db", "../jangteo.db", "turn.lock", &format!("../backups/{name}"), &format!("./{name}"), &absent]
    {
        let done = restore_backup(scene.call(admin), RestoreBackup { name: bad.to_owned() }).await;
        refused(done, ErrorCode::NotFound, bad);
    }
}

#[tokio::test]
async fn a_copy_of_a_shop_whose_books_are_wrong_is_never_a_good_one() {
    let (scene, admin, ..) = shop_with_a_copy().await;
    scene.sql("UPDATE stock SET available_quantity = available_quantity + 1 WHERE id = 1");
    let made = make_backup(scene.call(admin), Empty {}).await.expect("it is made all the same");
    assert_eq!((made.state, made.contents), (BackupState::Failed, None), "and marked");
    assert!(made.fault.expect("why").contains("stock 1"), "with the row that is wrong");
    let listed = list_backups(scene.call(admin), Empty {}).await.expect("they are listed").items;
    assert_eq!((listed[0].state, listed[1].state), (BackupState::Failed, BackupState::Verified), "for good");
    let done = restore_backup(scene.call(admin), RestoreBackup { name: listed[1].name.clone() }).await;
    let aside = done.expect("a broken shop can go back to a good copy").kept_aside;
    let listed = list_backups(scene.call(admin), Empty {}).await.expect("they are listed").items;
    let aside = listed.iter().find(|one| one.name == aside).expect("the broken one is kept aside");
    assert_eq!(aside.state, BackupState::Failed, "and not taken for a good one");
}

#[tokio::test]
async fn a_copy_without_its_note_is_an_unproved_one() {
    let (scene, admin, name, file) = shop_with_a_copy().await;
    fs::remove_file(file.with_extension("json")).expect("it is ours");
    let listed = list_backups(scene.call(admin), Empty {}).await.expect("they are listed").items;
    assert_eq!((listed[0].state, listed[0].orders_since), (BackupState::Unverified, None), "nothing is known of it");
    let done = restore_backup(scene.call(admin), RestoreBackup { name }).await;
    assert_eq!(done.expect("it is proved before it is used").orders_lost, 0, "and is good");
}
