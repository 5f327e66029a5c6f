//! Verifies all invariants of the data, one after the other, in one snapshot.

use std::time::Instant;

use shop_store::verify::{Broken, Findings, Invariant, broken_by, invariants};
use shop_store::{Db, StoreResult};

use crate::context::AdminCall;
use shop_contract::{BrokenRow, CheckedIdentity, Empty, ShopError, Verdict};

/// Maximum number of violating rows listed for one invariant.
const NAMED: usize = 100;

/// Verifies every invariant; with a million orders it takes seconds and does not block writers.
pub async fn verify_books(call: AdminCall, _: Empty) -> Result<Verdict, ShopError> {
    let (zone, at) = (call.shop.zone(), call.now());
    let identities: Vec<CheckedIdentity> = call
        .read(move |db| Ok(invariants().map(|invariant| check(db, zone, invariant)).collect::<StoreResult<_>>()?))
        .await?;
    Ok(Verdict { holds: identities.iter().all(|invariant| invariant.holds), at, identities })
}

fn check(db: &Db, zone: chrono_tz::Tz, invariant: &Invariant) -> StoreResult<CheckedIdentity> {
    let started = Instant::now();
    let Findings { rows, count, .. } = broken_by(db, zone, invariant, NAMED)?;
    Ok(CheckedIdentity {
        number: invariant.number,
        says: invariant.says.to_owned(),
        sql: invariant.sql.to_owned(),
        holds: count == 0,
        broken: rows.into_iter().map(row).collect(),
        broken_count: count,
        micros: i64::try_from(started.elapsed().as_micros()).unwrap_or(i64::MAX),
    })
}

fn row(broken: Broken) -> BrokenRow {
    BrokenRow { table: broken.table, id: broken.id, found: broken.found }
}
