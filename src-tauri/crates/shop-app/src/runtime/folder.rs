//! The data folder: its path, its permissions, and its lock for one window at a time.
//!
//! It holds the database, the backups, the pictures, the logs, the reports of crashes, and the data that the window stores. `shop_file.rs`
//! checks and creates the database file; after that only SQLite opens it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use shop_store::{StoreError, StoreResult};

/// Why a data folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The folder cannot be created or used.
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
    /// The system does not define a data folder for the user.
    #[error("the system names no folder for data; give one with --data or JANGTEO_DATA")]
    Nowhere,
}

/// An existing data folder that only its owner can access.
#[derive(Debug, Clone)]
pub struct DataFolder {
    path: PathBuf,
}

impl DataFolder {
    /// The file that names the location of the access token key.
    pub const TOKEN_KEY: &str = "token.key";
    /// The file of the key that signs seals and receipts.
    pub const SEAL_KEY: &str = "seal.key";

    /// Opens the given folder, otherwise that of `JANGTEO_DATA`, otherwise the system's default; creates it if needed,
    /// mode 0700.
    ///
    /// # Errors
    /// [`FolderError::Nowhere`], [`FolderError::ReadOnly`] and [`FolderError::Unusable`].
    pub fn open(given: Option<PathBuf>) -> Result<Self, FolderError> {
        let folder = Self { path: Self::locate(given)? };
        // Checked before any change: the following steps would make a read-only folder writable again.
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

    /// The folder at a path, whether it can be used or not; nothing is created or read.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The path of that folder, whether it exists or not; nothing is created.
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

    /// The folder of the backups in a data folder.
    pub(crate) fn backups_in(folder: &Path) -> PathBuf {
        folder.join("backups")
    }

    /// The folder of the picture copies, which all backups share.
    pub(crate) fn picture_copies_in(folder: &Path) -> PathBuf {
        Self::backups_in(folder).join("images")
    }

    /// The folder of the logs.
    #[must_use]
    pub fn logs(&self) -> PathBuf {
        self.path.join("logs")
    }

    /// The folder of the reports of crashes.
    #[must_use]
    pub fn crashes(&self) -> PathBuf {
        self.path.join("crash")
    }

    /// Locks the folder for one window until the lock is dropped.
    ///
    /// # Errors
    /// [`FolderError::InUse`] if another window holds it; [`FolderError::Unusable`].
    pub fn lock(&self) -> Result<FolderLock, FolderError> {
        let unusable = |error| FolderError::Unusable(self.path.clone(), error);
        let file = private_file().create(true).open(self.path.join("window.lock")).map_err(unusable)?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock { _file: file }),
            Err(fs::TryLockError::WouldBlock) => Err(FolderError::InUse(self.path.clone())),
            Err(fs::TryLockError::Error(error)) => Err(unusable(error)),
        }
    }

    /// The text stored under a name, if any. A file that is there and cannot be read is an error, not an absent text.
    pub fn recall(&self, name: &str) -> io::Result<Option<String>> {
        match fs::read_to_string(self.path.join(name)) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            read => read.map(Some),
        }
    }

    /// Stores a text under a name, mode 0600; `None` deletes it.
    pub fn keep(&self, name: &str, text: Option<&str>) -> io::Result<()> {
        let path = self.path.join(name);
        match text {
            Some(text) => fs::rename(self.draft(name, text)?, path),
            None if path.exists() => fs::remove_file(path),
            None => Ok(()),
        }
    }

    /// Stores a text under a name if there is none yet; an existing text is kept.
    pub fn keep_first(&self, name: &str, text: &str) -> io::Result<()> {
        let draft = self.draft(&format!("{name}.{}", std::process::id()), text)?;
        let linked = fs::hard_link(&draft, self.path.join(name));
        fs::remove_file(draft)?;
        match linked {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
            _ => sync_folder(&self.path),
        }
    }

    /// Writes the text to a temporary file, so that readers never see a partial file.
    fn draft(&self, name: &str, text: &str) -> io::Result<PathBuf> {
        let draft = self.path.join(format!("{name}.new"));
        let mut file = private_file().create(true).truncate(true).open(&draft)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        Ok(draft)
    }

    fn prepare(&self) -> io::Result<()> {
        forbid_others();
        [self.path.clone(), Self::pictures_in(&self.path), self.logs(), self.crashes()]
            .iter()
            .try_for_each(|folder| private_folder(folder))
    }
}

/// Proof that no other window has the folder open.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

/// Makes all files that this process creates from now on private to the owner, including the next day's log, which a
/// library creates.
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
    // On other systems the default data folder is private already.
    Ok(())
}

/// Creates a folder if needed and makes it private to its owner.
pub(crate) fn private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    make_private(folder)
}

/// Syncs the entries of a folder to disk.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Options for a file that only its owner can read and write.
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
