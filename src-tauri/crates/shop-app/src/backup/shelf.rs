//! The folder of copies. A copy is made under a draft's name and gets its own when it is whole; one at a time, whichever
//! program asks.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;

use super::label::Label;
use super::name::Name;
use crate::runtime::{DataFolder, Shop, private_file, private_folder, sync_folder};
use shop_contract::Backup;

/// The ending of what is not whole yet.
const DRAFT: &str = "draft";

/// The folder.
#[derive(Debug, Clone)]
pub(super) struct Shelf {
    folder: PathBuf,
}

/// The right to make or restore a copy, until it is dropped. Other programs on the folder wait for it too.
pub(super) struct Turn {
    folder: PathBuf,
    _lock: File,
}

impl Turn {
    /// Clears away what was begun and not finished.
    fn clear(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            // Also what SQLite keeps beside an open file: "draft-wal".
            if path.extension().is_some_and(|ending| ending.to_string_lossy().starts_with(DRAFT)) {
                if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
            }
        }
        Ok(())
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // What stays is cleared away by the next one.
        let _ = self.clear();
    }
}

impl Shelf {
    /// That of an open shop.
    pub(super) fn of(shop: &Shop) -> Self {
        Self::in_folder(shop.folder())
    }

    /// That of a data folder.
    pub(super) fn in_folder(folder: &Path) -> Self {
        Self { folder: DataFolder::backups_in(folder) }
    }

    /// Where it is.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the pictures of all copies are.
    pub(super) fn pictures(&self) -> PathBuf {
        self.folder.join("images")
    }

    /// Waits until nobody else makes or restores a copy, and clears away what a fall has left; blocks.
    ///
    /// # Errors
    /// Whatever the system refuses.
    pub(super) fn turn(&self) -> io::Result<Turn> {
        private_folder(&self.folder)?;
        let lock = private_file().create(true).open(self.folder.join("turn.lock"))?;
        lock.lock()?;
        let turn = Turn { folder: self.folder.clone(), _lock: lock };
        turn.clear()?;
        Ok(turn)
    }

    /// A new file to be written, empty, which its owner alone can read.
    ///
    /// # Errors
    /// Whatever the system refuses.
    pub(super) fn draft(&self, _turn: &Turn, stem: &str) -> io::Result<PathBuf> {
        let path = self.folder.join(format!("{stem}.{DRAFT}"));
        private_file().create_new(true).open(&path)?;
        Ok(path)
    }

    /// A new folder for drafts, which its owner alone can look into.
    ///
    /// # Errors
    /// Whatever the system refuses.
    pub(super) fn draft_folder(&self, _turn: &Turn, stem: &str) -> io::Result<PathBuf> {
        let path = self.folder.join(format!("{stem}.{DRAFT}"));
        private_folder(&path)?;
        Ok(path)
    }

    /// The first name from this one on that no copy has: two within a millisecond are rare, and still two.
    pub(super) fn free(&self, mut name: Name) -> Name {
        while self.path(name).exists() {
            name.made_at += TimeDelta::milliseconds(1);
        }
        name
    }

    /// The copy's file.
    pub(super) fn path(&self, name: Name) -> PathBuf {
        self.folder.join(name.to_string())
    }

    /// Gives a whole draft its name, with what is known of it. The label comes first: a copy that lies there without one is
    /// an unproved copy, never a good one.
    ///
    /// # Errors
    /// Whatever the system refuses.
    pub(super) fn place(&self, draft: &Path, name: Name, label: &Label) -> io::Result<()> {
        self.keep_label(name, label)?;
        fs::rename(draft, self.path(name))?;
        sync_folder(&self.folder)
    }

    /// Writes down what is known of a copy.
    ///
    /// # Errors
    /// Whatever the system refuses.
    pub(super) fn keep_label(&self, name: Name, label: &Label) -> io::Result<()> {
        let path = self.label_path(name);
        let draft = path.with_extension(format!("json.{DRAFT}"));
        let file = private_file().create(true).truncate(true).open(&draft)?;
        serde_json::to_writer_pretty(&file, label)?;
        file.sync_all()?;
        fs::rename(draft, path)?;
        sync_folder(&self.folder)
    }

    /// A copy with what is known of it; `None` where there is none of that name.
    pub(super) fn find(&self, name: Name) -> Option<Backup> {
        let size = fs::metadata(self.path(name)).ok().filter(fs::Metadata::is_file)?.len();
        let label = fs::read(self.label_path(name)).ok().and_then(|json| serde_json::from_slice(&json).ok());
        Some(label.unwrap_or_else(Label::unverified).view(name, size))
    }

    /// All copies, the latest first; none where there is no folder yet.
    ///
    /// # Errors
    /// Whatever the system refuses.
    pub(super) fn all(&self) -> io::Result<Vec<Backup>> {
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut names = Vec::new();
        for entry in entries {
            names.extend(entry?.file_name().to_str().and_then(Name::parse));
        }
        names.sort_by_key(|name| std::cmp::Reverse(name.made_at));
        Ok(names.into_iter().filter_map(|name| self.find(name)).collect())
    }

    /// Removes a copy: first the copy, then what is known of it.
    ///
    /// # Errors
    /// Whatever the system refuses.
    pub(super) fn remove(&self, name: Name) -> io::Result<()> {
        fs::remove_file(self.path(name))?;
        match fs::remove_file(self.label_path(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => sync_folder(&self.folder),
        }
    }

    fn label_path(&self, name: Name) -> PathBuf {
        self.path(name).with_extension("json")
    }
}
