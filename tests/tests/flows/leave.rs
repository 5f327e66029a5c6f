//! A customer leaves the shop: what is refused, what is erased, and what stays.

use chrono::TimeDelta;
use serde_json::json;
use shop_app::context::Call;
use shop_app::note::add_user_note;
use shop_app::order::{deliver_order, refund_order, ship_order};
use shop_app::point::{adjust_points, charge_points};
use shop_app::runtime::Principal;
use shop_app::user::{
    get_user, leave_shop, list_users, make_reset_code, register, save_address, set_user_state, update_me,
};
use shop_contract::{
    AccountState, AddNote, AdjustPoints, AdminRole, ById, ChargePoints, Done, ErrorCode, LeaveShop, ListUsers,
    RefundOrder, SaveAddress, SetUserState, ShippingAddress, ShopError, UpdateMe, UserState,
};

use crate::scene::{Scene, admitted, rate, refused};
use crate::users::{PASSWORD, arrive, come_in, error, login, newcomer, resume};

const KIM: &str = "kim@shop.kr";

async fn leave(scene: &Scene, who: Principal, password: &str) -> Result<Done, ShopError> {
    leave_shop(scene.call(who), LeaveShop { password: password.to_owned() }).await
}

fn home() -> SaveAddress {
    let shipping_address = ShippingAddress {
        recipient_name: "김손님".to_owned(),
        phone: "010-1234-5678".to_owned(),
        zip_code: "04524".to_owned(),
        address: "서울시 중구 세종대로 110".to_owned(),
        detail_address: Some("3층".to_owned()),
    };
    SaveAddress { id: None, label: "우리 집".to_owned(), is_default: true, shipping_address }
}

/// Everything that the file says in texts, in one text; the rows of the books that stay are left out.
fn texts(scene: &Scene) -> String {
    [
        "SELECT group_concat(email || name || ifnull(phone, '') || password_hash || ifnull(reset_hash, '')) FROM user WHERE role IS NULL",
        "SELECT ifnull(group_concat(label || recipient_name || phone || zip_code || address || ifnull(detail_address, '')), '') FROM address",
        "SELECT ifnull(group_concat(device), '') FROM session",
        "SELECT ifnull(group_concat(body), '') FROM note",
        "SELECT ifnull(group_concat(depositor_name), '') FROM charge_request WHERE state <> 'CONFIRMED'",
        "SELECT ifnull(group_concat(email), '') FROM sign_in_attempt",
        "SELECT ifnull(group_concat(answer), '') FROM idempotency",
    ]
    .map(|query| scene.text(query))
    .join("\n")
}

#[tokio::test]
async fn what_is_known_about_a_customer_is_erased_and_the_books_stay_whole() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let mut call = scene.visitor();
    call.idempotency_key = Some("k".to_owned());
    let mut wanted = newcomer(KIM);
    wanted.phone = Some("010-1234-5678".to_owned());
    register(call, wanted).await.expect("the e-mail is free");
    let (secret, kim) = come_in(&scene, KIM, PASSWORD).await;
    charge_points(scene.call_with_key(kim, "c"), ChargePoints::of(50_000)).await.expect("points");
    save_address(scene.call_with_key(kim, "a"), home()).await.expect("an address");
    let product = scene.product(1_000, 10).await;
    let bought = scene.buy(kim, product).await;
    scene.pay(kim, &bought).await.expect("paid");
    ship_order(scene.call(admin), ById { id: bought.id }).await.expect("sent");
    deliver_order(scene.call(admin), ById { id: bought.id }).await.expect("arrived");
    scene.own(kim, rate(10)).await;
    scene.put(kim, product, None, 1).await;
    shop_app::catalog::add_wish(scene.call(kim), shop_contract::WishFor { product_id: product }).await.expect("a wish");
    let note = AddNote { id: kim.user_id, body: "김손님은 010-1234-5678".to_owned() };
    add_user_note(scene.call(admin), note).await.expect("a note");
    scene.waiting_charge(kim, 5_000, "김손님").await;
    make_reset_code(scene.call(admin), ById { id: kim.user_id }).await.map(drop).expect("a code");
    assert_eq!(error(login(&scene, KIM, "a wrong one").await), Some(ErrorCode::Unauthorized), "an attempt is counted");

    leave(&scene, kim, PASSWORD).await.expect("nothing is open");

    assert_eq!(resume(&scene, &secret).await, None, "the sessions have ended");
    assert_eq!(error(login(&scene, KIM, PASSWORD).await), Some(ErrorCode::Unauthorized), "nor can one sign in");
    scene.sql("DELETE FROM sign_in_attempt");
    let left = texts(&scene);
    for known in
        [KIM, "김손님", "1234", "세종대로", "04524", "우리 집", "3층", "argon2id$v=19$m=19456,t=2,p=1$kim", "a test"]
    {
        assert!(!left.contains(known), "{known} is still there: {left}");
    }
    assert_eq!(scene.points(kim), 0, "the points are given up");
    let last = scene.text("SELECT type || amount || description FROM balance_transaction ORDER BY id DESC LIMIT 1");
    assert_eq!(last, "ADJUST-49000회원 탈퇴로 소멸", "by a row of the ledger");
    let states = scene.text(
        "SELECT (SELECT state FROM user_coupon) || (SELECT group_concat(DISTINCT state) FROM cart_item WHERE state <> 'ORDERED')
             || (SELECT state FROM wish) || (SELECT state FROM charge_request) || (SELECT state FROM address)",
    );
    assert_eq!(states, "EXPIREDDELETEDDELETEDREJECTEDDELETED", "coupon, cart, wish, request, address");
    let order = scene.text("SELECT state || recipient_name || address FROM \"order\"");
    assert!(order.starts_with("CONFIRMED") && order.len() > 20, "the order stays whole: {order}");
    let found = scene.count("SELECT count(*) FROM user_search WHERE user_search MATCH '\"kim@\"'");
    assert_eq!(found, 0, "no search finds the customer");

    let (_, again) = arrive(&scene, KIM).await;
    assert_ne!(again.user_id, kim.user_id, "the e-mail can register again, as another user");
    assert_eq!(scene.points(again), 0, "with nothing of the first one");
    leave(&scene, again, PASSWORD).await.expect("and leave again");
}

