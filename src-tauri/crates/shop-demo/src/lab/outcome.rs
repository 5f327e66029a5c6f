//! The result of a run: the grants, their order, and whether the invariants still hold. Read from the scratch shop
//! after the last answer, not from the answers.

use std::collections::BTreeMap;
use std::time::Duration;

use shop_app::{Broken, verify};
use shop_contract::{LabBroken, LabWaits};
use shop_store::lab;

use super::figures::Figures;
use super::stage::{DISCOUNT, PRICE, Stage};
use super::{Crowd, LabError, Outcome, Progress, Settings};

fn waits(mut waits: Vec<Duration>) -> LabWaits {
    waits.sort_unstable();
    let at = |share: usize| {
        let index = (waits.len() * share / 100).min(waits.len().saturating_sub(1));
        waits.get(index).map_or(0.0, |wait| wait.as_secs_f64() * 1_000.0)
    };
    LabWaits { p50_ms: at(50), p95_ms: at(95), p99_ms: at(99), max_ms: at(100) }
}

pub(super) fn broken(row: Broken) -> LabBroken {
    let Broken { invariant, says, table, id, found } = row;
    LabBroken { identity: invariant, says: says.to_owned(), table, id, found }
}

/// What was given out at one contended thing.
#[derive(Debug, Default)]
struct Given {
    /// The places in the order of arrival, in the order in which they were served.
    served: Vec<usize>,
    beyond: i64,
    won: i64,
}

/// Reads the result of a run.
pub(super) fn of(
    settings: &Settings,
    crowd: &Crowd,
    stage: &Stage,
    figures: &Figures,
    series: Vec<Progress>,
) -> Result<Outcome, LabError> {
    let given = given(settings, crowd, stage)?;
    let counted = figures.counted();
    let seconds = series.last().map_or(0.0, |progress| progress.seconds);
    Ok(Outcome {
        scenario: settings.scenario,
        guard: settings.guard,
        users: settings.users,
        stock: settings.stock,
        seed: settings.seed,
        arrivals: crowd.fingerprint(),
        granted: counted.granted,
        refused: counted.refusals.values().sum(),
        refusals: counted.refusals,
        oversold: given.iter().map(|given| given.beyond).sum(),
        oversold_won: given.iter().map(|given| given.won).sum(),
        inversions: given.iter().map(|given| inversions(&given.served)).sum(),
        served: given.first().map(|given| spread(&given.served)).unwrap_or_default(),
        retries: counted.retries,
        busy: counted.busy,
        seconds,
        per_second: counted.waits.len() as f64 / seconds.max(f64::MIN_POSITIVE),
        waits: waits(counted.waits),
        arrival_ms: u64::try_from(settings.arrival.as_millis()).unwrap_or(u64::MAX),
        series,
        identities: verify(&stage.shop)?.into_iter().map(broken).collect(),
    })
}

fn given(settings: &Settings, crowd: &Crowd, stage: &Stage) -> Result<Vec<Given>, LabError> {
    let places = crowd.places();
    let place_of: BTreeMap<i64, usize> = stage.user_ids.iter().copied().zip(places.iter().copied()).collect();
    let mut all = Vec::new();
    if let Some(coupon_id) = stage.coupon_id {
        let holders = stage.shop.read(|db| lab::holders(db, coupon_id))?;
        let beyond = (holders.len() as i64 - settings.stock).max(0);
        let served = holders.iter().filter_map(|id| place_of.get(id).copied()).collect();
        all.push(Given { served, beyond, won: beyond * DISCOUNT });
    }
    if let Some(wallet) = &stage.wallet {
        let place_of: BTreeMap<i64, usize> = wallet.order_ids.iter().copied().zip(places).collect();
        let payments = stage.shop.read(|db| lab::payments(db, wallet.user_id))?;
        let beyond = (payments.len() as i64 - settings.stock).max(0);
        let served = payments.iter().filter_map(|(order_id, _)| place_of.get(order_id).copied()).collect();
        all.push(Given { served, beyond, won: beyond * PRICE });
        return Ok(all);
    }
    for (product_id, units) in stage.product_ids.iter().zip(&stage.units) {
        let buyers = stage.shop.read(|db| lab::buyers(db, *product_id))?;
        let sold: i64 = buyers.iter().map(|(_, quantity)| quantity).sum();
        let beyond = (sold - units).max(0);
        let served = buyers.iter().filter_map(|(id, _)| place_of.get(id).copied()).collect();
        all.push(Given { served, beyond, won: beyond * PRICE });
    }
    Ok(all)
}

/// The most places that are told.
const MOST_PLACES: usize = 200;

/// At most [`MOST_PLACES`] of the places, evenly spread, the first and the last among them.
pub(super) fn spread(served: &[usize]) -> Vec<u64> {
    let told = served.len().min(MOST_PLACES);
    (0..told).map(|index| served[index * (served.len() - 1) / (told - 1).max(1)] as u64).collect()
}

/// Pairs that stand in the wrong order, by a tree of counts.
pub(super) fn inversions(served: &[usize]) -> u64 {
    let size = served.iter().max().map_or(0, |most| most + 1);
    let (mut tree, mut found) = (vec![0_u64; size + 1], 0);
    for (before, &place) in served.iter().enumerate() {
        let mut index = place + 1;
        let mut earlier = 0;
        while index > 0 {
            earlier += tree[index];
            index &= index - 1;
        }
        found += before as u64 - earlier;
        index = place + 1;
        while index <= size {
            tree[index] += 1;
            index += index & index.wrapping_neg();
        }
    }
    found
}
