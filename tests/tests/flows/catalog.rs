//! The catalogue: lists, search, one product, categories.

use chrono::TimeDelta;
use shop_app::catalog::{
    NewOption, NewProduct, NewSale, create_products, get_product, list_categories, list_products, list_wishes,
};
use shop_contract::{ById, Empty, ErrorCode, ListPage, ListProducts, Product, ProductPage, ProductSort, StockStatus};
use shop_domain::catalog::Codes;

use crate::scene::{Scene, noon, refused};

pub fn named(name: &str, category: &str, price: i64, stock: i64) -> NewProduct {
    NewProduct { name: name.to_owned(), category: category.to_owned(), price, stock, ..NewProduct::default() }
}

pub async fn made(scene: &Scene, product: NewProduct) -> Product {
    create_products(scene.visitor(), vec![product]).await.expect("the product is good").remove(0)
}

async fn page(scene: &Scene, request: ListProducts) -> ProductPage {
    list_products(scene.visitor(), request).await.expect("the request is good")
}

/// Every page of a list, a few rows at a time.
pub async fn all(scene: &Scene, request: ListProducts) -> Vec<i64> {
    let mut ids = Vec::new();
    let mut request = ListProducts { limit: Some(2), ..request };
    loop {
        let page = page(scene, request.clone()).await;
        ids.extend(page.items.iter().map(|product| product.id));
        if page.next_cursor.is_none() {
            return ids;
        }
        request.cursor = page.next_cursor;
    }
}

pub fn sorted(sort: ProductSort) -> ListProducts {
    ListProducts { sort: Some(sort), ..ListProducts::default() }
}

fn search(q: &str) -> ListProducts {
    ListProducts { q: Some(q.to_owned()), ..ListProducts::default() }
}

#[tokio::test]
async fn every_order_pages_through_every_product_once() {
    let scene = Scene::new();
    let mut ids = Vec::new();
    for price in [300, 100, 200, 100, 300] {
        ids.push(made(&scene, named("마우스", "desk", price, 1)).await.id);
    }
    scene.sql(&format!("UPDATE product SET popularity = 9 WHERE id = {}", ids[1]));
    let [a, b, c, d, e] = ids[..] else { panic!("five were made") };
    for (sort, expected) in [
        (ProductSort::Newest, [e, d, c, b, a]),
        (ProductSort::PriceAsc, [b, d, c, a, e]),
        (ProductSort::PriceDesc, [e, a, c, d, b]),
        (ProductSort::Popular, [b, e, d, c, a]),
        (ProductSort::Relevance, [e, d, c, b, a]),
    ] {
        let ways_in = [
            sorted(sort),
            ListProducts { category: Some(String::from("desk")), ..sorted(sort) },
            ListProducts { ids: Some(format!("{c},{a},{b},{e},{d}")), ..sorted(sort) },
            ListProducts { q: Some(String::from("마우")), ..sorted(sort) },
        ];
        for request in ways_in {
            assert_eq!(all(&scene, request.clone()).await, expected, "{request:?}");
        }
    }
}

#[tokio::test]
async fn a_list_holds_what_was_asked_for() {
    let scene = Scene::new();
    let cup = made(&scene, named("머그컵", "kitchen", 9_000, 3)).await.id;
    let pan = made(&scene, named("프라이팬", "kitchen", 30_000, 0)).await.id;
    let tent = made(&scene, named("텐트", "camping", 200_000, 1)).await.id;
    let gone = made(&scene, named("지난 텐트", "camping", 1_000, 1)).await.id;
    scene.sql(&format!("UPDATE product SET state = 'DELETED' WHERE id = {gone}"));
    let none = ListProducts::default;
    for (request, expected) in [
        (none(), vec![tent, pan, cup]),
        (ListProducts { category: Some(String::from("kitchen")), ..none() }, vec![pan, cup]),
        (ListProducts { category: Some(String::from("nothing")), ..none() }, vec![]),
        (ListProducts { min_price: Some(9_000), max_price: Some(30_000), ..none() }, vec![pan, cup]),
        (ListProducts { min_price: Some(9_001), ..none() }, vec![tent, pan]),
        (ListProducts { in_stock: Some(true), ..none() }, vec![tent, cup]),
        (ListProducts { in_stock: Some(false), ..none() }, vec![tent, pan, cup]),
        (ListProducts { ids: Some(format!("{cup},{gone},{tent},999")), ..none() }, vec![tent, cup]),
        (ListProducts { on_sale: Some(true), ..none() }, vec![]),
        (search("텐트"), vec![tent]),
        (ListProducts { in_stock: Some(true), category: Some(String::from("kitchen")), ..search("컵") }, vec![cup]),
    ] {
        assert_eq!(all(&scene, request.clone()).await, expected, "{request:?}");
    }
}

