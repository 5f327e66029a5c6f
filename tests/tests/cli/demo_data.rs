//! `jangteo demo-data`: a market that is whole, private, and made only where there is nothing yet.

use std::collections::HashSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use rusqlite::Connection;
use shop_app::context::{Call, Shop};
use shop_app::runtime::{Pictures, ShopOptions};
use shop_app::user::{From, sign_in};
use shop_contract::{Empty, Login, UserType};
use tempfile::TempDir;

use crate::program::{file, jangteo, small_shop};

/// The one figure that a query finds.
fn figure(folder: &Path, sql: &str) -> i64 {
    let conn = Connection::open(file(folder)).expect("the file");
    conn.query_row(sql, [], |row| row.get(0)).expect("a figure")
}

#[test]
fn a_small_market_is_whole() {
    let folder = TempDir::new().expect("a folder");
    let ran = jangteo(&["demo-data", "--products", "40", "--users", "6", "--orders", "300"], folder.path());
    assert_eq!(ran.code, 0, "it is made: {}", ran.err);
    assert!(ran.err.contains("products 40/40") && ran.err.contains("orders"), "it tells how far it is: {}", ran.err);
    let summary = ran.json();
    assert_eq!(summary["products"], 40, "as many products as asked for");
    assert_eq!(summary["users"], 6, "as many customers");
    assert_eq!(figure(folder.path(), "SELECT count(*) FROM \"order\""), summary["orders"].as_i64().expect("a number"));
    for (state, name) in [
        ("CONFIRMED", "paid"),
        ("REFUNDED", "refunded"),
        ("CANCELLED", "cancelled"),
        ("PAYMENT_FAILED", "failed"),
        ("NORMAL", "unpaid"),
    ] {
        let count = figure(folder.path(), &format!("SELECT count(*) FROM \"order\" WHERE state = '{state}'"));
        assert_eq!(summary[name], count, "the summary tells the truth of {name}");
        assert!(count > 0, "{state} is to be seen");
    }
    let sales = figure(folder.path(), "SELECT sum(total_amount) FROM \"order\" WHERE state = 'CONFIRMED'");
    assert_eq!(summary["sales"], sales, "and of the sales");
    for (sql, what) in [
        ("SELECT count(DISTINCT delivery_state) = 3 FROM \"order\" WHERE state = 'CONFIRMED'", "parcels everywhere"),
        ("SELECT min(available_point) >= 1000000 FROM user WHERE type = 'CUSTOMER'", "points for everybody"),
        ("SELECT count(*) > 0 FROM coupon WHERE issued_quantity = total_quantity", "a coupon that is sold out"),
        ("SELECT count(*) > 0 FROM user_coupon WHERE state = 'USED'", "coupons that were used"),
        ("SELECT count(*) > 0 FROM cart_item WHERE state = 'NORMAL'", "something in a cart"),
        ("SELECT count(*) > 0 FROM wish", "wishes"),
        ("SELECT count(*) > 0 FROM address", "addresses"),
        ("SELECT count(*) > 0 FROM product WHERE list_order_price < price", "a running sale in the lists"),
        ("SELECT count(*) > 0 FROM product WHERE popularity > 0", "lists by popularity"),
    ] {
        assert_eq!(figure(folder.path(), sql), 1, "there are {what}");
    }
    assert_eq!(jangteo(&["verify"], folder.path()).json(), serde_json::json!([]), "and the books are right");
}

#[test]
fn only_the_owner_can_look_into_it() {
    let folder = small_shop();
    let mut seen = HashSet::new();
    let mut open = vec![folder.path().to_owned()];
    while let Some(path) = open.pop() {
        let mode = fs::metadata(&path).expect("it is there").permissions().mode() & 0o777;
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, expected, "{} is its owner's alone", path.display());
        if path.is_dir() {
            open.extend(fs::read_dir(&path).expect("it is ours").map(|entry| entry.expect("an entry").path()));
        }
        seen.insert(path);
    }
    assert!(seen.contains(&file(folder.path())), "the database is among them");
}

#[test]
fn a_shop_with_data_is_left_alone() {
    let folder = small_shop();
    let before = fs::read(file(folder.path())).expect("the file");
    let ran = jangteo(&["demo-data"], folder.path());
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "it is refused");
    assert!(ran.err.contains("not empty"), "with the reason: {}", ran.err);
    let orders = figure(folder.path(), "SELECT count(*) FROM \"order\"");
    assert!(!before.is_empty() && orders <= 80, "and nothing is added");
}

#[test]
fn a_folder_that_a_window_has_open_is_left_alone() {
    let folder = TempDir::new().expect("a folder");
    let data = shop_app::runtime::DataFolder::open(Some(folder.path().to_owned())).expect("a data folder");
    let _window = data.lock().expect("nobody else has it");
    let ran = jangteo(&["demo-data", "--products", "1", "--users", "1", "--orders", "0"], folder.path());
    assert_eq!(ran.code, 2, "it is refused");
    assert!(ran.err.contains("another window"), "with the reason: {}", ran.err);
}

#[test]
fn sizes_out_of_range_are_refused() {
    let folder = TempDir::new().expect("a folder");
    for bad in [["--products", "0"], ["--users", "0"], ["--orders", "-1"], ["--seed", "x"], ["--products", "1e3"]] {
        let ran = jangteo(&["demo-data", bad[0], bad[1]], folder.path());
        assert_eq!(ran.code, 2, "{bad:?} is refused");
    }
    assert_eq!(fs::read_dir(folder.path()).expect("ours").count(), 0, "before anything is made");
}

#[tokio::test]
async fn every_persona_can_come_in_and_has_a_picture_to_look_at() {
    let folder = small_shop();
    let shop = Shop::open(ShopOptions::new(folder.path())).expect("the shop opens");
    let call = || Call::new(shop.clone(), None, None);
    let info = shop_app::shop::get_shop(call(), Empty {}).await.expect("everybody may ask");
    assert!(info.ready && info.demo && info.name == "장터", "it is a demo shop: {info:?}");
    assert!(info.personas.iter().any(|persona| persona.kind == UserType::Admin), "the admin is among them");
    assert!(info.personas.iter().any(|persona| persona.email == "customer1@demo.jangteo"), "the first customer too");
    for persona in info.personas {
        let login = Login { email: persona.email.clone(), password: persona.password };
        let from = From { device: String::from("test"), address: String::from("test") };
        let (_, _, user) = sign_in(call(), login, from).await.map_err(|error| error.code).expect("it is the password");
        assert_eq!(user.email, persona.email, "the user who was meant");
        assert_eq!(user.available_point, persona.available_point, "the points that were shown");
    }
    let products = shop_app::catalog::list_products(call(), Default::default()).await.expect("a list");
    let pictures = Pictures::in_data_folder(folder.path()).drawn_by(shop_demo::draw_picture);
    for product in products.items {
        let url = product.image_url.expect("every product has a picture");
        let name = url.strip_prefix("/images/").expect("under its address");
        assert!(pictures.load(name).is_some(), "{name} is drawn");
    }
}
