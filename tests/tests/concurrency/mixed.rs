//! Five hundred customers at once look, fill carts, take coupons, order, pay, cancel and charge.

use std::future::Future;
use std::pin::Pin;

use shop_app::cart::add_cart_item;
use shop_app::catalog::list_products;
use shop_app::context::UserCall;
use shop_app::coupon::{CouponDraft, issue_coupon};
use shop_app::order::{cancel_order, place_order};
use shop_app::payment::pay_order;
use shop_app::point::charge_points;
use shop_app::runtime::Principal;
use shop_contract::{AddCartItem, ById, ChargePoints, ListProducts, Order, ShopError};
use shop_tests::scene::{order, payment, rate};

use crate::figures::{hold, hold_tally};
use crate::market::{Market, all_at_once, in_every_way};

const CUSTOMERS: usize = 500;
const POINTS: i64 = 10_000;
const STOCK: i64 = 1_000;

/// An action of a customer, with its parameters.
#[derive(Clone)]
enum Act {
    Look,
    Fill { product_id: i64 },
    Take { coupon_id: i64 },
    Place,
    Pay(Box<Order>),
    GiveUp(Box<Order>),
    Charge,
}

impl Act {
    fn begin(self, call: UserCall) -> Pin<Box<dyn Future<Output = Result<(), ShopError>> + Send>> {
        Box::pin(async move {
            match self {
                Self::Look => list_products((*call).clone(), ListProducts::default()).await.map(drop),
                Self::Fill { product_id } => {
                    let request = AddCartItem { product_id, product_option_id: None, quantity: 1 };
                    add_cart_item(call, request).await.map(drop)
                }
                Self::Take { coupon_id } => issue_coupon(call, ById { id: coupon_id }).await.map(drop),
                Self::Place => place_order(call, order(&[])).await.map(drop),
                Self::Pay(placed) => pay_order(call, payment(&placed)).await.map(drop),
                Self::GiveUp(placed) => cancel_order(call, ById { id: placed.id }).await.map(drop),
                Self::Charge => charge_points(call, ChargePoints::of(1_000)).await.map(drop),
            }
        })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_different_things_at_once_all_succeed() {
    in_every_way(async |market| {
        let product_id = market.scene.product(1_000, STOCK).await;
        let coupon_id = market.scene.coupon(CouponDraft { total_quantity: 1_000, ..rate(10) }).await;
        let customers = market.scene.crowd(CUSTOMERS, POINTS).await;
        let acts = acts(market, &customers, product_id, coupon_id).await;
        let times = |wanted: fn(&Act) -> bool| acts.iter().filter(|act| wanted(act)).count() as i64;
        let (placed, paid) = (times(|act| matches!(act, Act::Place)), times(|act| matches!(act, Act::Pay(_))));
        let charged = times(|act| matches!(act, Act::Charge));
        let taken = times(|act| matches!(act, Act::Take { .. }));
        let begun = acts.into_iter().zip(&customers).enumerate();
        let answers = all_at_once(begun.map(|(number, (act, who))| act.begin(market.call(number, *who)))).await;
        hold_tally(&answers, &[("done", CUSTOMERS)], "no call hinders another");
        let goods = market.goods(product_id, STOCK);
        hold(goods.fault());
        assert_eq!(goods.sold, placed + paid, "what was given up is back on the shelf");
        hold(market.pieces(coupon_id).fault());
        assert_eq!(market.pieces(coupon_id).held, taken, "a coupon for each customer that took one");
        let money = market.money(CUSTOMERS as i64 * POINTS + charged * 1_000);
        hold(money.fault());
        assert_eq!(money.paid, paid * 1_000, "just the paid orders are paid for");
    })
    .await;
}

/// What each of the customers does: a seventh each of seven actions. A customer that pays or cancels has ordered before.
async fn acts(market: &Market, customers: &[Principal], product_id: i64, coupon_id: i64) -> Vec<Act> {
    let with_cart = customers.iter().enumerate().filter(|(number, _)| (3..6).contains(&(number % 7)));
    market.scene.put_all(with_cart.map(|(_, who)| (*who, product_id, None, 1)).collect()).await;
    let with_order = customers.iter().enumerate().filter(|(number, _)| (4..6).contains(&(number % 7)));
    let placed = with_order.map(|(number, who)| place_order(market.call(number, *who), order(&[])));
    let mut placed = all_at_once(placed).await.into_iter().map(|placed| Box::new(placed.expect("it can be ordered")));
    let mut next = || placed.next().expect("there is an order for each");
    (0..customers.len())
        .map(|number| match number % 7 {
            0 => Act::Look,
            1 => Act::Fill { product_id },
            2 => Act::Take { coupon_id },
            3 => Act::Place,
            4 => Act::Pay(next()),
            5 => Act::GiveUp(next()),
            _ => Act::Charge,
        })
        .collect()
}
