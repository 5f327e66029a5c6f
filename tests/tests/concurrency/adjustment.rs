//! An admin counts and fills the shelf while a rush runs.

use std::sync::Arc;

use shop_app::context::{Call, Shop};
use shop_app::order::place_order;
use shop_app::runtime::Principal;
use shop_app::stock::adjust_stock;
use shop_contract::{AdjustStock, AdjustmentType, ErrorCode};
use shop_tests::scene::{admitted, order};

use crate::figures::{hold, tally};
use crate::market::{all_at_once, in_every_way};

const CUSTOMERS: usize = 200;
const STOCK: i64 = 60;

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_level_forgets_no_sale() {
    in_every_way(async |market| {
        let id = market.scene.product(1_000, STOCK).await;
        let customers = market.queue_for(id, CUSTOMERS, 10_000).await;
        let admin = market.scene.admin().await;
        let changes = market.programs().cycle().take(30).cloned().enumerate().map(|(number, shop)| {
            let (kind, quantity) = match number % 3 {
                0 => (AdjustmentType::Increase, 7),
                1 => (AdjustmentType::Decrease, 3),
                _ => (AdjustmentType::Set, 20),
            };
            tokio::spawn(async move { adjust(&shop, admin, id, kind, quantity).await })
        });
        let changes: Vec<_> = changes.collect();
        let place = |(number, who): (usize, &_)| place_order(market.call(number, *who), order(&[]));
        let answers = all_at_once(customers.iter().enumerate().map(place)).await;
        let mut changed = 0;
        for done in changes {
            changed += done.await.expect("no task panics");
        }
        let bought = answers.iter().filter(|answer| answer.is_ok()).count();
        let short = answers.iter().filter_map(|answer| answer.as_ref().err());
        assert!(short.clone().all(|refusal| refusal.code == ErrorCode::InsufficientStock), "{:?}", tally(&answers));
        let goods = market.goods(id, STOCK + changed);
        hold(goods.fault());
        assert_eq!(goods.sold, bought as i64, "each customer that was told so has the unit");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_counts_that_saw_the_same_level_one_is_set() {
    in_every_way(async |market| {
        let id = market.scene.product(1_000, STOCK).await;
        let admin = market.scene.admin().await;
        let counts = market.programs().cycle().take(12).cloned().zip(0..).map(|(shop, number)| async move {
            let (kind, reason) = (AdjustmentType::Set, String::from("재고 실사"));
            let (quantity, seen_quantity) = (STOCK + 1 + number, Some(STOCK));
            let counted = AdjustStock { id, product_option_id: None, kind, quantity, seen_quantity, reason };
            adjust_stock(admitted(Call::new(shop, Some(admin), None)), counted).await
        });
        let answers = all_at_once(counts).await;
        let set: Vec<_> = answers.iter().filter_map(|answer| answer.as_ref().ok()).collect();
        let refused = answers.iter().filter_map(|answer| answer.as_ref().err());
        assert!(refused.clone().all(|refusal| refusal.code == ErrorCode::Conflict), "{:?}", tally(&answers));
        assert_eq!((set.len(), refused.count()), (1, 11), "one saw the level that it changed");
        assert_eq!(market.scene.level(id), set[0].after, "and its count stands");
    })
    .await;
}

/// Changes a level as an admin does, and says by how much; by nothing where that is not possible.
async fn adjust(shop: &Arc<Shop>, admin: Principal, id: i64, kind: AdjustmentType, quantity: i64) -> i64 {
    let wanted = AdjustStock {
        id,
        product_option_id: None,
        kind,
        quantity,
        seen_quantity: None,
        reason: String::from("재고 실사"),
    };
    match adjust_stock(admitted(Call::new(Arc::clone(shop), Some(admin), None)), wanted).await {
        Ok(done) => done.after - done.before,
        Err(refusal) if refusal.code == ErrorCode::InvalidStockAdjustment => 0,
        Err(other) => panic!("only what is not there cannot be taken: {other:?}"),
    }
}