#[tokio::test]
async fn an_open_order_a_wrong_password_and_an_admin_are_refused() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (_, kim) = arrive(&scene, KIM).await;
    charge_points(scene.call(kim), ChargePoints::of(10_000)).await.expect("points");
    refused(leave(&scene, kim, "a wrong one").await, ErrorCode::Unauthorized, "a wrong password");
    let product = scene.product(1_000, 10).await;
    let order = scene.buy(kim, product).await;
    let open = |state: &str| json!({"state": state, "asked": "LEAVE", "orderId": order.id});
    let ask = || leave(&scene, kim, PASSWORD);
    assert_eq!(refused(ask().await, ErrorCode::InvalidOrderState, "an unpaid order"), open("NORMAL"));
    scene.pay(kim, &order).await.expect("paid");
    assert_eq!(refused(ask().await, ErrorCode::InvalidOrderState, "a paid one"), open("CONFIRMED"));
    ship_order(scene.call(admin), ById { id: order.id }).await.expect("sent");
    assert_eq!(refused(ask().await, ErrorCode::InvalidOrderState, "one on its way"), open("CONFIRMED"));
    assert_eq!(scene.points(kim), 9_000, "nothing is given up by a refusal");
    assert!(scene.text("SELECT email FROM user WHERE type = 'CUSTOMER'").starts_with("kim"), "nothing is erased");
    let refund = RefundOrder { id: order.id, reason: Some("파손".to_owned()), ..RefundOrder::default() };
    refund_order(scene.call(admin), refund).await.expect("refunded");
    ask().await.expect("nothing is open any more");

    for role in [AdminRole::Clerk, AdminRole::Owner] {
        let staff = scene.admin_as(role).await;
        let details = refused(leave(&scene, staff, PASSWORD).await, ErrorCode::Forbidden, "an admin");
        assert_eq!(details["reason"], "STAFF", "and it is said why");
    }
}

#[tokio::test]
async fn wrong_passwords_are_throttled_as_those_of_a_change_are() {
    let scene = Scene::new();
    let (_, kim) = arrive(&scene, KIM).await;
    for _ in 0..6 {
        refused(leave(&scene, kim, "a wrong one").await, ErrorCode::Unauthorized, "a wrong password");
    }
    refused(leave(&scene, kim, PASSWORD).await, ErrorCode::TooManyRequests, "the right one waits too");
    scene.clock.advance(TimeDelta::seconds(30));
    leave(&scene, kim, PASSWORD).await.expect("after the wait");
}

#[tokio::test]
async fn nothing_brings_a_customer_back_that_has_left() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (_, kim) = arrive(&scene, KIM).await;
    // Admitted before, and carried out after.
    let late = || admitted(Call::new(scene.shop.clone(), Some(kim), None));
    let product = scene.product(1_000, 10).await;
    leave(&scene, kim, PASSWORD).await.expect("nothing is open");
    let gone = ErrorCode::Unauthorized;
    refused(charge_points(late(), ChargePoints::of(5_000)).await, gone, "points");
    refused(save_address(late(), home()).await, gone, "an address");
    refused(update_me(late(), UpdateMe { name: Some("김손님".to_owned()), phone: None }).await, gone, "a name");
    let wish = shop_contract::WishFor { product_id: product };
    refused(shop_app::catalog::add_wish(late(), wish).await, gone, "a wish");
    refused(leave_shop(late(), LeaveShop { password: PASSWORD.to_owned() }).await, gone, "a second time");

    let id = kim.user_id;
    let missing = ErrorCode::UserNotFound;
    let reason = "사과".to_owned();
    refused(adjust_points(scene.call(admin), AdjustPoints { id, amount: 100, reason }).await, missing, "points");
    for state in [UserState::Normal, UserState::Inactive] {
        refused(set_user_state(scene.call(admin), SetUserState { id, state }).await, missing, "a state");
    }
    refused(make_reset_code(scene.call(admin), ById { id }).await.map(drop), missing, "a code");
    refused(add_user_note(scene.call(admin), AddNote { id, body: "김손님".to_owned() }).await, missing, "a note");

    let shown = get_user(scene.call(admin), ById { id }).await.expect("the page of the customer stays").user;
    assert_eq!((shown.state, shown.user.name.as_str()), (AccountState::Deleted, "탈퇴한 고객"), "and says so");
    let listed = |state| list_users(scene.call(admin), ListUsers { state, ..ListUsers::default() });
    let ids = |page: shop_contract::AdminUserPage| page.items.iter().map(|item| item.user.id).collect::<Vec<_>>();
    assert_eq!(ids(listed(Some(AccountState::Deleted)).await.expect("a list")), [id], "found by its state");
    assert!(ids(listed(None).await.expect("a list")).contains(&id), "and in the whole list");
}
