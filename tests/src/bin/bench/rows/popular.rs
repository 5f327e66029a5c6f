//! Popular products of a large shop: from the cache, computed, counted anew at a start, and how often the cache has the answer
//! while customers buy.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use chrono::TimeDelta;
use hdrhistogram::Histogram;
use shop_app::context::{Call, Shop};
use shop_app::ranking::popular_products;
use shop_app::runtime::ShopOptions;
use shop_contract::ListPopular;

use crate::admin::BigShop;
use crate::clients::{self, runtime};
use crate::measure::Plan;
use crate::stage::Stage;
use crate::table::{Check, Outcome};
use crate::whole;

/// Answers from the cache, computed, and rebuilt counts that are timed.
const TURNS: [usize; 3] = [200_000, 200, 10];
const CLIENTS: usize = 64;

/// The three times and the hit rate.
pub fn row(stage: &Stage, plan: Plan) -> Result<Outcome> {
    let big = BigShop::prepare(stage)?;
    let shop = Arc::clone(&big.open(TimeDelta::zero())?.shop);
    let runtime = runtime()?;
    let ask = |days| {
        let call = Call::new(Arc::clone(&shop), None, None);
        runtime.block_on(popular_products(call, ListPopular { days, limit: None }))
    };
    ensure!(!ask(None)?.items.is_empty(), "nothing was sold");
    let cached = runtime.block_on(cached(&shop))?;
    let computed = |days| {
        median(TURNS[1], || {
            shop.popularity().forget_answers();
            ask(days)?;
            Ok(())
        })
    };
    let (usual, longest) = (computed(None)?, computed(Some(30))?);
    let rebuilt = median(TURNS[2], || Ok(shop.popularity().rebuild(&shop)?))?;
    drop(shop);
    let rate = hit_rate(stage, plan)?;
    let micros = |time: Duration| time.as_secs_f64() * 1e6;
    Ok(Outcome {
        measured: vec![("data", big.size())],
        checks: vec![
            Check::at_most("cached, µs", 1.0, micros(cached)),
            Check::at_most("computed for 3 days, µs", 1_000.0, micros(usual)),
            Check::at_most("computed for 30 days, µs", 1_000.0, micros(longest)),
            Check::at_most("counted anew at a start, ms", 200.0, micros(rebuilt) / 1e3),
            Check::at_least("answers from the cache beside the mix, %", 99.0, rate),
        ],
    })
}

/// The mean of many answers: a single one is shorter than what a clock can tell.
async fn cached(shop: &Arc<Shop>) -> Result<Duration> {
    let started = Instant::now();
    for _ in 0..TURNS[0] {
        popular_products(Call::new(Arc::clone(shop), None, None), ListPopular { days: None, limit: None }).await?;
    }
    Ok(started.elapsed() / TURNS[0] as u32)
}

fn median(turns: usize, mut work: impl FnMut() -> Result<()>) -> Result<Duration> {
    let mut times = Histogram::<u64>::new(3)?;
    for _ in 0..turns {
        let started = Instant::now();
        work()?;
        times.record(u64::try_from(started.elapsed().as_nanos())?)?;
    }
    Ok(Duration::from_nanos(times.value_at_quantile(0.5)))
}

/// Each client of the mix asks for the popular products before each of its steps.
fn hit_rate(stage: &Stage, plan: Plan) -> Result<f64> {
    let copy = stage.copy()?;
    let shop = Shop::open(ShopOptions::new(copy.folder()))?;
    let asked = Arc::clone(&shop);
    clients::tasks(plan, CLIENTS, move |step| {
        let shop = Arc::clone(&asked);
        async move {
            let call = Call::new(Arc::clone(&shop), None, None);
            popular_products(call, ListPopular { days: None, limit: None }).await.ok()?;
            whole::perform(&shop, step).await.ok()
        }
    })?;
    let rate = shop.popularity().hit_rate();
    Ok(rate.hits as f64 * 100.0 / (rate.hits + rate.misses).max(1) as f64)
}
