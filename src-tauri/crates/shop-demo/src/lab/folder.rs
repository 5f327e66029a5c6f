//! The temporary folder of a scratch shop. It is removed with its owner. What a killed process left is removed at the next
//! start: each folder has a file that its owner keeps locked, and the system frees the lock when the process ends.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use tempfile::TempDir;

/// How the names of the folders begin.
pub(super) const PREFIX: &str = "jangteo-lab-";
/// The file that the owner keeps locked.
const LOCK: &str = "lab.lock";

/// A folder of this process. Dropping it removes it.
pub(super) struct ScratchFolder {
    // Closed before the folder is removed: fields are dropped in their order.
    _lock: File,
    folder: TempDir,
}

impl ScratchFolder {
    /// Makes a folder, after those of ended processes are removed.
    pub(super) fn new() -> io::Result<Self> {
        sweep();
        Self::inside(&std::env::temp_dir())
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    fn inside(parent: &Path) -> io::Result<Self> {
        let prefix = format!("{PREFIX}{}-", std::process::id());
        let folder = tempfile::Builder::new().prefix(&prefix).tempdir_in(parent)?;
        // Locked before it has its name, so that no other process finds it free.
        let draft = folder.path().join("lab.new");
        let lock = File::create_new(&draft)?;
        lock.lock()?;
        fs::rename(draft, folder.path().join(LOCK))?;
        Ok(Self { _lock: lock, folder })
    }
}

/// Whether a folder was made here: by its name and its lock file.
pub(super) fn is_scratch(folder: &Path) -> bool {
    let name = folder.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with(PREFIX)) && folder.join(LOCK).is_file()
}

/// Removes the scratch shops of processes that have ended, for example by SIGKILL.
pub fn sweep() {
    sweep_in(&std::env::temp_dir());
}

fn sweep_in(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for folder in entries.flatten().map(|entry| entry.path()).filter(|path| is_scratch(path)) {
        let is_free = File::open(folder.join(LOCK)).is_ok_and(|lock| lock.try_lock().is_ok());
        // A folder of another user cannot be removed, and is that user's to remove.
        if is_free && let Err(error) = fs::remove_dir_all(&folder) {
            tracing::debug!(folder = %folder.display(), %error, "a scratch shop of the Lab was not removed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_goes_with_its_owner_and_a_left_one_at_the_next_start() {
        let parent = TempDir::new().expect("a folder");
        let (used, other) = (ScratchFolder::inside(parent.path()), parent.path().join("other"));
        let used = used.expect("it is made");
        fs::create_dir(&other).expect("it is made");
        let left = parent.path().join("jangteo-lab-1-left");
        fs::create_dir(&left).expect("it is made");
        fs::write(left.join(LOCK), "").expect("it is written");
        fs::write(left.join("jangteo.db"), "x").expect("it is written");
        sweep_in(parent.path());
        assert!(!left.exists(), "the folder of an ended process is removed");
        assert!(used.path().exists() && other.exists(), "a folder in use and others stay");
        let path = used.path().to_owned();
        drop(used);
        assert!(!path.exists(), "a folder goes with its owner");
    }
}
