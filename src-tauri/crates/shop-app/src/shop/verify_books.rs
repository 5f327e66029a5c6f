//! Verifies all invariants of the data and the seals, one after the other, in one snapshot.

use std::path::Path;
use std::time::Instant;

use shop_store::seal::SEALS_SQL;
use shop_store::verify::{Broken, Findings, Invariant, broken_by, invariants};
use shop_store::{Db, StoreResult};

use crate::context::AdminCall;
use crate::seal;
use shop_contract::{BrokenRow, CheckedIdentity, Empty, ShopError, Verdict};

/// Maximum number of violating rows listed for one invariant.
const NAMED: usize = 100;

/// Verifies every invariant; with a million orders it takes seconds and does not block writers.
pub async fn verify_books(call: AdminCall, _: Empty) -> Result<Verdict, ShopError> {
    let (zone, at, folder) = (call.shop.zone(), call.now(), call.shop.folder().to_owned());
    let identities: Vec<CheckedIdentity> = call
        .read(move |db| {
            let checked = invariants().map(|invariant| check(db, zone, invariant));
            Ok(checked.chain(std::iter::once_with(|| check_seals(db, &folder))).collect::<StoreResult<_>>()?)
        })
        .await?;
    Ok(Verdict { holds: identities.iter().all(|invariant| invariant.holds), at, identities })
}

fn check(db: &Db, zone: chrono_tz::Tz, invariant: &Invariant) -> StoreResult<CheckedIdentity> {
    let started = Instant::now();
    Ok(checked(broken_by(db, zone, invariant, NAMED)?, invariant.sql, started))
}

fn check_seals(db: &Db, folder: &Path) -> StoreResult<CheckedIdentity> {
    let started = Instant::now();
    Ok(checked(seal::broken(db, Some(folder), NAMED, &|| Ok(()))?, SEALS_SQL, started))
}

fn checked(findings: Findings, sql: &str, started: Instant) -> CheckedIdentity {
    let Findings { invariant, says, rows, count } = findings;
    CheckedIdentity {
        number: invariant,
        says: says.to_owned(),
        sql: sql.to_owned(),
        holds: count == 0,
        broken: rows.into_iter().map(row).collect(),
        broken_count: count,
        micros: i64::try_from(started.elapsed().as_micros()).unwrap_or(i64::MAX),
    }
}

fn row(broken: Broken) -> BrokenRow {
    BrokenRow { table: broken.table, id: broken.id, found: broken.found }
}
