//! Orders: what is refused and in which order, what is taken, how they are listed. Giving one up is in `give_back`.

use chrono::TimeDelta;
use serde_json::json;
use shop_app::catalog::get_product;
use shop_app::context::perform;
use shop_app::order::{cancel_order, get_order, list_orders, place_order};
use shop_app::runtime::WorkError;
use shop_app::setting;
use shop_contract::{ById, ErrorCode, ListOrders, Order, OrderState, PlaceOrder, operation, parse};
use shop_store::product::NewProduct;

use crate::scene::{Scene, noon, order, product, refused};

#[tokio::test]
async fn an_order_takes_stock_lines_and_a_number() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.product(1_000, 5).await;
    scene.put(who, cup, None, 3).await;
    let placed = scene.place(who, &[]).await.expect("it is placed");
    assert_eq!(placed.order_number, "ORD-20260310-000001", "the business day and the first of it");
    assert_eq!((placed.amount, placed.total_amount, placed.state), (3_000, 3_000, OrderState::Normal), "unpaid");
    assert_eq!(placed.expires_at, Some(noon() + TimeDelta::minutes(30)), "for half an hour");
    assert_eq!(scene.level(cup), 2, "three are taken");
    assert_eq!(json!(scene.order(who, placed.id).await), json!(placed), "what was answered is what is read");
    refused(scene.place(who, &[]).await, ErrorCode::CartEmpty, "the lines are ordered");
}

/// In whatever sequence the lines lie in the cart: two orders that change the same rows one after the other in opposite
/// sequences wait for each other where rows are locked.
#[tokio::test]
async fn rows_that_orders_share_are_changed_in_one_sequence() {
    let scene = Scene::new();
    let who = scene.customer(100_000).await;
    let (first, second) = (scene.product(1_000, 5).await, scene.product(1_000, 5).await);
    scene.put(who, second, None, 1).await;
    scene.put(who, first, None, 1).await;
    let placed = scene.place(who, &[]).await.expect("it is placed");
    assert_eq!(placed.items.iter().map(|item| item.product_id).collect::<Vec<_>>(), [second, first], "as in the cart");
    let taken = |kind: &str| {
        let sql = format!(
            "SELECT count(*) FROM stock_movement a JOIN stock_movement b ON b.id > a.id AND b.order_id = a.order_id
             WHERE a.type = '{kind}' AND b.type = '{kind}' AND a.product_id = {first} AND b.product_id = {second}"
        );
        scene.count(&sql)
    };
    assert_eq!(taken("SALE"), 1, "the lower product first");
    scene.pay(who, &placed).await.expect("it is paid");
    cancel_order(scene.call(who), ById { id: placed.id }).await.expect("it is refunded");
    assert_eq!(taken("RESTORE"), 1, "and so on the way back");
}

#[tokio::test]
async fn bad_input_names_its_field() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let line = scene.put(who, scene.product(1_000, 5).await, None, 1).await;
    let mut no_name = order(&[]);
    no_name.shipping_address.recipient_name = String::new();
    for (field, request) in [
        ("shippingAddress.recipientName", no_name),
        ("cartItemIds", PlaceOrder { cart_item_ids: Some(vec![line, line]), ..order(&[]) }),
        ("couponIds", order(&[1; 103])),
        ("expectedTotal", PlaceOrder { expected_total: Some(-1), ..order(&[]) }),
    ] {
        let details = refused(place_order(scene.call(who), request).await, ErrorCode::InvalidInput, field);
        assert_eq!(details["fields"][0]["field"], field, "the bad field is named");
    }
    for field in ["price", "total", "discount", "state"] {
        let mut input = json!(order(&[]));
        input[field] = json!(1);
        let details = refused(parse::<PlaceOrder>(input), ErrorCode::InvalidInput, "the client sets no amounts");
        assert_eq!(details["fields"][0]["field"], field, "an unknown field is named");
    }
}

