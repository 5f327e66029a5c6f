//! What becomes of the stock of a product that gets its first option.

use shop_app::catalog::{add_product_option, get_product_for_admin};
use shop_contract::*;

use super::goods::{cup, made};
use crate::scene::{Scene, refused};

fn red(id: i64, own_stock: Option<OwnStock>) -> AddProductOption {
    AddProductOption {
        id,
        name: String::from("빨강"),
        name_en: None,
        price: 1_000,
        stock: 3,
        sku: None,
        barcode: None,
        own_stock,
        own_stock_reason: None,
    }
}

/// The movements of a product: type, change, level after, reason.
fn movements(scene: &Scene, id: i64) -> String {
    scene.text(&format!(
        "SELECT group_concat(type || ' ' || quantity || ' ' || available_after || ' ' || reason, ', ')
         FROM (SELECT * FROM stock_movement WHERE product_id = {id} ORDER BY id)"
    ))
}

#[tokio::test]
async fn own_stock_is_moved_to_the_first_option() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = made(&scene, admin, cup()).await.id;
    let with = add_product_option(scene.call(admin), red(id, Some(OwnStock::Move))).await.expect("an option");
    assert_eq!(with.options[0].available_quantity, 15, "twelve in addition to its three");
    assert_eq!(movements(&scene, id), "DECREASE -12 0 → 빨강, INCREASE 12 15 ← 머그컵", "each level says how");
    let blue = AddProductOption { name: String::from("파랑"), ..red(id, Some(OwnStock::Move)) };
    let with = add_product_option(scene.call(admin), blue).await.expect("an option");
    assert_eq!(with.options[1].available_quantity, 3, "a later one finds nothing to move");
    let seen = get_product_for_admin(scene.call(admin), ById { id }).await.expect("it is there");
    assert_eq!(seen.available_quantity, 18, "nothing is lost");
}

#[tokio::test]
async fn own_stock_is_written_off_with_a_reason() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = made(&scene, admin, cup()).await.id;
    let reason = Some(String::from("반품"));
    let off = AddProductOption { own_stock_reason: reason, ..red(id, Some(OwnStock::WriteOff)) };
    let bad = AddProductOption { own_stock_reason: Some(String::from(" ")), ..off.clone() };
    let details = refused(add_product_option(scene.call(admin), bad).await, ErrorCode::InvalidInput, "no reason");
    assert_eq!(details["fields"][0]["field"], "ownStockReason", "the field is named");
    let with = add_product_option(scene.call(admin), off).await.expect("an option");
    assert_eq!(with.options[0].available_quantity, 3, "its own");
    assert_eq!(movements(&scene, id), "DECREASE -12 0 반품", "with a movement");
}

#[tokio::test]
async fn more_than_an_option_can_have_is_refused() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = made(&scene, admin, CreateProduct { stock: 1_000_000_000, ..cup() }).await.id;
    let refusal = add_product_option(scene.call(admin), red(id, Some(OwnStock::Move))).await;
    refused(refusal, ErrorCode::InvalidStockAdjustment, "more than a billion");
    assert_eq!(scene.count("SELECT count(*) FROM product_option"), 0, "no option is made");
}
