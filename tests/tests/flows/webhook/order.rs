//! Events of one order arrive in the order in which they happened; those of other orders do not wait for them.

use chrono::TimeDelta;
use shop_app::outbox::retry_outbox;
use shop_contract::ById;

use super::{Merchant, URL, deliver, event, paid, refund, scene, set};

#[tokio::test]
async fn events_of_one_order_never_overtake_and_other_orders_go_on() {
    let (scene, admin, who, product) = scene().await;
    set(&scene, admin, Some(URL)).await;
    let one = paid(&scene, who, product).await;
    let merchant = Merchant::who_refuses(1);
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [event("order.paid", &one)], "the first is refused");
    refund(&scene, admin, &one).await;
    let other = paid(&scene, who, product).await;
    deliver(&scene, &merchant).await;
    assert_eq!(
        merchant.told(),
        [event("order.paid", &other)],
        "what follows on the first waits, another order does not"
    );
    scene.clock.advance(TimeDelta::seconds(5));
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [event("order.paid", &one)], "first things first");
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [event("order.refunded", &one)], "then what follows");
}

#[tokio::test]
async fn two_events_of_one_order_that_are_due_together_go_one_after_the_other() {
    let (scene, admin, who, product) = scene().await;
    set(&scene, admin, Some(URL)).await;
    let order = paid(&scene, who, product).await;
    refund(&scene, admin, &order).await;
    let merchant = Merchant::who_refuses(1);
    deliver(&scene, &merchant).await;
    assert_eq!(
        merchant.told(),
        [event("order.paid", &order)],
        "the second is not sent beside a first that may be refused"
    );
    scene.clock.advance(TimeDelta::seconds(5));
    deliver(&scene, &merchant).await;
    deliver(&scene, &merchant).await;
    let both = [event("order.paid", &order), event("order.refunded", &order)];
    assert_eq!(merchant.told(), both, "in their order");
}

#[tokio::test]
async fn what_waits_behind_a_given_up_event_goes_on_and_a_retry_comes_before_it() {
    let (scene, admin, who, product) = scene().await;
    set(&scene, admin, Some(URL)).await;
    let order = paid(&scene, who, product).await;
    refund(&scene, admin, &order).await;
    scene.sql("UPDATE outbox SET state = 'FAILED', attempts = 13 WHERE id = 1");
    retry_outbox(scene.call(admin), ById { id: 1 }).await.expect("it is tried anew");
    let merchant = Merchant::who_refuses(0);
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [event("order.paid", &order)], "what was given up and is asked for goes first");
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [event("order.refunded", &order)], "then the later one");
    let next = paid(&scene, who, product).await;
    refund(&scene, admin, &next).await;
    scene.sql("UPDATE outbox SET state = 'FAILED', attempts = 13 WHERE id = 3");
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [event("order.refunded", &next)], "what is given up holds nothing up");
}
