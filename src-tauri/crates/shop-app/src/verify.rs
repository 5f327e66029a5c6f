//! Whether the books are right: the identities of the shop's rules, asked of an open shop or of a file that nobody has open.

use std::path::Path;

use shop_store::StoreResult;
use shop_store::backup::version_of;
pub use shop_store::verify::Broken;
use shop_store::verify::broken_in_file;

use crate::backup;
use crate::runtime::Shop;

/// What breaks an identity in an open shop; blocks while the queries run.
///
/// # Errors
/// As SQLite has them.
pub fn verify(shop: &Shop) -> StoreResult<Vec<Broken>> {
    shop.read(|db| shop_store::verify::broken(db, shop.zone()))
}

/// What was found in the shop of a data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// What breaks an identity.
    pub broken: Vec<Broken>,
    /// The version of the file, where it is an earlier one: a copy of it, brought up to today's, was asked instead.
    pub brought_up_from: Option<u32>,
}

/// What breaks an identity in the shop of a data folder, whose file is neither made nor changed; blocks while the queries
/// run. Identities are of today's schema; of an earlier one a copy is brought up, which lies among the copies meanwhile. The
/// business day is Seoul's.
///
/// # Errors
/// [`shop_store::StoreError::Newer`]; [`shop_store::StoreError::Unfit`] for a file that holds no shop or whose pages are
/// damaged; anything SQLite or the system refuses, among them a file that is not there.
pub fn verify_folder(folder: &Path) -> StoreResult<Verified> {
    let file = Shop::file_in(folder);
    let ask = |file: &Path| broken_in_file(file, chrono_tz::Asia::Seoul);
    let version = version_of(&file)?;
    if version == shop_store::current_version() {
        return Ok(Verified { broken: ask(&file)?, brought_up_from: None });
    }
    Ok(Verified { broken: backup::ask_brought_up(folder, ask)?, brought_up_from: Some(version) })
}
