//! SKUs and barcodes: unique over products and options, freed with them, found by admins, and in tables.

use shop_app::catalog::{
    add_product_option, create_product, delete_product, import_products, list_products_for_admin, restore_product,
    update_product, update_product_option,
};
use shop_app::runtime::Principal;
use shop_contract::*;

use super::goods::{cup, made, option};
use crate::scene::{Scene, edit_of, refused};

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn with_sku(sku: &str) -> CreateProduct {
    CreateProduct { sku: text(sku), ..cup() }
}

async fn found(scene: &Scene, admin: Principal, request: ListProductsForAdmin) -> Vec<i64> {
    let page = list_products_for_admin(scene.call(admin), request).await.expect("a list");
    page.items.iter().map(|product| product.id).collect()
}

fn option_edit(product: &AdminProduct, sku: Option<&str>, state: ProductOptionState) -> UpdateProductOption {
    UpdateProductOption {
        id: product.id,
        option_id: product.options.first().map_or(0, |option| option.id),
        updated_at: product.updated_at,
        name: String::from("빨강"),
        name_en: None,
        price: 1_000,
        sku: sku.map(str::to_owned),
        barcode: None,
        state,
    }
}

#[tokio::test]
async fn a_code_is_borne_by_one_product_or_option() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let mug = made(&scene, admin, CreateProduct { barcode: text("880123"), ..with_sku("  MUG-1 ") }).await;
    assert_eq!((mug.sku.as_deref(), mug.barcode.as_deref()), (Some("MUG-1"), Some("880123")), "trimmed");
    let details = refused(create_product(scene.call(admin), with_sku("mug-1")).await, ErrorCode::Conflict, "in use");
    assert_eq!(
        (&details["codeKind"], &details["code"], &details["productId"], &details["productName"]),
        (&"SKU".into(), &"MUG-1".into(), &mug.id.into(), &"머그컵".into()),
        "the product is named"
    );
    let same_text = CreateProduct { barcode: text("MUG-1"), ..with_sku("880123") };
    made(&scene, admin, same_text).await;
    let red = CreateProductOption { sku: text("RED"), ..option("빨강", 3) };
    let shirt = made(&scene, admin, CreateProduct { options: Some(vec![red.clone()]), ..with_sku("SHIRT") }).await;
    assert_eq!(shirt.options[0].sku.as_deref(), Some("RED"), "options have codes of their own");
    let details = refused(create_product(scene.call(admin), with_sku("RED")).await, ErrorCode::Conflict, "an option's");
    assert_eq!(details["productOptionId"], shirt.options[0].id, "the option is named");
    let twice = CreateProduct { options: Some(vec![red.clone(), red]), ..cup() };
    let details = refused(create_product(scene.call(admin), twice).await, ErrorCode::InvalidInput, "twice in one");
    assert_eq!(details["fields"][0]["field"], "options.sku", "the field is named");
    let blue = AddProductOption {
        id: shirt.id,
        name: String::from("파랑"),
        name_en: None,
        price: 1_000,
        stock: 1,
        sku: text("MUG-1"),
        barcode: None,
        own_stock: None,
        own_stock_reason: None,
    };
    refused(add_product_option(scene.call(admin), blue.clone()).await, ErrorCode::Conflict, "the mug's");
    let blue = AddProductOption { sku: text("BLUE"), ..blue };
    let shirt = add_product_option(scene.call(admin), blue).await.expect("it is free");
    let taken = option_edit(&shirt, Some("BLUE"), ProductOptionState::Normal);
    refused(update_product_option(scene.call(admin), taken).await, ErrorCode::Conflict, "the other option's");
    let taken = UpdateProduct { sku: text("SHIRT"), ..edit_of(&mug) };
    refused(update_product(scene.call(admin), taken).await, ErrorCode::Conflict, "the shirt's");
    let same = update_product(scene.call(admin), edit_of(&mug)).await.expect("its own code stays");
    assert_eq!(same.sku, mug.sku, "as it was");
    let none = update_product(scene.call(admin), UpdateProduct { sku: None, ..edit_of(&same) }).await;
    assert_eq!(none.expect("it may have none").sku, None, "what is absent it does not have");
    made(&scene, admin, with_sku("MUG-1")).await;
    for bad in ["가".repeat(65), String::from("A\u{7}B")] {
        let details = refused(create_product(scene.call(admin), with_sku(&bad)).await, ErrorCode::InvalidInput, "bad");
        assert_eq!(details["fields"][0]["field"], "sku", "{bad:?}");
    }
}

