//! The daily copy: once a business day at its hour, made up for when the shop was closed, and old ones give way.

use shop_app::backup::{back_up_daily, list_backups};
use shop_app::runtime::Principal;
use shop_app::setting;
use shop_contract::{Backup, BackupKind, BackupList, BackupState, Empty};

use crate::scene::{Scene, at};

/// A shop that was set up at noon on 10 March.
async fn shop() -> (Scene, Principal) {
    let scene = Scene::new();
    let admin = scene.admin().await;
    scene.product(1_000, 10).await;
    set(&scene, setting::READY, true).await;
    (scene, admin)
}

async fn set(scene: &Scene, key: &'static str, value: impl serde::Serialize + Send + 'static) {
    scene.write(move |w| Ok(shop_store::setting::write(w.tx, key, &value, w.now)?)).await;
}

/// The job looks, at an instant; gives what there is then.
async fn look(scene: &Scene, admin: Principal, instant: &str) -> BackupList {
    scene.clock.set(at(instant));
    back_up_daily(&scene.shop).await.expect("the job runs");
    list_backups(scene.call(admin), Empty {}).await.expect("they are listed")
}

fn made_at(list: &BackupList) -> Vec<String> {
    list.items.iter().map(|one| one.made_at.format("%dT%H:%M").to_string()).collect()
}

#[tokio::test]
async fn it_is_made_once_a_business_day_at_its_hour() {
    let (scene, admin) = shop().await;
    // Four in the morning in Seoul is seven in the evening of the day before in UTC.
    let looks: [(&str, &[&str], &str); 6] = [
        ("2026-03-10T18:59:59Z", &[], "not before its hour, and not for a time when there was no shop"),
        ("2026-03-10T19:00:00Z", &["10T19:00"], "at its hour"),
        ("2026-03-11T18:59:59Z", &["10T19:00"], "not again on that day"),
        ("2026-03-11T23:30:00Z", &["11T23:30", "10T19:00"], "later, where the shop was closed"),
        ("2026-03-12T19:00:00Z", &["12T19:00", "11T23:30", "10T19:00"], "and then at its hour again"),
        ("2026-03-12T02:00:00Z", &["12T19:00", "11T23:30", "10T19:00"], "a clock that goes back needs none"),
    ];
    for (instant, expected, why) in looks {
        assert_eq!(made_at(&look(&scene, admin, instant).await), expected, "{why}");
    }
    let list = look(&scene, admin, "2026-03-12T20:00:00Z").await;
    assert_eq!(list.next_daily_at, at("2026-03-13T19:00:00Z"), "the next");
    let good = |one: &Backup| (one.kind, one.state) == (BackupKind::Daily, BackupState::Verified);
    assert!(list.items.iter().all(good), "all of them are proved");
    set(&scene, setting::BACKUP_HOUR, 23).await;
    let list = look(&scene, admin, "2026-03-13T13:59:00Z").await;
    assert_eq!((list.items.len(), list.next_daily_at), (3, at("2026-03-13T14:00:00Z")), "at another hour");
}

#[tokio::test]
async fn a_shop_that_is_not_set_up_has_nothing_to_copy() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    assert!(look(&scene, admin, "2027-03-10T19:00:00Z").await.items.is_empty(), "a year later too");
}

#[tokio::test]
async fn old_ones_give_way_and_others_stay() {
    let (scene, admin) = shop().await;
    set(&scene, setting::BACKUPS_KEPT, 2).await;
    let by_hand = shop_app::backup::make_backup(scene.call(admin), Empty {}).await.expect("a copy can be made");
    for day in 11..15 {
        look(&scene, admin, &format!("2026-03-{day}T20:00:00Z")).await;
    }
    let list = list_backups(scene.call(admin), Empty {}).await.expect("they are listed");
    assert_eq!(made_at(&list), ["14T20:00", "13T20:00", "10T03:00"], "the last two, and the one made by hand");
    assert_eq!(list.items[2], Backup { orders_since: Some(0), ..by_hand }, "untouched");
    let files = std::fs::read_dir(scene.file().with_file_name("backups")).expect("the folder").count();
    assert_eq!(files, 7, "three copies, three notes, and the lock");
}

#[tokio::test]
async fn one_that_fails_is_told_and_tried_again() {
    let (scene, admin) = shop().await;
    look(&scene, admin, "2026-03-11T20:00:00Z").await;
    scene.sql("UPDATE stock SET available_quantity = 9");
    let states = |list: &BackupList| list.items.iter().map(|one| one.state).collect::<Vec<_>>();
    let failed = look(&scene, admin, "2026-03-12T20:00:00Z").await;
    assert_eq!(states(&failed), [BackupState::Failed, BackupState::Verified], "the good one is still there");
    let trouble = failed.trouble.expect("it is told");
    assert!(trouble.reason.contains("stock 1"), "with the reason: {}", trouble.reason);
    let rested = look(&scene, admin, "2026-03-12T20:14:59Z").await;
    assert_eq!(rested.items[0].name, failed.items[0].name, "not at once");
    let again = look(&scene, admin, "2026-03-12T20:15:00Z").await;
    assert_eq!(states(&again), [BackupState::Failed, BackupState::Verified], "bad ones do not pile up");
    assert_ne!(again.items[0].name, failed.items[0].name, "this is another try");
    scene.sql("UPDATE stock SET available_quantity = 10");
    let mended = look(&scene, admin, "2026-03-12T20:30:00Z").await;
    assert_eq!((states(&mended)[0], mended.trouble), (BackupState::Verified, None), "mended, all is well");
}
