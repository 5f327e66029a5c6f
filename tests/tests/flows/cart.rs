//! The cart: what may be put in, what is shown of it, whose it is.

use chrono::TimeDelta;
use serde_json::json;
use shop_app::cart::{add_cart_item, change_cart_item, get_cart, remove_cart_item};
use shop_app::runtime::locks::LockKey;
use shop_app::runtime::{Audience, Notice, Principal};
use shop_contract::{
    AddCartItem, ById, Cart, CartItem, ChangeCartItem, ChangedCartItem, Empty, ErrorCode, LineProblem, ShopError,
    ShopEvent,
};
use shop_domain::limits::CART_LAPSE_DAYS;
use shop_store::product::NewProduct;

use crate::scene::{Scene, product, refused};

async fn add(
    scene: &Scene,
    who: Principal,
    product_id: i64,
    option: Option<i64>,
    units: i64,
) -> Result<CartItem, ShopError> {
    let request = AddCartItem { product_id, product_option_id: option, quantity: units };
    add_cart_item(scene.call(who), request).await
}

async fn change(scene: &Scene, who: Principal, id: i64, quantity: i64) -> Result<Option<CartItem>, ShopError> {
    change_cart_item(scene.call(who), ChangeCartItem { id, quantity }).await.map(|changed| match changed {
        ChangedCartItem::Line(line) => Some(*line),
        ChangedCartItem::Removed(_) => None,
    })
}

async fn cart(scene: &Scene, who: Principal) -> Cart {
    get_cart(scene.call(who), Empty {}).await.expect("the caller has signed in")
}

async fn limited(scene: &Scene, limit: i64, stock: i64) -> i64 {
    scene.make(NewProduct { limited_quantity: Some(limit), ..product(1_000, stock) }).await
}

#[tokio::test]
async fn adding_what_is_there_adds_up() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let id = scene.product(1_500, 10).await;
    let first = add(&scene, who, id, None, 2).await.expect("there are ten");
    let second = add(&scene, who, id, None, 3).await.expect("there are ten");
    assert_eq!((second.id, second.quantity, second.subtotal), (first.id, 5, 7_500), "one line for one product");
    let shown = cart(&scene, who).await;
    assert_eq!((shown.item_count, shown.total_amount), (1, 7_500), "the cart says the same");
    assert_eq!(json!(shown.items[0]), json!(second), "and shows the line as adding answered it");
    assert_eq!(scene.level(id), 10, "a cart takes no stock");
}

#[tokio::test]
async fn adding_refuses_in_the_documented_order() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let gone = limited(&scene, 1, 1).await;
    let short = limited(&scene, 1, 1).await;
    scene.sql(&format!("UPDATE product SET state = 'DISCONTINUED' WHERE id = {gone}"));
    for quantity in [0, -1, i64::MIN, i64::MAX, 1_000_001] {
        refused(add(&scene, who, 999, None, quantity).await, ErrorCode::InvalidInput, "then the quantity");
    }
    refused(add(&scene, who, 999, None, 1).await, ErrorCode::ProductNotFound, "there is no such product");
    refused(add(&scene, who, gone, None, 2).await, ErrorCode::ProductNotFound, "not on sale comes before short");
    let details =
        refused(add(&scene, who, short, None, 2).await, ErrorCode::InsufficientStock, "short before the limit");
    let item = json!({"productId": short, "requested": 2, "available": 1});
    assert_eq!(details["items"], json!([item]), "the short line is told");
    assert_eq!(cart(&scene, who).await.item_count, 0, "nothing was put in");
    add(&scene, who, short, None, 1).await.expect("there is one");
    let much = add(&scene, who, short, None, 1_000_000).await;
    refused(much, ErrorCode::InsufficientStock, "a million is a quantity, and short also beside the one that is there");
}

