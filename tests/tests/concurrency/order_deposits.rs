//! Orders that are paid by a deposit, which more than one user ends at the same moment: two admins confirm, an admin confirms
//! what its customer cancels or what expires, and a customer pays one order in several ways at once.

use shop_app::order::{cancel_order, expire_orders};
use shop_app::payment::{confirm_payment, pay_order};
use shop_app::runtime::Principal;
use shop_contract::{ById, ConfirmPayment, Order, PayOrder, PaymentMethod};
use shop_tests::scene::{payment, transfer};

use crate::figures::{hold, hold_tally};
use crate::market::{Market, all_at_once, in_every_way};

const CUSTOMERS: usize = 24;
const PRICE: i64 = 1_000;
/// The part of each order in points.
const PART: i64 = 400;
const POINTS: i64 = 500;

/// An order of [`PRICE`] that awaits its deposit.
struct Awaited {
    who: Principal,
    order: Order,
    payment: i64,
}

/// Customers that have chosen to pay by a transfer, each with a part in points.
async fn awaited(market: &Market) -> (i64, Vec<Awaited>) {
    market.scene.open_methods(&[PaymentMethod::BankTransfer]).await;
    let product = market.scene.product(PRICE, CUSTOMERS as i64).await;
    let mut awaited = Vec::new();
    for (who, order) in market.orders_of(product, CUSTOMERS, POINTS).await {
        let payment = market.scene.transfer(who, &order, PART).await.id;
        awaited.push(Awaited { who, order, payment });
    }
    (product, awaited)
}

/// So many orders are paid, each with its part in points, and all others have given everything back.
fn hold_paid(market: &Market, product: i64, paid: usize) {
    let paid = paid as i64;
    hold(market.goods(product, CUSTOMERS as i64).fault());
    assert_eq!(market.orders_in("CONFIRMED"), paid, "paid orders");
    assert_eq!(market.orders_in("CANCELLED"), CUSTOMERS as i64 - paid, "and all others were cancelled");
    let points = market.scene.count("SELECT sum(available_point) FROM user");
    assert_eq!(points, CUSTOMERS as i64 * POINTS - paid * PART, "points of paid orders alone are spent");
    let sold = market.scene.count("SELECT ifnull(sum(quantity), 0) FROM daily_sales");
    assert_eq!(sold, paid, "each is sold once");
    let told = market.scene.count("SELECT count(*) FROM outbox WHERE event_type = 'order.paid'");
    assert_eq!(told, paid, "and told once");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_admins_confirm_once() {
    in_every_way(async |market| {
        let admins = [market.scene.admin().await, market.scene.admin().await];
        let (product, awaited) = awaited(market).await;
        let both = awaited.iter().flat_map(|one| admins.iter().enumerate().map(move |by| (by, one.payment)));
        let confirm = |((number, admin), id): ((usize, &Principal), i64)| {
            confirm_payment(market.call(number, *admin), ConfirmPayment { id, amount: PRICE - PART })
        };
        let answers = all_at_once(both.map(confirm)).await;
        let told = [("done", CUSTOMERS), ("InvalidOrderState", CUSTOMERS)];
        hold_tally(&answers, &told, "one of the two is told that it is paid");
        hold_paid(market, product, CUSTOMERS);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_confirmed_or_cancelled() {
    in_every_way(async |market| {
        let admin = market.scene.admin().await;
        let (product, awaited) = awaited(market).await;
        let all = awaited.iter().enumerate().map(|(number, one)| {
            let confirmation = ConfirmPayment { id: one.payment, amount: PRICE - PART };
            let confirm = confirm_payment(market.call(number, admin), confirmation);
            let cancel = cancel_order(market.call(number + 1, one.who), ById { id: one.order.id });
            async move {
                let (confirmed, cancelled) = tokio::join!(tokio::spawn(confirm), tokio::spawn(cancel));
                (confirmed.expect("it does not panic").is_ok(), cancelled.expect("it does not panic").is_ok())
            }
        });
        let answers = all_at_once(all).await;
        // A customer may still give up what was paid a moment before: then the deposit goes back by hand.
        assert!(answers.iter().all(|(_, is_cancelled)| *is_cancelled), "a paid order is cancelled too, as a refund");
        let confirmed = answers.iter().filter(|(is_confirmed, _)| *is_confirmed).count() as i64;
        assert_eq!(market.orders_in("REFUNDED"), confirmed, "each that was confirmed first was refunded");
        assert_eq!(market.orders_in("CANCELLED"), CUSTOMERS as i64 - confirmed, "each other was cancelled");
        let by_hand = market.scene.count(
            "SELECT ifnull(sum(refunded_amount), 0) FROM payment WHERE method = 'BANK_TRANSFER' AND state = 'REFUNDED'",
        );
        assert_eq!(by_hand, confirmed * (PRICE - PART), "and its deposit goes back by hand");
        hold(market.goods(product, CUSTOMERS as i64).fault());
        hold(market.money(CUSTOMERS as i64 * POINTS).fault());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_confirmed_or_expires() {
    in_every_way(async |market| {
        let admin = market.scene.admin().await;
        let (product, awaited) = awaited(market).await;
        // Half of the orders expire now, and the others do not.
        let ids = "SELECT id FROM \"order\" WHERE id % 2 = 0";
        market.scene.sql(&format!(
            "UPDATE \"order\" SET expires_at = '2026-03-10T03:00:00.000Z' WHERE id % 2 = 0;
             UPDATE payment SET due_at = '2026-03-10T03:00:00.000Z' WHERE due_at IS NOT NULL AND order_id IN ({ids})"
        ));
        let confirm = |(number, one): (usize, &Awaited)| {
            confirm_payment(market.call(number, admin), ConfirmPayment { id: one.payment, amount: PRICE - PART })
        };
        let jobs: Vec<_> = market.programs().cloned().collect();
        let expire = async {
            for _ in 0..4 {
                for shop in &jobs {
                    expire_orders(shop, 100).await.expect("the job runs");
                }
            }
        };
        let (answers, ()) = tokio::join!(all_at_once(awaited.iter().enumerate().map(confirm)), expire);
        let half = CUSTOMERS / 2;
        hold_tally(&answers, &[("done", half), ("InvalidOrderState", half)], "what expires is not confirmed");
        hold_paid(market, product, half);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_ways_to_pay_one_order_one_is_taken() {
    in_every_way(async |market| {
        market.scene.open_methods(&[PaymentMethod::BankTransfer, PaymentMethod::Cash]).await;
        for _ in 0..5 {
            let (who, order) = market.one_order().await;
            let ways = [
                payment(&order),
                transfer(&order, 400),
                PayOrder { payment_method: PaymentMethod::Cash, ..transfer(&order, 0) },
            ];
            let pay = |(number, way): (usize, &PayOrder)| pay_order(market.call(number, who), way.clone());
            let all: Vec<_> = ways.iter().cycle().take(15).enumerate().map(pay).collect();
            let answers = all_at_once(all).await;
            hold_tally(&answers, &[("done", 1), ("InvalidOrderState", 14)], "one way is taken");
            let chosen = answers.iter().flatten().next().expect("one is done");
            let spent = 10_000 - market.scene.points(who);
            let expected = match chosen.method {
                PaymentMethod::Point => 1_000,
                PaymentMethod::BankTransfer => 400,
                PaymentMethod::Cash => 0,
            };
            assert_eq!(spent, expected, "and its points alone are spent");
        }
    })
    .await;
}