#[tokio::test]
async fn a_deleted_product_frees_its_codes() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let red = CreateProductOption { sku: text("RED"), ..option("빨강", 3) };
    let shirt = made(&scene, admin, CreateProduct { options: Some(vec![red]), ..with_sku("SHIRT") }).await;
    delete_product(scene.call(admin), ById { id: shirt.id }).await.expect("it is there");
    let back = restore_product(scene.call(admin), ById { id: shirt.id }).await.expect("both are free");
    assert_eq!((back.sku.as_deref(), back.options[0].sku.as_deref()), (Some("SHIRT"), Some("RED")), "they come back");
    refused(create_product(scene.call(admin), with_sku("RED")).await, ErrorCode::Conflict, "and are in use again");
    delete_product(scene.call(admin), ById { id: shirt.id }).await.expect("it is there");
    let other = made(&scene, admin, with_sku("RED")).await;
    let details =
        refused(restore_product(scene.call(admin), ById { id: shirt.id }).await, ErrorCode::Conflict, "in use by now");
    assert_eq!((&details["code"], &details["productId"]), (&"RED".into(), &other.id.into()), "by that product");
    delete_product(scene.call(admin), ById { id: other.id }).await.expect("it is there");
    restore_product(scene.call(admin), ById { id: shirt.id }).await.expect("it is free");
}

#[tokio::test]
async fn a_deleted_option_frees_its_code() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let red = CreateProductOption { sku: text("RED"), ..option("빨강", 3) };
    let shirt = made(&scene, admin, CreateProduct { options: Some(vec![red]), ..cup() }).await;
    let gone = option_edit(&shirt, Some("RED"), ProductOptionState::Deleted);
    let without = update_product_option(scene.call(admin), gone.clone()).await.expect("it is there");
    let other = made(&scene, admin, with_sku("RED")).await;
    let id = shirt.options[0].id;
    let back = UpdateProductOption {
        option_id: id,
        updated_at: without.updated_at,
        state: ProductOptionState::Normal,
        ..gone.clone()
    };
    refused(update_product_option(scene.call(admin), back.clone()).await, ErrorCode::Conflict, "in use by now");
    delete_product(scene.call(admin), ById { id: other.id }).await.expect("it is there");
    let back = update_product_option(scene.call(admin), back).await.expect("it is free");
    assert_eq!(back.options[0].sku.as_deref(), Some("RED"), "it comes back with it");
}

#[tokio::test]
async fn admins_find_products_by_their_codes() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let mug = made(&scene, admin, CreateProduct { barcode: text("8801234567893"), ..with_sku("MUG-1") }).await.id;
    let red = CreateProductOption { sku: text("MUG-RED"), barcode: text("8809999999999"), ..option("빨강", 3) };
    let shirt = made(&scene, admin, CreateProduct { options: Some(vec![red]), ..cup() }).await.id;
    let none = ListProductsForAdmin::default;
    for (request, expected) in [
        (ListProductsForAdmin { code: text("mug-1"), ..none() }, vec![mug]),
        (ListProductsForAdmin { code: text(" 8809999999999 "), ..none() }, vec![shirt]),
        (ListProductsForAdmin { code: text("MUG"), ..none() }, vec![]),
        (ListProductsForAdmin { code: text("MUG-1"), state: Some(ProductState::Deleted), ..none() }, vec![]),
        (ListProductsForAdmin { q: text("MUG-"), ..none() }, vec![shirt, mug]),
        (ListProductsForAdmin { q: text("880123"), ..none() }, vec![mug]),
        (ListProductsForAdmin { q: text("mug-r"), stock: Some(StockShortage::Low), ..none() }, vec![shirt]),
        (ListProductsForAdmin { q: text("MUG-"), sort: Some(AdminProductSort::PriceAsc), ..none() }, vec![shirt, mug]),
    ] {
        assert_eq!(found(&scene, admin, request.clone()).await, expected, "{request:?}");
    }
    let both = ListProductsForAdmin { code: text("x"), q: text("y"), ..none() };
    refused(list_products_for_admin(scene.call(admin), both).await, ErrorCode::InvalidInput, "one or the other");
    delete_product(scene.call(admin), ById { id: mug }).await.expect("it is there");
    let gone = ListProductsForAdmin { code: text("MUG-1"), ..none() };
    assert_eq!(found(&scene, admin, gone).await, Vec::<i64>::new(), "a deleted product bears no code");
}

