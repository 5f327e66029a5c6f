//! The program ends and is started anew: what was answered is there, and the file was closed as it should be.

use std::path::PathBuf;
use std::sync::{Arc, mpsc};

use serde_json::json;
use shop_app::cart::get_cart;
use shop_app::context::{Call, Shop};
use shop_app::coupon::my_coupons;
use shop_app::point::{charge_points, get_points};
use shop_app::runtime::locks::LockKey;
use shop_app::runtime::{DataFolder, Principal, ShopOptions};
use shop_contract::{ChargePoints, Empty, ListMyCoupons};

use crate::scene::{Scene, admitted, rate};

#[tokio::test]
async fn what_was_answered_is_there() {
    let mut scene = Scene::new();
    let who = scene.customer(10_000).await;
    let cup = scene.product(1_000, 9).await;
    scene.own(who, rate(10)).await;
    let (paid, unpaid) = (scene.buy(who, cup).await, scene.buy(who, cup).await);
    scene.pay(who, &paid).await.expect("it is paid");
    scene.put(who, cup, None, 3).await;
    let seen = async |scene: &Scene| {
        json!({
            "cart": get_cart(scene.call(who), Empty {}).await.expect("a cart"),
            "coupons": my_coupons(scene.call(who), ListMyCoupons::default()).await.expect("coupons"),
            "points": get_points(scene.call(who), Empty {}).await.expect("points"),
            "paid": scene.order(who, paid.id).await,
            "unpaid": scene.order(who, unpaid.id).await,
            "level": scene.level(cup),
        })
    };
    let before = seen(&scene).await;
    scene.restart().await;
    assert_eq!(seen(&scene).await, before, "every screen shows what it showed");
    scene.advance_minutes(30);
    assert_eq!(scene.expire().await, 1, "what was to expire still does");
    let next = scene.place(who, &[]).await.expect("the cart can be ordered");
    assert!(next.id > unpaid.id, "ids go on where they were");
    assert!(next.order_number > unpaid.order_number, "and so do the numbers of orders");
}

/// The file beside the database that SQLite removes when the last connection is closed.
fn journal(folder: &tempfile::TempDir) -> PathBuf {
    Shop::file_in(folder.path()).with_extension("db-wal")
}

#[tokio::test(flavor = "multi_thread")]
async fn who_closes_the_shop_after_an_answer_has_closed_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    for _ in 0..50 {
        let shop = Shop::open(ShopOptions::new(folder.path())).expect("the shop opens");
        let unknown = Principal { user_id: 1, role: None, session_id: 1 };
        let unknown = admitted(Call::new(Arc::clone(&shop), Some(unknown), None));
        assert!(charge_points(unknown, ChargePoints::of(1_000)).await.is_err(), "an unknown user has no points");
        shop.write(LockKey::Shop, |_| Ok(())).await.expect("something is written");
        assert!(journal(&folder).exists(), "it is open");
        drop(shop);
        assert!(!journal(&folder).exists(), "it is closed, at once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn work_that_nobody_waits_for_any_more_may_be_the_last_owner() {
    let folder = tempfile::tempdir().expect("a folder");
    let shop = Shop::open(ShopOptions::new(folder.path())).expect("the shop opens");
    let (release, released) = mpsc::channel::<()>();
    let (begun, has_begun) = tokio::sync::oneshot::channel();
    let owner = Arc::clone(&shop);
    let mut begun = Some(begun);
    let work = tokio::spawn(async move {
        let written = owner.write(LockKey::Shop, move |writing| {
            begun.take().expect("it runs once").send(()).expect("the test waits for it to begin");
            released.recv().expect("it is let go");
            Ok(shop_store::setting::write(writing.tx, "shopName", &"장터", writing.now)?)
        });
        written.await
    });
    has_begun.await.expect("it begins");
    work.abort();
    work.await.expect_err("nobody waits for it any more");
    let runtime = Arc::downgrade(&**shop);
    drop(shop);
    assert!(runtime.upgrade().is_some(), "the work itself holds the runtime, and with it the file");
    release.send(()).expect("the work is still there");
    let shop = Shop::open(ShopOptions::new(folder.path())).expect("the shop opens beside it");
    // A write queues behind the other program's, so that it has ended once this one is answered.
    shop.write(LockKey::Shop, |_| Ok(())).await.expect("the file is free");
    let name = shop.read(|db| shop_store::setting::read::<String>(db, "shopName")).expect("the shop reads");
    assert_eq!(name.as_deref(), Some("장터"), "it was written all the same");
}

#[cfg(unix)]
#[test]
fn whatever_the_program_writes_into_its_folder_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().expect("a folder");
    let folder = DataFolder::open(Some(home.path().join("data"))).expect("it is made");
    let log = folder.logs().join("of-a-library.log");
    std::fs::write(&log, "made without a word about who may read it").expect("it can be written");
    let mode = std::fs::metadata(&log).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "a library's file too");
}
