//! Copies of the shop, and going back to one: what was answered is never lost, it is in the shop or in what was kept aside.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;
use shop_app::backup::{list_backups, make_backup, restore_backup};
use shop_app::cart::add_cart_item;
use shop_app::point::charge_points;
use shop_app::ranking::popular_products;
use shop_app::runtime::{Audience, Notice, Principal};
use shop_app::user::{Who, open_sessions, session_principal};
use shop_contract::{
    AddCartItem, Backup, BackupKind, BackupState, ChargePoints, Empty, ErrorCode, ListPopular, RestoreBackup, Restored,
    ShopError, ShopEvent,
};
use shop_store::product::NewProduct;
use shop_tests::first_schema::FIRST_SCHEMA;

use crate::scene::{Scene, product, refused};

/// The folder of copies.
fn folder(scene: &Scene) -> PathBuf {
    scene.file().with_file_name("backups")
}

async fn copy(scene: &Scene, admin: Principal) -> Backup {
    make_backup(scene.call(admin), Empty {}).await.expect("a copy can be made")
}

async fn go_back(scene: &Scene, admin: Principal, name: &str) -> Result<Restored, ShopError> {
    restore_backup(scene.call(admin), RestoreBackup { name: name.to_owned() }).await
}

async fn all(scene: &Scene, admin: Principal) -> Vec<Backup> {
    list_backups(scene.call(admin), Empty {}).await.expect("they are listed").items
}

