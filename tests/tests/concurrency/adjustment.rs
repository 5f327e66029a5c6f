//! An admin counts and fills the shelf while a rush runs.

use std::sync::Arc;

use shop_app::contract::ErrorCode;
use shop_app::order::place_order;
use shop_app::runtime::locks::LockKey;
use shop_app::runtime::{Shop, Stop, WriteError};
use shop_domain::stock::{AdjustmentType, MovementType};
use shop_store::StoreError;
use shop_store::stock::LevelChange;
use shop_tests::scene::order;

use crate::figures::{hold, tally};
use crate::market::{all_at_once, in_every_way};

const PEOPLE: usize = 200;
const STOCK: i64 = 60;

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_level_forgets_no_sale() {
    in_every_way(async |market| {
        let id = market.scene.product(1_000, STOCK).await;
        let people = market.queue_for(id, PEOPLE, 10_000).await;
        let admin = market.programs().cycle().take(30).cloned().enumerate().map(|(number, shop)| {
            let (kind, quantity) = match number % 3 {
                0 => (AdjustmentType::Increase, 7),
                1 => (AdjustmentType::Decrease, 3),
                _ => (AdjustmentType::Set, 20),
            };
            tokio::spawn(async move { adjust(&shop, id, kind, quantity).await })
        });
        let admin: Vec<_> = admin.collect();
        let place = |(number, who): (usize, &_)| place_order(market.call(number, *who), order(&[]));
        let answers = all_at_once(people.iter().enumerate().map(place)).await;
        let mut changed = 0;
        for done in admin {
            changed += done.await.expect("nobody panics");
        }
        let bought = answers.iter().filter(|answer| answer.is_ok()).count();
        let short = answers.iter().filter_map(|answer| answer.as_ref().err());
        assert!(short.clone().all(|refusal| refusal.code == ErrorCode::InsufficientStock), "{:?}", tally(&answers));
        let goods = market.goods(id, STOCK + changed);
        hold(goods.fault());
        assert_eq!(goods.sold, bought as i64, "who was told that it is ordered has it");
    })
    .await;
}

/// Changes a level as an admin does, and says by how much; by nothing where that is not possible.
async fn adjust(shop: &Arc<Shop>, product_id: i64, kind: AdjustmentType, quantity: i64) -> i64 {
    let movement = match kind {
        AdjustmentType::Increase => MovementType::Increase,
        AdjustmentType::Decrease => MovementType::Decrease,
        AdjustmentType::Set => MovementType::Set,
    };
    let adjusted = shop.write(LockKey::Stock(product_id), move |writing| {
        let missing = || StoreError::BadValue(String::from("no stock"));
        let before = shop_store::stock::level(writing.tx, product_id, None)?.ok_or_else(missing)?;
        let adjustment = shop_domain::stock::adjust(before, kind, quantity)
            .map_err(|_| Stop::from(ErrorCode::InvalidStockAdjustment))?;
        let change =
            LevelChange { product_id, option_id: None, kind: movement, adjustment, reason: "counted", actor_id: 1 };
        shop_store::stock::adjust(writing.tx, &change, writing.now)?;
        Ok(adjustment.change())
    });
    match adjusted.await {
        Ok(change) => change,
        Err(WriteError::Refused(refusal)) if refusal.code == ErrorCode::InvalidStockAdjustment => 0,
        Err(other) => panic!("only what is not there cannot be taken: {other:?}"),
    }
}
