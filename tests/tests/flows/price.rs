//! What a product costs: a sale while it runs, and the prices of options.

use chrono::TimeDelta;
use shop_app::catalog::{NewOption, NewProduct, NewSale, get_product, refresh_sales};
use shop_contract::{ById, ListProducts, Product, ProductSort};

use crate::catalog::{all, made, named, sorted};
use crate::scene::{Scene, noon};
use shop_domain::catalog::Codes;

#[tokio::test]
async fn a_sale_lowers_the_price_while_it_runs() {
    let scene = Scene::new();
    let sale = NewSale { rate: 30, begins_at: noon() + TimeDelta::hours(1), ends_at: noon() + TimeDelta::hours(2) };
    let options =
        vec![NewOption { name: String::from("큰 것"), name_en: None, price: 999, stock: 4, codes: Codes::default() }];
    let product = made(&scene, NewProduct { sale: Some(sale), options, ..named("컵", "kitchen", 5_000, 0) }).await;
    let dear = made(&scene, named("접시", "kitchen", 800, 1)).await;
    let on_sale = ListProducts { on_sale: Some(true), ..ListProducts::default() };
    for (hours, price, list_price, option, order) in [
        (0, 999, None, 999, [dear.id, product.id]),
        (1, 699, Some(999), 699, [product.id, dear.id]),
        (1, 999, None, 999, [dear.id, product.id]),
    ] {
        scene.clock.advance(TimeDelta::hours(hours));
        refresh_sales(&scene.shop, 100).await.expect("the job runs");
        let shown = get_product(scene.visitor(), ById { id: product.id }).await.expect("it is there");
        assert_eq!((shown.price, shown.list_price), (price, list_price), "what it costs at that hour");
        assert_eq!(shown.options[0].price, option, "its option alike");
        let listed = all(&scene, on_sale.clone()).await;
        assert_eq!(listed.is_empty(), list_price.is_none(), "the sale's list holds it while it runs");
        assert_eq!(all(&scene, sorted(ProductSort::PriceAsc)).await, order, "lists are ordered by the price shown");
    }
}

#[tokio::test]
async fn a_product_with_options_costs_what_they_cost() {
    let scene = Scene::new();
    let option = |name: &str, price| NewOption {
        name: name.to_owned(),
        name_en: None,
        price,
        stock: 4,
        codes: Codes::default(),
    };
    let options = vec![option("L", 45_000), option("S", 17_800), option("M", 20_000)];
    let shirt = made(&scene, NewProduct { options, ..named("셔츠", "clothes", 39_800, 0) }).await;
    let (cup, lamp) =
        (made(&scene, named("컵", "kitchen", 20_000, 1)).await, made(&scene, named("등", "desk", 9, 1)).await);
    let prices = |shown: &Product| (shown.price, shown.price_from, shown.price_to);
    assert_eq!(prices(&shirt), (17_800, 17_800, 45_000), "from the cheapest option to the dearest");
    assert_eq!(prices(&cup), (20_000, 20_000, 20_000), "without options there is one price");
    let order = all(&scene, sorted(ProductSort::PriceAsc)).await;
    assert_eq!(order, [lamp.id, shirt.id, cup.id], "a list is ordered by the price that it shows");
    let below = ListProducts { max_price: Some(18_000), min_price: Some(10_000), ..ListProducts::default() };
    assert_eq!(all(&scene, below).await, [shirt.id], "and filtered by it");
}
