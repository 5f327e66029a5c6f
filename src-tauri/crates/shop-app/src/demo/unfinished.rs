//! A demo that was cut short. Its shop is not ready, cannot be filled again, and must not become anybody's own: its people
//! have a password that everybody knows. As nothing in it is anybody's, it is cleared away before the folder is opened.

use std::fs;
use std::io;
use std::path::Path;

use shop_store::open_to_read;
use shop_store::setting::read;

use crate::runtime::{DataFolder, FolderError, Shop};
use crate::shop::setting;

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
    let removed = ["-wal", "-shm", ""].iter().try_for_each(|end| remove(&file, end));
    removed.map_err(|error| FolderError::Unusable(folder.path().to_owned(), error))?;
    DataFolder::open(Some(folder.path().to_owned()))?;
    Ok(true)
}

/// A file that cannot be read is somebody else's business.
fn is_unfinished(file: &Path) -> bool {
    let flag = |db: &_, key| read::<bool>(db, key).ok().flatten().unwrap_or(false);
    open_to_read(file).is_ok_and(|db| flag(&db, setting::DEMO) && !flag(&db, setting::READY))
}

fn remove(file: &Path, end: &str) -> io::Result<()> {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    match fs::remove_file(&name) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
