//! Checks that a stored picture matches its name.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;
use std::time::SystemTime;

use sha2::{Digest as _, Sha256};

use super::name::{PictureName, finished_hash};

/// Bytes read at a time.
const PIECE: usize = 64 * 1024;

/// The result of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The file is complete.
    Sound {
        /// The hash of its content.
        hash: String,
        /// Its length in bytes.
        length: u64,
    },
    /// The file is empty, or its content does not match its name.
    Damaged,
    /// The file does not exist or cannot be read.
    Missing,
}

/// A verdict and the file it applies to.
#[derive(Debug, Clone)]
pub(super) struct Checked {
    pub(super) stamp: Stamp,
    pub(super) verdict: Verdict,
}

/// File metadata that changes when the file is replaced or written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    inode: u64,
}

impl Stamp {
    /// The stamp of a file; `None` if it does not exist.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(&found);
        #[cfg(not(unix))]
        let inode = 0;
        Some(Self { length: found.len(), modified: found.modified().ok(), inode })
    }
}

/// Reads and checks the whole file.
pub(super) fn content(name: &PictureName, path: &Path) -> Verdict {
    match hash(path) {
        Ok((_, 0)) => Verdict::Damaged,
        Ok((hash, _)) if name.hash().is_some_and(|named| named != hash) => Verdict::Damaged,
        Ok((hash, length)) => Verdict::Sound { hash, length },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Verdict::Missing,
        Err(error) => {
            tracing::error!(name = name.as_str(), %error, "a picture cannot be read");
            Verdict::Missing
        }
    }
}

/// The hash and the length of a file's content.
fn hash(path: &Path) -> io::Result<(String, u64)> {
    let mut file = File::open(path)?;
    let (mut hasher, mut piece, mut length) = (Sha256::new(), vec![0; PIECE], 0);
    loop {
        let count = file.read(&mut piece)?;
        if count == 0 {
            return Ok((finished_hash(hasher), length));
        }
        hasher.update(&piece[..count]);
        length += count as u64;
    }
}
