//! A demo that was cut short is cleared away before the folder is opened; anything else is left alone.

use shop_app::context::{Call, Shop};
use shop_app::runtime::{DataFolder, ShopOptions};
use shop_app::shop::{get_shop, set_up_shop};
use shop_contract::{Empty, SetUpShop};
use shop_demo::{DemoSize, clear_unfinished, fill};

const SMALL: DemoSize = DemoSize { products: 20, users: 2, orders: 5, seed: 1 };

fn folder() -> (tempfile::TempDir, DataFolder) {
    let place = tempfile::tempdir().expect("a place");
    let folder = DataFolder::open(Some(place.path().join("shop"))).expect("a data folder");
    (place, folder)
}

fn open(folder: &DataFolder) -> Call {
    Call::new(Shop::open(ShopOptions::new(folder.path())).expect("the shop opens"), None, None)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demo_cut_short_is_cleared_away() {
    let (_place, folder) = folder();
    let call = open(&folder);
    let shop = call.shop.clone();
    let filling = tokio::spawn(async move { fill(&shop, SMALL, |_| panic!("cut short")).await.map(|_| ()) });
    assert!(filling.await.is_err(), "the filling broke off at its first step");
    let own = SetUpShop {
        shop_name: "내 가게".into(),
        email: "me@x.kr".into(),
        password: "12345678".into(),
        name: "나".into(),
        set_up_code: None,
        point_charging: None,
        payment_methods: None,
        deposit_account: None,
        business: None,
    };
    assert!(set_up_shop(call.clone(), own).await.is_err(), "a real shop holds no demo users");
    drop(call);
    assert!(clear_unfinished(&folder).expect("it is cleared"), "the unfinished demo is known for what it is");
    let call = open(&folder);
    fill(&call.shop, SMALL, |_| ()).await.expect("the folder can be filled anew");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finished_demo_and_an_empty_folder_are_left_alone() {
    let (_place, folder) = folder();
    assert!(!clear_unfinished(&folder).expect("it is looked at"), "an empty folder holds nothing unfinished");
    let call = open(&folder);
    fill(&call.shop, SMALL, |_| ()).await.expect("the demo is made");
    drop(call);
    assert!(!clear_unfinished(&folder).expect("it is looked at"), "a finished demo stays");
    let info = get_shop(open(&folder), Empty {}).await.expect("the shop tells of itself");
    assert!(info.ready && info.demo, "with all that is in it");
}
