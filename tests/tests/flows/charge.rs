//! Requests for points by customers: the mode of the shop, what is taken and refused, and how a customer withdraws one.

use serde_json::json;
use shop_app::charge::{list_charges, withdraw_charge};
use shop_app::point::charge_points;
use shop_app::runtime::{Audience, Principal};
use shop_app::shop::{get_shop, set_up_shop};
use shop_contract::{
    ById, ChargePoints, ChargeRequest, ChargeState, ChargedPoints, DepositAccount, Empty, ErrorCode, ListPage,
    PointCharging, SetUpShop, ShopError, ShopEvent,
};

use crate::scene::{Scene, refused};

async fn in_mode(mode: PointCharging) -> Scene {
    let scene = Scene::new();
    scene.set_charging(mode).await;
    scene
}

async fn request(scene: &Scene, who: Principal, amount: i64) -> Result<ChargeRequest, ShopError> {
    match charge_points(scene.call(who), ChargePoints::of(amount)).await? {
        ChargedPoints::Requested(request) => Ok(request),
        ChargedPoints::Charged(row) => panic!("points without a deposit: {row:?}"),
    }
}

#[tokio::test]
async fn a_request_moves_no_points_and_is_told_to_its_customer_and_admins() {
    let scene = in_mode(PointCharging::Request).await;
    let who = scene.customer(0).await;
    let mut events = scene.shop.events().listen();
    let asked = request(&scene, who, 50_000).await.expect("it is taken");
    let expected = json!({
        "id": asked.id, "amount": 50_000, "depositorName": "김손님", "state": "REQUESTED", "withdrawn": false,
        "createdAt": scene.shop.now(),
    });
    assert_eq!(json!(asked), expected, "the depositor is the customer where no other is named");
    assert_eq!(scene.points(who), 0, "no points without a deposit");
    assert_eq!(scene.count("SELECT count(*) FROM balance_transaction"), 0, "and no row in the ledger");
    let notice = events.try_recv().expect("it is told");
    let event = ShopEvent::Charge { charge_id: asked.id, state: ChargeState::Requested };
    assert_eq!((notice.audience, notice.event), (Audience::UserAndAdmins(who.user_id), event), "to these alone");
}

#[tokio::test]
async fn the_amounts_are_those_of_a_charge_and_the_depositor_is_a_name() {
    let scene = in_mode(PointCharging::Request).await;
    let who = scene.customer(0).await;
    for amount in [i64::MIN, 0, 999, 10_000_001, i64::MAX] {
        let details = refused(request(&scene, who, amount).await, ErrorCode::InvalidInput, "it does not fit");
        assert_eq!(details["fields"][0]["field"], "amount", "the field is named for {amount}");
    }
    for (typed, kept) in [(Some(" 김\u{200B}장터 "), "김장터"), (Some(" "), "김손님"), (None, "김손님")] {
        let wanted = ChargePoints { amount: 1_000, depositor_name: typed.map(str::to_owned) };
        let answer = charge_points(scene.call(who), wanted).await.expect("it is taken");
        let ChargedPoints::Requested(asked) = answer else { panic!("it is a request: {answer:?}") };
        assert_eq!(asked.depositor_name, kept, "{typed:?}");
    }
    let long = ChargePoints { amount: 1_000, depositor_name: Some("가".repeat(101)) };
    let details = refused(charge_points(scene.call(who), long).await, ErrorCode::InvalidInput, "it is too long");
    assert_eq!(details["fields"][0]["field"], "depositorName", "and named");
}

#[tokio::test]
async fn five_requests_wait_at_most_and_a_withdrawn_one_makes_room() {
    let scene = in_mode(PointCharging::Request).await;
    let (who, other) = (scene.customer(0).await, scene.customer(0).await);
    let first = request(&scene, who, 1_000).await.expect("it is taken");
    for _ in 1..5 {
        request(&scene, who, 1_000).await.expect("it is taken");
    }
    let details = refused(request(&scene, who, 1_000).await, ErrorCode::Conflict, "the sixth");
    assert_eq!(details, json!({"reason": "TOO_MANY_WAITING"}), "with the reason");
    request(&scene, other, 1_000).await.expect("another customer's count is another");
    let withdrawn = withdraw_charge(scene.call(who), ById { id: first.id }).await.expect("it waits");
    assert_eq!((withdrawn.state, withdrawn.withdrawn), (ChargeState::Rejected, true), "it has ended");
    assert_eq!(withdrawn.decided_at, Some(scene.shop.now()), "now");
    request(&scene, who, 1_000).await.expect("there is room for one more");
}

#[tokio::test]
async fn a_request_is_withdrawn_once_and_by_its_customer_alone() {
    let scene = in_mode(PointCharging::Request).await;
    let (who, other) = (scene.customer(0).await, scene.customer(0).await);
    let id = request(&scene, who, 1_000).await.expect("it is taken").id;
    for (whose, id) in [(other, id), (who, 999_999)] {
        let answer = withdraw_charge(scene.call(whose), ById { id }).await;
        refused(answer, ErrorCode::NotFound, "another's request is none");
    }
    let with_key = || withdraw_charge(scene.call_with_key(who, "k"), ById { id });
    let first = with_key().await.expect("it waits");
    assert_eq!(with_key().await.expect("the repetition is answered"), first, "with the first answer");
    let details = refused(withdraw_charge(scene.call(who), ById { id }).await, ErrorCode::Conflict, "a second time");
    assert_eq!(details, json!({"reason": "ALREADY_REJECTED"}), "with the reason");
}

