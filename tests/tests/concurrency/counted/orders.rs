//! Trials at orders: paid while they are cancelled or expire, with the same coupons, with the same products in another order.

use shop_app::order::{cancel_order, expire_orders, place_order};
use shop_app::payment::pay_order;
use shop_contract::{ById, OrderState, PlaceOrder, ShopError};
use shop_tests::scene::{item_rate, payment, rate};

use super::counts::buy;
use super::recorder::Act;
use crate::figures::{hold, hold_tally};
use crate::market::{Market, all_at_once};

/// Longer than an order waits for its payment.
const EXPIRED_MINUTES: i64 = 31;
/// The points of the customer of [`Market::one_order`], and the price of the order.
const POINTS: i64 = 10_000;
const PRICE: i64 = 1_000;

/// An act whose value does not matter.
fn act<T: 'static>(act: impl Future<Output = Result<T, ShopError>> + Send + 'static) -> Act {
    Box::pin(async move { Some(act.await.map(drop)) })
}

async fn answers(acts: Vec<Act>) -> Vec<Result<(), ShopError>> {
    all_at_once(acts).await.into_iter().flatten().collect()
}

fn done(answers: &[Result<(), ShopError>]) -> usize {
    answers.iter().filter(|answer| answer.is_ok()).count()
}

/// One order is paid and cancelled by half of the tasks each, and another customer tries to cancel it.
pub async fn pay_or_cancel(market: &Market, tasks: usize) {
    let (who, placed) = market.one_order().await;
    let stranger = market.scene.crowd(1, POINTS).await[0];
    let (id, pays) = (placed.id, tasks / 2);
    let mut acts: Vec<Act> =
        (0..pays).map(|number| act(pay_order(market.call(number, who), payment(&placed)))).collect();
    acts.extend((pays..tasks).map(|number| act(cancel_order(market.call(number, who), ById { id }))));
    acts.push(act(cancel_order(market.call(tasks, stranger), ById { id })));
    let answers = answers(acts).await;
    let (paid, cancelled) = (done(&answers[..pays]), done(&answers[pays..tasks]));
    assert_eq!(cancelled, 1, "it is cancelled once");
    assert!(paid <= 1, "it is paid at most once");
    hold_tally(
        &answers[..tasks],
        &[("done", paid + 1), ("InvalidOrderState", tasks - paid - 1)],
        "all else is too late",
    );
    hold_tally(&answers[tasks..], &[("OrderNotFound", 1)], "another customer has no such order");
    let end = if paid == 1 { OrderState::Refunded } else { OrderState::Cancelled };
    assert_eq!(market.scene.order(who, id).await.state, end, "paid and refunded, or never paid");
    assert_eq!(market.scene.points(who), POINTS, "no points are lost, none are made");
    let goods = market.goods(placed.items[0].product_id, 1);
    hold(goods.fault());
    assert_eq!(goods.left, 1, "the unit is back, once");
}

/// One order is paid while it expires.
pub async fn pay_or_expire(market: &Market, tasks: usize) {
    // Orders of earlier trials expire first.
    market.scene.advance_minutes(EXPIRED_MINUTES);
    while market.scene.expire().await > 0 {}
    let (who, placed) = market.one_order().await;
    let pays = tasks - 1;
    let mut acts: Vec<Act> =
        (0..pays).map(|number| act(pay_order(market.call(number, who), payment(&placed)))).collect();
    let (clock, shop) = (market.scene.clock.clone(), market.program(tasks / 2));
    acts.insert(
        pays / 2,
        Box::pin(async move {
            clock.advance(chrono::TimeDelta::minutes(EXPIRED_MINUTES));
            expire_orders(&shop, 100).await.expect("the job runs");
            None
        }),
    );
    let answers = answers(acts).await;
    let paid = done(&answers);
    assert!(paid <= 1, "it is paid at most once");
    hold_tally(&answers, &[("done", paid), ("InvalidOrderState", pays - paid)], "all else is too late");
    market.scene.expire().await;
    let end = if paid == 1 { OrderState::Confirmed } else { OrderState::Cancelled };
    assert_eq!(market.scene.order(who, placed.id).await.state, end, "paid or expired, never both");
    assert_eq!(market.scene.points(who), POINTS - PRICE * paid as i64, "points go with the payment alone");
    let goods = market.goods(placed.items[0].product_id, 1);
    hold(goods.fault());
    assert_eq!(goods.sold, paid as i64, "what has expired is back");
}

/// Two coupons of one customer, on as many orders as there are tasks, in either order.
pub async fn two_coupons(market: &Market, tasks: usize) {
    let id = market.scene.product(PRICE, tasks as i64).await;
    let who = market.scene.crowd(1, POINTS).await[0];
    let (cart, item) = (market.scene.own(who, rate(10)).await, market.scene.own(who, item_rate(10, &[id])).await);
    let placed = (0..tasks).map(|number| {
        let coupon_ids = if number % 2 == 0 { vec![cart, item] } else { vec![item, cart] };
        act(place_order(market.call(number, who), PlaceOrder { coupon_ids, ..buy(&[id]) }))
    });
    let answers = answers(placed.collect()).await;
    hold_tally(&answers, &[("done", 1), ("InvalidCoupon", tasks - 1)], "one order has both");
    let of_orders = "SELECT count(DISTINCT order_id) * 10 + count(*) FROM order_coupon WHERE user_coupon_id IN";
    assert_eq!(market.scene.count(&format!("{of_orders} ({cart}, {item})")), 12, "one order, two coupons");
    let goods = market.goods(id, tasks as i64);
    hold(goods.fault());
    assert_eq!(goods.sold, 1, "a refused order takes nothing");
}

/// Two products for half of the customers, who ask for them in opposite orders.
pub async fn opposite_orders(market: &Market, tasks: usize) {
    let there = tasks / 2;
    let (a, b) = (market.scene.product(PRICE, there as i64).await, market.scene.product(PRICE, there as i64).await);
    let customers = market.scene.crowd(tasks, POINTS).await;
    let placed = customers.iter().enumerate().map(|(number, who)| {
        let products = if number % 2 == 0 { [a, b] } else { [b, a] };
        act(place_order(market.call(number, *who), buy(&products)))
    });
    let answers = answers(placed.collect()).await;
    hold_tally(&answers, &[("done", there), ("InsufficientStock", tasks - there)], "one of each, or nothing");
    for id in [a, b] {
        let goods = market.goods(id, there as i64);
        hold(goods.fault());
        assert_eq!(goods.left, 0, "to the last piece");
    }
}
