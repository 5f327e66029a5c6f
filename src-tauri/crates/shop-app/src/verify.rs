//! Verifies the invariants of the shop's data and its seals, in an open shop or in a file that no process has open.

use std::path::Path;

use shop_store::backup::version_of;
pub use shop_store::verify::Broken;
use shop_store::verify::{Findings, broken_in_file};
use shop_store::{StorageLimits, StoreError, StoreResult};

use crate::backup;
use crate::context::Shop;
use crate::seal;

/// Most rows of the seals that are named.
const NAMED: usize = 1_000;

/// The violated invariants of an open shop; blocks while the queries run.
pub fn verify(shop: &Shop) -> StoreResult<Vec<Broken>> {
    let findings = shop.read(|db| {
        let mut findings = shop_store::verify::broken(db, shop.zone())?;
        findings.push(seal::broken(db, Some(shop.folder()), NAMED, &|| Ok(()))?);
        Ok::<_, StoreError>(findings)
    })?;
    Ok(findings.into_iter().flat_map(|findings| findings.rows).collect())
}

/// The result for the shop of a data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The rows that violate an invariant, at most 1,000 for each.
    pub broken: Vec<Broken>,
    /// Each violated invariant with the number of its rows, in words.
    pub counts: Vec<String>,
    /// The file's version, if it is an older one: a migrated copy was verified instead.
    pub brought_up_from: Option<u32>,
}

/// The violated invariants of the shop in a data folder, whose file is neither created nor changed; blocks while the
/// queries run. The invariants are of the current schema; an older file is copied and migrated temporarily in the
/// backup folder. The business day is Seoul's.
///
/// # Errors
/// [`shop_store::StoreError::Newer`]; [`shop_store::StoreError::Unfit`] for a file that holds no shop or has damaged
/// pages; errors of SQLite or the system, also for a missing file.
pub fn verify_folder(folder: &Path) -> StoreResult<Verified> {
    let file = Shop::file_in(folder);
    let ceiling = StorageLimits::default().wal_ceiling_bytes;
    let ask = |file: &Path| {
        broken_in_file(file, chrono_tz::Asia::Seoul, ceiling, |db, go_on| seal::broken(db, Some(folder), NAMED, go_on))
    };
    let version = version_of(&file)?;
    if version == shop_store::current_version() {
        return Ok(Verified::of(ask(&file)?, None));
    }
    Ok(Verified::of(backup::ask_brought_up(folder, ask)?, Some(version)))
}

impl Verified {
    fn of(mut findings: Vec<Findings>, brought_up_from: Option<u32>) -> Self {
        let broken = findings.iter_mut().flat_map(|findings| std::mem::take(&mut findings.rows)).collect();
        let counts = findings.iter().map(|Findings { invariant, says, count, .. }| {
            format!("invariant {invariant}: {says}, broken by {count} row{}", if *count == 1 { "" } else { "s" })
        });
        Self { counts: counts.collect(), broken, brought_up_from }
    }
}
