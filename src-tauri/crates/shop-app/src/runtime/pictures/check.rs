//! Whether a stored picture is what its name says.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;
use std::time::SystemTime;

use sha2::{Digest as _, Sha256};

use super::name::{PictureName, finished_hash};

/// What is read at a time, in bytes.
const PIECE: usize = 64 * 1024;

/// What a check has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The file is whole.
    Sound {
        /// The hash of its content.
        hash: String,
        /// Its length in bytes.
        length: u64,
    },
    /// It is empty, or its content is not what its name says.
    Damaged,
    /// There is none, or it cannot be read.
    Missing,
}

/// A verdict, and which file it is about.
#[derive(Debug, Clone)]
pub(super) struct Checked {
    pub(super) stamp: Stamp,
    pub(super) verdict: Verdict,
}

/// What changes with a file that is replaced or written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    inode: u64,
}

impl Stamp {
    /// The stamp of a file; `None` where there is none.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(&found);
        #[cfg(not(unix))]
        let inode = 0;
        Some(Self { length: found.len(), modified: found.modified().ok(), inode })
    }
}

/// Reads the file through.
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

/// The hash of a file's content, and its length.
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
