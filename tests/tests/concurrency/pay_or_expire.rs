//! Orders are paid while their time runs out and the job goes round.

use chrono::TimeDelta;
use shop_app::order::expire_orders;
use shop_app::payment::pay_order;
use shop_tests::scene::payment;

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way};

const CUSTOMERS: usize = 64;
const PAID_BEFORE: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_paid_or_expires_and_never_both() {
    in_every_way(async |market| {
        let id = market.scene.product(1_000, CUSTOMERS as i64).await;
        let orders = market.orders_of(id, CUSTOMERS, 10_000).await;
        for (who, placed) in &orders[..PAID_BEFORE] {
            market.scene.pay(*who, placed).await.expect("it is paid in time");
        }
        let late = orders[PAID_BEFORE..].iter().enumerate();
        let paid =
            late.map(|(number, (who, placed))| tokio::spawn(pay_order(market.call(number, *who), payment(placed))));
        let paid: Vec<_> = paid.collect();
        let clock = market.scene.clock.clone();
        let jobs = market.programs().cycle().take(4).cloned().map(|shop| {
            let clock = clock.clone();
            async move {
                clock.set(shop_tests::scene::noon() + TimeDelta::minutes(30));
                expire_orders(&shop, 200).await.expect("the job runs")
            }
        });
        all_at_once(jobs).await;
        let mut answers = Vec::new();
        for answer in paid {
            answers.push(answer.await.expect("no task panics"));
        }
        let in_time = answers.iter().filter(|answer| answer.is_ok()).count();
        let too_late = ("InvalidOrderState", CUSTOMERS - PAID_BEFORE - in_time);
        hold_tally(&answers, &[("done", in_time), too_late], "what has run out is not paid");
        market.scene.expire().await;
        let confirmed = (PAID_BEFORE + in_time) as i64;
        let ends = (market.orders_in("CONFIRMED"), market.orders_in("CANCELLED"));
        assert_eq!(
            ends,
            (confirmed, CUSTOMERS as i64 - confirmed),
            "a timer cancels nothing that is paid, and all else"
        );
        let goods = market.goods(id, CUSTOMERS as i64);
        hold(goods.fault());
        assert_eq!(goods.sold, confirmed, "what ran out is back on the shelf");
        hold(market.money(CUSTOMERS as i64 * 10_000).fault());
    })
    .await;
}
