//! Orders are given up at the moment at which they run out, while two jobs go round.

use shop_app::order::{cancel_order, expire_orders};
use shop_contract::{ById, ShopError};
use shop_tests::scene::rate;

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way};

const CUSTOMERS: usize = 32;

#[tokio::test(flavor = "multi_thread")]
async fn stock_and_coupon_come_back_once() {
    in_every_way(async |market| {
        let id = market.scene.product(1_000, CUSTOMERS as i64).await;
        let coupon_id = market.scene.coupon(rate(10)).await;
        let mut orders = Vec::new();
        for who in market.queue_for(id, CUSTOMERS, 10_000).await {
            let coupon = shop_app::coupon::issue_coupon(market.scene.call(who), ById { id: coupon_id }).await;
            let coupon = coupon.expect("there are a hundred");
            orders.push((who, market.scene.place(who, &[coupon.id]).await.expect("it can be ordered")));
        }
        market.scene.advance_minutes(30);
        let jobs: Vec<_> = market
            .programs()
            .cycle()
            .take(2)
            .cloned()
            .map(|shop| tokio::spawn(async move { expire_orders(&shop, 200).await }))
            .collect();
        let given_up = orders.iter().enumerate().map(|(number, (who, placed))| {
            let call = market.call(number, *who);
            cancel_order(call, ById { id: placed.id })
        });
        let answers: Vec<Result<_, ShopError>> = all_at_once(given_up).await;
        for job in jobs {
            job.await.expect("no task panics").expect("the job runs");
        }
        let in_time = answers.iter().filter(|answer| answer.is_ok()).count();
        let too_late = ("InvalidOrderState", CUSTOMERS - in_time);
        hold_tally(&answers, &[("done", in_time), too_late], "what has run out cannot be given up as well");
        assert_eq!(market.orders_in("CANCELLED"), CUSTOMERS as i64, "all are over");
        let goods = market.goods(id, CUSTOMERS as i64);
        hold(goods.fault());
        assert_eq!(goods.left, CUSTOMERS as i64, "everything is back on the shelf");
        let restored = market.scene.count("SELECT sum(quantity) FROM stock_movement WHERE type = 'RESTORE'");
        assert_eq!(restored, CUSTOMERS as i64, "and came back once");
        let back = market.scene.count("SELECT count(*) FROM user_coupon WHERE state = 'AVAILABLE' AND used_at IS NULL");
        assert_eq!(back, CUSTOMERS as i64, "the coupons too");
        let told = market.scene.count("SELECT count(*) FROM outbox WHERE event_type = 'order.cancelled'");
        assert_eq!(told, CUSTOMERS as i64, "and it is told once");
    })
    .await;
}