#[tokio::test]
async fn a_repeated_request_is_one() {
    let scene = in_mode(PointCharging::Request).await;
    let who = scene.customer(0).await;
    let ask = |amount| charge_points(scene.call_with_key(who, "k"), ChargePoints::of(amount));
    let first = ask(5_000).await.expect("the first is taken");
    scene.set_charging(PointCharging::Free).await;
    assert_eq!(json!(ask(5_000).await.expect("it is answered")), json!(first), "the first answer, in another mode too");
    refused(ask(6_000).await, ErrorCode::IdempotencyKeyReused, "the key stands for another request");
    assert_eq!(scene.count("SELECT count(*) FROM charge_request"), 1, "one request");
    assert_eq!(scene.points(who), 0, "and no points");
}

#[tokio::test]
async fn own_requests_page_latest_first() {
    let scene = in_mode(PointCharging::Request).await;
    let (who, other) = (scene.customer(0).await, scene.customer(0).await);
    for amount in [1_000, 2_000, 3_000] {
        request(&scene, who, amount).await.expect("it is taken");
    }
    request(&scene, other, 9_000).await.expect("it is taken");
    let page = |cursor| list_charges(scene.call(who), ListPage { cursor, limit: Some(2) });
    let first = page(None).await.expect("a page");
    let amounts: Vec<i64> = first.items.iter().map(|row| row.amount).collect();
    assert_eq!(amounts, [3_000, 2_000], "latest first");
    let second = page(first.next_cursor).await.expect("the next page");
    let amounts: Vec<i64> = second.items.iter().map(|row| row.amount).collect();
    assert_eq!((amounts, second.next_cursor), (vec![1_000], None), "own ones alone");
}

#[tokio::test]
async fn a_shop_without_charging_says_so_and_one_without_deposits_takes_no_depositor() {
    let scene = in_mode(PointCharging::Off).await;
    let who = scene.customer(0).await;
    for amount in [1_000, 0] {
        let details = refused(request(&scene, who, amount).await, ErrorCode::Conflict, "nothing can be charged");
        assert_eq!(details, json!({"reason": "CHARGING_OFF"}), "with the reason");
    }
    scene.set_charging(PointCharging::Free).await;
    let named = ChargePoints { amount: 1_000, depositor_name: Some("김손님".to_owned()) };
    let details = refused(charge_points(scene.call(who), named).await, ErrorCode::InvalidInput, "no deposit comes");
    assert_eq!(details["fields"][0], json!({"field": "depositorName", "reason": "NOT_OPEN"}), "it is named");
    assert_eq!(scene.points(who), 0, "a customer that means to pay gets nothing for free");
}

fn own_shop(charging: Option<PointCharging>, account: Option<DepositAccount>) -> SetUpShop {
    SetUpShop {
        shop_name: String::from("우리 가게"),
        email: String::from("owner@shop.kr"),
        password: String::from("a good password"),
        name: String::from("주인"),
        set_up_code: None,
        point_charging: charging,
        payment_methods: None,
        deposit_account: account,
        business: None,
    }
}

fn account(number: &str) -> DepositAccount {
    DepositAccount { bank: "국민은행".into(), number: number.into(), holder: "주인".into() }
}

#[tokio::test]
async fn a_shop_is_set_up_with_its_way_of_charging_and_its_account() {
    let scene = Scene::new();
    let bad = own_shop(Some(PointCharging::Request), Some(account("12")));
    let details = refused(set_up_shop(scene.visitor(), bad).await, ErrorCode::InvalidInput, "no account");
    assert_eq!(details["fields"][0]["field"], "depositAccount.number", "the field is named");
    let good = own_shop(Some(PointCharging::Request), Some(account(" 110-234-567890 ")));
    let info = set_up_shop(scene.visitor(), good).await.expect("it is set up");
    assert_eq!(info.point_charging, PointCharging::Request, "as it was chosen");
    assert_eq!(info.deposit_account, Some(account("110-234-567890")), "with the account in normal form");
    scene.set_charging(PointCharging::Off).await;
    let info = get_shop(scene.visitor(), Empty {}).await.expect("everybody may know");
    assert_eq!(info.deposit_account, None, "the account is told where customers transfer, and nowhere else");
}

#[tokio::test]
async fn a_shop_that_is_set_up_without_a_choice_charges_at_once() {
    let scene = Scene::new();
    let info = set_up_shop(scene.visitor(), own_shop(None, None)).await.expect("it is set up");
    assert_eq!((info.point_charging, info.deposit_account), (PointCharging::Free, None), "as before");
    assert_eq!(scene.count("SELECT count(*) FROM setting WHERE key = 'pointCharging'"), 0, "nothing is written");
}
