//! Trials at a count: the units of a product, the pieces of a coupon, the points of a customer. Their histories are checked.

use shop_app::context::UserCall;
use shop_app::coupon::{CouponDraft, issue_coupon};
use shop_app::order::place_order;
use shop_app::payment::pay_order;
use shop_app::point::charge_points;
use shop_app::runtime::Principal;
use shop_contract::{ById, ChargePoints, ErrorCode, OrderedProduct, PlaceOrder, ShopError};
use shop_tests::scene::{charged, order, payment, rate};

use super::recorder::{Act, Recorder};
use crate::figures::{hold, hold_tally};
use crate::linearize::Step;
use crate::market::{Market, all_at_once};

/// For so many attempts there is one look at the count.
const ATTEMPTS_A_LOOK: usize = 4;
/// The price of what is bought, and what is charged.
const PRICE: i64 = 1_000;

/// One unit each of these products, without the cart.
pub fn buy(products: &[i64]) -> PlaceOrder {
    let one = |product_id: &i64| OrderedProduct { product_id: *product_id, product_option_id: None, quantity: 1 };
    PlaceOrder { items: Some(products.iter().map(one).collect()), ..order(&[]) }
}

/// Half as many units as customers who want one.
pub async fn last_items(market: &Market, tasks: usize) {
    let there = tasks / 2;
    let id = market.scene.product(PRICE, there as i64).await;
    let recorder = Recorder::new();
    let mut acts: Vec<Act> = Vec::new();
    for (number, who) in market.scene.crowd(tasks, PRICE).await.into_iter().enumerate() {
        let placed = place_order(market.call(number, who), buy(&[id]));
        acts.push(recorder.attempt(placed, |answer| step_of(answer, -1, ErrorCode::InsufficientStock)));
        if number % ATTEMPTS_A_LOOK == 0 {
            let shop = market.program(number / ATTEMPTS_A_LOOK);
            let level = move || shop.read(|db| shop_store::stock::level(db, id, None));
            acts.push(recorder.look(move || level().expect("the shop reads").expect("the product has stock")));
        }
    }
    let answers: Vec<_> = all_at_once(acts).await.into_iter().flatten().collect();
    recorder.check(there as i64, there as i64);
    hold_tally(&answers, &[("done", there), ("InsufficientStock", tasks - there)], "what there is is sold");
    let goods = market.goods(id, there as i64);
    hold(goods.fault());
    assert_eq!(goods.left, 0, "nothing is left");
}

/// Half as many pieces of a coupon as customers who want one.
pub async fn coupon(market: &Market, tasks: usize) {
    let there = tasks / 2;
    let id = market.scene.coupon(CouponDraft { total_quantity: there as i64, ..rate(10) }).await;
    let recorder = Recorder::new();
    let mut acts: Vec<Act> = Vec::new();
    for (number, who) in market.scene.crowd(tasks, PRICE).await.into_iter().enumerate() {
        let issued = issue_coupon(market.call(number, who), ById { id });
        acts.push(recorder.attempt(issued, |answer| step_of(answer, 1, ErrorCode::CouponSoldOut)));
        if number % ATTEMPTS_A_LOOK == 0 {
            let shop = market.program(number / ATTEMPTS_A_LOOK);
            let found = move || shop.read(|db| shop_store::coupon::find(db, who.user_id, id));
            let count = move || found().expect("the shop reads").expect("the coupon is there").issued_quantity;
            acts.push(recorder.look(count));
        }
    }
    let answers: Vec<_> = all_at_once(acts).await.into_iter().flatten().collect();
    recorder.check(0, there as i64);
    hold_tally(&answers, &[("done", there), ("CouponSoldOut", tasks - there)], "as many as there are");
    let pieces = market.pieces(id);
    hold(pieces.fault());
    assert_eq!(pieces.held, there as i64, "all of them are with customers");
}

/// One customer pays orders and charges points at once; the points at first pay half of the orders.
pub async fn wallet(market: &Market, tasks: usize) {
    let orders = tasks / 2;
    let start = PRICE * orders.div_ceil(2) as i64;
    let id = market.scene.product(PRICE, orders as i64).await;
    let who = market.scene.crowd(1, start).await[0];
    let placed = all_at_once((0..orders).map(|number| place_order(market.call(number, who), buy(&[id])))).await;
    let recorder = Recorder::new();
    let mut acts: Vec<Act> = Vec::new();
    for (number, placed) in placed.into_iter().enumerate() {
        let request = payment(&placed.expect("there is one for each order"));
        let paid = pay_order(market.call(number, who), request);
        acts.push(recorder.attempt(paid, |answer| match answer {
            Ok(paid) => Step::Added(-PRICE, paid.balance.as_ref().map(|balance| balance.after)),
            Err(_) => step_of(answer, -PRICE, ErrorCode::InsufficientBalance),
        }));
    }
    for number in 0..tasks - orders {
        let call: UserCall = market.call(number, who);
        let charge = async move { charged(charge_points(call, ChargePoints::of(PRICE)).await) };
        acts.push(recorder.attempt(charge, |answer| {
            Step::Added(PRICE, Some(answer.as_ref().expect("points can be charged").balance_after))
        }));
        if number % ATTEMPTS_A_LOOK == 0 {
            acts.push(recorder.look(points(market, number / ATTEMPTS_A_LOOK, who)));
        }
    }
    let answers: Vec<_> = all_at_once(acts).await.into_iter().flatten().collect();
    recorder.check(start, i64::MAX);
    let paid = answers[..orders].iter().filter(|answer| answer.is_ok()).count();
    let short = ("InsufficientBalance", orders - paid);
    hold_tally(&answers[..orders], &[("done", paid), short], "what cannot be paid is refused");
    let left = start + PRICE * (tasks - orders) as i64 - PRICE * paid as i64;
    assert_eq!(market.scene.points(who), left, "each charge and each payment counts once");
}

/// The points of a customer, as a program reads them.
fn points(market: &Market, number: usize, who: Principal) -> impl FnOnce() -> i64 + Send + 'static {
    let shop = market.program(number);
    move || {
        let balance = shop.read(|db| shop_store::point::balance(db, who.user_id));
        balance.expect("the shop reads").expect("the customer is there").available.get()
    }
}

/// The step of an answer: added, or refused for this one reason.
fn step_of<T>(answer: &Result<T, ShopError>, amount: i64, refusal: ErrorCode) -> Step {
    match answer {
        Ok(_) => Step::Added(amount, None),
        Err(error) if error.code == refusal => Step::Refused(amount),
        Err(error) => panic!("another answer than was expected: {error:?}"),
    }
}
