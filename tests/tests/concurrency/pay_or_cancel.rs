//! An order is paid and given up at the same moment.

use shop_app::order::cancel_order;
use shop_app::payment::pay_order;
use shop_contract::{ById, OrderState};
use shop_tests::scene::payment;

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way};

const CUSTOMERS: usize = 32;

#[tokio::test(flavor = "multi_thread")]
async fn in_either_order_nothing_is_kept_and_nothing_is_lost() {
    in_every_way(async |market| {
        let id = market.scene.product(1_000, CUSTOMERS as i64).await;
        let orders = market.orders_of(id, CUSTOMERS, 10_000).await;
        let both =
            orders.iter().enumerate().map(|(number, (who, placed))| {
                let (first, second) = (market.call(number, *who), market.call(number + 1, *who));
                let (request, by_id) = (payment(placed), ById { id: placed.id });
                async move {
                    tokio::join!(tokio::spawn(pay_order(first, request)), tokio::spawn(cancel_order(second, by_id)))
                }
            });
        let ends = all_at_once(both).await.into_iter().map(|(paid, given_up)| {
            (paid.expect("paying does not panic"), given_up.expect("giving up does not panic"))
        });
        let (paid, given_up): (Vec<_>, Vec<_>) = ends.unzip();
        hold_tally(&given_up, &[("done", CUSTOMERS)], "there is always something to give up");
        let went_through = paid.iter().filter(|answer| answer.is_ok()).count();
        let too_late = ("InvalidOrderState", CUSTOMERS - went_through);
        hold_tally(&paid, &[("done", went_through), too_late], "what is given up is not paid");
        for (paid, given_up) in paid.iter().zip(given_up.iter().flatten()) {
            let expected = if paid.is_ok() { OrderState::Refunded } else { OrderState::Cancelled };
            assert_eq!(given_up.state, expected, "paid and paid back, or never paid");
        }
        assert_eq!(market.money(CUSTOMERS as i64 * 10_000).left, CUSTOMERS as i64 * 10_000, "all points are back");
        let goods = market.goods(id, CUSTOMERS as i64);
        hold(goods.fault());
        assert_eq!(goods.sold, 0, "everything is back on the shelf, once");
    })
    .await;
}
