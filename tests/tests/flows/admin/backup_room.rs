//! A copy asks for the room that it takes, gives it up when the shop needs it, and old copies from before restores make room.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};

use chrono::TimeDelta;
use serde_json::{Value, json};
use shop_app::backup::{back_up_daily, list_backups, make_backup, restore_backup};
use shop_app::runtime::{Disk, Principal};
use shop_app::setting;
use shop_contract::{Backup, BackupKind, BackupState, Empty, ErrorCode, RestoreBackup};

use crate::scene::{Scene, refused};

/// Plenty, as long as it is asked so often; nothing from then on.
#[derive(Default)]
struct FillingDisk {
    asks_left: AtomicI64,
}

impl FillingDisk {
    fn fills_after(&self, asks: i64) {
        self.asks_left.store(asks, Ordering::SeqCst);
    }
}

impl Disk for FillingDisk {
    fn free_bytes(&self, _folder: &Path) -> Option<u64> {
        Some(if self.asks_left.fetch_sub(1, Ordering::SeqCst) > 0 { u64::MAX } else { 1024 * 1024 })
    }
}

async fn shop() -> (Scene, Arc<FillingDisk>, Principal) {
    let disk = Arc::new(FillingDisk::default());
    let scene = Scene::with({
        let disk = Arc::clone(&disk);
        move |options| options.disk = Arc::clone(&disk) as _
    });
    let admin = scene.admin().await;
    scene.write(|w| Ok(shop_store::setting::write(w.tx, setting::READY, &true, w.now)?)).await;
    (scene, disk, admin)
}

