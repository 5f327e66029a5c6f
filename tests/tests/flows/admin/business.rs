//! The facts about the business behind the shop.

use serde_json::json;
use shop_app::shop::{get_settings, get_shop, set_up_shop, update_settings};
use shop_contract::{Business, Empty, ErrorCode, SetUpShop, UpdateSettings};

use crate::scene::{Scene, refused};
use crate::users::PASSWORD;

fn business() -> Business {
    Business { name: "장터상회".to_owned(), registration_number: "1248100998".to_owned(), ..Business::default() }
}

fn settings(business: Option<Business>) -> UpdateSettings {
    serde_json::from_value(json!({
        "shopName": "장터", "lowStockThreshold": 10, "orderExpiryMinutes": 30, "business": business,
    }))
    .expect("settings")
}

#[tokio::test]
async fn the_business_is_told_to_every_visitor_once_it_is_given() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let told = async || get_shop(scene.visitor(), Empty {}).await.expect("the shop").business;
    assert_eq!(told().await, None, "nothing is given");
    let wrong = Business { registration_number: "124-81-00997".to_owned(), phone: "전화".to_owned(), ..business() };
    let details =
        refused(update_settings(scene.call(admin), settings(Some(wrong))).await, ErrorCode::InvalidInput, "wrong");
    let fields: Vec<_> = details["fields"].as_array().expect("fields").iter().map(|fault| &fault["field"]).collect();
    assert_eq!(fields, ["business.registrationNumber", "business.phone"], "all faults are named");
    update_settings(scene.call(admin), settings(Some(business()))).await.expect("right");
    let kept = Business { registration_number: "124-81-00998".to_owned(), ..business() };
    assert_eq!(told().await, Some(kept.clone()), "in its usual form");
    let at = get_settings(scene.call(admin), Empty {}).await.expect("settings");
    assert_eq!(at.business, Some(kept), "also among the settings");
    let same = UpdateSettings { updated_at: at.updated_at, ..settings(None) };
    let at = update_settings(scene.call(admin), same).await.expect("not named").updated_at;
    assert!(told().await.is_some(), "as it was where the request has none");
    let none = UpdateSettings { updated_at: at, ..settings(Some(Business::default())) };
    update_settings(scene.call(admin), none).await.expect("empty texts");
    assert_eq!(told().await, None, "nothing of it");
}

#[tokio::test]
async fn the_set_up_takes_the_business_along() {
    let scene = Scene::new();
    let own = |business| SetUpShop {
        shop_name: "장터".to_owned(),
        email: "owner@shop.kr".to_owned(),
        password: PASSWORD.to_owned(),
        name: "박주인".to_owned(),
        set_up_code: None,
        point_charging: None,
        payment_methods: None,
        deposit_account: None,
        business: Some(business),
    };
    let wrong = Business { email: "none".to_owned(), ..business() };
    refused(set_up_shop(scene.visitor(), own(wrong)).await, ErrorCode::InvalidInput, "no e-mail address");
    let shop = set_up_shop(scene.visitor(), own(business())).await.expect("set up");
    assert_eq!(shop.business.map(|business| business.name).as_deref(), Some("장터상회"));
}
