//! The folder of backups. A backup is written to a draft and renamed when it is complete; one at a time across all
//! processes.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;

use super::label::Label;
use super::name::Name;
use crate::runtime::{DataFolder, Runtime, private_file, private_folder, sync_folder};
use shop_contract::Backup;

/// The extension of incomplete files.
const DRAFT: &str = "draft";

#[derive(Debug, Clone)]
pub(super) struct BackupDir {
    folder: PathBuf,
}

/// The lock for creating or restoring a backup, held until it is dropped; also across processes.
pub(super) struct BackupLock {
    folder: PathBuf,
    _lock: File,
}

impl BackupLock {
    /// Removes unfinished drafts.
    fn clear(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            // Also SQLite's files of an open draft: "draft-wal".
            if path.extension().is_some_and(|ending| ending.to_string_lossy().starts_with(DRAFT)) {
                if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
            }
        }
        Ok(())
    }
}

impl Drop for BackupLock {
    fn drop(&mut self) {
        // The next backup removes remaining drafts.
        let _ = self.clear();
    }
}

impl BackupDir {
    /// The backup folder of an open shop.
    pub(super) fn of(shop: &Runtime) -> Self {
        Self::in_folder(shop.folder())
    }

    /// The backup folder of a data folder.
    pub(super) fn in_folder(folder: &Path) -> Self {
        Self { folder: DataFolder::backups_in(folder) }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder of the pictures of all backups.
    pub(super) fn pictures(&self) -> PathBuf {
        self.folder.join("images")
    }

    /// Waits until no other process creates or restores a backup, and removes drafts left by a crash; blocks.
    pub(super) fn lock(&self) -> io::Result<BackupLock> {
        private_folder(&self.folder)?;
        let lock = private_file().create(true).open(self.folder.join("turn.lock"))?;
        lock.lock()?;
        let lock = BackupLock { folder: self.folder.clone(), _lock: lock };
        lock.clear()?;
        Ok(lock)
    }

    /// Creates an empty draft file that only its owner can read.
    pub(super) fn draft(&self, _turn: &BackupLock, stem: &str) -> io::Result<PathBuf> {
        let path = self.folder.join(format!("{stem}.{DRAFT}"));
        private_file().create_new(true).open(&path)?;
        Ok(path)
    }

    /// Creates a folder for drafts that only its owner can read.
    pub(super) fn draft_folder(&self, _turn: &BackupLock, stem: &str) -> io::Result<PathBuf> {
        let path = self.folder.join(format!("{stem}.{DRAFT}"));
        private_folder(&path)?;
        Ok(path)
    }

    /// The first free name from `name` on; two backups can fall into the same millisecond.
    pub(super) fn free(&self, mut name: Name) -> Name {
        while self.path(name).exists() {
            name.made_at += TimeDelta::milliseconds(1);
        }
        name
    }

    pub(super) fn path(&self, name: Name) -> PathBuf {
        self.folder.join(name.to_string())
    }

    /// Renames a complete draft to its name and writes its label. The label is written first: a backup without a label
    /// counts as unverified.
    pub(super) fn place(&self, draft: &Path, name: Name, label: &Label) -> io::Result<()> {
        self.keep_label(name, label)?;
        fs::rename(draft, self.path(name))?;
        sync_folder(&self.folder)
    }

    /// Writes the label of a backup.
    pub(super) fn keep_label(&self, name: Name, label: &Label) -> io::Result<()> {
        let path = self.label_path(name);
        let draft = path.with_extension(format!("json.{DRAFT}"));
        let file = private_file().create(true).truncate(true).open(&draft)?;
        serde_json::to_writer_pretty(&file, label)?;
        file.sync_all()?;
        fs::rename(draft, path)?;
        sync_folder(&self.folder)
    }

    /// A backup with its label; `None` if there is none with that name.
    pub(super) fn find(&self, name: Name) -> Option<Backup> {
        let size = fs::metadata(self.path(name)).ok().filter(fs::Metadata::is_file)?.len();
        let label = fs::read(self.label_path(name)).ok().and_then(|json| serde_json::from_slice(&json).ok());
        Some(label.unwrap_or_else(Label::unverified).view(name, size))
    }

    /// The selected file: a backup by its name, otherwise any file by its path.
    pub(super) fn select(&self, from: &str) -> (PathBuf, Option<Name>) {
        let name = Name::parse(from).filter(|name| self.find(*name).is_some());
        (name.map_or_else(|| PathBuf::from(from), |name| self.path(name)), name)
    }

    /// All backups, latest first; empty if the folder does not exist yet.
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

    /// Removes a backup: first the file, then its label.
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