#[tokio::test]
async fn a_limit_is_for_a_user_over_all_options_and_orders() {
    let scene = Scene::new();
    let who = scene.customer(100_000).await;
    let (id, options) = scene.product_with_options(Some(3), 10).await;
    add(&scene, who, id, Some(options[0]), 1).await.expect("one of three");
    let placed = scene.place(who, &[]).await.expect("one can be ordered");
    add(&scene, who, id, Some(options[0]), 1).await.expect("two of three");
    let line = add(&scene, who, id, Some(options[1]), 1).await.expect("three of three");
    let expected = json!({"limitedQuantity": 3, "alreadyBought": 1, "inCart": 2, "requested": 1});
    let over =
        refused(add(&scene, who, id, Some(options[1]), 1).await, ErrorCode::ExceededLimitedQuantity, "four of three");
    assert_eq!(over, expected, "the details say why");
    refused(change(&scene, who, line.id, 2).await, ErrorCode::ExceededLimitedQuantity, "changing obeys the same rule");
    scene.pay(who, &placed).await.expect("it can be paid");
    refused(add(&scene, who, id, Some(options[1]), 1).await, ErrorCode::ExceededLimitedQuantity, "paid counts as well");
    scene.cancel(who, &placed).await.expect("it was not shipped");
    add(&scene, who, id, Some(options[1]), 1).await.expect("what was given back no longer counts");
}

#[tokio::test]
async fn an_option_is_named_where_there_are_options() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let (with_options, options) = scene.product_with_options(None, 5).await;
    let (other, _) = scene.product_with_options(None, 5).await;
    let plain = scene.product(1_000, 5).await;
    refused(add(&scene, who, with_options, None, 1).await, ErrorCode::ProductNotFound, "none was named");
    refused(add(&scene, who, other, Some(options[0]), 1).await, ErrorCode::ProductNotFound, "it is another product's");
    refused(add(&scene, who, plain, Some(options[0]), 1).await, ErrorCode::ProductNotFound, "this one has none");
    scene.sql(&format!("UPDATE product_option SET state = 'DISCONTINUED' WHERE id = {}", options[0]));
    refused(add(&scene, who, with_options, Some(options[0]), 1).await, ErrorCode::ProductNotFound, "it is not sold");
    let line = add(&scene, who, with_options, Some(options[1]), 1).await.expect("the other is");
    assert_eq!(line.option_name.as_deref(), Some("파랑"), "the line says which");
}

#[tokio::test]
async fn a_quantity_is_changed_and_zero_removes() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let id = scene.product(1_000, 5).await;
    let line = add(&scene, who, id, None, 1).await.expect("there are five");
    let changed = change(&scene, who, line.id, 5).await.expect("there are five").expect("the line stays");
    assert_eq!((changed.quantity, changed.subtotal), (5, 5_000), "changing replaces");
    refused(change(&scene, who, line.id, 6).await, ErrorCode::InsufficientStock, "there are only five");
    refused(change(&scene, who, line.id, -1).await, ErrorCode::InvalidInput, "less than nothing");
    scene.sql(&format!("UPDATE product SET state = 'DELETED' WHERE id = {id}"));
    refused(change(&scene, who, line.id, 1).await, ErrorCode::ProductNotFound, "what is gone cannot be wanted");
    assert!(change(&scene, who, line.id, 0).await.expect("it can be taken out").is_none(), "the line is gone");
    refused(change(&scene, who, line.id, 0).await, ErrorCode::CartItemNotFound, "it is out already");
}

#[tokio::test]
async fn a_cart_is_only_its_owners() {
    let scene = Scene::new();
    let (who, other) = (scene.customer(0).await, scene.customer(0).await);
    let id = scene.product(1_000, 5).await;
    let line = add(&scene, who, id, None, 1).await.expect("there are five");
    for quantity in [0, 2] {
        refused(
            change(&scene, other, line.id, quantity).await,
            ErrorCode::CartItemNotFound,
            "it does not exist for others",
        );
    }
    let removed = remove_cart_item(scene.call(other), ById { id: line.id }).await;
    refused(removed, ErrorCode::CartItemNotFound, "nor can they take it out");
    assert_eq!(cart(&scene, other).await.item_count, 0, "their own cart is empty");
    remove_cart_item(scene.call(who), ById { id: line.id }).await.expect("the owner can");
    assert_eq!(cart(&scene, who).await.item_count, 0, "it is out");
}

