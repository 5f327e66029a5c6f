//! Products as the admin keeps them.

use chrono::TimeDelta;
use serde_json::json;
use shop_app::catalog::{
    add_product_option, create_product, delete_product, get_product, get_product_for_admin, list_products,
    restore_product, update_product, update_product_option,
};
use shop_app::context::perform;
use shop_contract::*;

use super::goods::{acts, cup, made, option};
use crate::scene::{Scene, edit_of, noon, refused};

fn found(q: &str) -> ListProducts {
    ListProducts { q: Some(q.to_owned()), ..ListProducts::default() }
}

async fn finds(scene: &Scene, q: &str) -> usize {
    list_products(scene.visitor(), found(q)).await.expect("a search").items.len()
}

#[tokio::test]
async fn a_product_is_made_as_it_was_asked_for() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let sale = ProductSale { rate: 20, begins_at: noon() + TimeDelta::hours(1), ends_at: noon() + TimeDelta::hours(2) };
    let options = Some(vec![option("빨강", 3), option("파랑", 4)]);
    let product = made(&scene, admin, CreateProduct { sale: Some(sale), options, ..cup() }).await;
    assert_eq!((product.price, product.base_price, product.on_sale), (1_000, 1_000, false), "the sale is to come");
    assert_eq!(product.sale, Some(sale), "but the admin sees it");
    assert_eq!((product.available_quantity, product.sold_quantity), (7, 0), "the options have the stock");
    assert_eq!(acts(&scene, "create_product", product.id), 1, "it is written down");
    assert_eq!(finds(&scene, "머그").await, 1, "shoppers find it");
    scene.advance_minutes(90);
    let later = get_product_for_admin(scene.call(admin), ById { id: product.id }).await.expect("it is there");
    assert_eq!((later.price, later.base_price, later.on_sale), (800, 1_000, true), "now the sale runs");
    assert_eq!((later.options[0].price, later.options[0].base_price), (800, 1_000), "for its options alike");
}

#[tokio::test]
async fn a_product_must_be_good_to_be_made() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let sale = ProductSale { rate: 20, begins_at: noon(), ends_at: noon() };
    for (field, bad) in [
        ("name", CreateProduct { name: String::from("\u{200B}"), ..cup() }),
        ("nameEn", CreateProduct { name_en: Some(String::new()), ..cup() }),
        ("description", CreateProduct { description: Some("가".repeat(5_001)), ..cup() }),
        ("category", CreateProduct { category: "c".repeat(51), ..cup() }),
        ("price", CreateProduct { price: -1, ..cup() }),
        ("limitedQuantity", CreateProduct { limited_quantity: Some(0), ..cup() }),
        ("sale", CreateProduct { sale: Some(sale), ..cup() }),
        ("stock", CreateProduct { stock: 1_000_000_001, ..cup() }),
        ("options.name", CreateProduct { options: Some(vec![option("", 1)]), ..cup() }),
        ("options", CreateProduct { options: Some(vec![option("색", 1); 101]), ..cup() }),
    ] {
        let details = refused(create_product(scene.call(admin), bad).await, ErrorCode::InvalidInput, field);
        assert_eq!(details["fields"][0]["field"], field, "the form marks this field");
    }
    assert_eq!(scene.count("SELECT count(*) FROM product"), 0, "nothing was made");
    assert_eq!(scene.count("SELECT count(*) FROM audit_log"), 0, "and nothing is said to have been");
}

#[tokio::test]
async fn the_same_request_again_makes_no_second_product() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let mut ids = Vec::new();
    for _ in 0..2 {
        let made = create_product(scene.call_with_key(admin, "new cup"), cup()).await;
        ids.push(made.expect("the first answer, twice").id);
    }
    assert_eq!(ids[0], ids[1], "it is the same product");
    assert_eq!(acts(&scene, "create_product", ids[0]), 1, "made once");
}

