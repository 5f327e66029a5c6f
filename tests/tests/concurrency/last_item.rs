//! One is left and 64 customers want it, again and again.

use serde_json::json;
use shop_app::order::place_order;
use shop_contract::ErrorCode;
use shop_tests::scene::{order, refused};

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way};

const CUSTOMERS: usize = 64;
const ROUNDS: usize = 10;

#[tokio::test(flavor = "multi_thread")]
async fn one_wins_and_the_others_are_told_what_there_is() {
    in_every_way(async |market| {
        for _ in 0..ROUNDS {
            let id = market.scene.product(1_000, 1).await;
            let customers = market.queue_for(id, CUSTOMERS, 1_000).await;
            let want = |(number, who): (usize, &_)| place_order(market.call(number, *who), order(&[]));
            let answers = all_at_once(customers.iter().enumerate().map(want)).await;
            hold_tally(&answers, &[("done", 1), ("InsufficientStock", CUSTOMERS - 1)], "one of them gets it");
            let goods = market.goods(id, 1);
            hold(goods.fault());
            assert_eq!((goods.left, goods.sold), (0, 1), "it is sold once");
            let short = json!([{"productId": id, "requested": 1, "available": 0}]);
            for loser in answers.into_iter().filter(Result::is_err) {
                let details = refused(loser, ErrorCode::InsufficientStock, "it is gone");
                assert_eq!(details["items"], short, "what was short, and by how much");
            }
        }
    })
    .await;
}