#[tokio::test]
async fn bad_lists_are_bad_input() {
    let scene = Scene::new();
    for price in 1..=3 {
        made(&scene, named("컵", "kitchen", price, 1)).await;
    }
    let limit = |limit| ListProducts { limit: Some(limit), ..ListProducts::default() };
    let cursor = page(&scene, limit(1)).await.next_cursor;
    let with_cursor = |request| ListProducts { cursor: cursor.clone(), ..request };
    for bad in [
        limit(0),
        limit(101),
        limit(i64::MIN),
        with_cursor(sorted(ProductSort::PriceAsc)),
        with_cursor(search("컵")),
        with_cursor(search("\"*(")),
        with_cursor(ListProducts { category: Some(String::from("kitchen")), ..ListProducts::default() }),
        ListProducts { cursor: Some(String::from("x")), ..ListProducts::default() },
        ListProducts { ids: Some(String::from("1,x")), ..ListProducts::default() },
        ListProducts { min_price: Some(-1), ..ListProducts::default() },
        ListProducts { max_price: Some(i64::MAX), ..ListProducts::default() },
    ] {
        refused(list_products(scene.visitor(), bad.clone()).await, ErrorCode::InvalidInput, &format!("{bad:?}"));
    }
    let wishes = ListPage { cursor, limit: None };
    let who = scene.customer(0).await;
    refused(list_wishes(scene.call(who), wishes).await, ErrorCode::InvalidInput, "it is a cursor of another list");
}

#[tokio::test]
async fn the_first_page_says_how_many_there_are() {
    let scene = Scene::new();
    for price in 1..=5 {
        made(&scene, named("컵", "kitchen", price, 1)).await;
    }
    let two = |request: ListProducts| ListProducts { limit: Some(2), ..request };
    for request in
        [ListProducts::default(), search("컵"), ListProducts { sort: Some(ProductSort::Relevance), ..search("컵") }]
    {
        let first = page(&scene, two(request.clone())).await;
        assert_eq!((first.items.len(), first.total_count), (2, Some(5)), "{request:?}");
        let second = page(&scene, ListProducts { cursor: first.next_cursor, ..two(request) }).await;
        assert_eq!(second.total_count, None, "later pages do not count again");
    }
}

#[tokio::test]
async fn korean_is_found_by_parts_and_by_initials() {
    let scene = Scene::new();
    let english =
        NewProduct { name_en: Some(String::from("Wireless Mouse")), ..named("무선 마우스", "desk", 1_000, 1) };
    let mouse = made(&scene, english).await.id;
    let bag = made(&scene, named("가죽 가방", "fashion", 1_000, 1)).await.id;
    for (typed, expected) in [
        ("마우스", vec![mouse]),
        ("우스", vec![mouse]),
        ("무선마우스", vec![mouse]),
        ("마", vec![mouse]),
        ("ㅁㅇㅅ", vec![mouse]),
        ("mouse", vec![mouse]),
        ("MOUS", vec![mouse]),
        ("가방", vec![bag]),
        ("ㄱㅂ", vec![bag]),
        ("가ㅂ", vec![bag]),
        ("없는것", vec![]),
    ] {
        for sort in [ProductSort::Newest, ProductSort::Relevance] {
            let found = all(&scene, ListProducts { sort: Some(sort), ..search(typed) }).await;
            assert_eq!(found, expected, "{typed:?} by {sort:?}");
        }
    }
}

#[tokio::test]
async fn whatever_is_typed_is_no_error() {
    let scene = Scene::new();
    made(&scene, named("마우스", "desk", 1_000, 1)).await;
    let long = "마우스".repeat(4_000);
    let hostile = [
        "\"",
        "*",
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        "a\"b",
        "tokens:x",
        "^a",
        "-",
        "(",
        "'; DROP TABLE product;--",
        "🐭",
        "\0",
    ];
    for typed in hostile.iter().copied().chain([long.as_str()]) {
        for sort in [ProductSort::Newest, ProductSort::PriceAsc, ProductSort::Relevance] {
            let found = list_products(scene.visitor(), ListProducts { sort: Some(sort), ..search(typed) }).await;
            assert!(found.is_ok(), "{:?} finds something or nothing", typed.chars().take(20).collect::<String>());
        }
    }
}

