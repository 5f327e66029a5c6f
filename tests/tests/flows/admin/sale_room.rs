//! The sale room: guests join by a PIN, buy one unit each, first come, first served, and are removed together.

use std::net::IpAddr;

use chrono::TimeDelta;
use serde_json::json;
use shop_app::context::Call;
use shop_app::runtime::{Origin, Principal};
use shop_app::sale_room::{
    buy_in_sale_room, close_sale_room, get_sale_room, get_sale_room_for_admin, join_sale_room, open_sale_room,
    remove_sale_guests,
};
use shop_app::user::{get_user, session_principal};
use shop_contract::{
    AdminSaleRoom, ById, Empty, ErrorCode, JoinSaleRoom, OpenSaleRoom, SaleGrant, SaleRoomStage, ShopError, ShopEvent,
};
use shop_domain::sale_room::{MAX_GUESTS, PIN_TRIES, RESULT_SECONDS};

use crate::scene::{Scene, rate, refused};

const EMPTY: Empty = Empty {};

/// One unit of a product, in a minute, for a minute.
fn one_of(product_id: i64) -> OpenSaleRoom {
    OpenSaleRoom {
        product_id: Some(product_id),
        product_option_id: None,
        coupon_id: None,
        quantity: 1,
        starts_in_seconds: 60,
        selling_seconds: 60,
        points: 10_000,
    }
}

/// So many coupons, without points.
fn coupons(coupon_id: i64, quantity: i64) -> OpenSaleRoom {
    OpenSaleRoom { product_id: None, coupon_id: Some(coupon_id), quantity, points: 0, ..one_of(0) }
}

/// A demo shop with an admin.
async fn demo() -> (Scene, Principal) {
    let scene = Scene::new();
    let key = shop_app::setting::DEMO;
    scene.write(move |w| Ok(shop_store::setting::write(w.tx, key, &true, w.now)?)).await;
    let admin = scene.admin().await;
    (scene, admin)
}

async fn seen(scene: &Scene, admin: Principal) -> AdminSaleRoom {
    get_sale_room_for_admin(scene.call(admin), EMPTY).await.expect("it is seen")
}

async fn join_from(scene: &Scene, address: [u8; 4], pin: &str, name: &str) -> Result<Principal, ShopError> {
    let mut call: Call = scene.visitor();
    call.origin = Origin::Network(IpAddr::from(address));
    let request = JoinSaleRoom { pin: pin.to_owned(), name: name.to_owned() };
    join_sale_room(call, request, "Telephone").await.map(|(_, principal, _)| principal)
}

async fn join(scene: &Scene, pin: &str, name: &str) -> Result<Principal, ShopError> {
    join_from(scene, [192, 0, 2, 1], pin, name).await
}

async fn buy(scene: &Scene, guest: Principal) -> Result<SaleGrant, ShopError> {
    buy_in_sale_room(scene.call(guest), EMPTY).await
}

