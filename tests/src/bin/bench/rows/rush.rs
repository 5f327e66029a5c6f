//! Everybody at once, through the use cases: what there is goes out exactly once, and fast.

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Result, ensure};
use shop_app::context::Shop;
use shop_app::runtime::ShopOptions;
use shop_contract::ErrorCode;

use crate::clients::runtime;
use crate::measure::Plan;
use crate::stage::{RUSHERS, SCARCE_COUPON, SCARCE_COUPONS, SCARCE_PRODUCT, Stage, USERS};
use crate::table::{Check, Outcome};
use crate::whole::perform;
use crate::work::Step;

/// Requests of the mixed rush.
const MIXED: i64 = 500;
/// A shop that is rushed has been open before.
const OPENING: Step = Step::Place { user_id: USERS };
/// A rush is short, so it is tried often.
const TRIES_EACH_ROUND: usize = 3;

/// The three rushes. What is not exact ends the bench.
pub fn row(stage: &Stage, plan: Plan) -> Result<Outcome> {
    let (mut coupons, mut stock, mut mixed) = (0.0_f64, 0.0_f64, 0.0_f64);
    for _ in 0..plan.rounds() * TRIES_EACH_ROUND {
        coupons = coupons.max(coupon_rush(stage)?);
        stock = stock.max(stock_rush(stage)?);
        mixed = mixed.max(mixed_rush(stage)?);
    }
    Ok(Outcome {
        checks: vec![
            Check::at_least("coupons x 500 a second", 10.0, coupons / 500.0),
            Check::at_least("orders x 2,000 a second", 10.0, stock / 2_000.0),
            Check::at_least("mixed x 166 a second", 10.0, mixed / 166.0),
        ],
        measured: vec![
            ("1,000 want one of 100 coupons", format!("{coupons:>8.0}/s, exact")),
            ("1,000 order one of 1,000 units", format!("{stock:>8.0}/s, exact")),
            ("500 mixed", format!("{mixed:>8.0}/s, exact")),
        ],
    })
}

fn coupon_rush(stage: &Stage) -> Result<f64> {
    let steps = (1..=RUSHERS).map(|user_id| Step::Issue { user_id, coupon_id: SCARCE_COUPON });
    let rush = rush(stage, &[OPENING], steps.collect())?;
    let sold_out = rush.refused(ErrorCode::CouponSoldOut);
    ensure!(
        (rush.made.len(), sold_out) == (SCARCE_COUPONS as usize, (RUSHERS - SCARCE_COUPONS) as usize),
        "{} coupons went out and {sold_out} were refused",
        rush.made.len()
    );
    Ok(rush.per_second)
}

fn stock_rush(stage: &Stage) -> Result<f64> {
    let steps = (1..=RUSHERS).map(|number| Step::Place { user_id: USERS + number });
    let rush = rush(stage, &[OPENING], steps.collect())?;
    ensure!(rush.made.len() == RUSHERS as usize, "{} were ordered; refused: {:?}", rush.made.len(), rush.refusals);
    ensure!(rush.scarce_left == 0, "{} of the product are left", rush.scarce_left);
    Ok(rush.per_second)
}

/// A fifth coupons, two fifths orders, two fifths payments of orders placed before.
fn mixed_rush(stage: &Stage) -> Result<f64> {
    let fifth = MIXED / 5;
    let before: Vec<_> = (1..=2 * fifth).map(|user_id| Step::Place { user_id }).collect();
    let issue = (1..=fifth).map(|user_id| Step::Issue { user_id, coupon_id: user_id % 10 + 1 });
    let place = (1..=2 * fifth).map(|number| Step::Place { user_id: 2 * fifth + number });
    // Placed one after another on a fresh copy, each of those orders has the number of the user who placed it.
    let pay = (1..=2 * fifth).map(|number| Step::Pay { user_id: number, order_id: number });
    let rush = rush(stage, &before, issue.chain(place).chain(pay).collect())?;
    ensure!(rush.made.len() == MIXED as usize, "{} were done; refused: {:?}", rush.made.len(), rush.refusals);
    Ok(rush.per_second)
}

struct Rush {
    per_second: f64,
    made: Vec<i64>,
    refusals: Vec<ErrorCode>,
    scarce_left: i64,
}

impl Rush {
    fn refused(&self, code: ErrorCode) -> usize {
        self.refusals.iter().filter(|refusal| **refusal == code).count()
    }
}

/// Does `before` one after another, then all `steps` at once.
fn rush(stage: &Stage, before: &[Step], steps: Vec<Step>) -> Result<Rush> {
    let copy = stage.copy()?;
    let shop = Shop::open(ShopOptions::new(copy.folder()))?;
    let runtime = runtime()?;
    runtime.block_on(async {
        for step in before {
            perform(&shop, *step).await.map_err(|error| anyhow::anyhow!("before the rush: {error}"))?;
        }
        anyhow::Ok(())
    })?;
    let count = steps.len() as f64;
    let started = Instant::now();
    let asked: Vec<_> = steps
        .into_iter()
        .map(|step| {
            let shop = Arc::clone(&shop);
            runtime.spawn(async move { perform(&shop, step).await })
        })
        .collect();
    let answers = runtime.block_on(async {
        let mut answers = Vec::with_capacity(asked.len());
        for one in asked {
            answers.push(one.await?);
        }
        anyhow::Ok(answers)
    })?;
    let per_second = count / started.elapsed().as_secs_f64();
    let (made, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
    let scarce_left = shop.read(|db| shop_store::stock::level(db, SCARCE_PRODUCT, None))?.unwrap_or_default();
    Ok(Rush {
        per_second,
        made: made.into_iter().flatten().collect(),
        refusals: refused.into_iter().filter_map(Result::err).map(|error| error.code).collect(),
        scarce_left,
    })
}