#[tokio::test]
async fn a_product_says_whether_it_can_be_bought() {
    let scene = Scene::new();
    let option = |name: &str, stock| NewOption {
        name: name.to_owned(),
        name_en: None,
        price: 1_000,
        stock,
        codes: Codes::default(),
    };
    let options = vec![option("빨강", 2), option("파랑", 3)];
    let product = made(&scene, NewProduct { options, ..named("컵", "kitchen", 1_000, 99) }).await;
    let shown = async || get_product(scene.visitor(), ById { id: product.id }).await.expect("it is there");
    assert_eq!(shown().await.available_quantity, 5, "the sum over the options, which have the stock");
    scene.sql(&format!("UPDATE product_option SET state = 'DISCONTINUED' WHERE id = {}", product.options[1].id));
    assert_eq!(shown().await.available_quantity, 2, "an option that is not sold does not count");
    scene.sql(&format!("UPDATE product SET state = 'OUT_OF_STOCK' WHERE id = {}", product.id));
    assert_eq!(shown().await.status, StockStatus::OutOfStock, "taken off sale");
    scene.sql(&format!("UPDATE product SET state = 'DELETED' WHERE id = {}", product.id));
    let gone = get_product(scene.visitor(), ById { id: product.id }).await;
    refused(gone, ErrorCode::ProductNotFound, "a deleted product does not exist");
}

#[tokio::test]
async fn a_product_says_how_many_the_caller_bought() {
    let scene = Scene::new();
    let who = scene.customer(10_000).await;
    let id = scene.product(1_000, 5).await;
    let bought = async |call| get_product(call, ById { id }).await.expect("it is there").already_bought;
    assert_eq!(bought(scene.visitor()).await, None, "a visitor has bought nothing");
    let order = scene.buy(who, id).await;
    assert_eq!(bought(scene.call(who)).await, Some(1), "an unpaid order counts");
    scene.cancel(who, &order).await.expect("it was not paid");
    assert_eq!(bought(scene.call(who)).await, Some(0), "a cancelled one does not");
}

#[tokio::test]
async fn categories_count_what_their_lists_hold() {
    let scene = Scene::new();
    for (name, category) in [("컵", "kitchen"), ("팬", "kitchen"), ("텐트", "camping"), ("지난 것", "old")] {
        made(&scene, named(name, category, 1_000, 1)).await;
    }
    scene.sql("UPDATE product SET state = 'DISCONTINUED' WHERE category = 'old'");
    let found = list_categories(scene.visitor(), Empty {}).await.expect("everybody may know").items;
    let found: Vec<_> = found.iter().map(|category| (category.code.as_str(), category.product_count)).collect();
    assert_eq!(found, [("camping", 1), ("kitchen", 2)], "one without products is left out");
}

#[tokio::test]
async fn twins_of_one_category_are_one() {
    let scene = Scene::new();
    for category in ["가방", "\u{1100}\u{1161}방", "\u{200B}가방\u{A0}", "가\u{AD}방"] {
        made(&scene, named("지갑", category, 1_000, 1)).await;
    }
    let found = list_categories(scene.visitor(), Empty {}).await.expect("everybody may know").items;
    let found: Vec<_> = found.iter().map(|category| (category.code.as_str(), category.product_count)).collect();
    assert_eq!(found, [("가방", 4)], "however it was typed");
}

#[tokio::test]
async fn a_product_must_be_good_to_be_made() {
    let scene = Scene::new();
    let good = || named("컵", "kitchen", 1_000, 1);
    let sale = NewSale { rate: 91, begins_at: noon(), ends_at: noon() + TimeDelta::hours(1) };
    for (field, bad) in [
        ("name", NewProduct { name: String::from(" "), ..good() }),
        ("nameEn", NewProduct { name_en: Some("a".repeat(101)), ..good() }),
        ("description", NewProduct { description: String::from("\u{8}"), ..good() }),
        ("category", NewProduct { category: String::new(), ..good() }),
        ("price", NewProduct { price: -1, ..good() }),
        ("limitedQuantity", NewProduct { limited_quantity: Some(0), ..good() }),
        ("sale", NewProduct { sale: Some(sale), ..good() }),
        ("stock", NewProduct { stock: -1, ..good() }),
    ] {
        let details = refused(create_products(scene.visitor(), vec![bad]).await, ErrorCode::InvalidInput, field);
        assert_eq!(details["fields"][0]["field"], field, "the form marks this field");
    }
    assert_eq!(scene.count("SELECT count(*) FROM product"), 0, "nothing was made");
}
