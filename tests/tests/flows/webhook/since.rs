//! From which event on a webhook is told, and what an admin may have sent again.

use chrono::TimeDelta;
use shop_app::outbox::{list_outbox, replay_outbox, retry_all_outbox, retry_outbox};
use shop_app::statistics::get_dashboard;
use shop_contract::{ById, Empty, ListOutbox, OutboxState, ReplayOutbox};

use super::{Merchant, URL, deliver, event, paid, scene, set};
use crate::scene::{moment, noon};

#[tokio::test]
async fn a_first_address_is_told_of_what_happens_from_then_on() {
    let (scene, admin, who, product) = scene().await;
    let merchant = Merchant::who_refuses(0);
    let before = paid(&scene, who, product).await;
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [], "without an address nothing is sent, and nothing is lost");
    let set_at = set(&scene, admin, Some(URL)).await;
    assert_eq!(set_at.webhook_since, Some(scene.shop.now()), "from now on");
    let pending = async || {
        let request = ListOutbox { state: Some(OutboxState::Pending), ..ListOutbox::default() };
        let listed = list_outbox(scene.call(admin), request).await.expect("they are listed").items.len() as i64;
        let counted = get_dashboard(scene.call(admin), Empty {}).await.expect("it is shown").troubles.outbox_pending;
        assert_eq!(listed, counted, "list and dashboard agree");
        listed
    };
    assert_eq!(pending().await, 0, "what happened before does not wait");
    // At the very same instant, and with a clock that goes back.
    let after = paid(&scene, who, product).await;
    scene.clock.set(noon() - TimeDelta::days(400));
    let backwards = paid(&scene, who, product).await;
    assert_eq!(pending().await, 2, "what happens from then on does");
    scene.clock.set(noon() + TimeDelta::hours(1));
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [event("order.paid", &after), event("order.paid", &backwards)], "and is sent");
    let moved = set(&scene, admin, Some("https://shop.example/other")).await;
    assert_eq!(moved.webhook_since, set_at.webhook_since, "an address that is corrected goes on");
    set(&scene, admin, None).await;
    paid(&scene, who, product).await;
    assert_eq!(set(&scene, admin, Some(URL)).await.webhook_since, Some(scene.shop.now()), "a new one begins anew");
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [], "without what happened while there was none");
    retry_outbox(scene.call(admin), ById { id: 1 }).await.expect("an admin asks for it");
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [event("order.paid", &before)], "but for what an admin asks for");
}

#[tokio::test]
async fn an_admin_may_have_earlier_events_sent_again() {
    let (scene, admin, who, product) = scene().await;
    let merchant = Merchant::who_refuses(0);
    let early = paid(&scene, who, product).await;
    scene.advance_minutes(60);
    let from = scene.shop.now();
    let late = paid(&scene, who, product).await;
    set(&scene, admin, Some(URL)).await;
    let sent = paid(&scene, who, product).await;
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [event("order.paid", &sent)], "what happens from now on");
    let replay = async |from| replay_outbox(scene.call(admin), ReplayOutbox { from }).await.expect("it is done");
    let done = replay(from.into()).await;
    assert_eq!((done.count, done.more, done.until), (2, false, None), "whether it was sent or not");
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [event("order.paid", &late), event("order.paid", &sent)], "from the instant on");
    assert_eq!(replay(moment("2026-03-10")).await.count, 3, "or from a day of the shop");
    deliver(&scene, &merchant).await;
    let all = [event("order.paid", &early), event("order.paid", &late), event("order.paid", &sent)];
    assert_eq!(merchant.told(), all, "all of it");
    assert_eq!(replay(moment("2026-03-11")).await.count, 0, "nothing has happened since");
    assert_eq!(
        scene.count("SELECT count(*) FROM audit_log WHERE action = 'replay_outbox'"),
        2,
        "acts that did something"
    );
}

#[tokio::test]
async fn an_admin_may_have_all_that_failed_sent_again() {
    let (scene, admin, who, product) = scene().await;
    set(&scene, admin, Some(URL)).await;
    let orders = [paid(&scene, who, product).await, paid(&scene, who, product).await, paid(&scene, who, product).await];
    scene.sql("UPDATE outbox SET state = 'FAILED', attempts = 13 WHERE id = 1");
    scene.sql("UPDATE outbox SET state = 'SENT', attempts = 1 WHERE id = 2");
    let merchant = Merchant::who_refuses(1);
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [event("order.paid", &orders[2])], "the third is refused, and pauses");
    let retry = async || retry_all_outbox(scene.call(admin), Empty {}).await.expect("it is done");
    let done = retry().await;
    assert_eq!((done.count, done.more), (2, false), "what was given up, and what pauses");
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [event("order.paid", &orders[0]), event("order.paid", &orders[2])], "at once");
    assert_eq!(retry().await.count, 0, "nothing is left");
    assert_eq!(scene.count("SELECT count(*) FROM audit_log WHERE action = 'retry_all_outbox'"), 1, "one act");
}