#[tokio::test]
async fn a_table_sets_codes_and_says_which_are_in_use() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let mug = made(&scene, admin, with_sku("MUG-1")).await;
    let red = CreateProductOption { sku: text("RED"), ..option("빨강", 3) };
    let shirt = made(&scene, admin, CreateProduct { options: Some(vec![red]), ..cup() }).await;
    let table = |csv: String| ImportProducts { csv: Some(csv), ..ImportProducts::default() };
    let csv = format!(
        "id,name,option,sku,barcode,category,price,stock\n{},머그컵,,MUG-2,880,kitchen,9000,\n\
         {},머그컵,빨강,RED-2,,,,\n,새 컵,,NEW-1,,kitchen,1000,3\n",
        mug.id, shirt.id
    );
    let done = import_products(scene.call(admin), table(csv)).await.expect("all are free");
    assert_eq!((done.created, done.updated), (1, 2), "products and options alike");
    let seen = list_products_for_admin(scene.call(admin), ListProductsForAdmin::default()).await.expect("a list").items;
    let codes: Vec<_> = seen.iter().map(|product| (product.sku.as_deref(), product.barcode.as_deref())).collect();
    assert_eq!(codes, [(Some("NEW-1"), None), (None, None), (Some("MUG-2"), Some("880"))], "latest first");
    assert_eq!(seen[1].options[0].sku.as_deref(), Some("RED-2"), "the option's");
    let csv = format!(
        "id,name,sku,category,price,stock\n,하나,TWICE,kitchen,1000,1\n,둘,twice,kitchen,1000,1\n\
         ,셋,RED-2,kitchen,1000,1\n{},머그컵,MUG-2,kitchen,9000,\n",
        mug.id
    );
    let bad = import_products(scene.call(admin), table(csv)).await;
    let details = refused(bad, ErrorCode::InvalidInput, "two lines are not right");
    let faults: Vec<_> = details["faults"].as_array().expect("faults").iter().map(|fault| &fault["line"]).collect();
    assert_eq!(faults, [3, 4], "the second of one code, and one in use; a code of one's own is none: {details}");
    assert_eq!(details["faults"][0]["reason"], "CODE_TAKEN", "with the reason");
}

#[tokio::test]
async fn a_product_has_its_own_threshold() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let with = |stock, low_stock_threshold| CreateProduct { stock, low_stock_threshold, ..cup() };
    let few = made(&scene, admin, with(10, None)).await;
    let enough = made(&scene, admin, with(10, Some(5))).await;
    let early = made(&scene, admin, with(50, Some(60))).await;
    let out = made(&scene, admin, with(0, Some(0))).await;
    let low = ListProductsForAdmin { stock: Some(StockShortage::Low), ..ListProductsForAdmin::default() };
    assert_eq!(found(&scene, admin, low.clone()).await, [out.id, early.id, few.id], "each by its own threshold");
    let none_left = ListProductsForAdmin { stock: Some(StockShortage::Out), ..low.clone() };
    assert_eq!(found(&scene, admin, none_left).await, [out.id], "none left is none left");
    let flags = [&few, &enough, &early, &out].map(|product| product.low_stock);
    assert_eq!(flags, [true, false, true, true], "each says so of itself");
    let seen = shop_app::statistics::get_dashboard(scene.call(admin), Empty {}).await.expect("the dashboard");
    let ids: Vec<_> = seen.low_stock.iter().map(|low| low.product_id).collect();
    assert_eq!((seen.low_stock_count, ids), (3, vec![out.id, few.id, early.id]), "the least first");
    let back = update_product(scene.call(admin), UpdateProduct { low_stock_threshold: None, ..edit_of(&early) }).await;
    assert!(!back.expect("it may have none").low_stock, "then the shop's counts");
    let bad = refused(create_product(scene.call(admin), with(1, Some(101))).await, ErrorCode::InvalidInput, "too high");
    assert_eq!(bad["fields"][0]["field"], "lowStockThreshold", "the field is named");
}