#[tokio::test]
async fn a_guest_joins_with_points_and_buys_at_the_start() {
    let (scene, admin) = demo().await;
    let cup = scene.product(7_000, 5).await;
    let opened = open_sale_room(scene.call(admin), one_of(cup)).await.expect("it opens");
    let pin = opened.pin.clone().expect("a PIN");
    assert!(pin.len() == 6 && pin.bytes().all(|digit| digit.is_ascii_digit()), "six digits: {pin}");
    let mut heard = scene.shop.events().listen();
    let guest = join(&scene, &pin, "  서\u{202E}연 ").await.expect("the guest joins");
    let told = heard.try_recv().expect("all are told").event;
    let joined = ShopEvent::SaleRoom { stage: SaleRoomStage::Waiting, guest_count: 1, remaining: 1 };
    assert_eq!(told, joined, "one has joined");
    assert_eq!(scene.points(guest), 10_000, "with the points of the room");
    let user = get_user(scene.call(admin), ById { id: guest.user_id }).await.expect("a customer").user;
    assert_eq!((user.user.name.as_str(), user.guest), ("서연", true), "cleaned like every text, and marked");
    let details = refused(buy(&scene, guest).await, ErrorCode::Conflict, "not before the start");
    assert_eq!(details["reason"], "NOT_STARTED");
    scene.clock.advance(TimeDelta::seconds(60));
    let grant = buy(&scene, guest).await.expect("it is bought");
    assert_eq!((grant.rank, grant.arrived, grant.served), (1, 1, 1), "the first one");
    let order = scene.order(guest, grant.order_id.expect("an order")).await;
    assert_eq!((order.total_amount, order.payment.is_some()), (7_000, true), "ordered and paid");
    assert_eq!(json!(order.place_in_line), json!({"arrived": 1, "served": 1}), "the receipt has the place");
    assert_eq!((scene.level(cup), scene.points(guest)), (4, 3_000), "stock and points");
    assert_eq!(buy(&scene, guest).await.expect("the same answer again"), grant, "a second tap buys nothing");
    let late = scene.customer(10_000).await;
    let details = refused(buy(&scene, late).await, ErrorCode::Conflict, "it is sold out, although the shop has more");
    assert_eq!(details["reason"], "ENDED");
    let shown = seen(&scene, admin).await;
    assert_eq!((shown.room.stage, shown.pin, shown.refused), (SaleRoomStage::Ended, None, 1), "it ends when sold out");
    let buyers: Vec<_> = shown.buyers.iter().map(|buyer| (buyer.rank, buyer.name.as_str())).collect();
    assert_eq!(buyers, [(1, "서연")], "in the order of service");
    refused(join(&scene, &pin, "늦은 고객").await, ErrorCode::Conflict, "joining has ended");
    scene.clock.advance(TimeDelta::seconds(RESULT_SECONDS));
    let shown = get_sale_room(scene.visitor(), EMPTY).await.expect("it is seen");
    assert_eq!((shown.stage, shown.sale), (SaleRoomStage::Closed, None), "and closes without an admin");
    assert_eq!(seen(&scene, admin).await.buyers.len(), 1, "the presenter keeps the results");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_guests_want_the_last_one_and_one_gets_it() {
    let (scene, admin) = demo().await;
    let cup = scene.product(7_000, 1).await;
    let pin = open_sale_room(scene.call(admin), one_of(cup)).await.expect("it opens").pin.expect("a PIN");
    let mut guests = Vec::new();
    for number in 0..20 {
        guests.push(join(&scene, &pin, &format!("고객 {number}")).await.expect("a guest joins"));
    }
    scene.clock.advance(TimeDelta::seconds(60));
    let calls = guests.iter().map(|guest| tokio::spawn(buy_in_sale_room(scene.call(*guest), EMPTY)));
    let mut granted = 0;
    for answer in calls.collect::<Vec<_>>() {
        match answer.await.expect("it answers") {
            Ok(grant) => {
                granted += 1;
                assert_eq!(grant.rank, 1, "there is but one");
            }
            refusal => assert_eq!(refused(refusal, ErrorCode::Conflict, "the others")["reason"], "ENDED"),
        }
    }
    assert_eq!((granted, scene.level(cup)), (1, 0), "one of the twenty");
    let shown = seen(&scene, admin).await;
    assert_eq!((shown.buyers.len(), shown.refused), (1, 19), "everyone else came too late");
}

#[tokio::test]
async fn wrong_pins_are_limited_by_address_and_nothing_opens_without_one() {
    let (scene, admin) = demo().await;
    refused(join(&scene, "000000", "고객").await, ErrorCode::Conflict, "no room is open");
    let cup = scene.product(7_000, 1).await;
    let pin = open_sale_room(scene.call(admin), one_of(cup)).await.expect("it opens").pin.expect("a PIN");
    let wrong = if pin == "000000" { "000001" } else { "000000" };
    for _ in 0..PIN_TRIES.of_address {
        let details = refused(join(&scene, wrong, "고객").await, ErrorCode::Forbidden, "a wrong PIN");
        assert_eq!(details["reason"], "SALE_PIN");
    }
    let details = refused(join(&scene, &pin, "고객").await, ErrorCode::TooManyRequests, "the right one waits too");
    assert_eq!(details["retryAfter"], 60);
    join_from(&scene, [192, 0, 2, 2], &pin, "고객").await.expect("another address is not held up");
    for last in 3..60 {
        let _ = join_from(&scene, [192, 0, 2, last], wrong, "고객").await;
    }
    let all = join_from(&scene, [192, 0, 2, 99], &pin, "고객").await;
    refused(all, ErrorCode::TooManyRequests, "many addresses together are limited as well");
    scene.clock.advance(TimeDelta::seconds(60));
    for (why, name) in [("nothing", " "), ("too long", &*"가".repeat(21)), ("a control character", "a\u{7}")] {
        refused(join(&scene, &pin, name).await, ErrorCode::InvalidInput, why);
    }
    assert_eq!(scene.count("SELECT count(*) FROM user WHERE guest_of IS NOT NULL"), 1, "one guest in all");
    let closed = close_sale_room(scene.call(admin), EMPTY).await.expect("it closes");
    assert_eq!((closed.room.stage, closed.pin.as_ref()), (SaleRoomStage::Closed, None));
    refused(join(&scene, &pin, "고객").await, ErrorCode::Conflict, "a closed room");
    let again = close_sale_room(scene.call(admin), EMPTY).await.expect("it stays closed");
    assert_eq!(again, closed, "the same again");
    assert_eq!(scene.count("SELECT count(*) FROM audit_log WHERE action = 'close_sale_room'"), 1, "recorded once");
}

#[tokio::test]
async fn a_room_takes_so_many_guests() {
    let (scene, admin) = demo().await;
    let cup = scene.product(7_000, 1).await;
    let pin = open_sale_room(scene.call(admin), one_of(cup)).await.expect("it opens").pin.expect("a PIN");
    for _ in 0..MAX_GUESTS {
        join(&scene, &pin, "고객").await.expect("a guest joins");
    }
    let details = refused(join(&scene, &pin, "고객").await, ErrorCode::Conflict, "one too many");
    assert_eq!(details["reason"], "ROOM_FULL");
}

#[tokio::test]
async fn guests_are_removed_together_and_their_orders_stay() {
    let (scene, admin) = demo().await;
    let cup = scene.product(7_000, 9).await;
    let two = OpenSaleRoom { quantity: 2, ..one_of(cup) };
    let pin = open_sale_room(scene.call(admin), two).await.expect("it opens").pin.expect("a PIN");
    let (buyer, other) =
        (join(&scene, &pin, "서연").await.expect("joins"), join(&scene, &pin, "민준").await.expect("joins"));
    let details = refused(remove_sale_guests(scene.call(admin), EMPTY).await, ErrorCode::Conflict, "it is open");
    assert_eq!(details["reason"], "ROOM_OPEN");
    scene.clock.advance(TimeDelta::seconds(60));
    let grant = buy(&scene, buyer).await.expect("it is bought");
    scene.clock.advance(TimeDelta::seconds(60));
    assert_eq!(seen(&scene, admin).await.removable_guests, 2, "two can be removed");
    // A guest knows its id, and may have registered any address that follows from it.
    scene.sql(&format!("UPDATE user SET email = 'removed-{}@guest.invalid' WHERE type = 'ADMIN'", buyer.user_id));
    let removed = remove_sale_guests(scene.call(admin), EMPTY).await.expect("they are removed").removed;
    let board = format!("{:?}", seen(&scene, admin).await);
    assert!(!board.contains("서연") && !board.contains("민준"), "no name is left on the board: {board}");
    assert_eq!((removed, seen(&scene, admin).await.removable_guests), (2, 0), "both");
    for guest in [buyer, other] {
        let session = session_principal(&scene.shop, guest.session_id, guest.user_id).expect("a look");
        assert!(session.is_none(), "signed out");
        refused(get_user(scene.call(admin), ById { id: guest.user_id }).await, ErrorCode::UserNotFound, "it is gone");
    }
    for (why, query, count) in [
        ("no name is left", "SELECT count(*) FROM user WHERE name IN ('서연', '민준')", 0),
        ("they are deleted", "SELECT count(*) FROM user WHERE state = 'DELETED' AND available_point = 0", 2),
        ("the order stays", "SELECT count(*) FROM \"order\" WHERE state = 'CONFIRMED'", 1),
        ("without a name", "SELECT count(*) FROM \"order\" WHERE recipient_name = '서연'", 0),
        ("the act is recorded", "SELECT count(*) FROM audit_log WHERE action = 'remove_sale_guests'", 1),
        ("without names", "SELECT count(*) FROM audit_log WHERE after LIKE '%서연%' OR before LIKE '%서연%'", 0),
    ] {
        assert_eq!(scene.count(query), count, "{why}");
    }
    assert!(grant.order_id.is_some(), "it was bought");
    assert_eq!(remove_sale_guests(scene.call(admin), EMPTY).await.expect("none is left").removed, 0);
}

#[tokio::test]
async fn a_real_shop_hands_out_coupons_alone() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (cup, coupon) = (scene.product(7_000, 5).await, scene.coupon(rate(30)).await);
    let no_product = open_sale_room(scene.call(admin), one_of(cup)).await;
    assert_eq!(refused(no_product, ErrorCode::InvalidInput, "points from nothing")["fields"][0]["field"], "productId");
    let points = OpenSaleRoom { points: 1_000, ..coupons(coupon, 1) };
    let no_points = open_sale_room(scene.call(admin), points).await;
    assert_eq!(refused(no_points, ErrorCode::InvalidInput, "points from nothing")["fields"][0]["field"], "points");
    let opened = open_sale_room(scene.call(admin), coupons(coupon, 2)).await.expect("a coupon is allowed");
    let sale = opened.room.sale.expect("a sale");
    assert_eq!((sale.object.discount_rate, sale.quantity), (Some(30), 2));
    let again = open_sale_room(scene.call(admin), coupons(coupon, 1)).await;
    assert_eq!(refused(again, ErrorCode::Conflict, "one at a time")["reason"], "ROOM_OPEN");
    let guest = join(&scene, &opened.pin.expect("a PIN"), "서연").await.expect("joins");
    assert_eq!(scene.points(guest), 0, "no points");
    scene.clock.advance(TimeDelta::seconds(60));
    assert!(buy(&scene, guest).await.expect("it is issued").user_coupon_id.is_some(), "a coupon");
    assert_eq!(scene.count("SELECT issued_quantity FROM coupon"), 1, "it is counted");
    scene.clock.advance(TimeDelta::seconds(60));
    let late = scene.customer(0).await;
    assert_eq!(refused(buy(&scene, late).await, ErrorCode::Conflict, "the time is over")["reason"], "ENDED");
}

