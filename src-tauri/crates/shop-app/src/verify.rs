//! Whether the books are right: the identities of the shop's rules, asked of an open shop or of a file that nobody has open.

use std::path::Path;

use shop_store::Stored;
pub use shop_store::verify::Broken;

use crate::runtime::Shop;

/// What breaks an identity in an open shop; blocks while the queries run.
///
/// # Errors
/// As SQLite has them.
pub fn verify(shop: &Shop) -> Stored<Vec<Broken>> {
    shop.read(|db| shop_store::verify::broken(db, shop.zone()))
}

/// What breaks an identity in the shop of a data folder, which is neither made nor changed; blocks while the queries run.
/// The business day is Seoul's.
///
/// # Errors
/// [`shop_store::StoreError::Newer`]; [`shop_store::StoreError::Unfit`] for a file that holds no shop or whose pages are
/// damaged; anything SQLite refuses, among them a file that is not there.
pub fn verify_folder(folder: &Path) -> Stored<Vec<Broken>> {
    shop_store::verify::broken_in_file(&Shop::file_in(folder), chrono_tz::Asia::Seoul)
}
