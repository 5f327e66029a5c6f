//! English names of products, options and coupons: in the cart, the quote and the order, which keeps them as they were.

use serde_json::json;
use shop_app::cart::get_cart;
use shop_app::coupon::{list_coupons, my_coupons, update_coupon};
use shop_app::order::quote_order;
use shop_contract::{CouponType, Empty, ErrorCode, ListMyCoupons, QuoteOrder, UpdateCoupon};
use shop_store::product::{NewOption, NewProduct};

use crate::scene::{Scene, product, rate, refused, won};
use shop_app::coupon::CouponDraft;

#[tokio::test]
async fn what_is_bought_has_its_english_names_as_they_were() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let admin = scene.admin().await;
    let option = |name: &str, name_en: Option<&str>| NewOption {
        name: name.to_owned(),
        name_en: name_en.map(str::to_owned),
        price: won(1_000),
        stock: 9,
        codes: shop_domain::catalog::Codes::default(),
    };
    let tea = NewProduct {
        name_en: Some(String::from("Tea")),
        options: vec![option("큰 것", Some("Large")), option("작은 것", None)],
        ..product(1_000, 0)
    };
    let tea = scene.make(tea).await;
    let found = scene.shop.read(|db| shop_store::product::find(db, tea)).expect("it is read").expect("it is there");
    for option in &found.options {
        scene.put(who, tea, Some(option.id), 1).await;
    }
    let held = scene.own(who, CouponDraft { name_en: Some(String::from("10% off")), ..rate(10) }).await;

    let cart = get_cart(scene.call(who), Empty {}).await.expect("a cart");
    let names: Vec<_> = cart.items.iter().map(|line| line.option_name_en.as_deref()).collect();
    assert_eq!(names, [Some("Large"), None], "the cart names the options");
    let quote = QuoteOrder { coupon_ids: vec![held], ..QuoteOrder::default() };
    let quote = quote_order(scene.call(who), quote).await.expect("a quote");
    let names: Vec<_> = quote.items.iter().map(|line| line.product_name_en.as_deref()).collect();
    assert_eq!(names, [Some("Tea / Large"), Some("Tea / 작은 것")], "an option without an English name keeps its own");
    assert_eq!(quote.coupons[0].name_en.as_deref(), Some("10% off"), "the coupon that applies");
    assert_eq!(quote.choices[0].coupon.name_en.as_deref(), Some("10% off"), "and those to choose from");
    let mine = my_coupons(scene.call(who), ListMyCoupons::default()).await.expect("coupons").items;
    assert_eq!(mine[0].name_en.as_deref(), Some("10% off"), "the customer's own");

    let placed = scene.place(who, &[held]).await.expect("it is placed");
    let renamed = UpdateCoupon {
        id: mine[0].coupon_id,
        updated_at: None,
        name: String::from("새 이름"),
        name_en: Some(String::from("A new name")),
        state: None,
        kind: CouponType::Cart,
        discount_rate: Some(10),
        discount_price: None,
        max_discount_price: None,
        min_order_amount: 0,
        product_ids: Vec::new(),
        total_quantity: 100,
        begin_date: rate(10).begin_date,
        end_date: rate(10).end_date,
        distribution: None,
        code: None,
    };
    let changed = update_coupon(scene.call(admin), renamed.clone()).await.expect("the name may change");
    assert_eq!(changed.coupon.name_en.as_deref(), Some("A new name"), "the coupon has it");
    let read = scene.order(who, placed.id).await;
    assert_eq!(json!(read.coupons), json!(placed.coupons), "the order keeps the name from when it was used");
    assert_eq!(read.coupons[0].name_en.as_deref(), Some("10% off"), "in English as well");
    let other = scene.customer(0).await;
    let offered = list_coupons(scene.call(other), Empty {}).await.expect("coupons").items;
    assert_eq!(offered[0].name_en.as_deref(), Some("A new name"), "others are offered the new one");
    let bad = UpdateCoupon { name_en: Some(String::from(" ")), ..renamed };
    let details = refused(update_coupon(scene.call(admin), bad).await, ErrorCode::InvalidInput, "an empty name");
    assert_eq!(details["fields"][0]["field"], "nameEn", "the form marks this field");
}
