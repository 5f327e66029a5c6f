//! A file that cannot be written to: nothing is answered as written, everybody is told, and there is a way back.

use std::time::Duration;

use shop_app::alert::list_alerts;
use shop_app::backup::{list_backups, make_backup, restore_backup};
use shop_app::jobs::{run_in_background, watch_file};
use shop_app::point::charge_points;
use shop_app::runtime::Principal;
use shop_app::shop::get_shop;
use shop_contract::{
    AlertKind, BackupKind, BackupState, ChargePoints, Empty, ErrorCode, OrderState, RestoreBackup, ShopEvent,
    StorageReason,
};
use shop_store::{StorageFault, StoreError};

use crate::scene::{Scene, refused};
use crate::users::{arrive, resume};

async fn reason(scene: &Scene) -> Option<StorageReason> {
    let info = get_shop(scene.visitor(), Empty {}).await.expect("the shop is read");
    info.storage.map(|state| state.reason)
}

async fn refused_with(scene: &Scene, who: Principal, reason: &str) {
    let charged = charge_points(scene.call(who), ChargePoints::of(1_000)).await;
    let details = refused(charged, ErrorCode::StorageUnavailable, "nothing can be written");
    assert_eq!(details["reason"], reason, "with the reason");
}

async fn no_backup_is_made(scene: &Scene, admin: Principal, reason: &str) {
    let details = refused(make_backup(scene.call(admin), Empty {}).await, ErrorCode::StorageUnavailable, "of what?");
    assert_eq!(details["reason"], reason, "with the reason");
    let copies = list_backups(scene.call(admin), Empty {}).await.expect("they are listed").items;
    assert_eq!(copies.len(), 1, "only the one from before");
}

#[tokio::test]
async fn a_file_that_is_moved_while_the_shop_runs_stops_writes_and_is_copied_out() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(10_000).await);
    let order = scene.buy(who, scene.product(1_000, 9).await).await;
    scene.pay(who, &order).await.expect("it is paid");
    assert_eq!(reason(&scene).await, None, "all is well");
    let mut notices = scene.shop.events().listen();
    let (file, away) = (scene.file(), scene.file().with_extension("away"));
    std::fs::rename(&file, &away).expect("it is moved");
    scene.shop.store().health().look_at_file();
    refused_with(&scene, who, "REPLACED").await;
    assert_eq!(reason(&scene).await, Some(StorageReason::Replaced), "every face can say so");
    let told = notices.try_recv().map(|notice| notice.event);
    assert_eq!(told.ok(), Some(ShopEvent::Storage { reason: Some(StorageReason::Replaced) }), "and is told");
    for _ in 0..2 {
        watch_file(&scene.shop).await.expect("what is held is copied out");
    }
    let copies = list_backups(scene.call(admin), Empty {}).await.expect("they are listed").items;
    let kinds: Vec<_> = copies.iter().map(|copy| (copy.kind, copy.state)).collect();
    assert_eq!(kinds, [(BackupKind::Rescued, BackupState::Verified)], "once, and proved");
    let orders = copies[0].contents.as_ref().map(|contents| contents.orders);
    assert_eq!(orders, Some(1), "with all that was answered");
    no_backup_is_made(&scene, admin, "REPLACED").await;
    let list = list_alerts(scene.call(admin), Empty {}).await.expect("they are listed").items;
    let found = list.iter().find(|alert| alert.kind == AlertKind::Storage).expect("admins are warned");
    assert_eq!((found.storage, found.is_new), (Some(StorageReason::Replaced), true), "of what it is");
    std::fs::rename(&away, &file).expect("it is put back");
    scene.shop.store().health().look_at_file();
    assert_eq!(reason(&scene).await, None, "the very same file is written to again");
    charge_points(scene.call(who), ChargePoints::of(1_000)).await.expect("as ever");
}