/// Charges points one by one until told to stop; gives how often that was answered.
async fn charge_on(scene: Arc<Scene>, who: Principal, stop: Arc<AtomicBool>) -> i64 {
    let mut answered = 0;
    while !stop.load(Ordering::SeqCst) {
        match charge_points(scene.call(who), ChargePoints::of(1_000)).await {
            Ok(_) => answered += 1,
            Err(error) => {
                assert_eq!(error.code, ErrorCode::Unauthorized, "nothing was written, and the session is over")
            }
        }
    }
    answered
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_made_under_load_is_a_whole_shop() {
    let scene = Arc::new(Scene::new());
    let admin = scene.admin().await;
    let who = scene.customer(1_000_000).await;
    let cup = scene.product(1_000, 1_000).await;
    let stop = Arc::new(AtomicBool::new(false));
    let load = tokio::spawn({
        let (scene, stop) = (Arc::clone(&scene), Arc::clone(&stop));
        async move {
            let mut paid = 0;
            while !stop.load(Ordering::SeqCst) {
                let order = scene.buy(who, cup).await;
                scene.pay(who, &order).await.expect("it is paid");
                paid += 1;
            }
            paid
        }
    });
    let copies = [copy(&scene, admin).await, copy(&scene, admin).await];
    stop.store(true, Ordering::SeqCst);
    let paid: i64 = load.await.expect("everybody could buy meanwhile");
    for made in &copies {
        assert_eq!((made.state, made.kind, made.fault.as_ref()), (BackupState::Verified, BackupKind::Manual, None));
        let orders = made.contents.as_ref().expect("it was looked into").orders;
        assert!(orders <= paid, "a state that the shop was in: {orders} of {paid}");
        let lost = all(&scene, admin).await.into_iter().find(|one| one.name == made.name).expect("listed").orders_since;
        assert_eq!(lost, Some(paid - orders), "what going back would cost");
    }
    assert_ne!(copies[0].name, copies[1].name, "two copies of one instant are two");
    let mut files: Vec<_> = std::fs::read_dir(folder(&scene)).expect("the folder").flatten().collect();
    files.retain(|file| !["db", "json"].iter().any(|end| file.path().extension().is_some_and(|found| found == *end)));
    let names: Vec<_> = files.iter().map(std::fs::DirEntry::file_name).collect();
    assert_eq!(names, ["turn.lock"], "nothing half made is left, and nothing beside a copy");
    assert_eq!(scene.count("SELECT count(*) FROM audit_log WHERE action = 'make_backup'"), 2, "both are written down");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_request_makes_one_copy() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let ask = || make_backup(scene.call_with_key(admin, "k"), Empty {});
    let (first, second) = tokio::join!(ask(), ask());
    let later = ask().await.expect("a third time");
    assert_eq!(first.expect("the first"), later, "a repetition gets the first answer");
    assert_eq!(second.expect("the second"), later, "also while the first still runs");
    assert_eq!(all(&scene, admin).await.len(), 1, "one copy");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shop_goes_back_and_forth() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let cup = scene.product(1_000, 100).await;
    let first = scene.buy(who, cup).await;
    scene.pay(who, &first).await.expect("it is paid");
    let old = copy(&scene, admin).await;
    scene.advance_minutes(1);
    let late = scene.buy(who, cup).await;
    scene.pay(who, &late).await.expect("it is paid");
    let newcomer = scene.customer(5_000).await;
    let mut heard = scene.shop.events().listen();

    let restored = go_back(&scene, admin, &old.name).await.expect("the copy is good");
    assert_eq!((restored.orders_lost, scene.level(cup), scene.points(who)), (1, 99, 99_000), "as it was");
    assert_eq!(scene.count("SELECT count(*) FROM \"order\""), 1, "the later order is gone");
    let popular = popular_products(scene.visitor(), ListPopular::default()).await.expect("they are ranked");
    assert_eq!(popular.items[0].sales_count, 1, "what was counted in memory is as it was, too");
    let told = std::iter::from_fn(|| heard.try_recv().ok());
    let last = Notice { audience: Audience::All, event: ShopEvent::Restored {} };
    assert!(told.into_iter().any(|notice| notice == last), "everybody is told");
    let listed = all(&scene, admin).await;
    let kept = listed.iter().find(|one| one.name == restored.kept_aside).expect("what was there is kept aside");
    assert_eq!((kept.kind, kept.state), (BackupKind::BeforeRestore, BackupState::Verified), "and proved");
    assert_eq!(kept.contents.as_ref().map(|held| held.orders), Some(2), "with the later order in it");
    let events = "SELECT count(*) FROM outbox WHERE event_type = 'shop.restored' AND id > 2";
    assert_eq!(scene.count(events), 1, "the merchant's system is told, by an id that none had before");

    let next = scene.buy(who, cup).await;
    assert!(next.order_number > late.order_number, "no number is given twice: {}", next.order_number);
    assert!(scene.customer(0).await.user_id > newcomer.user_id, "nor the id of a user");
    let back = go_back(&scene, admin, &restored.kept_aside).await.expect("what was kept aside is a copy like others");
    assert_eq!(back.orders_lost, 1, "the one placed since");
    assert_eq!((scene.level(cup), scene.points(who), scene.points(newcomer)), (98, 98_000, 5_000), "forth again");
}

#[tokio::test]
async fn a_copy_of_an_earlier_schema_is_brought_up() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(10_000).await);
    let cup = scene.make(NewProduct { limited_quantity: Some(2), ..product(1_000, 10) }).await;
    scene.buy(who, cup).await;
    let made = copy(&scene, admin).await;
    let file = folder(&scene).join(&made.name);
    Connection::open(&file).expect("it opens").execute_batch(FIRST_SCHEMA).expect("as the program before wrote it");
    go_back(&scene, admin, &made.name).await.expect("an older copy is good");
    let more = |quantity| AddCartItem { product_id: cup, product_option_id: None, quantity };
    refused(add_cart_item(scene.call(who), more(2)).await, ErrorCode::ExceededLimitedQuantity, "one was bought before");
    add_cart_item(scene.call(who), more(1)).await.expect("the second");
}

