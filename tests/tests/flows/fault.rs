//! Making payments break off on purpose: an admin's, and in a demo shop alone.

use serde_json::json;
use shop_app::context::perform;
use shop_app::payment::arm_fault;
use shop_app::runtime::Principal;
use shop_contract::{AdminRole, ErrorCode, operation};

use crate::scene::{Scene, refused};

const DEMO: &str = "INSERT INTO setting (key, value, created_at, updated_at)
                    VALUES ('demo', 'true', '2026-03-10T03:00:00.000Z', '2026-03-10T03:00:00.000Z')";

#[tokio::test]
async fn faults_are_an_admins_in_a_demo_shop() {
    let scene = Scene::new();
    let customer = scene.customer(0).await;
    let admin = Principal { role: Some(AdminRole::Owner), ..scene.customer(0).await };
    let arm = |call, input| perform(call, operation::arm_fault, Ok(input), arm_fault);
    let good = || json!({"point": "payment", "times": 1});
    refused(arm(scene.visitor(), json!("nonsense")).await, ErrorCode::Unauthorized, "who asks comes before what");
    refused(arm(scene.call(customer), json!("nonsense")).await, ErrorCode::Forbidden, "for a customer as well");
    refused(arm(scene.call(admin), good()).await, ErrorCode::NotFound, "a real shop has no such thing");
    scene.sql(DEMO);
    refused(arm(scene.call(customer), good()).await, ErrorCode::Forbidden, "a demo shop has its admin too");
    for bad in [json!(0), json!(101), json!(-1), json!("1"), json!(1.5), json!(null)] {
        let input = json!({"point": "payment", "times": bad});
        refused(arm(scene.call(admin), input).await, ErrorCode::InvalidInput, "1 to 100 times");
    }
    let elsewhere = json!({"point": "order", "times": 1});
    refused(arm(scene.call(admin), elsewhere).await, ErrorCode::InvalidInput, "there is one place");
    let armed = arm(scene.call(admin), good()).await.expect("it is armed");
    assert_eq!(json!(armed), good(), "the answer says what is armed");
}

#[tokio::test]
async fn as_many_payments_break_off_as_were_asked_for() {
    let scene = Scene::new();
    scene.sql(DEMO);
    let who = scene.customer(10_000).await;
    let admin = Principal { role: Some(AdminRole::Owner), ..who };
    let cup = scene.product(1_000, 3).await;
    let input = json!({"point": "payment", "times": 2});
    perform(scene.call(admin), operation::arm_fault, Ok(input), arm_fault).await.expect("it is armed");
    for number in 1..=2 {
        let order = scene.buy(who, cup).await;
        refused(scene.pay(who, &order).await, ErrorCode::PaymentFailed, &format!("payment {number}"));
    }
    assert_eq!((scene.points(who), scene.level(cup)), (10_000, 3), "each of them was made up for");
    let order = scene.buy(who, cup).await;
    scene.pay(who, &order).await.expect("the third goes through");
}