#[tokio::test]
async fn who_asks_comes_before_what_was_sent() {
    let scene = Scene::new();
    let nonsense = || json!({"price": 1});
    let visit = perform(scene.visitor(), operation::place_order, Ok(nonsense()), place_order).await;
    refused(visit, ErrorCode::Unauthorized, "a visitor learns nothing of the input");
    let who = scene.customer(0).await;
    let mine = perform(scene.call(who), operation::place_order, Ok(nonsense()), place_order).await;
    refused(mine, ErrorCode::InvalidInput, "a user learns which");
    let open = perform(scene.visitor(), operation::get_product, Ok(nonsense()), get_product).await;
    refused(open, ErrorCode::InvalidInput, "where the door is open, the input comes first");
}

#[tokio::test]
async fn the_answer_that_is_sent_is_the_text_that_was_stored() {
    let scene = Scene::new();
    let who = scene.customer(9_000).await;
    let cup = scene.product(1_000, 5).await;
    scene.put(who, cup, None, 2).await;
    let ask = || perform(scene.call_with_key(who, "k"), operation::place_order, Ok(json!(order(&[]))), place_order);
    let first = serde_json::to_string(&ask().await.expect("it is placed")).expect("JSON");
    let row = scene.shop.read(|db| Ok::<_, WorkError>(shop_store::idempotency::find(db, who.user_id, "k")?));
    let stored = row.expect("the shop reads").expect("it is stored").answer;
    assert_eq!(stored, format!("{{\"Ok\":{first}}}"), "one text");
    let again = serde_json::to_string(&ask().await.expect("the answer again")).expect("JSON");
    assert_eq!(again, first, "the repetition gets the same text");
    assert_eq!(scene.level(cup), 3, "two are taken once");
}

#[tokio::test]
async fn an_unpaid_order_waits_as_long_as_the_shop_has_set() {
    let scene = Scene::new();
    let who = scene.customer(9_000).await;
    let cup = scene.product(1_000, 5).await;
    for (set, minutes) in [(5_i64, 5), (0, 1), (i64::MAX, 10_080)] {
        scene.write(move |w| Ok(shop_store::setting::write(w.tx, setting::ORDER_EXPIRY, &set, w.now)?)).await;
        let expected = Some(noon() + TimeDelta::minutes(minutes));
        assert_eq!(scene.buy(who, cup).await.expires_at, expected, "{set} minutes were set");
    }
}

#[tokio::test]
async fn refusals_come_in_the_documented_order() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.make(NewProduct { limited_quantity: Some(2), ..product(1_000, 1) }).await;
    let line = scene.put(who, cup, None, 3).await;
    scene.sql(&format!("UPDATE product SET state = 'DISCONTINUED' WHERE id = {cup}"));
    let place = |ids: Option<Vec<i64>>, zip_code: &str| {
        let mut request = PlaceOrder { cart_item_ids: ids, expected_total: Some(1), ..order(&[999]) };
        request.shipping_address.zip_code = zip_code.to_owned();
        place_order(scene.call(who), request)
    };
    refused(place(Some(vec![line + 1]), "x").await, ErrorCode::InvalidInput, "input comes before the lines");
    refused(place(Some(vec![line + 1]), "04524").await, ErrorCode::CartItemNotFound, "no such line");
    refused(place(Some(vec![]), "04524").await, ErrorCode::CartEmpty, "no line is chosen");
    refused(place(None, "04524").await, ErrorCode::ProductNotFound, "off sale comes before the limit");
    scene.sql(&format!("UPDATE product SET state = 'NORMAL' WHERE id = {cup}"));
    let details = refused(place(None, "04524").await, ErrorCode::ExceededLimitedQuantity, "limit before stock");
    assert_eq!((&details["limitedQuantity"], &details["requested"]), (&json!(2), &json!(3)), "with its figures");
    scene.sql(&format!("UPDATE product SET limited_quantity = NULL WHERE id = {cup}"));
    let details = refused(place(None, "04524").await, ErrorCode::InsufficientStock, "stock before coupons");
    assert_eq!(details["items"], json!([{"productId": cup, "requested": 3, "available": 1}]), "every short line");
    scene.sql(&format!("UPDATE cart_item SET quantity = 1 WHERE id = {line}"));
    refused(place(None, "04524").await, ErrorCode::InvalidCoupon, "coupons before the total");
    let request = PlaceOrder { expected_total: Some(1), ..order(&[]) };
    let details = refused(place_order(scene.call(who), request).await, ErrorCode::AmountMismatch, "the total is last");
    assert_eq!(details, json!({"expected": 1_000, "actual": 1}), "both figures");
    assert_eq!(scene.level(cup), 1, "nothing was taken by any of them");
}

