//! Stock, points, coupons and orders as of an instant: the value, the causes, the steps to the changes around it, and
//! the comparison with what is stored.

mod coupon;
mod order;

use chrono::{DateTime, TimeDelta, Utc};
use shop_app::coupon::get_coupon_at;
use shop_app::order::get_order_at;
use shop_app::point::{adjust_points, get_points_at};
use shop_app::runtime::Principal;
use shop_app::stock::{adjust_stock, get_stock_at};
use shop_contract::*;

use crate::scene::{Scene, noon, refused};

fn after(seconds: i64) -> DateTime<Utc> {
    noon() + TimeDelta::seconds(seconds)
}

fn as_of(id: i64, instant: DateTime<Utc>) -> GetAsOf {
    GetAsOf { id, instant: Some(instant), limit: None }
}

fn kinds(as_of: &AsOf) -> Vec<CauseKind> {
    as_of.causes.iter().map(|cause| cause.kind).collect()
}

async fn stock(scene: &Scene, admin: Principal, id: i64, second: i64) -> StockAt {
    let request = GetStockAt { id, product_option_id: None, instant: Some(after(second)), limit: None };
    get_stock_at(scene.call(admin), request).await.expect("the level is known")
}

async fn adjust(scene: &Scene, admin: Principal, id: i64, product_option_id: Option<i64>, quantity: i64) {
    let kind = AdjustmentType::Set;
    let request =
        AdjustStock { id, product_option_id, kind, quantity, seen_quantity: None, reason: "재고 실사".to_owned() };
    adjust_stock(scene.call(admin), request).await.expect("it is counted");
}

#[tokio::test]
async fn a_stock_level_has_its_value_and_its_causes_at_each_instant() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(50_000).await);
    let product = scene.product(1_000, 10).await;
    scene.clock.advance(TimeDelta::seconds(10));
    let order = scene.buy(who, product).await;
    scene.clock.advance(TimeDelta::seconds(10));
    adjust(&scene, admin, product, None, 7).await;
    scene.clock.advance(TimeDelta::seconds(10));
    scene.cancel(who, &order).await.expect("it is given up");
    scene.clock.advance(TimeDelta::seconds(10));
    for (second, left, previous, next) in [
        (0, Some(10), None, Some(10)),
        (9, Some(10), Some(0), Some(10)),
        (10, Some(9), Some(0), Some(20)),
        (20, Some(7), Some(10), Some(30)),
        (29, Some(7), Some(20), Some(30)),
        (30, Some(8), Some(20), None),
        (40, Some(8), Some(30), None),
        (-1, None, None, Some(0)),
    ] {
        let found = stock(&scene, admin, product, second).await;
        let steps = (found.as_of.previous_at, found.as_of.next_at);
        assert_eq!(found.available_quantity, left, "units after {second} seconds");
        assert_eq!(steps, (previous.map(after), next.map(after)), "the changes around {second} seconds");
        assert_eq!(found.as_of.check, RecordCheck::Matches, "the sum is right whatever is asked");
    }
    let found = stock(&scene, admin, product, 30).await.as_of;
    use CauseKind::{Created, Restore, Sale, Set};
    assert_eq!(kinds(&found), [Restore, Set, Sale, Created], "the latest first");
    assert_eq!((found.first_at, found.last_at, found.latest_at), (after(0), after(30), after(40)), "the range");
    let set = &found.causes[1];
    let said = (set.change, set.after, set.actor_id, set.reason.as_deref());
    assert_eq!(said, (Some(-2), Some(7), Some(admin.user_id), Some("재고 실사")), "why is it 7");
    let sale = &found.causes[2];
    assert_eq!((sale.order_id, sale.actor_id), (Some(order.id), Some(who.user_id)), "whose order");
    let created = &found.causes[3];
    assert_eq!((created.change, created.after), (Some(10), Some(10)), "what it began with");
}

#[tokio::test]
async fn causes_come_in_a_number_and_what_was_before_them_as_a_figure() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let product = scene.product(1_000, 10).await;
    for quantity in [9, 5, 6] {
        scene.clock.advance(TimeDelta::seconds(10));
        adjust(&scene, admin, product, None, quantity).await;
    }
    let request = |limit, instant| GetStockAt { id: product, product_option_id: None, instant, limit };
    let now = get_stock_at(scene.call(admin), request(Some(2), None)).await.expect("now, without an instant");
    assert_eq!((now.available_quantity, now.as_of.causes.len()), (Some(6), 2), "two of four");
    assert_eq!((now.as_of.has_earlier, now.as_of.earlier_value), (true, Some(9)), "nine before these");
    let all = get_stock_at(scene.call(admin), request(Some(3), None)).await.expect("three changes");
    assert_eq!((all.as_of.has_earlier, all.as_of.causes.len()), (false, 4), "three changes and the beginning");
    for limit in [0, 101] {
        let bad = get_stock_at(scene.call(admin), request(Some(limit), None)).await;
        refused(bad, ErrorCode::InvalidInput, "1 to 100");
    }
    let later = Some(after(30) + TimeDelta::milliseconds(1));
    let refused =
        refused(get_stock_at(scene.call(admin), request(None, later)).await, ErrorCode::InvalidInput, "later");
    assert_eq!(refused["fields"][0]["field"], "instant", "which field: {refused}");
    let fine = Some(after(30) + TimeDelta::microseconds(999));
    assert!(get_stock_at(scene.call(admin), request(None, fine)).await.is_ok(), "the same millisecond is now");
}