#[tokio::test]
async fn an_edit_changes_what_shoppers_find_see_and_pay() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let product = made(&scene, admin, cup()).await;
    let order = scene.buy(who, product.id).await;
    let sale = ProductSale { rate: 50, begins_at: noon(), ends_at: noon() + TimeDelta::hours(1) };
    let edit = UpdateProduct {
        name: String::from("찻잔"),
        name_en: None,
        category: String::from("tea"),
        price: 8_000,
        limited_quantity: Some(2),
        sale: Some(sale),
        ..edit_of(&product)
    };
    let edited = update_product(scene.call(admin), edit).await.expect("nobody else has changed it");
    assert_eq!((edited.price, edited.base_price, edited.limited_quantity), (4_000, 8_000, Some(2)), "as asked for");
    assert_eq!((edited.name_en, edited.sold_quantity), (None, 1), "what is absent is gone; what is sold is sold");
    assert!(edited.updated_at > product.updated_at, "even within one instant it is a later product");
    assert_eq!(
        (finds(&scene, "머그컵").await, finds(&scene, "찻잔").await),
        (0, 1),
        "it is found by its new name alone"
    );
    let cheapest =
        ListProducts { max_price: Some(4_000), sort: Some(ProductSort::PriceAsc), ..ListProducts::default() };
    let listed = list_products(scene.visitor(), cheapest).await.expect("a list");
    assert_eq!(listed.items.len(), 1, "lists order it by the price of the moment");
    assert_eq!(scene.order(who, order.id).await.items[0].product_name, "머그컵", "an order keeps what was sold");
    let act = "SELECT count(*) FROM audit_log WHERE action = 'update_product'
               AND json_extract(before, '$.name') = '머그컵' AND json_extract(after, '$.name') = '찻잔'";
    assert_eq!(scene.count(act), 1, "before and after are written down");
}

#[tokio::test]
async fn who_edits_what_has_been_changed_meanwhile_is_shown_both() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let product = made(&scene, admin, cup()).await;
    let mine = UpdateProduct { price: 1, ..edit_of(&product) };
    let theirs = UpdateProduct { price: 2, ..edit_of(&product) };
    update_product(scene.call(admin), theirs).await.expect("the first edit");
    let details = refused(update_product(scene.call(admin), mine).await, ErrorCode::Conflict, "the second is too late");
    assert_eq!(details["current"]["basePrice"], 2, "it is told what there is now");
    let current = get_product_for_admin(scene.call(admin), ById { id: product.id }).await.expect("it is there");
    assert_eq!(details["current"], json!(current), "as the admin reads it");
    let bad = UpdateProduct { name: String::new(), ..edit_of(&product) };
    refused(update_product(scene.call(admin), bad).await, ErrorCode::InvalidInput, "bad input is said before that");
    let nothing = UpdateProduct { id: 999, ..edit_of(&product) };
    refused(update_product(scene.call(admin), nothing).await, ErrorCode::ProductNotFound, "no such product");
    assert_eq!(acts(&scene, "update_product", product.id), 1, "one edit was done");
}

#[tokio::test]
async fn a_sale_does_not_disturb_an_edit() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let product = made(&scene, admin, cup()).await;
    scene.buy(who, product.id).await;
    let edited = update_product(scene.call(admin), UpdateProduct { price: 1, ..edit_of(&product) }).await;
    assert_eq!(edited.expect("stock is no part of the edit").available_quantity, 11, "the unit is sold all the same");
}

