//! An order as of an instant.

use chrono::TimeDelta;
use shop_app::order::{deliver_order, get_order_at, refund_order, ship_order, unship_order};
use shop_contract::*;

use super::{after, as_of, kinds};
use crate::scene::{Scene, noon, refused};

#[tokio::test]
async fn an_order_has_its_states_and_who_changed_them() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(50_000).await);
    let product = scene.product(1_000, 10).await;
    let order = scene.buy(who, product).await;
    let by_id = || ById { id: order.id };
    let tick = || scene.clock.advance(TimeDelta::seconds(5));
    tick();
    scene.pay(who, &order).await.expect("it is paid");
    tick();
    ship_order(scene.call(admin), by_id()).await.expect("it leaves");
    tick();
    unship_order(scene.call(admin), by_id()).await.expect("it comes back");
    tick();
    ship_order(scene.call(admin), by_id()).await.expect("it leaves");
    tick();
    deliver_order(scene.call(admin), by_id()).await.expect("it arrives");
    tick();
    let request = RefundOrder { id: order.id, reason: Some("파손".to_owned()), ..RefundOrder::default() };
    refund_order(scene.call(admin), request).await.expect("it is paid back");
    tick();
    use DeliveryState::{Delivered, Preparing, Shipped};
    use OrderState::{Confirmed, Normal, Refunded};
    for (second, expected) in [
        (-1, (None, None)),
        (0, (Some(Normal), None)),
        (5, (Some(Confirmed), Some(Preparing))),
        (10, (Some(Confirmed), Some(Shipped))),
        (15, (Some(Confirmed), Some(Preparing))),
        (24, (Some(Confirmed), Some(Shipped))),
        (25, (Some(Confirmed), Some(Delivered))),
        (30, (Some(Refunded), Some(Delivered))),
    ] {
        let found = get_order_at(scene.call(admin), as_of(order.id, after(second))).await.expect("the order");
        assert_eq!((found.state, found.delivery_state), expected, "after {second} seconds");
        assert_eq!(found.as_of.check, RecordCheck::Matches, "after {second} seconds");
    }
    let last = get_order_at(scene.call(admin), as_of(order.id, after(35))).await.expect("the order").as_of;
    use CauseKind as Kind;
    let expected =
        [Kind::Refunded, Kind::Delivered, Kind::Shipped, Kind::Unshipped, Kind::Shipped, Kind::Paid, Kind::Created];
    assert_eq!(kinds(&last), expected, "the latest first");
    assert_eq!(last.causes[0].reason.as_deref(), Some("파손"), "why it was paid back");
    assert_eq!(last.causes[0].actor_id, Some(admin.user_id), "by whom");
    assert_eq!(last.causes[5].actor_id, Some(who.user_id), "the customer paid");
    assert_eq!(last.previous_at, Some(after(30)), "the step back");
    refused(get_order_at(scene.call(admin), as_of(99, noon())).await, ErrorCode::OrderNotFound, "there is none");
}

#[tokio::test]
async fn orders_that_came_to_nothing_say_how() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(50_000).await);
    let product = scene.product(1_000, 10).await;
    let [expired, cancelled, failed] =
        [scene.buy(who, product).await, scene.buy(who, product).await, scene.buy(who, product).await];
    scene.clock.advance(TimeDelta::seconds(5));
    scene.cancel(who, &cancelled).await.expect("it is given up");
    scene.shop.arm_payment_fault(1);
    refused(scene.pay(who, &failed).await, ErrorCode::PaymentFailed, "it breaks off");
    scene.advance_minutes(31);
    assert_eq!(scene.expire().await, 1, "one ran out");
    use CauseKind::{AttemptFailed, Cancelled, Created, Expired, PaymentFailed};
    for (order, expected, actor) in [
        (expired, vec![Expired, Created], None),
        (cancelled, vec![Cancelled, Created], Some(who.user_id)),
        (failed, vec![PaymentFailed, AttemptFailed, Created], None),
    ] {
        let request = GetAsOf { id: order.id, instant: None, limit: None };
        let found = get_order_at(scene.call(admin), request).await.expect("the order").as_of;
        assert_eq!(kinds(&found), expected, "{}", order.order_number);
        assert_eq!(found.causes[0].actor_id, actor, "whose act it was: {expected:?}");
        assert_eq!(found.check, RecordCheck::Matches, "{expected:?}");
    }
}
