//! A crowd at one product, and those who want another.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Result;
use shop_app::context::Shop;
use shop_app::runtime::ShopOptions;
use shop_app::runtime::locks::{Keys, LockKey};
use shop_store::stock::Units;

use crate::clients::runtime;
use crate::measure::{Measured, Plan};
use crate::stage::{PRODUCTS, Stage};
use crate::table::{Check, Outcome};

/// Buyers who ask again as soon as they are answered.
const CROWD: i64 = 5_000;
/// Buyers of B alone, who pause in between.
const BYSTANDERS: i64 = 16;
const PAUSE: Duration = Duration::from_millis(5);
/// What the crowd wants.
const A: i64 = 1;
/// What the bystanders want, and one in twenty of the crowd too.
const B: i64 = 2;

/// What a buyer takes, by number of buyer and purchase.
type KeysOf = fn(i64, i64) -> Vec<i64>;

/// The crowd at A beside a crowd that is spread over all products, and the bystanders with and without a crowd.
pub fn row(stage: &Stage, plan: Plan) -> Result<Outcome> {
    let [hot, uniform, calm] = plan.best([
        &|| market(stage, plan, CROWD, all_want_a, Counted::Crowd),
        &|| market(stage, plan, CROWD, spread, Counted::Crowd),
        &|| market(stage, plan, 0, all_want_a, Counted::Bystanders),
    ])?;
    let [crowded] = plan.best([&|| market(stage, plan, CROWD, all_want_a, Counted::Bystanders)])?;
    let more = crowded.millis_at(0.99) - calm.millis_at(0.99);
    Ok(Outcome {
        checks: vec![
            Check::at_least("hot x uniform", 1.0, hot.per_second() / uniform.per_second()),
            Check::at_most("bystander's p99, ms more", 6.0, more),
        ],
        measured: vec![
            ("all at A, one in 20 also at B", hot.to_string()),
            ("spread over all products", uniform.to_string()),
            ("bystander at B, no crowd", calm.to_string()),
            ("bystander at B, crowd at A", crowded.to_string()),
        ],
    })
}

fn all_want_a(buyer: i64, _purchase: i64) -> Vec<i64> {
    if buyer % 20 == 0 { vec![A, B] } else { vec![A] }
}

fn spread(buyer: i64, purchase: i64) -> Vec<i64> {
    let wanted = |step: i64| (buyer * 7 + purchase * 31 + step) % PRODUCTS + 1;
    if buyer % 20 == 0 { vec![wanted(0), wanted(997)] } else { vec![wanted(0)] }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    Crowd,
    Bystanders,
}

fn market(stage: &Stage, plan: Plan, crowd: i64, keys_of: KeysOf, counted: Counted) -> Result<Measured> {
    let copy = stage.copy()?;
    let shop = Shop::open(ShopOptions::new(copy.folder()))?;
    let (runtime, window) = (runtime()?, plan.window());
    let buyer = |number: i64, keys_of: KeysOf, pause: Option<Duration>| {
        let (shop, mut measured) = (Arc::clone(&shop), Measured::new(window));
        runtime.spawn(async move {
            for purchase in 0.. {
                if window.is_over() {
                    break;
                }
                let started = Instant::now();
                let ok = buy(&shop, keys_of(number, purchase)).await;
                measured.record(started, ok);
                if let Some(pause) = pause {
                    tokio::time::sleep(pause).await;
                }
            }
            measured
        })
    };
    let crowd: Vec<_> = (0..crowd).map(|number| buyer(number, keys_of, None)).collect();
    let bystanders: Vec<_> = (0..BYSTANDERS).map(|number| buyer(number, |_, _| vec![B], Some(PAUSE))).collect();
    runtime.block_on(async {
        let mut found = [Measured::new(window), Measured::new(window)];
        for (found, buyers) in found.iter_mut().zip([crowd, bystanders]) {
            for buyer in buyers {
                found.merge(&buyer.await?);
            }
        }
        let [crowd, bystanders] = found;
        Ok(if counted == Counted::Crowd { crowd } else { bystanders })
    })
}

async fn buy(shop: &Arc<Shop>, product_ids: Vec<i64>) -> bool {
    let keys = Keys::new(product_ids.iter().copied().map(LockKey::Stock));
    let bought = shop.write(keys, move |writing| {
        for &product_id in &product_ids {
            let units = Units { product_id, option_id: None, quantity: 1 };
            shop_store::stock::take(writing.tx, units, 0, writing.now)?;
        }
        Ok(())
    });
    bought.await.is_ok()
}