#[tokio::test]
async fn what_cannot_be_sold_is_refused_before_the_room_opens() {
    let (scene, admin) = demo().await;
    let (cup, coupon) = (scene.product(7_000, 5).await, scene.coupon(rate(30)).await);
    let (shirt, options) = scene.product_with_options(None, 5).await;
    let open = async |wanted| open_sale_room(scene.call(admin), wanted).await;
    for (field, wanted) in [
        ("productId", OpenSaleRoom { product_id: None, ..one_of(cup) }),
        ("productId", OpenSaleRoom { coupon_id: Some(coupon), ..one_of(cup) }),
        ("productOptionId", one_of(shirt)),
        ("quantity", OpenSaleRoom { quantity: 0, ..one_of(cup) }),
        ("startsInSeconds", OpenSaleRoom { starts_in_seconds: 9, ..one_of(cup) }),
        ("sellingSeconds", OpenSaleRoom { selling_seconds: 3_601, ..one_of(cup) }),
        ("points", OpenSaleRoom { points: 6_999, ..one_of(cup) }),
        ("points", OpenSaleRoom { points: 999, ..coupons(coupon, 1) }),
    ] {
        let details = refused(open(wanted).await, ErrorCode::InvalidInput, field);
        assert_eq!(details["fields"][0]["field"], field);
    }
    refused(open(one_of(999)).await, ErrorCode::ProductNotFound, "no such product");
    refused(open(coupons(999, 1)).await, ErrorCode::CouponNotFound, "no such coupon");
    let many = OpenSaleRoom { quantity: 6, ..one_of(cup) };
    refused(open(many).await, ErrorCode::InsufficientStock, "more than there are");
    refused(open(coupons(coupon, 101)).await, ErrorCode::CouponSoldOut, "more than there are");
    let option = OpenSaleRoom { product_option_id: Some(options[0]), ..one_of(shirt) };
    let opened = open(option).await.expect("an option is chosen");
    assert_eq!(opened.room.sale.expect("a sale").object.name, "머그컵 / 빨강");
}