#[tokio::test]
async fn another_customers_line_and_order_are_as_if_they_did_not_exist() {
    let scene = Scene::new();
    let (who, other) = (scene.customer(9_000).await, scene.customer(9_000).await);
    let cup = scene.product(1_000, 5).await;
    let line = scene.put(other, cup, None, 1).await;
    let request = PlaceOrder { cart_item_ids: Some(vec![line]), ..order(&[]) };
    refused(place_order(scene.call(who), request).await, ErrorCode::CartItemNotFound, "it is another's line");
    let foreign = scene.place(other, &[]).await.expect("its owner orders it");
    refused(get_order(scene.call(who), ById { id: foreign.id }).await, ErrorCode::OrderNotFound, "looking");
    refused(scene.cancel(who, &foreign).await, ErrorCode::OrderNotFound, "cancelling");
    refused(scene.pay(who, &foreign).await, ErrorCode::OrderNotFound, "paying");
    let mine = list_orders(scene.call(who), ListOrders::default()).await.expect("a page");
    assert!(mine.items.is_empty(), "it is in nobody else's list");
}

#[tokio::test]
async fn options_share_the_products_limit_with_earlier_orders() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let (shirt, options) = scene.product_with_options(Some(3), 10).await;
    let first = {
        scene.put(who, shirt, Some(options[0]), 1).await;
        scene.place(who, &[]).await.expect("one of three")
    };
    assert_eq!(first.items[0].product_name, "머그컵 / 빨강", "the option is part of the name as sold");
    scene.put(who, shirt, Some(options[0]), 1).await;
    scene.put(who, shirt, Some(options[1]), 2).await;
    let details = refused(scene.place(who, &[]).await, ErrorCode::ExceededLimitedQuantity, "1 + 1 + 2 > 3");
    assert_eq!(details["alreadyBought"], 1, "what an unpaid order holds counts");
    scene.cancel(who, &first).await.expect("it is given up");
    scene.place(who, &[]).await.expect("and then it counts no more");
}

#[tokio::test]
async fn an_option_of_another_product_cannot_be_ordered() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let (shirt, options) = scene.product_with_options(None, 10).await;
    let cup = scene.product(1_000, 5).await;
    scene.put(who, shirt, Some(options[0]), 1).await;
    scene.sql(&format!("UPDATE product_option SET product_id = {cup} WHERE id = {}", options[0]));
    refused(scene.place(who, &[]).await, ErrorCode::ProductNotFound, "the option went to another product meanwhile");
    scene.sql(&format!("UPDATE product_option SET product_id = {shirt} WHERE id = {}", options[0]));
}

#[tokio::test]
async fn a_price_that_changed_is_told_and_never_charged_in_silence() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.product(1_000, 5).await;
    scene.put(who, cup, None, 1).await;
    scene.sql(&format!("UPDATE product SET price = 1200 WHERE id = {cup}"));
    let shown = PlaceOrder { expected_total: Some(1_000), ..order(&[]) };
    let details = refused(place_order(scene.call(who), shown).await, ErrorCode::AmountMismatch, "1,000 was shown");
    assert_eq!(details, json!({"expected": 1_200, "actual": 1_000}), "both figures");
    let seen = PlaceOrder { expected_total: Some(1_200), ..order(&[]) };
    place_order(scene.call(who), seen).await.expect("the price of now");
}

