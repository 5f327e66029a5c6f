//! Everybody's orders: found, added up, sent, brought, paid back.

use chrono::TimeDelta;
use shop_app::order::{
    deliver_order, get_order_for_admin, list_orders_for_admin, preview_refund, refund_order, ship_order,
};
use shop_app::runtime::Principal;
use shop_contract::{
    AdminOrderPage, ById, DeliveryState, ErrorCode, ListOrdersForAdmin, OrderState, OrderStep, OrderSummary,
    RefundOrder,
};

use crate::scene::{Scene, at, moment, noon, rate, refused};

async fn page(scene: &Scene, admin: Principal, request: ListOrdersForAdmin) -> AdminOrderPage {
    list_orders_for_admin(scene.call(admin), request).await.expect("it is listed")
}

fn ids(page: &AdminOrderPage) -> Vec<i64> {
    page.items.iter().map(|item| item.order.id).collect()
}

/// Four orders of two users: refunded, paid, paid, unpaid; gives the users and the ids.
async fn four(scene: &Scene) -> (Principal, Principal, [i64; 4]) {
    let (one, two) = (scene.customer(100_000).await, scene.customer(100_000).await);
    let cup = scene.product(1_000, 100).await;
    let first = scene.buy(one, cup).await;
    scene.pay(one, &first).await.expect("it can be paid");
    scene.cancel(one, &first).await.expect("it can be given back");
    let second = scene.buy(one, cup).await;
    scene.pay(one, &second).await.expect("it can be paid");
    scene.advance_minutes(24 * 60);
    let third = scene.buy(two, cup).await;
    scene.pay(two, &third).await.expect("it can be paid");
    let fourth = scene.buy(two, cup).await;
    (one, two, [first.id, second.id, third.id, fourth.id])
}

#[tokio::test]
async fn orders_are_found_by_every_way_in_and_added_up() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (one, two, [first, second, third, fourth]) = four(&scene).await;
    ship_order(scene.call(admin), ById { id: second }).await.expect("it is sent");
    let all = ListOrdersForAdmin::default;
    let midnight = at("2026-03-10T15:00:00Z");
    let number = |text: &str| ListOrdersForAdmin { q: Some(text.to_owned()), ..all() };
    for (why, request, expected) in [
        ("all, latest first", all(), vec![fourth, third, second, first]),
        ("unpaid", ListOrdersForAdmin { state: Some(OrderState::Normal), ..all() }, vec![fourth]),
        ("paid", ListOrdersForAdmin { state: Some(OrderState::Confirmed), ..all() }, vec![third, second]),
        ("paid back", ListOrdersForAdmin { state: Some(OrderState::Refunded), ..all() }, vec![first]),
        ("cancelled", ListOrdersForAdmin { state: Some(OrderState::Cancelled), ..all() }, vec![]),
        ("to be sent", ListOrdersForAdmin { delivery_state: Some(DeliveryState::Preparing), ..all() }, vec![third]),
        ("on the way", ListOrdersForAdmin { delivery_state: Some(DeliveryState::Shipped), ..all() }, vec![second]),
        ("one user's", ListOrdersForAdmin { user_id: Some(one.user_id), ..all() }, vec![second, first]),
        ("since midnight", ListOrdersForAdmin { from: Some(midnight.into()), ..all() }, vec![fourth, third]),
        ("until midnight", ListOrdersForAdmin { to: Some(midnight.into()), ..all() }, vec![second, first]),
        (
            "a whole day",
            ListOrdersForAdmin { from: Some(moment("2026-03-11")), to: Some(moment("2026-03-11")), ..all() },
            vec![fourth, third],
        ),
        ("up to a day", ListOrdersForAdmin { to: Some(moment("2026-03-10")), ..all() }, vec![second, first]),
        ("until noon", ListOrdersForAdmin { to: Some(noon().into()), ..all() }, vec![]),
        ("in the future", ListOrdersForAdmin { from: Some((midnight + TimeDelta::days(9)).into()), ..all() }, vec![]),
        ("a day's numbers", number("ord-20260310"), vec![second, first]),
        (
            "a piece of a day and a whole one",
            ListOrdersForAdmin { from: Some((noon() + TimeDelta::days(1)).into()), ..all() },
            vec![fourth, third],
        ),
        (
            "a piece of a day",
            ListOrdersForAdmin {
                from: Some((noon() - TimeDelta::hours(1)).into()),
                to: Some((noon() + TimeDelta::hours(1)).into()),
                ..all()
            },
            vec![second, first],
        ),
        (
            "two pieces of days",
            ListOrdersForAdmin { from: Some(noon().into()), to: Some((noon() + TimeDelta::days(2)).into()), ..all() },
            vec![fourth, third, second, first],
        ),
        ("what every number begins with", number("ord"), vec![fourth, third, second, first]),
        ("a month's numbers", number("ORD-202603"), vec![fourth, third, second, first]),
        ("one number", number(" ORD-20260310-000002 "), vec![second]),
        ("a customer's e-mail", number("@example.com"), vec![fourth, third, second, first]),
        ("nobody", number("%"), vec![]),
        (
            "one way in and a filter",
            ListOrdersForAdmin { user_id: Some(two.user_id), state: Some(OrderState::Normal), ..all() },
            vec![fourth],
        ),
    ] {
        let page = page(&scene, admin, request).await;
        assert_eq!(ids(&page), expected, "{why}");
        let count = expected.len() as i64;
        let sales = 1_000 * expected.iter().filter(|id| [second, third].contains(id)).count() as i64;
        let summary =
            OrderSummary { count, ordered: 1_000 * count, sales, discounts: 0, shipping_fees: 0, is_exact: true };
        assert_eq!(page.summary, Some(summary), "{why}: added up");
    }
}