#[tokio::test]
async fn two_taps_at_once_buy_once_and_get_the_same_answer() {
    let (scene, admin) = demo().await;
    let cup = scene.product(7_000, 5).await;
    let two = OpenSaleRoom { quantity: 2, ..one_of(cup) };
    let pin = open_sale_room(scene.call(admin), two).await.expect("it opens").pin.expect("a PIN");
    let guest = join(&scene, &pin, "서연").await.expect("joins");
    scene.clock.advance(TimeDelta::seconds(60));
    let (one, other) = tokio::join!(buy(&scene, guest), buy(&scene, guest));
    assert_eq!(one.expect("it is bought"), other.expect("the same answer"), "one unit");
    assert_eq!((scene.level(cup), seen(&scene, admin).await.buyers.len()), (4, 1), "taken once");
}

#[tokio::test]
async fn nothing_is_sold_at_another_price_than_the_room_shows() {
    let (scene, admin) = demo().await;
    let cup = scene.product(7_000, 5).await;
    let pin = open_sale_room(scene.call(admin), one_of(cup)).await.expect("it opens").pin.expect("a PIN");
    let guest = join(&scene, &pin, "서연").await.expect("joins");
    scene.sql(&format!("UPDATE product SET price = 9000 WHERE id = {cup}"));
    scene.clock.advance(TimeDelta::seconds(60));
    let details = refused(buy(&scene, guest).await, ErrorCode::AmountMismatch, "it has become dearer");
    assert_eq!((&details["expected"], &details["actual"]), (&json!(9_000), &json!(7_000)));
    assert_eq!((scene.level(cup), scene.points(guest)), (5, 10_000), "nothing was taken");
}