#[tokio::test]
async fn options_come_change_go_and_come_back() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let product = made(&scene, admin, cup()).await;
    let add = |name: &str| AddProductOption {
        id: product.id,
        name: name.to_owned(),
        name_en: None,
        price: 500,
        stock: 3,
        sku: None,
        barcode: None,
        own_stock: None,
        own_stock_reason: None,
    };
    let with = add_product_option(scene.call(admin), add("보자기")).await.expect("an option");
    assert_eq!((with.options.len(), with.available_quantity), (1, 3), "now the option has the stock");
    assert_eq!(finds(&scene, "보자기").await, 1, "the product is found by its option");
    let change = |product: &AdminProduct, state| UpdateProductOption {
        id: product.id,
        option_id: with.options[0].id,
        updated_at: product.updated_at,
        name: String::from("상자"),
        name_en: None,
        price: 700,
        sku: None,
        barcode: None,
        state,
    };
    let gone = change(&with, ProductOptionState::Deleted);
    let gone = update_product_option(scene.call(admin), gone).await.expect("nobody else has changed it");
    assert_eq!((gone.options.len(), gone.available_quantity), (0, 12), "the product's own stock counts again");
    let stale = change(&with, ProductOptionState::Normal);
    refused(update_product_option(scene.call(admin), stale).await, ErrorCode::Conflict, "it was changed meanwhile");
    let back = change(&gone, ProductOptionState::Normal);
    let back = update_product_option(scene.call(admin), back).await.expect("it comes back");
    assert_eq!((back.options[0].name.as_str(), back.options[0].base_price), ("상자", 700), "as it was changed");
    let nothing = UpdateProductOption { option_id: 999, ..change(&back, ProductOptionState::Normal) };
    refused(update_product_option(scene.call(admin), nothing).await, ErrorCode::NotFound, "none of its options");
    let bad = AddProductOption { price: -1, ..add("x") };
    refused(add_product_option(scene.call(admin), bad).await, ErrorCode::InvalidInput, "no price");
    let nowhere = AddProductOption { id: 999, ..add("x") };
    refused(add_product_option(scene.call(admin), nowhere).await, ErrorCode::ProductNotFound, "no product");
    assert_eq!(acts(&scene, "update_product_option", product.id), 2, "what was done is written down");
}

#[tokio::test]
async fn a_deleted_product_is_gone_until_it_is_restored() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let product = made(&scene, admin, cup()).await;
    let id = product.id;
    let off_sale = UpdateProduct { state: Some(EditedProductState::OutOfStock), ..edit_of(&product) };
    let edited = update_product(scene.call(admin), off_sale).await.expect("it is taken off sale");
    let renamed = UpdateProduct { state: None, ..edit_of(&edited) };
    update_product(scene.call(admin), renamed).await.expect("its state is not told, and stays");
    delete_product(scene.call(admin), ById { id }).await.expect("it is deleted");
    refused(get_product(scene.call(who), ById { id }).await, ErrorCode::ProductNotFound, "shoppers see it no more");
    let again = delete_product(scene.call(admin), ById { id }).await;
    refused(again, ErrorCode::ProductNotFound, "it cannot be deleted twice");
    let kept = get_product_for_admin(scene.call(admin), ById { id }).await.expect("the admin does");
    assert_eq!(kept.state, ProductState::Deleted, "as what it is");
    refused(
        update_product(scene.call(admin), edit_of(&kept)).await,
        ErrorCode::ProductNotFound,
        "but not to be edited",
    );
    let restored = restore_product(scene.call(admin), ById { id }).await.expect("it comes back");
    assert_eq!(restored.state, ProductState::OutOfStock, "as it was, not on sale");
    let details = refused(restore_product(scene.call(admin), ById { id }).await, ErrorCode::Conflict, "it is there");
    assert_eq!(details["current"]["state"], "OUT_OF_STOCK", "as this");
    refused(restore_product(scene.call(admin), ById { id: 999 }).await, ErrorCode::ProductNotFound, "no such product");
    assert_eq!(
        (acts(&scene, "delete_product", id), acts(&scene, "restore_product", id)),
        (1, 1),
        "both are written down"
    );
    assert_eq!(made(&scene, admin, cup()).await.name, product.name, "a name can be used again");
}

#[tokio::test]
async fn a_deletion_with_an_idempotency_key_answers_that_it_is_done() {
    let scene = Scene::new();
    let (admin, id) = (scene.admin().await, scene.product(1_000, 5).await);
    for _ in 0..2 {
        let call = scene.call_with_key(admin, "gone");
        let done = perform(call, operation::delete_product, Ok(json!({"id": id})), delete_product).await;
        let sent = serde_json::to_value(done.expect("it is deleted")).expect("JSON");
        assert_eq!(sent, json!({}), "not the product that was stored");
    }
}