#[tokio::test]
async fn damage_that_is_seen_once_stops_writes_until_a_copy_is_restored() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let name = make_backup(scene.call(admin), Empty {}).await.expect("a copy is made").name;
    scene.shop.store().health().note(&StoreError::Damaged("page 7".to_owned()));
    refused_with(&scene, who, "DAMAGED").await;
    no_backup_is_made(&scene, admin, "DAMAGED").await;
    watch_file(&scene.shop).await.expect("there is nothing to try");
    assert_eq!(reason(&scene).await, Some(StorageReason::Damaged), "it does not pass by itself");
    restore_backup(scene.call(admin), RestoreBackup { name }).await.expect("the panel can restore");
    assert_eq!(reason(&scene).await, None, "every page is another");
    scene.write(|_| Ok(())).await;
}

#[tokio::test]
async fn a_start_after_damage_was_seen_checks_every_page_before_it_opens_the_shop() {
    let mut scene = Scene::new();
    let mark = scene.file().with_extension("damaged");
    let damage = StoreError::Damaged("page 7".to_owned());
    scene.shop.store().health().note(&damage);
    assert!(mark.exists(), "it is remembered");
    scene.restart().await;
    assert!(!mark.exists(), "every page is whole, and the shop opens");
    let admin = scene.admin().await;
    let name = make_backup(scene.call(admin), Empty {}).await.expect("a copy is made").name;
    scene.shop.store().health().note(&damage);
    restore_backup(scene.call(admin), RestoreBackup { name }).await.expect("the panel can restore");
    assert!(!mark.exists(), "nor is it remembered after a restore");
}

#[tokio::test]
async fn a_session_that_cannot_be_looked_up_has_not_ended() {
    let scene = Scene::new();
    let (secret, principal) = arrive(&scene, "kim@demo.kr").await;
    let (file, away) = (scene.file(), scene.file().with_extension("away"));
    std::fs::rename(&file, &away).expect("it is moved");
    scene.shop.store().health().look_at_file();
    scene.shop.store().renew_readers();
    let looked = shop_app::user::resume(&scene.shop, &secret).await;
    let details = refused(looked, ErrorCode::StorageUnavailable, "no reader can be opened");
    assert_eq!(details["reason"], "REPLACED", "with the reason");
    std::fs::rename(&away, &file).expect("it is put back");
    scene.shop.store().health().look_at_file();
    assert_eq!(resume(&scene, &secret).await, Some(principal), "the session runs as before");
}

#[tokio::test]
async fn a_full_disk_is_tried_again() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
    scene.shop.store().health().note(&StoreError::File(full));
    refused_with(&scene, who, "FULL").await;
    let mut notices = scene.shop.events().listen();
    run_in_background(&scene.shop);
    let over = async {
        while notices.recv().await.expect("the shop is open").event != (ShopEvent::Storage { reason: None }) {}
    };
    tokio::time::timeout(Duration::from_secs(30), over).await.expect("writing resumes by itself");
    assert_eq!(scene.shop.store().health().fault(), None::<StorageFault>, "there is room");
    charge_points(scene.call(who), ChargePoints::of(1_000)).await.expect("as ever");
}

#[tokio::test]
async fn a_compensation_that_was_left_is_carried_out_while_the_shop_runs() {
    let scene = Scene::new();
    let who = scene.customer(10_000).await;
    let cup = scene.product(1_000, 9).await;
    let mut notices = scene.shop.events().listen();
    run_in_background(&scene.shop);
    let order = scene.buy(who, cup).await;
    // The first step was noted, and the second failed.
    scene
        .write(move |w| {
            let found = shop_store::order::find(w.tx, order.id)?.expect("it is there");
            Ok(shop_store::payment::fail(
                w.tx,
                order.id,
                shop_domain::order::PaymentMethod::Point,
                found.total_amount,
                "it broke off",
                w.now,
            )?)
        })
        .await;
    let failed = async {
        loop {
            let event = notices.recv().await.expect("the shop is open").event;
            if matches!(event, ShopEvent::Order { state: OrderState::PaymentFailed, .. }) {
                break;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(30), failed).await.expect("it is made up for, without a restart");
    assert_eq!((scene.level(cup), scene.points(who)), (9, 10_000), "what it held is back");
}
