//! A demo that was cut short. Its shop is not ready, cannot be filled again, and must not become anybody's own: its people
//! have a password that everybody knows. As nothing in it is anybody's, it is cleared away before the folder is opened.

use std::fs;
use std::io;
use std::path::Path;

use shop_store::backup::create_file;
use shop_store::open_to_read;
use shop_store::setting::read;

use shop_app::runtime::{DataFolder, FolderError, Shop, private_file, sync_folder, with_end};
use shop_app::shop::setting;

/// Clears the folder if it holds an unfinished demo, and says whether it did. Only for one who holds the folder's lock and
/// has not opened the shop.
///
/// # Errors
/// [`FolderError::Unusable`] where the files cannot be removed.
pub fn clear_unfinished(folder: &DataFolder) -> Result<bool, FolderError> {
    let file = Shop::file_in(folder.path());
    if !is_unfinished(&file) {
        return Ok(false);
    }
    let unusable = |error| FolderError::Unusable(folder.path().to_owned(), error);
    // Other things of a shop may lie in the folder, and without a file they would stand for one that was lost: a new one is put in
    // the place of the old one.
    let fresh = file.with_extension("db.new");
    make_empty_shop(&fresh).map_err(unusable)?;
    ["-wal", "-shm"].iter().try_for_each(|end| remove(&with_end(&file, end))).map_err(unusable)?;
    fs::rename(fresh, file).and_then(|()| sync_folder(folder.path())).map_err(unusable)?;
    Ok(true)
}

/// A shop with nothing in it, made anew, which only its owner can read.
fn make_empty_shop(file: &Path) -> io::Result<()> {
    for end in ["-wal", "-shm", ""] {
        remove(&with_end(file, end))?;
    }
    private_file().create_new(true).open(file)?;
    create_file(file).map_err(io::Error::other)
}

/// A file that cannot be read is somebody else's business.
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
