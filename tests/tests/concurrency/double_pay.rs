//! One order that is paid sixteen times at once.

use serde_json::json;
use shop_app::payment::pay_order;
use shop_tests::scene::payment;

use crate::figures::{hold, hold_tally};
use crate::market::{Market, all_at_once, in_every_way};

const TIMES: usize = 16;
const ROUNDS: i64 = 5;

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_that_is_repeated_is_made_once_and_answered_alike() {
    in_every_way(async |market| {
        for round in 1..=ROUNDS {
            let (who, placed) = market.one_order().await;
            let pay = |number| pay_order(market.call_with_key(number, who, "the same"), payment(&placed));
            let answers = all_at_once((0..TIMES).map(pay)).await;
            hold_tally(&answers, &[("done", TIMES)], "a repetition gets the first answer");
            let first = json!(answers[0].as_ref().expect("it is paid"));
            assert!(answers.iter().flatten().all(|answer| json!(answer) == first), "word for word");
            paid_once(market, round);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_payments_of_one_order_one_is_made() {
    in_every_way(async |market| {
        for round in 1..=ROUNDS {
            let (who, placed) = market.one_order().await;
            let pay = |number: usize| {
                let call = market.call_with_key(number, who, &format!("another {number}"));
                pay_order(call, payment(&placed))
            };
            let answers = all_at_once((0..TIMES).map(pay)).await;
            hold_tally(&answers, &[("done", 1), ("InvalidOrderState", TIMES - 1)], "it is paid once");
            paid_once(market, round);
        }
    })
    .await;
}

/// So many orders of 1,000 won are paid, each once.
fn paid_once(market: &Market, orders: i64) {
    assert_eq!(market.scene.count("SELECT count(*) FROM payment"), orders, "one payment for an order, and no attempt");
    let debits = market.scene.count("SELECT count(*) FROM balance_transaction WHERE type = 'PAYMENT'");
    assert_eq!(debits, orders, "the points go once");
    hold(market.money(orders * 10_000).fault());
}