#[tokio::test]
async fn everybody_signs_in_anew() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let open = async || open_sessions(&scene.shop, Who::AllCustomers, "a test").await.expect("a session")[0].session_id;
    let runs = |id| session_principal(&scene.shop, id, who.user_id).expect("it can be asked").is_some();
    let before = open().await;
    let made = copy(&scene, admin).await;
    let after = open().await;
    assert!(runs(before) && runs(after), "both are signed in");
    go_back(&scene, admin, &made.name).await.expect("the copy is good");
    assert!(!runs(before) && !runs(after), "now neither is");
    let anew = open().await;
    assert!(anew > after, "a token of before cannot stand for a session of after: {anew}");
}

#[tokio::test]
async fn who_went_back_is_written_down_in_the_shop_that_came() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let made = copy(&scene, admin).await;
    let newcomer = scene.admin().await;
    let by_newcomer = go_back(&scene, newcomer, &made.name).await.expect("an admin is an admin");
    let acts = |actor: &str| scene.count(&format!("SELECT count(*) FROM audit_log WHERE {actor}"));
    assert_eq!(acts("action = 'restore_backup' AND actor_id IS NULL AND after LIKE '%@example.com%'"), 1, "by e-mail");
    assert_eq!(acts("action = 'make_backup'"), 0, "the copy does not know of itself");
    go_back(&scene, admin, &by_newcomer.kept_aside).await.expect("the copy is good");
    let own = format!("action = 'restore_backup' AND actor_id = {}", admin.user_id);
    assert_eq!(acts(&own), 1, "one whom the books know is named by id");
    let ask = || restore_backup(scene.call_with_key(admin, "k"), RestoreBackup { name: made.name.clone() });
    assert_eq!(ask().await.expect("it is done"), ask().await.expect("again"), "and a repetition does nothing more");
    assert_eq!(acts("action = 'restore_backup'"), 1, "in the shop that came there is one");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_is_in_the_shop_or_in_what_was_kept_aside() {
    let scene = Arc::new(Scene::new());
    let admin = scene.admin().await;
    let crowd = scene.crowd(8, 1_000).await;
    let made = copy(&scene, admin).await;
    let stop = Arc::new(AtomicBool::new(false));
    let charges: Vec<_> =
        crowd.iter().map(|who| tokio::spawn(charge_on(Arc::clone(&scene), *who, Arc::clone(&stop)))).collect();
    let mut kept = 0;
    for _ in 0..4 {
        tokio::task::yield_now().await;
        let done = go_back(&scene, admin, &made.name).await.expect("the copy is good");
        let aside = Connection::open(folder(&scene).join(&done.kept_aside)).expect("it opens");
        let charged = "SELECT count(*) FROM balance_transaction";
        let there: i64 = aside.query_row(charged, [], |row| row.get(0)).expect("a number");
        kept += there - 8;
    }
    stop.store(true, Ordering::SeqCst);
    let mut answered = 0;
    for charge in charges {
        answered += charge.await.expect("it ends");
    }
    let there = scene.count("SELECT count(*) FROM balance_transaction") - 8;
    assert!(answered > 0, "there was something to lose");
    assert_eq!(kept + there, answered, "each is in exactly one of the two");
}

#[tokio::test]
async fn pictures_come_back_with_the_copy() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    // The first is named by what is in it, as every picture that an admin gives is; the second has been changed.
    let (sound, changed) = ("8f434346648f6b96df89dda901c5176b.png", "d9298a10d1b0735837dc4bd85dac641b.png");
    scene.shop.pictures().keep(sound, b"hi").expect("it is kept");
    scene.shop.pictures().keep(changed, b"another").expect("it is kept");
    let made = copy(&scene, admin).await;
    let images = scene.file().with_file_name("images");
    std::fs::remove_dir_all(&images).expect("the folder is removed");
    go_back(&scene, admin, &made.name).await.expect("the copy is good");
    assert_eq!(std::fs::read(images.join(sound)).expect("it is back"), b"hi", "as it was");
    assert_eq!(scene.shop.pictures().load(changed), None, "what is not what its name says is not passed on");
}