#[tokio::test]
async fn pages_follow_each_other_and_only_the_first_is_added_up() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (_, _, [first, second, third, fourth]) = four(&scene).await;
    let list = |cursor| ListOrdersForAdmin { cursor, limit: Some(2), ..ListOrdersForAdmin::default() };
    let one = page(&scene, admin, list(None)).await;
    assert_eq!(ids(&one), [fourth, third], "the latest");
    let two = page(&scene, admin, list(one.next_cursor)).await;
    assert_eq!((ids(&two), two.next_cursor), (vec![second, first], None), "the rest");
    assert_eq!(two.summary, None, "the sums stand on the first page alone");
    let other =
        ListOrdersForAdmin { state: Some(OrderState::Normal), ..list(one.summary.map(|_| String::from("e30"))) };
    refused(list_orders_for_admin(scene.call(admin), other).await, ErrorCode::InvalidInput, "a cursor of no list");
}

#[tokio::test]
async fn a_parcel_is_sent_and_arrives_and_leaves_its_trace() {
    let scene = Scene::new();
    let (admin, (one, _, [first, second, _, fourth])) = (scene.admin().await, four(&scene).await);
    let send = |id| ship_order(scene.call(admin), ById { id });
    refused(send(999).await, ErrorCode::OrderNotFound, "no such order");
    refused(send(first).await, ErrorCode::InvalidOrderState, "paid back");
    refused(send(fourth).await, ErrorCode::InvalidOrderState, "not paid");
    let early = deliver_order(scene.call(admin), ById { id: second }).await;
    refused(early, ErrorCode::InvalidOrderState, "it has not left");
    let sent = send(second).await.expect("it leaves");
    assert_eq!(sent.order.delivery_state, Some(DeliveryState::Shipped), "on its way");
    assert_eq!(sent.customer.id, one.user_id, "to its customer");
    refused(send(second).await, ErrorCode::InvalidOrderState, "it has left");
    scene.advance_minutes(60);
    deliver_order(scene.call(admin), ById { id: second }).await.expect("it arrives");
    let detail = get_order_for_admin(scene.call(admin), ById { id: second }).await.expect("it is there");
    let steps: Vec<_> = detail.timeline.iter().map(|event| (event.step, event.actor_id)).collect();
    let by = Some(admin.user_id);
    let expected =
        [(OrderStep::Placed, None), (OrderStep::Paid, None), (OrderStep::Shipped, by), (OrderStep::Delivered, by)];
    assert_eq!(steps, expected, "its history, with who did what");
    assert_eq!(detail.payments.len(), 1, "and its payment");
    refused(get_order_for_admin(scene.call(admin), ById { id: 999 }).await, ErrorCode::OrderNotFound, "no such order");
    assert_eq!(
        scene.count("SELECT count(*) FROM audit_log WHERE target_type = 'order'"),
        2,
        "what was refused is no act"
    );
}

#[tokio::test]
async fn a_refund_gives_back_what_its_preview_said() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(10_000).await);
    let cup = scene.product(1_000, 5).await;
    let coupon = scene.own(who, rate(10)).await;
    scene.put(who, cup, None, 2).await;
    let placed = scene.place(who, &[coupon]).await.expect("it is placed");
    let preview = |id| preview_refund(scene.call(admin), ById { id });
    refused(preview(placed.id).await, ErrorCode::InvalidOrderState, "not paid yet");
    scene.pay(who, &placed).await.expect("it is paid");
    ship_order(scene.call(admin), ById { id: placed.id }).await.expect("it leaves");
    refused(scene.cancel(who, &placed).await, ErrorCode::InvalidOrderState, "its customer comes too late");
    let said = preview(placed.id).await.expect("it can be refunded");
    assert_eq!((said.points, said.balance_before, said.balance_after), (1_800, 8_200, 10_000), "points");
    assert_eq!((said.items[0].available_before, said.items[0].available_after), (3, 5), "stock");
    assert_eq!((said.coupons[0].user_coupon_id, said.coupons[0].usable), (coupon, true), "the coupon");
    assert_eq!(said.sales_day, "2026-03-10", "the day of the sale");
    assert_eq!(scene.level(cup), 3, "nothing has happened yet");
    let refund = |reason: &str| {
        let request = RefundOrder { id: placed.id, reason: Some(reason.to_owned()), ..RefundOrder::default() };
        refund_order(scene.call_with_key(admin, "refund-1"), request)
    };
    let details = refused(refund(" ").await, ErrorCode::InvalidInput, "a reason says something");
    assert_eq!(details["fields"][0]["field"], "reason", "the field is named");
    let done = refund("젖은 상자").await.expect("it is refunded");
    assert_eq!((done.order.state, scene.level(cup), scene.points(who)), (OrderState::Refunded, 5, 10_000), "as said");
    refund("젖은 상자").await.expect("the same request again gets the same answer");
    let again =
        refund_order(scene.call(admin), RefundOrder { id: placed.id, reason: None, ..RefundOrder::default() }).await;
    refused(again, ErrorCode::InvalidOrderState, "once is enough");
    let audit = "SELECT count(*) FROM audit_log WHERE action = 'refund_order' AND after ->> 'reason' = '젖은 상자'";
    assert_eq!(scene.count(audit), 1, "the act is written down once, with its reason");
    refused(preview(999).await, ErrorCode::OrderNotFound, "no such order");
}
