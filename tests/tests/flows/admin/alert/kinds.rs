//! Each kind: it arises, is told once, is over, and arises again.

use std::sync::atomic::Ordering;

use chrono::TimeDelta;
use shop_app::coupon::{CouponDraft, issue_coupon};
use shop_contract::{AlertKind, ById, ErrorCode};
use shop_store::product::NewProduct;

use super::{GIGABYTE, heard, kinds, list, look, name, scene_on_a_disk};
use crate::scene::{noon, product, rate, refused};

#[tokio::test]
async fn short_stock_is_told_once_until_it_is_over() {
    let (scene, _) = scene_on_a_disk();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let cup = scene.product(1_000, 11).await;
    assert_eq!(look(&scene).await, [], "eleven are enough");
    let order = scene.buy(who, cup).await;
    assert_eq!(kinds(&scene, admin).await, [(AlertKind::LowStock, 1)], "the list knows at once");
    assert_eq!(look(&scene).await, [(AlertKind::LowStock, 1, 1, name("머그컵"))], "ten are few");
    scene.buy(who, cup).await;
    assert_eq!(look(&scene).await, [], "fewer still are no news");
    scene.sql(&format!("UPDATE product SET state = 'DISCONTINUED' WHERE id = {cup}"));
    assert_eq!(look(&scene).await, [(AlertKind::LowStock, 0, 0, None)], "what is not sold cannot run short");
    scene.sql(&format!("UPDATE product SET state = 'NORMAL' WHERE id = {cup}"));
    assert_eq!(look(&scene).await, [(AlertKind::LowStock, 1, 1, name("머그컵"))], "and arises again");
    scene.cancel(who, &order).await.expect("it is given up");
    assert_eq!(look(&scene).await, [], "ten are few all the same");
}

#[tokio::test]
async fn a_rush_is_told_as_one_and_options_are_named() {
    let (scene, _) = scene_on_a_disk();
    scene.admin().await;
    let (_, options) = scene.product_with_options(None, 3).await;
    for _ in 0..20 {
        scene.product(1_000, 2).await;
    }
    let (count, told) = (20 + options.len() as i64, look(&scene).await);
    assert_eq!(told, [(AlertKind::LowStock, count, count, name("머그컵"))], "one notice, the shortest named");
    scene.sql("UPDATE stock SET available_quantity = 99, initial_quantity = 99 WHERE available_quantity = 2");
    scene.sql("UPDATE stock SET available_quantity = 0, initial_quantity = 0 WHERE product_option_id IS NOT NULL");
    assert_eq!(look(&scene).await, [(AlertKind::LowStock, 2, 0, None)], "twenty are over, two stand as they stood");
}

#[tokio::test]
async fn products_are_named_in_english_where_they_have_a_name_in_it() {
    let (scene, _) = scene_on_a_disk();
    let admin = scene.admin().await;
    scene.product(1_000, 2).await;
    look(&scene).await;
    assert_eq!(list(&scene, admin).await.items[0].names_en, None, "it has no English name");
    scene.make(NewProduct { name_en: name("Mug"), ..product(1_000, 1) }).await;
    let told = heard(&scene).await;
    assert_eq!((&told[0].name, &told[0].name_en), (&name("머그컵"), &name("Mug")), "the new one, in both languages");
    let low = list(&scene, admin).await.items.remove(0);
    assert_eq!(low.names, ["머그컵", "머그컵"]);
    let english = ["Mug", "머그컵"].map(str::to_owned);
    assert_eq!(low.names_en, Some(english.to_vec()), "one without keeps the name that it has");
    let (_, options) = scene.product_with_options(None, 0).await;
    scene.sql("UPDATE product SET name_en = 'Mug' WHERE name_en IS NULL");
    let low = list(&scene, admin).await.items.remove(0);
    let english = ["Mug / 빨강", "Mug / 파랑", "Mug"].map(str::to_owned);
    assert_eq!((options.len(), low.names_en), (2, Some(english.to_vec())), "options have one name");
}

