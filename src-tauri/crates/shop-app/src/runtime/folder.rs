//! The data folder: where it is, that only its owner can look into it, and that one window at a time has it open.
//!
//! It holds the database, its copies, the pictures, the logs, and what the window remembers. The database file itself is looked at
//! and made by `shop_file.rs`; from then on nothing but SQLite opens it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use shop_store::{StoreError, StoreResult};

/// Somebody else has the folder open in a window.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The folder cannot be made or used.
    #[error("the data folder {0} cannot be used: {1}")]
    Unusable(PathBuf, io::Error),
    /// The folder cannot be written to.
    #[error(
        "the data folder {0} cannot be written to; give it back to its owner (chmod u+w), or use another with --data"
    )]
    ReadOnly(PathBuf),
    /// Another window has it open.
    #[error("another window has the data folder {0} open")]
    InUse(PathBuf),
    /// The system does not say where a person's data belongs.
    #[error("the system names no folder for data; give one with --data or JANGTEO_DATA")]
    Nowhere,
}

/// A data folder that exists and is its owner's alone.
#[derive(Debug, Clone)]
pub struct DataFolder {
    path: PathBuf,
}

impl DataFolder {
    /// The file that says where the key of the access tokens is kept.
    pub const TOKEN_KEY: &str = "token.key";

    /// The folder given, else that of `JANGTEO_DATA`, else the system's own; made if need be, mode 0700.
    ///
    /// # Errors
    /// [`FolderError::Nowhere`], [`FolderError::ReadOnly`] and [`FolderError::Unusable`].
    pub fn open(given: Option<PathBuf>) -> Result<Self, FolderError> {
        let folder = Self { path: Self::locate(given)? };
        // Before anything in it is touched: what follows would make an owner's folder writable again.
        refuse_read_only(&folder.path).map_err(|error| match error {
            StoreError::File(error) => FolderError::Unusable(folder.path.clone(), error),
            _ => FolderError::ReadOnly(folder.path.clone()),
        })?;
        folder.prepare().map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => FolderError::ReadOnly(folder.path.clone()),
            _ => FolderError::Unusable(folder.path.clone(), error),
        })?;
        Ok(folder)
    }

    /// The folder of a program that cannot use it, and only says so; nothing is made or looked at.
    #[must_use]
    pub fn unusable(path: PathBuf) -> Self {
        Self { path }
    }

    /// Where that folder is, whether or not there is one; nothing is made.
    ///
    /// # Errors
    /// [`FolderError::Nowhere`].
    pub fn locate(given: Option<PathBuf>) -> Result<PathBuf, FolderError> {
        given
            .or_else(|| std::env::var_os("JANGTEO_DATA").filter(|value| !value.is_empty()).map(PathBuf::from))
            .or_else(|| {
                directories::ProjectDirs::from("dev", "jangteo", "jangteo").map(|dirs| dirs.data_dir().to_owned())
            })
            .ok_or(FolderError::Nowhere)
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The shop's database in a data folder.
    #[must_use]
    pub fn shop_file_in(folder: &Path) -> PathBuf {
        folder.join("jangteo.db")
    }

    /// Where the pictures are in a data folder.
    pub(crate) fn pictures_in(folder: &Path) -> PathBuf {
        folder.join("images")
    }

    /// Where copies of the shop are in a data folder.
    pub(crate) fn backups_in(folder: &Path) -> PathBuf {
        folder.join("backups")
    }

    /// Where the copies of its pictures are, which all backups share.
    pub(crate) fn picture_copies_in(folder: &Path) -> PathBuf {
        Self::backups_in(folder).join("images")
    }

    /// Where the logs are.
    #[must_use]
    pub fn logs(&self) -> PathBuf {
        self.path.join("logs")
    }

    /// Holds the folder for one window until the lock is dropped.
    ///
    /// # Errors
    /// [`FolderError::InUse`] where another window holds it; [`FolderError::Unusable`].
    pub fn lock(&self) -> Result<FolderLock, FolderError> {
        let unusable = |error| FolderError::Unusable(self.path.clone(), error);
        let file = private_file().create(true).open(self.path.join("window.lock")).map_err(unusable)?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock { _file: file }),
            Err(fs::TryLockError::WouldBlock) => Err(FolderError::InUse(self.path.clone())),
            Err(fs::TryLockError::Error(error)) => Err(unusable(error)),
        }
    }

    /// Text that was kept under a name, if any.
    #[must_use]
    pub fn recall(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.path.join(name)).ok()
    }

    /// Keeps text under a name, mode 0600; `None` forgets it.
    ///
    /// # Errors
    /// Whatever the system refuses.
    pub fn keep(&self, name: &str, text: Option<&str>) -> io::Result<()> {
        let path = self.path.join(name);
        match text {
            Some(text) => fs::rename(self.draft(name, text)?, path),
            None if path.exists() => fs::remove_file(path),
            None => Ok(()),
        }
    }

    /// Keeps text under a name that nothing is kept under yet; what is there already stays as it is.
    ///
    /// # Errors
    /// Whatever the system refuses.
    pub fn keep_first(&self, name: &str, text: &str) -> io::Result<()> {
        let draft = self.draft(&format!("{name}.{}", std::process::id()), text)?;
        let linked = fs::hard_link(&draft, self.path.join(name));
        fs::remove_file(draft)?;
        match linked {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
            _ => Ok(()),
        }
    }

    /// Writes text beside its place, so that nobody ever sees half of it there.
    fn draft(&self, name: &str, text: &str) -> io::Result<PathBuf> {
        let draft = self.path.join(format!("{name}.new"));
        let mut file = private_file().create(true).truncate(true).open(&draft)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        Ok(draft)
    }

    fn prepare(&self) -> io::Result<()> {
        forbid_others();
        [self.path.clone(), Self::pictures_in(&self.path), self.logs()]
            .iter()
            .try_for_each(|folder| private_folder(folder))
    }
}

/// Proof that no other window has the folder open.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

/// From here on nothing that this process makes can be read by others, whoever in it makes the file: the log of the next
/// day is made by a library, which does not ask.
#[cfg(unix)]
fn forbid_others() {
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
}

#[cfg(not(unix))]
fn forbid_others() {}

#[cfg(unix)]
fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn make_private(_folder: &Path) -> io::Result<()> {
    // Elsewhere the system's own data folder is its owner's already.
    Ok(())
}

/// Makes a folder if need be, and its owner's alone.
///
/// # Errors
/// Whatever the system refuses.
pub(crate) fn private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    make_private(folder)
}

/// Makes the names in a folder last.
///
/// # Errors
/// Whatever the system refuses.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// How a file is opened that its owner alone may read and write.
#[must_use]
pub fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Refuses what cannot be written to; what is not there can. A file that is marked as not to be written to is not written to by the
/// system's administrator either, whom the system would let.
///
/// # Errors
/// [`StoreError::ReadOnly`]; whatever else the system refuses.
pub(super) fn refuse_read_only(path: &Path) -> StoreResult<()> {
    let found = match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        found => found?,
    };
    if found.permissions().readonly() || !is_writable(path)? {
        return Err(StoreError::ReadOnly(path.to_owned()));
    }
    Ok(())
}

#[cfg(unix)]
fn is_writable(path: &Path) -> io::Result<bool> {
    match rustix::fs::access(path, rustix::fs::Access::WRITE_OK).map_err(io::Error::from) {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn is_writable(_path: &Path) -> io::Result<bool> {
    Ok(true)
}
