//! Orders by what was ordered and by the memo, and the list from the oldest order on.

use shop_app::order::{list_orders_for_admin, place_order};
use shop_app::runtime::Principal;
use shop_contract::{ErrorCode, ListOrdersForAdmin, OrderSort, OrderState, PlaceOrder};

use crate::scene::{Scene, order, refused};

/// All ids that a request finds, two on a page.
async fn found(scene: &Scene, admin: Principal, request: ListOrdersForAdmin) -> Vec<i64> {
    let (mut ids, mut request) = (Vec::new(), ListOrdersForAdmin { limit: Some(2), ..request });
    loop {
        let page = list_orders_for_admin(scene.call(admin), request.clone()).await.expect("it is listed");
        ids.extend(page.items.iter().map(|item| item.order.id));
        request.cursor = page.next_cursor;
        if request.cursor.is_none() {
            return ids;
        }
    }
}

/// Five orders: a cup, an option, a cup with a memo, a cup, a cup that is paid.
async fn five(scene: &Scene) -> [i64; 5] {
    let who = scene.customer(100_000).await;
    let cup = scene.product(1_000, 100).await;
    let (choice, options) = scene.product_with_options(None, 10).await;
    let first = scene.buy(who, cup).await;
    scene.put(who, choice, Some(options[0]), 2).await;
    let second = scene.place(who, &[]).await.expect("it is placed");
    scene.put(who, cup, None, 1).await;
    let request = PlaceOrder { delivery_memo: Some("경비실에 맡겨주세요".into()), ..order(&[]) };
    let third = place_order(scene.call(who), request).await.expect("it is placed");
    let fourth = scene.buy(who, cup).await;
    let fifth = scene.buy(who, cup).await;
    scene.pay(who, &fifth).await.expect("it is paid");
    [first.id, second.id, third.id, fourth.id, fifth.id]
}

#[tokio::test]
async fn orders_are_found_by_product_option_and_memo_in_both_sequences() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let [first, second, third, fourth, fifth] = five(&scene).await;
    for (why, typed, expected) in [
        ("a product, with and without options", "머그컵", vec![first, second, third, fourth, fifth]),
        ("a part of its name", "그컵", vec![first, second, third, fourth, fifth]),
        ("an option", "빨강", vec![second]),
        ("a memo", "경비실", vec![third]),
        ("a memo without its spaces", "실에맡겨", vec![third]),
        ("nothing", "소포", vec![]),
    ] {
        let request = |sort| ListOrdersForAdmin { q: Some(typed.to_owned()), sort, ..ListOrdersForAdmin::default() };
        assert_eq!(found(&scene, admin, request(Some(OrderSort::Oldest))).await, expected, "{why}: the oldest first");
        let latest: Vec<i64> = expected.into_iter().rev().collect();
        assert_eq!(found(&scene, admin, request(None)).await, latest, "{why}: the latest first");
    }
}

#[tokio::test]
async fn orders_are_sorted_by_amount_within_a_filter() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    // 1,000 won but for two units of the option; of equal amounts the latest comes first.
    let [first, second, third, fourth, fifth] = five(&scene).await;
    let all = ListOrdersForAdmin::default;
    let typed = |q: &str| ListOrdersForAdmin { q: Some(q.to_owned()), ..all() };
    for (why, request, largest, smallest) in [
        ("all", all(), vec![second, fifth, fourth, third, first], vec![fifth, fourth, third, first, second]),
        (
            "a product",
            typed("머그컵"),
            vec![second, fifth, fourth, third, first],
            vec![fifth, fourth, third, first, second],
        ),
        ("a memo", typed("경비실"), vec![third], vec![third]),
        ("nothing", typed("소포"), vec![], vec![]),
        ("paid", ListOrdersForAdmin { state: Some(OrderState::Confirmed), ..all() }, vec![fifth], vec![fifth]),
        (
            "unpaid",
            ListOrdersForAdmin { state: Some(OrderState::Normal), ..all() },
            vec![second, fourth, third, first],
            vec![fourth, third, first, second],
        ),
    ] {
        let by = |sort| ListOrdersForAdmin { sort: Some(sort), ..request.clone() };
        assert_eq!(found(&scene, admin, by(OrderSort::AmountDesc)).await, largest, "{why}: the largest first");
        assert_eq!(found(&scene, admin, by(OrderSort::AmountAsc)).await, smallest, "{why}: the smallest first");
        let page = |request| list_orders_for_admin(scene.call(admin), request);
        let (sorted, usual) = (page(by(OrderSort::AmountDesc)).await, page(request.clone()).await);
        assert_eq!(sorted.expect("it is listed").summary, usual.expect("so is it").summary, "{why}: the same sums");
    }
    let page = list_orders_for_admin(
        scene.call(admin),
        ListOrdersForAdmin { limit: Some(1), sort: Some(OrderSort::AmountDesc), ..all() },
    );
    let cursor = page.await.expect("it is listed").next_cursor;
    let turned = ListOrdersForAdmin { cursor, limit: Some(1), ..all() };
    refused(list_orders_for_admin(scene.call(admin), turned).await, ErrorCode::InvalidInput, "a cursor of the other");
}

#[tokio::test]
async fn every_filter_has_both_sequences() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let [first, second, third, fourth, fifth] = five(&scene).await;
    let customer = Some(scene.count("SELECT max(id) FROM user"));
    let all = ListOrdersForAdmin::default;
    for (why, request, expected) in [
        ("all", all(), vec![first, second, third, fourth, fifth]),
        ("unpaid", ListOrdersForAdmin { state: Some(OrderState::Normal), ..all() }, vec![first, second, third, fourth]),
        ("paid", ListOrdersForAdmin { state: Some(OrderState::Confirmed), ..all() }, vec![fifth]),
        ("of a customer", ListOrdersForAdmin { user_id: customer, ..all() }, vec![first, second, third, fourth, fifth]),
        (
            "of a day",
            ListOrdersForAdmin { q: Some("ORD-20260310".into()), ..all() },
            vec![first, second, third, fourth, fifth],
        ),
    ] {
        let oldest = ListOrdersForAdmin { sort: Some(OrderSort::Oldest), ..request.clone() };
        assert_eq!(found(&scene, admin, oldest).await, expected, "{why}: the oldest first");
        let newest = ListOrdersForAdmin { sort: Some(OrderSort::Newest), ..request };
        assert_eq!(
            found(&scene, admin, newest).await,
            expected.into_iter().rev().collect::<Vec<_>>(),
            "{why}: latest first"
        );
    }
    let page = list_orders_for_admin(scene.call(admin), ListOrdersForAdmin { limit: Some(1), ..all() }).await;
    let cursor = page.expect("it is listed").next_cursor;
    let turned = ListOrdersForAdmin { cursor, limit: Some(1), sort: Some(OrderSort::Oldest), ..all() };
    refused(list_orders_for_admin(scene.call(admin), turned).await, ErrorCode::InvalidInput, "a cursor of the other");
}
