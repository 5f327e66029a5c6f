//! Users: found, given points, blocked.

use shop_app::point::adjust_points;
use shop_app::runtime::Principal;
use shop_app::user::{get_user, list_users, session_principal, set_user_state};
use shop_contract::{
    AccountState, AdjustPoints, AdminRole, ById, ErrorCode, ListUsers, PointTransactionType, SetUserState, UserState,
    UserType,
};

use crate::scene::{Scene, refused};
use crate::users::{PASSWORD, arrive, error, login};

async fn found(scene: &Scene, admin: Principal, request: ListUsers) -> Vec<i64> {
    let page = list_users(scene.call(admin), request).await.expect("they are listed");
    page.items.iter().map(|one| one.user.id).collect()
}

#[tokio::test]
async fn users_are_found_by_name_email_and_telephone() {
    let scene = Scene::new();
    let (admin, one, two) =
        (scene.admin().await.user_id, scene.customer(0).await.user_id, scene.customer(0).await.user_id);
    scene.sql(&format!("UPDATE user SET name = '이보람', phone = '010-7777-0000' WHERE id = {one}"));
    scene.sql(&format!("UPDATE user SET state = 'INACTIVE', email = 'Lee_1@shop.kr' WHERE id = {two}"));
    let who = Principal { user_id: admin, role: Some(AdminRole::Owner), session_id: 0 };
    let words = |q: &str| ListUsers { q: Some(q.to_owned()), ..ListUsers::default() };
    for (why, request, expected) in [
        ("all, latest first", ListUsers::default(), vec![two, one, admin]),
        ("a part of the name", words("보람"), vec![one]),
        ("its initial consonants", words("ㅇㅂㄹ"), vec![one]),
        ("some of them, with a syllable", words("이ㅂ"), vec![one]),
        ("others", words("ㅂㅇ"), vec![]),
        ("of the phone", words("7777"), vec![one]),
        ("of the e-mail, whatever its case", words("lee_1@"), vec![two]),
        ("no letter stands for another", words("l%1"), vec![]),
        ("admins", ListUsers { kind: Some(UserType::Admin), ..ListUsers::default() }, vec![admin]),
        ("who is blocked", ListUsers { state: Some(AccountState::Inactive), ..ListUsers::default() }, vec![two]),
    ] {
        assert_eq!(found(&scene, who, request).await, expected, "{why}");
    }
    let first = ListUsers { limit: Some(2), ..ListUsers::default() };
    let first = list_users(scene.call(who), first).await.expect("they are listed");
    let second = ListUsers { limit: Some(2), cursor: first.next_cursor, ..ListUsers::default() };
    assert_eq!(found(&scene, who, second).await, [admin], "the next page goes on");
}

#[tokio::test]
async fn a_user_is_shown_with_orders_points_and_coupons() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(10_000).await);
    let cup = scene.product(1_000, 9).await;
    for _ in 0..2 {
        let order = scene.buy(who, cup).await;
        scene.pay(who, &order).await.expect("it is paid");
    }
    let given_up = scene.buy(who, cup).await;
    scene.cancel(who, &given_up).await.expect("it is given up");
    let detail = get_user(scene.call(admin), ById { id: who.user_id }).await.expect("he is there");
    assert_eq!(
        (detail.user.order_count, detail.totals.paid_orders, detail.totals.paid_amount),
        (3, 2, 2_000),
        "orders"
    );
    assert_eq!(detail.totals.last_order_at, Some(scene.shop.now()), "the last of them");
    let kinds: Vec<_> = detail.transactions.iter().map(|row| row.kind).collect();
    let paid = PointTransactionType::Payment;
    assert_eq!(kinds, [paid, paid, PointTransactionType::Charge], "points, latest first");
    refused(get_user(scene.call(admin), ById { id: 99 }).await, ErrorCode::UserNotFound, "nobody");
}

#[tokio::test]
async fn points_are_given_and_taken_with_a_reason() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(1_000).await);
    let adjust = |id, amount, reason: &str| {
        let request = AdjustPoints { id, amount, reason: reason.to_owned() };
        adjust_points(scene.call(admin), request)
    };
    for (field, amount, reason) in
        [("reason", 100, " "), ("amount", 0, "정정"), ("amount", -1_001, "정정"), ("amount", i64::MAX, "정정")]
    {
        let details = refused(adjust(who.user_id, amount, reason).await, ErrorCode::InvalidInput, field);
        assert_eq!(details["fields"][0]["field"], field, "the field is named");
    }
    refused(adjust(99, 100, "정정").await, ErrorCode::UserNotFound, "nobody");
    let given = adjust(who.user_id, 500, "사과의 뜻").await.expect("they are given");
    assert_eq!((given.kind, given.balance_after), (PointTransactionType::Adjust, 1_500), "the ledger says so");
    assert_eq!(given.description, "사과의 뜻", "and why");
    adjust(who.user_id, -1_500, "정정").await.expect("all can be taken");
    assert_eq!(scene.points(who), 0, "none are left");
    assert_eq!(scene.count("SELECT count(*) FROM audit_log WHERE action = 'adjust_points'"), 2, "two acts");
}

#[tokio::test]
async fn blocking_bites_at_once_and_the_last_admin_stays() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (_, who) = arrive(&scene, "kim@shop.kr").await;
    let set = |id, state| set_user_state(scene.call(admin), SetUserState { id, state });
    refused(set(99, UserState::Inactive).await, ErrorCode::UserNotFound, "nobody");
    set(who.user_id, UserState::Inactive).await.expect("he is blocked");
    let session = || session_principal(&scene.shop, who.session_id, who.user_id).expect("the shop reads");
    assert_eq!(session(), None, "his session is over");
    let code = error(login(&scene, "kim@shop.kr", PASSWORD).await);
    assert_eq!(code, Some(ErrorCode::Unauthorized), "and he comes in no more");
    set(who.user_id, UserState::Inactive).await.expect("twice is once");
    set(who.user_id, UserState::Normal).await.expect("he may come again");
    assert_eq!(session(), None, "but has to sign in");
    login(&scene, "kim@shop.kr", PASSWORD).await.map_err(|error| error.code).expect("he does");
    let details = refused(set(admin.user_id, UserState::Inactive).await, ErrorCode::Conflict, "nobody would be left");
    assert_eq!(details["reason"], "LAST_ADMIN", "and it is said why");
    let second = scene.admin().await;
    set(admin.user_id, UserState::Inactive).await.expect("with two admins one can go");
    let last =
        set_user_state(scene.call(second), SetUserState { id: second.user_id, state: UserState::Inactive }).await;
    refused(last, ErrorCode::Conflict, "the other one stays");
    assert_eq!(scene.count("SELECT count(*) FROM audit_log WHERE action = 'set_user_state'"), 3, "three acts");
}
