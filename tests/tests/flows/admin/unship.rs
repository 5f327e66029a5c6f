//! Undoing that an order was shipped: within a few seconds, once, and with all that follows from it.

use chrono::TimeDelta;
use shop_app::order::{deliver_order, get_order_for_admin, list_orders_for_admin, ship_order, unship_order};
use shop_app::runtime::{Audience, Principal};
use shop_contract::{
    ById, DeliveryMethod, DeliveryState, ErrorCode, ListOrdersForAdmin, Order, OrderState, OrderStep, ShopEvent,
};

use crate::scene::{Scene, refused};

/// An admin, a customer, and a paid order.
async fn paid(scene: &Scene) -> (Principal, Principal, Order) {
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let order = scene.buy(who, scene.product(1_000, 10).await).await;
    scene.pay(who, &order).await.expect("it is paid");
    (admin, who, order)
}

async fn counted(scene: &Scene, admin: Principal, delivery_state: DeliveryState) -> i64 {
    let request = ListOrdersForAdmin { delivery_state: Some(delivery_state), ..ListOrdersForAdmin::default() };
    let page = list_orders_for_admin(scene.call(admin), request).await.expect("they are listed");
    page.summary.expect("the first page has a sum").count
}

#[tokio::test]
async fn a_shipment_is_undone_and_may_be_made_again() {
    let scene = Scene::new();
    let (admin, who, order) = paid(&scene).await;
    let by_id = || ById { id: order.id };
    refused(unship_order(scene.call(admin), by_id()).await, ErrorCode::InvalidOrderState, "not shipped yet");
    ship_order(scene.call(admin), by_id()).await.expect("it leaves");
    assert_eq!(counted(&scene, admin, DeliveryState::Shipped).await, 1, "counted as shipped");
    scene.clock.advance(TimeDelta::seconds(10));
    let mut heard = scene.shop.events().listen();
    let undone = unship_order(scene.call(admin), by_id()).await.expect("it comes back");
    assert_eq!(undone.order.delivery_state, Some(DeliveryState::Preparing), "as before");
    let notice = heard.try_recv().expect("it is told");
    let event = ShopEvent::Order {
        order_id: order.id,
        state: OrderState::Confirmed,
        delivery_state: Some(DeliveryState::Preparing),
        delivery_method: Some(DeliveryMethod::Delivery),
    };
    assert_eq!(notice.event, event, "what");
    assert!(
        matches!(notice.audience, Audience::UserAndAdmins(id) if id == who.user_id),
        "the customer's page shows it too: {:?}",
        notice.audience
    );
    assert_eq!(counted(&scene, admin, DeliveryState::Shipped).await, 0, "no longer counted as shipped");
    assert_eq!(counted(&scene, admin, DeliveryState::Preparing).await, 1, "but as to be shipped");
    refused(unship_order(scene.call(admin), by_id()).await, ErrorCode::InvalidOrderState, "once is enough");
    scene.clock.advance(TimeDelta::seconds(60));
    ship_order(scene.call(admin), by_id()).await.expect("it leaves again");
    scene.clock.advance(TimeDelta::seconds(5));
    unship_order(scene.call(admin), by_id()).await.expect("the time counts from the second shipment");
    let detail = get_order_for_admin(scene.call(admin), by_id()).await.expect("it is there");
    let steps: Vec<_> = detail.timeline.iter().map(|event| event.step).collect();
    use OrderStep::{Paid, Placed, Shipped, Unshipped};
    assert_eq!(steps, [Placed, Paid, Shipped, Unshipped, Shipped, Unshipped], "all of it in the order's history");
    assert_eq!(detail.timeline[3].actor_id, Some(admin.user_id), "and who undid it");
    let audit =
        "SELECT count(*) FROM audit_log WHERE action = 'unship_order' AND before ->> 'deliveryState' = 'SHIPPED'
        AND after ->> 'deliveryState' = 'PREPARING'";
    assert_eq!(scene.count(audit), 2, "each undoing is an act");
    scene.cancel(who, &order).await.expect("its customer can give it up again");
}

#[tokio::test]
async fn a_shipment_is_not_undone_too_late_or_after_more_has_happened() {
    let scene = Scene::new();
    let (admin, _, order) = paid(&scene).await;
    let by_id = || ById { id: order.id };
    refused(unship_order(scene.call(admin), ById { id: 999 }).await, ErrorCode::OrderNotFound, "no such order");
    ship_order(scene.call(admin), by_id()).await.expect("it leaves");
    scene.clock.advance(TimeDelta::seconds(13));
    let late = refused(unship_order(scene.call(admin), by_id()).await, ErrorCode::InvalidOrderState, "too late");
    assert_eq!((&late["state"], &late["asked"]), (&"CONFIRMED".into(), &"UNSHIP".into()), "what was asked");
    deliver_order(scene.call(admin), by_id()).await.expect("it arrives");
    refused(unship_order(scene.call(admin), by_id()).await, ErrorCode::InvalidOrderState, "it has arrived");
    assert_eq!(scene.count("SELECT count(*) FROM audit_log WHERE action = 'unship_order'"), 0, "no act");
    let kept = "SELECT count(*) FROM \"order\" WHERE shipped_at = '2026-03-10T03:00:00.000Z'";
    assert_eq!(scene.count(kept), 1, "the instant of the shipment stays");
}

#[tokio::test]
async fn the_same_undoing_again_gets_the_same_answer() {
    let scene = Scene::new();
    let (admin, _, order) = paid(&scene).await;
    ship_order(scene.call(admin), ById { id: order.id }).await.expect("it leaves");
    for _ in 0..2 {
        let again = unship_order(scene.call_with_key(admin, "undo-1"), ById { id: order.id }).await;
        assert_eq!(again.expect("the first answer").order.delivery_state, Some(DeliveryState::Preparing), "undone");
    }
    assert_eq!(scene.count("SELECT count(*) FROM audit_log WHERE action = 'unship_order'"), 1, "it is done once");
}