fn files(scene: &Scene) -> Vec<String> {
    let folder = scene.file().with_file_name("backups");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

async fn all(scene: &Scene, admin: Principal) -> Vec<Backup> {
    list_backups(scene.call(admin), Empty {}).await.expect("they are listed").items
}

/// A refusal names the room that the copy needs and the room that there is.
fn says_the_room(details: &Value, asks: i64) {
    assert_eq!(details["reason"], json!("FULL"), "full after {asks}: {details}");
    let bytes = |name: &str| details[name].as_i64().unwrap_or_else(|| panic!("full after {asks}: {name} of {details}"));
    assert!(bytes("needed") > bytes("free"), "full after {asks}: what is lacking: {details}");
}

#[tokio::test]
async fn a_copy_is_refused_where_there_is_no_room_and_sales_go_on() {
    let (scene, disk, admin) = shop().await;
    let (who, cup) = (scene.customer(10_000).await, scene.product(1_000, 10).await);
    // At first there is none; then the disk fills while pages are copied, and while a copy that goes back is.
    for asks in [0, 1] {
        disk.fills_after(asks);
        let details =
            refused(make_backup(scene.call(admin), Empty {}).await, ErrorCode::StorageUnavailable, "there is no room");
        says_the_room(&details, asks);
        assert_eq!(files(&scene), ["turn.lock"], "full after {asks}: nothing is left of it");
        let order = scene.buy(who, cup).await;
        scene.pay(who, &order).await.expect("a sale is worth more than a copy");
    }
    disk.fills_after(i64::MAX);
    let made = make_backup(scene.call(admin), Empty {}).await.expect("there is room again");
    let before = files(&scene);
    for asks in [0, 1] {
        disk.fills_after(asks);
        let wish = RestoreBackup { name: made.name.clone() };
        let details =
            refused(restore_backup(scene.call(admin), wish).await, ErrorCode::StorageUnavailable, "there is no room");
        says_the_room(&details, asks);
        assert_eq!(files(&scene), before, "full after {asks}: nothing was kept aside");
        assert_eq!(all(&scene, admin).await[0].state, BackupState::Verified, "and the copy is not to blame");
    }
    disk.fills_after(i64::MAX);
}

#[tokio::test]
async fn a_daily_copy_without_room_is_told_and_made_up_for() {
    let (scene, disk, admin) = shop().await;
    disk.fills_after(0);
    scene.advance_minutes(24 * 60);
    back_up_daily(&scene.shop).await.expect("the job runs");
    let list = list_backups(scene.call(admin), Empty {}).await.expect("they are listed");
    let trouble = list.trouble.expect("it is told");
    assert!(trouble.reason.starts_with("not enough room on the disk: "), "with the reason: {}", trouble.reason);
    assert!(list.items.is_empty() && files(&scene) == ["turn.lock"], "nothing is left of it");
    disk.fills_after(i64::MAX);
    scene.advance_minutes(16);
    back_up_daily(&scene.shop).await.expect("the job runs");
    let made = all(&scene, admin).await;
    assert_eq!((made.len(), made[0].kind), (1, BackupKind::Daily), "there is room again");
}

#[tokio::test]
async fn copies_from_before_restores_are_thinned_and_the_last_good_copy_stays() {
    let (scene, disk, admin) = shop().await;
    disk.fills_after(i64::MAX);
    scene.product(1_000, 10).await;
    let made = make_backup(scene.call(admin), Empty {}).await.expect("a copy can be made");
    let go_back = async |name: &str| {
        scene.advance_minutes(1);
        let wish = RestoreBackup { name: name.to_owned() };
        restore_backup(scene.call(admin), wish).await.expect("the copy is good").kept_aside
    };
    let mut kept_aside = Vec::new();
    for _ in 0..8 {
        kept_aside.push(go_back(&made.name).await);
    }
    let asides = |all: Vec<Backup>| -> Vec<String> {
        all.into_iter().filter(|one| one.kind == BackupKind::BeforeRestore).map(|one| one.name).collect()
    };
    let latest: Vec<String> = kept_aside.iter().rev().take(5).cloned().collect();
    assert_eq!(asides(all(&scene, admin).await), latest, "the latest five stay");
    // Of the others the one in use stays, and so does the only one that is proved.
    let oldest = latest.last().expect("there are five").clone();
    go_back(&oldest).await;
    assert!(asides(all(&scene, admin).await).contains(&oldest), "the shop has just gone back to it");
    let folder = scene.file().with_file_name("backups");
    for copy in all(&scene, admin).await.iter().filter(|copy| copy.name != oldest) {
        let note = folder.join(&copy.name).with_extension("json");
        fs::write(note, r#"{"state": "FAILED", "fault": "an accident"}"#).expect("it is ours");
    }
    scene.sql("UPDATE stock SET available_quantity = available_quantity + 1");
    go_back(&made.name).await;
    let proved: Vec<_> =
        all(&scene, admin).await.into_iter().filter(|one| one.state == BackupState::Verified).collect();
    assert_eq!(proved.iter().map(|one| &one.name).collect::<Vec<_>>(), [&oldest], "the only good copy is left");
}

#[tokio::test]
async fn a_wrong_clock_takes_no_copy_from_before_a_restore_away() {
    let ten_years = TimeDelta::days(3_650);
    let (scene, disk, admin) = shop().await;
    disk.fills_after(i64::MAX);
    scene.product(1_000, 10).await;
    let made = make_backup(scene.call(admin), Empty {}).await.expect("a copy can be made").name;
    let go_back = async || {
        scene.advance_minutes(1);
        let wish = RestoreBackup { name: made.clone() };
        restore_backup(scene.call(admin), wish).await.expect("the copy is good").kept_aside
    };
    let asides = async || -> Vec<String> {
        let all = all(&scene, admin).await.into_iter().filter(|one| one.kind == BackupKind::BeforeRestore);
        all.map(|one| one.name).collect()
    };
    for _ in 0..5 {
        go_back().await;
    }
    let right = asides().await;
    scene.clock.set_wall(ten_years);
    let ahead = [go_back().await, go_back().await];
    let kept = asides().await;
    assert_eq!(kept.len(), 7, "nothing is removed while the clock is in doubt: {kept:?}");
    assert!(right.iter().chain(&ahead).all(|name| kept.contains(name)), "neither of before nor of then: {kept:?}");
    scene.clock.set_wall(-ten_years);
    let mut latest = vec![go_back().await, go_back().await];
    latest.reverse();
    let expected = [ahead[1].clone(), ahead[0].clone()].into_iter().chain(latest).chain(right.into_iter().take(3));
    assert_eq!(asides().await, expected.collect::<Vec<_>>(), "those of the future do not push out those of today");
}

/// A disk at which every look is followed by four MiB of settings, while it is told so.
#[derive(Default)]
struct BusyShop {
    file: OnceLock<PathBuf>,
    is_busy: AtomicBool,
}

impl Disk for BusyShop {
    fn free_bytes(&self, _folder: &Path) -> Option<u64> {
        if let Some(file) = self.file.get().filter(|_| self.is_busy.load(Ordering::SeqCst)) {
            grow(file, 1_000);
        }
        Some(u64::MAX)
    }
}

/// Writes so many rows of a page each.
fn grow(file: &Path, rows: i64) {
    let conn = rusqlite::Connection::open(file).expect("the file");
    let sql = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
               INSERT INTO setting (key, value, created_at, updated_at)
               SELECT 'big' || hex(randomblob(8)), json_quote(hex(zeroblob(2000))), '2026-03-10T03:00:00.000Z',
                      '2026-03-10T03:00:00.000Z' FROM n";
    conn.execute(sql, [rows]).expect("it is written");
}

#[tokio::test]
async fn a_copy_that_is_in_the_way_of_the_wal_is_refused() {
    let busy = Arc::new(BusyShop::default());
    let scene = Scene::with({
        let busy = Arc::clone(&busy);
        move |options| {
            options.disk = Arc::clone(&busy) as _;
            options.storage.wal_ceiling_bytes = 1 << 20;
        }
    });
    let admin = scene.admin().await;
    scene.write(|w| Ok(shop_store::setting::write(w.tx, setting::READY, &true, w.now)?)).await;
    grow(&scene.file(), 4_000);
    let file = rusqlite::Connection::open(scene.file()).expect("the file");
    let is_busy =
        || file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0)).expect("an answer");
    // The shop's own checkpoint may be in the way.
    while is_busy() {
        std::thread::yield_now();
    }
    busy.file.set(scene.file()).expect("it is set once");
    busy.is_busy.store(true, Ordering::SeqCst);
    refused(make_backup(scene.call(admin), Empty {}).await, ErrorCode::Overloaded, "too much is written meanwhile");
    assert_eq!(files(&scene), ["turn.lock"], "nothing is left of it");
    scene.advance_minutes(24 * 60);
    back_up_daily(&scene.shop).await.expect("the job runs");
    let list = list_backups(scene.call(admin), Empty {}).await.expect("they are listed");
    let trouble = list.trouble.expect("it is told");
    assert!(trouble.reason.contains("too much was written"), "with the reason: {}", trouble.reason);
    busy.is_busy.store(false, Ordering::SeqCst);
    scene.sql("DELETE FROM setting WHERE key LIKE 'big%'");
    let made = make_backup(scene.call(admin), Empty {}).await.expect("there is time for it");
    assert_eq!(made.state, BackupState::Verified, "of the whole shop");
}