#[tokio::test]
async fn each_option_has_a_level_of_its_own() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (product, options) = scene.product_with_options(None, 5).await;
    scene.clock.advance(TimeDelta::seconds(10));
    adjust(&scene, admin, product, Some(options[0]), 3).await;
    scene.clock.advance(TimeDelta::seconds(10));
    adjust(&scene, admin, product, Some(options[1]), 1).await;
    let asked = |option, second| GetStockAt {
        id: product,
        product_option_id: option,
        instant: Some(after(second)),
        limit: None,
    };
    for (option, second, left) in [(0, 9, 5), (0, 10, 3), (0, 20, 3), (1, 19, 5), (1, 20, 1)] {
        let found = get_stock_at(scene.call(admin), asked(Some(options[option]), second)).await.expect("an option");
        assert_eq!(found.available_quantity, Some(left), "option {option} after {second} seconds");
    }
    let other = scene.product(1_000, 1).await;
    let foreign = GetStockAt { id: other, product_option_id: Some(options[0]), instant: None, limit: None };
    let zero = GetStockAt { id: other, product_option_id: Some(0), instant: None, limit: None };
    for (request, why) in [(asked(None, 20), "by option alone"), (foreign, "of another product"), (zero, "no option")] {
        refused(get_stock_at(scene.call(admin), request).await, ErrorCode::ProductNotFound, why);
    }
}

#[tokio::test]
async fn a_wallet_has_its_balance_and_who_changed_it() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(50_000).await);
    let product = scene.product(1_000, 10).await;
    scene.clock.advance(TimeDelta::seconds(10));
    let order = scene.buy(who, product).await;
    scene.pay(who, &order).await.expect("it is paid");
    scene.clock.advance(TimeDelta::seconds(10));
    for (amount, reason) in [(-500, "정정"), (200, "사과")] {
        let request = AdjustPoints { id: who.user_id, amount, reason: reason.to_owned() };
        adjust_points(scene.call(admin), request).await.expect("it is adjusted");
    }
    scene.clock.advance(TimeDelta::seconds(10));
    let found = |second| get_points_at(scene.call(admin), as_of(who.user_id, after(second)));
    for (second, points) in [(-1, None), (0, Some(50_000)), (9, Some(50_000)), (10, Some(49_000)), (20, Some(48_700))] {
        assert_eq!(found(second).await.expect("points").available_point, points, "after {second} seconds");
    }
    let last = found(30).await.expect("points").as_of;
    use CauseKind::{Adjust, Charge, Created, Payment};
    assert_eq!(kinds(&last), [Adjust, Adjust, Payment, Charge, Created], "two of them at one instant");
    let said: Vec<_> = last.causes.iter().map(|cause| (cause.reason.as_deref(), cause.actor_id)).collect();
    assert_eq!(said[..2], [(Some("사과"), Some(admin.user_id)), (Some("정정"), Some(admin.user_id))], "who and why");
    assert_eq!(last.causes[2].order_id, Some(order.id), "what was paid");
    assert_eq!((last.check, last.next_at), (RecordCheck::Matches, None), "all of it adds up");
    assert_eq!(found(20).await.expect("points").as_of.previous_at, Some(after(10)), "both of that instant are skipped");
    refused(get_points_at(scene.call(admin), as_of(99_999, noon())).await, ErrorCode::UserNotFound, "nobody's");
}

#[tokio::test]
async fn a_row_that_was_changed_is_said() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(50_000).await);
    let product = scene.product(1_000, 10).await;
    let order = scene.buy(who, product).await;
    let coupon = scene.own(who, crate::scene::rate(10)).await;
    assert!(coupon > 0, "it is taken");
    scene.falsify(
        "UPDATE stock SET available_quantity = 8; UPDATE user SET available_point = 49999 WHERE type = 'CUSTOMER';
         UPDATE coupon SET issued_quantity = 2; UPDATE \"order\" SET state = 'PAYMENT_FAILED';",
    );
    let request = |id| GetAsOf { id, instant: None, limit: None };
    let of_stock = GetStockAt { id: product, product_option_id: None, instant: None, limit: None };
    let stock = get_stock_at(scene.call(admin), of_stock).await.expect("a level");
    assert_eq!((stock.available_quantity, stock.as_of.check), (Some(9), RecordCheck::Differs), "the rows say nine");
    let points = get_points_at(scene.call(admin), request(who.user_id)).await.expect("points");
    assert_eq!((points.available_point, points.as_of.check), (Some(50_000), RecordCheck::Differs), "as charged");
    let coupon = get_coupon_at(scene.call(admin), request(1)).await.expect("a coupon");
    assert_eq!((coupon.issued_quantity, coupon.as_of.check), (Some(1), RecordCheck::Differs), "one has it");
    let order = get_order_at(scene.call(admin), request(order.id)).await.expect("an order");
    assert_eq!((order.state, order.as_of.check), (Some(OrderState::Normal), RecordCheck::Differs), "nothing ended it");
}
