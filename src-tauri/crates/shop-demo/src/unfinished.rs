//! A demo whose filling was interrupted. Its shop is not ready and cannot be filled again, and its users have a known
//! password. It holds no data of a merchant, so it is removed before the folder is opened.

use std::fs;
use std::io;
use std::path::Path;

use shop_store::backup::create_file;
use shop_store::open_to_read;
use shop_store::setting::read;

use shop_app::context::Shop;
use shop_app::runtime::{
    DataFolder, FolderError, ShopFile, private_file, set_foreign_wal_aside, sync_folder, with_end,
};
use shop_app::setting;

/// Clears the folder if it holds an unfinished demo, and returns whether it did. The caller holds the folder's lock and
/// has not opened the shop.
///
/// # Errors
/// [`FolderError::Unusable`] where the files cannot be removed.
pub fn clear_unfinished(folder: &DataFolder) -> Result<bool, FolderError> {
    let file = Shop::file_in(folder.path());
    // Opening the shop reports the reason of a file that cannot be looked at.
    let can_be_read =
        matches!(ShopFile::look(folder.path()), Ok(ShopFile::Present)) && set_foreign_wal_aside(folder.path()).is_ok();
    if !can_be_read || !is_unfinished(&file) {
        return Ok(false);
    }
    let unusable = |error| FolderError::Unusable(folder.path().to_owned(), error);
    // The folder may hold other files of a shop. Without a database they would mean that the database was lost, so an
    // empty one replaces the old one.
    let fresh = file.with_extension("db.new");
    make_empty_shop(&fresh).map_err(unusable)?;
    ["-wal", "-shm"].iter().try_for_each(|end| remove(&with_end(&file, end))).map_err(unusable)?;
    fs::rename(fresh, file).and_then(|()| sync_folder(folder.path())).map_err(unusable)?;
    Ok(true)
}

/// Creates an empty database that only its owner can read, in place of an earlier one.
fn make_empty_shop(file: &Path) -> io::Result<()> {
    for end in ["-wal", "-shm", ""] {
        remove(&with_end(file, end))?;
    }
    private_file().create_new(true).open(file)?;
    create_file(file).map_err(io::Error::other)
}

/// False for a file that cannot be read: opening the shop reports its error.
fn is_unfinished(file: &Path) -> bool {
    let flag = |db: &_, key| read::<bool>(db, key).ok().flatten().unwrap_or(false);
    open_to_read(file).is_ok_and(|db| flag(&db, setting::DEMO) && !flag(&db, setting::READY))
}

fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