#[tokio::test]
async fn a_coupon_that_runs_out_is_told_once() {
    let (scene, _) = scene_on_a_disk();
    let admin = scene.admin().await;
    let coupon = scene.coupon(CouponDraft { total_quantity: 10, ..rate(10) }).await;
    for taken in 1..=9 {
        assert_eq!(look(&scene).await, [], "{taken} are not taken yet");
        let who = scene.customer(0).await;
        issue_coupon(scene.call(who), ById { id: coupon }).await.expect("it is issued");
    }
    assert_eq!(look(&scene).await, [(AlertKind::CouponRunningOut, 1, 1, name("10% 할인"))], "a tenth is left");
    let last = scene.customer(0).await;
    issue_coupon(scene.call(last), ById { id: coupon }).await.expect("it is issued");
    assert_eq!(look(&scene).await, [], "none left is no news after one left");
    scene.clock.set(noon() + TimeDelta::days(31));
    assert_eq!(look(&scene).await, [(AlertKind::CouponRunningOut, 0, 0, None)], "its time is over");
    assert_eq!(kinds(&scene, admin).await, [], "and nothing is listed");
}

#[tokio::test]
async fn each_failed_payment_of_a_day_is_told() {
    let (scene, _) = scene_on_a_disk();
    let who = scene.customer(100_000).await;
    let cup = scene.product(1_000, 100).await;
    let fail = async || {
        let order = scene.buy(who, cup).await;
        scene.shop.arm_payment_fault(1);
        refused(scene.pay(who, &order).await, ErrorCode::PaymentFailed, "it breaks off");
        order.order_number
    };
    let first = fail().await;
    assert_eq!(look(&scene).await, [(AlertKind::PaymentFailed, 1, 1, Some(first))], "by its number");
    assert_eq!(look(&scene).await, [], "once");
    fail().await;
    let third = fail().await;
    assert_eq!(look(&scene).await, [(AlertKind::PaymentFailed, 3, 2, Some(third))], "two more, as one");
    scene.advance_minutes(24 * 60);
    assert_eq!(look(&scene).await, [(AlertKind::PaymentFailed, 0, 0, None)], "tomorrow begins anew");
    let next = fail().await;
    assert_eq!(look(&scene).await, [(AlertKind::PaymentFailed, 1, 1, Some(next))], "with its first");
}

#[tokio::test]
async fn a_failing_outbox_is_one_alert() {
    let (scene, _) = scene_on_a_disk();
    let who = scene.customer(100_000).await;
    let cup = scene.product(1_000, 100).await;
    for _ in 0..3 {
        let order = scene.buy(who, cup).await;
        scene.pay(who, &order).await.expect("it is paid");
    }
    assert_eq!(look(&scene).await, [], "what waits is no trouble");
    for (given_up, why) in [(1, "the first is told"), (2, "the second is not"), (3, "nor the third")] {
        scene.sql(&format!("UPDATE outbox SET state = 'FAILED', attempts = 3 WHERE id = {given_up}"));
        let expected = if given_up == 1 { vec![(AlertKind::OutboxFailed, 1, 1, None)] } else { vec![] };
        assert_eq!(look(&scene).await, expected, "{why}");
    }
    scene.sql("UPDATE outbox SET state = 'SENT'");
    assert_eq!(look(&scene).await, [(AlertKind::OutboxFailed, 0, 0, None)], "all are sent");
    scene.sql("UPDATE outbox SET state = 'FAILED' WHERE id = 2");
    assert_eq!(look(&scene).await, [(AlertKind::OutboxFailed, 1, 1, None)], "it arises again");
}

#[tokio::test]
async fn a_full_disk_is_told_once_and_over_a_restart() {
    let (mut scene, room) = scene_on_a_disk();
    let admin = scene.admin().await;
    assert_eq!(look(&scene).await, [], "there is room");
    room.0.store(GIGABYTE - 1, Ordering::SeqCst);
    assert_eq!(look(&scene).await, [(AlertKind::LowDisk, 1, 1, None)], "a byte under a gigabyte");
    let listed = list(&scene, admin).await.items;
    assert_eq!((listed[0].kind, listed[0].free_bytes), (AlertKind::LowDisk, Some((GIGABYTE - 1) as i64)), "how much");
    scene.restart().await;
    assert_eq!(look(&scene).await, [], "who is told once is not told again by the next program");
    room.0.store(GIGABYTE, Ordering::SeqCst);
    assert_eq!(look(&scene).await, [(AlertKind::LowDisk, 0, 0, None)], "it is over");
    room.0.store(0, Ordering::SeqCst);
    assert_eq!(look(&scene).await, [(AlertKind::LowDisk, 1, 1, None)], "and arises again");
}
