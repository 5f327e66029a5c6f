//! Checks the shop's file before SQLite opens it. A missing or empty file is a first start only if the folder holds
//! nothing else of a shop. Otherwise a shop was lost: a new one would be open to the first visitor, and SQLite would
//! delete the log that may hold the last data of the old one.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use shop_store::{StoreError, StoreResult};

use super::folder::{DataFolder, private_file, refuse_read_only};

/// The state of the shop's file, if it can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShopFile {
    /// There is no file, or an empty one, and nothing else of a shop: a first start.
    Absent,
    /// A file with content, which can be written.
    Present,
}

impl ShopFile {
    /// Checks without opening or changing anything.
    ///
    /// # Errors
    /// [`StoreError::Gone`] if the file is missing or empty and the folder holds other data of a shop;
    /// [`StoreError::ReadOnly`]; I/O errors.
    pub fn look(folder: &Path) -> StoreResult<Self> {
        let file = DataFolder::shop_file_in(folder);
        let length = match fs::metadata(&file) {
            Ok(found) if found.is_file() => Some(found.len()),
            Ok(_) => return Err(StoreError::Unfit(format!("{} is no file", file.display()))),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        if let Some(1..) = length {
            for part in [file.clone(), with_end(&file, "-wal"), with_end(&file, "-shm")] {
                refuse_read_only(&part)?;
            }
            refuse_read_only(folder)?;
            return Ok(Self::Present);
        }
        let has_log = with_end(&file, "-wal").exists() || with_end(&file, "-shm").exists();
        let beside = traces_beside(folder, &file, has_log)?;
        if !beside.is_empty() {
            return Err(StoreError::Gone { empty: length.is_some(), beside: beside.join(", ") });
        }
        Ok(Self::Absent)
    }

    /// As [`ShopFile::look`]; for a first start the file is created, empty, so that it is private to its owner before
    /// it has content.
    ///
    /// # Errors
    /// As [`ShopFile::look`].
    pub(super) fn prepare(folder: &Path) -> StoreResult<Self> {
        if Self::look(folder)? == Self::Present {
            return Ok(Self::Present);
        }
        match private_file().create_new(true).open(DataFolder::shop_file_in(folder)) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error.into()),
            _ => Ok(Self::Absent),
        }
    }
}

/// The traces of an earlier shop, as texts. A rollback journal is none: it exists only in the first moments of a new
/// file.
pub(super) fn traces_beside(folder: &Path, file: &Path, has_log: bool) -> io::Result<Vec<&'static str>> {
    let mut found = Vec::new();
    let mut see = |is_there: bool, name: &'static str| {
        if is_there {
            found.push(name);
        }
    };
    see(file.is_symlink(), "a link to where it was");
    see(has_log, "its write-ahead log");
    see(holds(&DataFolder::backups_in(folder), "db")?, "copies of the shop");
    see(folder.join(DataFolder::TOKEN_KEY).exists(), "the key of its access tokens");
    see(folder.join(DataFolder::SEAL_KEY).exists(), "the key of its seals");
    see(holds(&DataFolder::pictures_in(folder), "")?, "pictures of its products");
    Ok(found)
}

/// Whether a folder holds a file with this suffix; `false` if the folder does not exist.
fn holds(folder: &Path, end: &str) -> io::Result<bool> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_file() && entry.file_name().to_string_lossy().ends_with(end) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The file beside a database that SQLite gives this ending.
#[must_use]
pub fn with_end(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Renames a file, also to another file system; an existing target is replaced. On an error the file is unchanged.
pub(crate) fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let draft = with_end(to, ".new");
            fs::copy(from, &draft)?;
            File::open(&draft)?.sync_all()?;
            fs::rename(&draft, to)?;
            fs::remove_file(from)
        }
        renamed => renamed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, name: &str, text: &str) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it is ours");
        fs::write(path, text).expect("it is ours");
    }

    #[test]
    fn a_first_start_is_one_where_nothing_of_a_shop_is_left() {
        for (name, text) in [
            ("logs/jangteo.log", "a line"),
            ("window.lock", ""),
            ("backups/turn.lock", ""),
            ("jangteo.db", ""),
            ("jangteo.db-journal", "of a first start that was cut short"),
        ] {
            let folder = tempfile::tempdir().expect("a folder");
            write(folder.path(), name, text);
            assert_eq!(ShopFile::look(folder.path()).ok(), Some(ShopFile::Absent), "{name} says nothing of a shop");
        }
        for name in [
            "jangteo.db-wal",
            "jangteo.db-shm",
            "backups/jangteo-20260310T030000007Z-daily.db",
            "backups/damaged-20260310T030000007Z.db",
            "token.key",
            "seal.key",
            "images/8f434346648f6b96df89dda901c5176b.png",
        ] {
            let folder = tempfile::tempdir().expect("a folder");
            write(folder.path(), name, "");
            for is_empty in [false, true] {
                if is_empty {
                    write(folder.path(), "jangteo.db", "");
                }
                let refused = ShopFile::prepare(folder.path()).err();
                assert!(
                    matches!(refused, Some(StoreError::Gone { empty, .. }) if empty == is_empty),
                    "{name}: {refused:?}"
                );
                assert_eq!(DataFolder::shop_file_in(folder.path()).exists(), is_empty, "{name}: nothing is made");
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_disk_that_is_not_there_is_a_lost_shop() {
        let folder = tempfile::tempdir().expect("a folder");
        std::os::unix::fs::symlink("/nowhere/jangteo.db", DataFolder::shop_file_in(folder.path())).expect("a link");
        let refused = ShopFile::look(folder.path()).err();
        assert!(matches!(refused, Some(StoreError::Gone { empty: false, .. })), "{refused:?}");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_marked_read_only_is_refused() {
        use std::os::unix::fs::PermissionsExt as _;
        for (name, mode) in [("jangteo.db", 0o400), ("jangteo.db-wal", 0o444), ("", 0o500)] {
            let folder = tempfile::tempdir().expect("a folder");
            for file in ["jangteo.db", "jangteo.db-wal"] {
                write(folder.path(), file, "something");
            }
            let path = folder.path().join(name);
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("it is ours");
            let refused = ShopFile::look(folder.path()).err();
            assert!(matches!(&refused, Some(StoreError::ReadOnly(found)) if *found == path), "{name}: {refused:?}");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("it is ours");
            assert_eq!(
                ShopFile::look(folder.path()).ok(),
                Some(ShopFile::Present),
                "{name}: and opened when it is not"
            );
        }
    }
}
