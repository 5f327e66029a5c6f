//! Verifies the invariants of the shop's data, in an open shop or in a file that no process has open.

use std::path::Path;

use shop_store::StoreResult;
use shop_store::backup::version_of;
pub use shop_store::verify::Broken;
use shop_store::verify::broken_in_file;

use crate::backup;
use crate::context::Shop;

/// The violated invariants of an open shop; blocks while the queries run.
pub fn verify(shop: &Shop) -> StoreResult<Vec<Broken>> {
    shop.read(|db| shop_store::verify::broken(db, shop.zone()))
}

/// The result for the shop of a data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The violated invariants.
    pub broken: Vec<Broken>,
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
    let ask = |file: &Path| broken_in_file(file, chrono_tz::Asia::Seoul);
    let version = version_of(&file)?;
    if version == shop_store::current_version() {
        return Ok(Verified { broken: ask(&file)?, brought_up_from: None });
    }
    Ok(Verified { broken: backup::ask_brought_up(folder, ask)?, brought_up_from: Some(version) })
}