#[tokio::test]
async fn the_last_piece_goes_to_one() {
    let scene = Scene::new();
    let cup = scene.product(1_000, 1).await;
    let mut crowd = Vec::new();
    for _ in 0..20 {
        let who = scene.customer(0).await;
        scene.put(who, cup, None, 1).await;
        crowd.push(tokio::spawn(place_order(scene.call(who), order(&[]))));
    }
    let mut placed = 0;
    for buyer in crowd {
        match buyer.await.expect("nobody panics") {
            Ok(_) => placed += 1,
            refusal => drop(refused(refusal, ErrorCode::InsufficientStock, "the others come too late")),
        }
    }
    assert_eq!((placed, scene.level(cup)), (1, 0), "one is sold, none is left, none is missing");
}

#[tokio::test]
async fn a_repeated_order_is_placed_once() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.product(1_000, 5).await;
    scene.put(who, cup, None, 1).await;
    let place = |request| place_order(scene.call_with_key(who, "k"), request);
    let (first, racing) = tokio::join!(place(order(&[])), place(order(&[])));
    let first = first.expect("it is placed");
    assert_eq!(json!(first), json!(racing.expect("answered")), "a double click gives one order");
    let again = place(order(&[])).await.expect("its lines are ordered, and yet it has its answer");
    assert_eq!(again.id, first.id, "the first answer again");
    let other = PlaceOrder { expected_total: Some(1_000), ..order(&[]) };
    refused(place(other).await, ErrorCode::IdempotencyKeyReused, "the key stands for another request");
    assert_eq!(scene.level(cup), 4, "one was taken");
}

#[tokio::test]
async fn numbers_stay_unique_when_the_clock_goes_back() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.product(1_000, 5).await;
    let first = scene.buy(who, cup).await;
    scene.clock.set(noon() + TimeDelta::days(1));
    scene.buy(who, cup).await;
    scene.clock.set(noon());
    let third = scene.buy(who, cup).await;
    assert_eq!(
        (first.order_number.as_str(), third.order_number.as_str()),
        ("ORD-20260310-000001", "ORD-20260310-000002"),
        "none is given twice"
    );
}

#[tokio::test]
async fn orders_page_and_filter() {
    let scene = Scene::new();
    let who = scene.customer(10_000).await;
    let cup = scene.product(1_000, 9).await;
    let mut placed: Vec<Order> = Vec::new();
    for _ in 0..3 {
        placed.push(scene.buy(who, cup).await);
        scene.advance_minutes(1);
    }
    scene.cancel(who, &placed[0]).await.expect("it is given up");
    let list = |request| list_orders(scene.call(who), request);
    let first = list(ListOrders { limit: Some(2), ..ListOrders::default() }).await.expect("a page");
    let ids = |page: &[Order]| page.iter().map(|order| order.id).collect::<Vec<_>>();
    assert_eq!(ids(&first.items), [placed[2].id, placed[1].id], "latest first");
    let rest = ListOrders { limit: Some(2), cursor: first.next_cursor, ..ListOrders::default() };
    assert_eq!(ids(&list(rest).await.expect("the next").items), [placed[0].id], "then the rest");
    let cancelled = ListOrders { state: Some(OrderState::Cancelled), ..ListOrders::default() };
    assert_eq!(ids(&list(cancelled).await.expect("a page").items), [placed[0].id], "by state");
    let minute = |minute| Some((noon() + TimeDelta::minutes(minute)).into());
    let period = ListOrders { from: minute(1), to: minute(2), ..ListOrders::default() };
    assert_eq!(ids(&list(period).await.expect("a page").items), [placed[1].id], "from is in, to is out");
    for limit in [0, -1, 101] {
        let bad = ListOrders { limit: Some(limit), ..ListOrders::default() };
        refused(list(bad).await, ErrorCode::InvalidInput, "a page has 1 to 100 rows");
    }
}
