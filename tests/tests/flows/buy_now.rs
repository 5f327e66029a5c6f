//! Orders of products that are bought at once: they leave the cart alone and obey the rules of every order.

use shop_app::cart::get_cart;
use shop_app::order::{place_order, quote_order};
use shop_contract::{Empty, ErrorCode, OrderedProduct, PlaceOrder, QuoteOrder};

use crate::scene::{Scene, item_rate, order, rate, refused};

fn of(product_id: i64, quantity: i64) -> OrderedProduct {
    OrderedProduct { product_id, product_option_id: None, quantity }
}

fn buy(items: Vec<OrderedProduct>) -> PlaceOrder {
    PlaceOrder { items: Some(items), ..order(&[]) }
}

#[tokio::test]
async fn buying_now_leaves_the_cart_alone() {
    let scene = Scene::new();
    let who = scene.customer(9_000).await;
    let (cup, lamp) = (scene.product(1_000, 5).await, scene.product(3_000, 5).await);
    scene.put(who, cup, None, 2).await;
    for bought in 1..=2 {
        let placed = place_order(scene.call(who), buy(vec![of(cup, 1), of(lamp, 1)])).await.expect("it is placed");
        let lines: Vec<_> = placed.items.iter().map(|item| (item.product_id, item.quantity)).collect();
        assert_eq!(
            (lines, placed.total_amount),
            (vec![(cup, 1), (lamp, 1)], 4_000),
            "the items and nothing of the cart"
        );
        assert_eq!((scene.level(cup), scene.level(lamp)), (5 - bought, 5 - bought), "their stock is taken");
    }
    let cart = get_cart(scene.call(who), Empty {}).await.expect("the cart");
    let lines: Vec<_> = cart.items.iter().map(|item| (item.product_id, item.quantity)).collect();
    assert_eq!(lines, [(cup, 2)], "the cart is as it was");
}

#[tokio::test]
async fn a_quote_of_items_is_what_their_order_costs() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let (shirt, options) = scene.product_with_options(None, 5).await;
    let cup = scene.product(10_000, 5).await;
    let coupons = vec![scene.own(who, item_rate(50, &[cup])).await, scene.own(who, rate(10)).await];
    let items = vec![OrderedProduct { product_option_id: Some(options[0]), ..of(shirt, 2) }, of(cup, 1)];
    let asked = QuoteOrder { coupon_ids: coupons.clone(), items: Some(items.clone()), ..QuoteOrder::default() };
    let quoted = quote_order(scene.call(who), asked).await.expect("a quote");
    let places: Vec<_> = quoted.items.iter().map(|line| line.cart_item_id).collect();
    assert_eq!(places, [1, 2], "each line has the place of its item");
    assert_eq!(quoted.coupons[0].cart_item_id, Some(2), "and the item coupon names its line");
    let placed = place_order(scene.call(who), PlaceOrder { coupon_ids: coupons, ..buy(items) }).await.expect("placed");
    assert_eq!(
        (placed.amount, placed.discount_amount, placed.total_amount),
        (quoted.amount, quoted.discount_amount, quoted.total_amount),
        "the order costs what the quote said"
    );
    let names: Vec<_> = placed.items.iter().map(|item| &item.product_name).collect();
    assert_eq!(names, quoted.items.iter().map(|line| &line.product_name).collect::<Vec<_>>(), "under the same names");
}

#[tokio::test]
async fn bad_items_are_bad_input() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.product(1_000, 5).await;
    for (field, request) in [
        ("items", PlaceOrder { cart_item_ids: Some(vec![]), ..buy(vec![of(cup, 1)]) }),
        ("items", buy(vec![of(cup, 1), of(cup, 2)])),
        ("items", buy((1..=101).map(|id| of(id, 1)).collect())),
        ("items.quantity", buy(vec![of(cup, 0)])),
        ("items.quantity", buy(vec![of(cup, -1)])),
        ("items.quantity", buy(vec![of(cup, i64::MAX)])),
    ] {
        let PlaceOrder { cart_item_ids, items, .. } = request.clone();
        let asked = QuoteOrder { cart_item_ids, items, ..QuoteOrder::default() };
        for details in [
            refused(quote_order(scene.call(who), asked).await, ErrorCode::InvalidInput, field),
            refused(place_order(scene.call(who), request).await, ErrorCode::InvalidInput, field),
        ] {
            assert_eq!(details["fields"][0]["field"], field, "the bad field is named");
        }
    }
}

#[tokio::test]
async fn items_are_refused_as_lines_of_a_cart_are() {
    let scene = Scene::new();
    let who = scene.customer(9_000).await;
    let (cup, gone) = (scene.product(1_000, 5).await, scene.product(1_000, 5).await);
    let (shirt, _) = scene.product_with_options(None, 5).await;
    scene.sql(&format!("UPDATE product SET state = 'DISCONTINUED' WHERE id = {gone}"));
    scene.sql(&format!("UPDATE product SET limited_quantity = 3 WHERE id = {cup}"));
    place_order(scene.call(who), buy(vec![of(cup, 2)])).await.expect("two of three");
    for (items, code, why) in [
        (vec![], ErrorCode::CartEmpty, "nothing is ordered"),
        (vec![of(cup, 1), of(999, 1)], ErrorCode::ProductNotFound, "there is no such product"),
        (vec![of(gone, 1)], ErrorCode::ProductNotFound, "it is no longer sold"),
        (vec![of(shirt, 1)], ErrorCode::ProductNotFound, "one of its options has to be chosen"),
        (vec![of(cup, 2)], ErrorCode::ExceededLimitedQuantity, "earlier orders count"),
    ] {
        refused(place_order(scene.call(who), buy(items.clone())).await, code, why);
        let asked = QuoteOrder { items: Some(items), ..QuoteOrder::default() };
        refused(quote_order(scene.call(who), asked).await, code, why);
    }
    scene.sql(&format!("UPDATE product SET limited_quantity = NULL WHERE id = {cup}"));
    refused(place_order(scene.call(who), buy(vec![of(cup, 4)])).await, ErrorCode::InsufficientStock, "three are left");
    assert_eq!(scene.level(cup), 3, "a refusal takes nothing");
}

#[tokio::test]
async fn a_repeated_purchase_is_one_order() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.product(1_000, 5).await;
    let once = async || place_order(scene.call_with_key(who, "now"), buy(vec![of(cup, 1)])).await.expect("an order").id;
    assert_eq!(once().await, once().await, "the second press gets the first answer");
    assert_eq!(scene.level(cup), 4, "and takes no more stock");
}