#[tokio::test]
async fn the_hundred_and_first_line_is_refused() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let mut last = 0;
    for _ in 0..100 {
        last = scene.product(1_000, 5).await;
        add(&scene, who, last, None, 1).await.expect("a hundred fit");
    }
    let one_more = scene.product(1_000, 5).await;
    refused(add(&scene, who, one_more, None, 1).await, ErrorCode::InvalidInput, "one more does not");
    add(&scene, who, last, None, 1).await.expect("a line that is there can grow");
}

#[tokio::test]
async fn the_cart_says_what_can_no_longer_be_ordered() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let mut ids = Vec::new();
    for _ in 0..4 {
        let id = limited(&scene, 3, 5).await;
        add(&scene, who, id, None, 3).await.expect("three of five");
        ids.push(id);
    }
    scene.sql(&format!("UPDATE product SET state = 'DELETED' WHERE id = {}", ids[0]));
    scene.sql(&format!("UPDATE stock SET initial_quantity = 2, available_quantity = 2 WHERE product_id = {}", ids[1]));
    scene.sql(&format!("UPDATE product SET limited_quantity = 2 WHERE id = {}", ids[2]));
    let shown = cart(&scene, who).await;
    let reasons: Vec<_> = shown.items.iter().map(|item| (item.orderable, item.reason)).collect();
    let expected = [
        (false, Some(LineProblem::ProductNotFound)),
        (false, Some(LineProblem::InsufficientStock)),
        (false, Some(LineProblem::ExceededLimitedQuantity)),
        (true, None),
    ];
    assert_eq!(reasons, expected, "each line says why");
    assert_eq!((shown.total_amount, shown.item_count), (3_000, 4), "only what can be ordered is added up");
}

#[tokio::test]
async fn a_price_that_changed_is_shown_beside_the_old_one() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let id = scene.product(1_000, 5).await;
    let line = add(&scene, who, id, None, 1).await.expect("there are five");
    assert_eq!(line.previous_price, None, "it is new");
    scene.sql(&format!("UPDATE product SET price = 1200 WHERE id = {id}"));
    let shown = &cart(&scene, who).await.items[0];
    assert_eq!(
        (shown.price, shown.previous_price, shown.subtotal),
        (1_200, Some(1_000), 1_200),
        "the price now counts"
    );
    let touched = change(&scene, who, line.id, 2).await.expect("there are five").expect("the line stays");
    assert_eq!(touched.previous_price, None, "a change of the line shows the new price");
}

#[tokio::test]
async fn a_line_lapses_when_nobody_touches_it_for_thirty_days() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let (old, touched) = (scene.product(1_000, 5).await, scene.product(1_000, 5).await);
    add(&scene, who, old, None, 1).await.expect("there are five");
    let line = add(&scene, who, touched, None, 1).await.expect("there are five");
    scene.clock.advance(TimeDelta::days(1));
    change(&scene, who, line.id, 2).await.expect("there are five");
    scene.clock.advance(TimeDelta::days(29));
    let lapse = async || {
        let lapsed = scene.shop.write(LockKey::Shop, |w| {
            Ok(shop_store::cart::lapse(w.tx, w.now - TimeDelta::days(CART_LAPSE_DAYS), 100, w.now)?)
        });
        lapsed.await.expect("the job runs")
    };
    assert_eq!(lapse().await, 0, "thirty days are not more than thirty days");
    scene.clock.advance(TimeDelta::milliseconds(1));
    assert_eq!(lapse().await, 1, "a moment later they are");
    assert_eq!(cart(&scene, who).await.items[0].product_id, touched, "the touched line stays");
}

#[tokio::test]
async fn a_change_is_told_to_the_owner_alone_and_a_refusal_to_nobody() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let id = scene.product(1_000, 1).await;
    let mut told = scene.shop.events().listen();
    refused(add(&scene, who, id, None, 2).await, ErrorCode::InsufficientStock, "there is one");
    add(&scene, who, id, None, 1).await.expect("there is one");
    let notice = Notice { audience: Audience::User(who.user_id), event: ShopEvent::Cart {} };
    assert_eq!(told.try_recv().ok(), Some(notice), "the change is told");
    assert!(told.try_recv().is_err(), "and nothing else");
}
