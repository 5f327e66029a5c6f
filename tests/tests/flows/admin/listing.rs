//! The admin's list of products.

use shop_app::catalog::{delete_product, list_products_for_admin, update_product};
use shop_app::runtime::Principal;
use shop_contract::*;

use super::goods::{cup, made, option};
use crate::scene::{Scene, edit_of, refused};

/// The ids of a list, all pages of it, two rows at a time.
async fn all(scene: &Scene, admin: Principal, request: ListProductsForAdmin) -> Vec<i64> {
    let mut ids = Vec::new();
    let mut request = ListProductsForAdmin { limit: Some(2), ..request };
    loop {
        let page = list_products_for_admin(scene.call(admin), request.clone()).await.expect("the request is good");
        ids.extend(page.items.iter().map(|product| product.id));
        request.cursor = page.next_cursor;
        if request.cursor.is_none() {
            return ids;
        }
    }
}

#[tokio::test]
async fn the_admin_s_list_holds_what_was_asked_for() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let named = |name: &str, category: &str, price, stock| CreateProduct {
        name: name.to_owned(),
        category: category.to_owned(),
        price,
        stock,
        ..cup()
    };
    let cup = made(&scene, admin, named("머그컵", "kitchen", 9_000, 50)).await;
    let pan = made(&scene, admin, named("프라이팬", "kitchen", 30_000, 10)).await.id;
    let tent = made(&scene, admin, named("텐트", "camping", 200_000, 0)).await.id;
    let gone = made(&scene, admin, named("지난 텐트", "camping", 1_000, 0)).await.id;
    delete_product(scene.call(admin), ById { id: gone }).await.expect("it is there");
    let options = Some(vec![option("큰 것", 11), option("작은 것", 3)]);
    let rug = made(&scene, admin, CreateProduct { options, ..named("깔개", "camping", 5_000, 0) }).await.id;
    let old = UpdateProduct { state: Some(EditedProductState::Discontinued), ..edit_of(&cup) };
    let cup = update_product(scene.call(admin), old).await.expect("it is discontinued").id;
    let none = ListProductsForAdmin::default;
    let text = |text: &str| Some(text.to_owned());
    for (request, expected) in [
        (none(), vec![rug, tent, pan, cup]),
        (ListProductsForAdmin { state: Some(ProductState::Deleted), ..none() }, vec![gone]),
        (ListProductsForAdmin { state: Some(ProductState::Discontinued), ..none() }, vec![cup]),
        (ListProductsForAdmin { category: text("camping"), ..none() }, vec![rug, tent]),
        (ListProductsForAdmin { sort: Some(AdminProductSort::PriceAsc), ..none() }, vec![rug, cup, pan, tent]),
        (ListProductsForAdmin { sort: Some(AdminProductSort::PriceDesc), ..none() }, vec![tent, pan, cup, rug]),
        (ListProductsForAdmin { sort: Some(AdminProductSort::Popular), ..none() }, vec![rug, tent, pan, cup]),
        (ListProductsForAdmin { stock: Some(StockShortage::Low), ..none() }, vec![rug, tent, pan]),
        (ListProductsForAdmin { stock: Some(StockShortage::Out), ..none() }, vec![tent]),
        (ListProductsForAdmin { q: text("텐트"), ..none() }, vec![tent]),
        (ListProductsForAdmin { q: text("텐트"), state: Some(ProductState::Deleted), ..none() }, vec![gone]),
        (ListProductsForAdmin { q: text("텐트"), stock: Some(StockShortage::Low), ..none() }, vec![tent]),
        (ListProductsForAdmin { q: text("팬"), stock: Some(StockShortage::Out), ..none() }, vec![]),
        (ListProductsForAdmin { q: text("\"*("), ..none() }, vec![]),
    ] {
        assert_eq!(all(&scene, admin, request.clone()).await, expected, "{request:?}");
        let first = ListProductsForAdmin { limit: Some(1), ..request.clone() };
        let total = list_products_for_admin(scene.call(admin), first).await.expect("a page").total_count;
        assert_eq!(total, i64::try_from(expected.len()).ok(), "and counted by its first page: {request:?}");
    }
    let whole = list_products_for_admin(scene.call(admin), none()).await.expect("a page").items;
    let low: Vec<_> = whole.iter().filter(|product| product.low_stock).map(|product| product.id).collect();
    assert_eq!(low, [rug, tent, pan], "each says of itself what the filter finds");
    let two = ListProductsForAdmin { limit: Some(2), ..none() };
    let page = list_products_for_admin(scene.call(admin), two.clone()).await.expect("a page");
    assert_eq!(page.total_count, Some(4), "the first page says how many there are");
    let other = ListProductsForAdmin { cursor: page.next_cursor, sort: Some(AdminProductSort::PriceAsc), ..two };
    refused(
        list_products_for_admin(scene.call(admin), other).await,
        ErrorCode::InvalidInput,
        "a cursor of another list",
    );
}
