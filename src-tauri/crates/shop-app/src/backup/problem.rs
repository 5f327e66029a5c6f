//! The reason why a shop cannot be opened, as a text for the operator, and the way back to its newest backup.

use std::fmt;
use std::path::{Path, PathBuf};

use shop_store::backup::probe;
use shop_store::{StorageFault, StoreError, StoreResult};

use super::backup_dir::BackupDir;
use crate::runtime::{DataFolder, ShopFile, set_foreign_wal_aside};
use shop_contract::{Backup, BackupState, Recovery, StartProblem};

/// A refused start.
#[derive(Debug, Clone)]
pub struct StartRefusal {
    /// The reason.
    pub problem: StartProblem,
    found: String,
    folder: PathBuf,
}

impl StartRefusal {
    /// The refusal for an error of opening the shop in `folder`.
    #[must_use]
    pub fn new(folder: &Path, error: &StoreError) -> Self {
        Self::with_words(folder, problem_of(error), error.to_string())
    }

    /// A refusal with its own text.
    #[must_use]
    pub fn with_words(folder: &Path, problem: StartProblem, found: String) -> Self {
        Self { problem, found, folder: folder.to_owned() }
    }

    /// The form for the window, with all backups.
    #[must_use]
    pub fn view(&self) -> Recovery {
        Recovery {
            problem: Some(self.problem),
            found: Some(self.found.clone()),
            folder: self.folder.display().to_string(),
            copies: self.copies(),
        }
    }

    /// An unreadable folder counts as one without backups: the refusal itself has the details.
    fn copies(&self) -> Vec<Backup> {
        BackupDir::in_folder(&self.folder).all().unwrap_or_default()
    }
}

impl fmt::Display for StartRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.found)?;
        match self.problem {
            StartProblem::Missing | StartProblem::Empty => write!(f, "; no file of the shop was touched")?,
            StartProblem::ReadOnly => write!(f, "; let its owner write to it (chmod u+w)")?,
            StartProblem::Newer => write!(f, "; install that version of Jangteo")?,
            StartProblem::Damaged | StartProblem::NotOurs => {}
            StartProblem::Full => return write!(f, "; free some room on it, then try again"),
            StartProblem::Other => return Ok(()),
        }
        let or = if matches!(self.problem, StartProblem::ReadOnly | StartProblem::Newer) { "or " } else { "" };
        let data = quoted(&self.folder.display().to_string());
        match newest(&self.copies()) {
            Some(copy) => {
                let (at, orders) =
                    (copy.made_at.format("%Y-%m-%d %H:%M UTC"), copy.contents.as_ref().map(|held| held.orders));
                let held = orders.map(|orders| format!(", {orders} orders")).unwrap_or_default();
                write!(
                    f,
                    "\n{or}go back to the newest copy ({at}{held}): jangteo restore --from {} --data {data}",
                    copy.name
                )?;
            }
            None => write!(
                f,
                "\nthere is no copy in {data}; with one from elsewhere: jangteo restore --from FILE --data {data}"
            )?,
        }
        if matches!(self.problem, StartProblem::Missing | StartProblem::Empty) {
            write!(
                f,
                "\nto begin a new shop instead, take another folder with --data, or move everything out of this one"
            )?;
        }
        Ok(())
    }
}

impl std::error::Error for StartRefusal {}

/// The latest verified backup that this program can read, otherwise the latest that is not known to be bad.
fn newest(copies: &[Backup]) -> Option<&Backup> {
    let known = i64::from(shop_store::current_version());
    let is_readable = |copy: &&Backup| copy.contents.as_ref().is_none_or(|held| held.schema_version <= known);
    let of_state = |state| copies.iter().filter(is_readable).find(move |copy| copy.state == state);
    of_state(BackupState::Verified).or_else(|| of_state(BackupState::Unverified))
}

/// Quoted for a shell.
fn quoted(text: &str) -> String {
    let is_plain = |sign: char| sign.is_alphanumeric() || "/._-+:@".contains(sign);
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

/// The state of the current shop before a restore.
#[derive(Debug)]
pub(super) enum LiveShop {
    /// There is no shop: a first start.
    Absent,
    /// It can be opened, and replaced while it is open.
    Sound,
    /// It cannot be opened, for this reason.
    Lost(StartProblem),
}

impl LiveShop {
    /// Checks the file; if it can be opened, also every page; blocks. The caller must hold the folder's lock and must
    /// not have opened the shop. Fails if the check cannot run, for example if another program locks the file.
    pub(super) fn look(folder: &Path) -> StoreResult<Self> {
        let looked = match ShopFile::look(folder) {
            Ok(ShopFile::Absent) => return Ok(Self::Absent),
            Ok(ShopFile::Present) => {
                set_foreign_wal_aside(folder).and_then(|_| probe(&DataFolder::shop_file_in(folder)))
            }
            Err(error) => Err(error),
        };
        match looked {
            Ok(()) => Ok(Self::Sound),
            Err(error) => match problem_of(&error) {
                StartProblem::Full | StartProblem::Other => Err(error),
                problem => Ok(Self::Lost(problem)),
            },
        }
    }
}

fn problem_of(error: &StoreError) -> StartProblem {
    match error {
        StoreError::Gone { empty: true, .. } => StartProblem::Empty,
        StoreError::Gone { empty: false, .. } => StartProblem::Missing,
        StoreError::ReadOnly(_) => StartProblem::ReadOnly,
        StoreError::Newer { .. } => StartProblem::Newer,
        StoreError::Unfit(_) => StartProblem::NotOurs,
        StoreError::NoRoom { .. } => StartProblem::Full,
        error if error.is_damage() => StartProblem::Damaged,
        error if error.is_read_only() => StartProblem::ReadOnly,
        error => match error.storage_fault() {
            Some(StorageFault::Full) => StartProblem::Full,
            Some(StorageFault::ReadOnly) => StartProblem::ReadOnly,
            _ => StartProblem::Other,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_quoted_where_a_shell_would_take_it_apart() {
        for (path, expected) in [
            ("/home/me/.local/share/jangteo", "/home/me/.local/share/jangteo"),
            ("/home/me/내 가게", "'/home/me/내 가게'"),
            ("/home/me/가게", "/home/me/가게"),
            ("/tmp/it's", "'/tmp/it'\\''s'"),
            ("", "''"),
        ] {
            assert_eq!(quoted(path), expected, "{path}");
        }
    }

    #[test]
    fn a_refusal_says_why_and_where_there_is_no_copy() {
        let folder = tempfile::tempdir().expect("a folder");
        let gone = StoreError::Gone { empty: false, beside: "the key of its access tokens".to_owned() };
        for (error, problem, words) in [
            (
                gone,
                StartProblem::Missing,
                "missing, but its folder still holds the key of its access tokens; no file of the shop was touched",
            ),
            (StoreError::Damaged("page 3".to_owned()), StartProblem::Damaged, "the file is damaged: page 3"),
            (StoreError::Newer { found: 99, known: 3 }, StartProblem::Newer, "version 99"),
            (
                StoreError::ReadOnly("/a/jangteo.db".into()),
                StartProblem::ReadOnly,
                "/a/jangteo.db cannot be written to",
            ),
        ] {
            let refusal = StartRefusal::new(folder.path(), &error);
            let said = refusal.to_string();
            assert_eq!(refusal.problem, problem, "{said}");
            assert!(said.contains(words) && said.contains("jangteo restore --from FILE --data"), "{said}");
            assert_eq!(refusal.view().copies, [], "the window is told the same");
        }
        let full = StoreError::File(std::io::Error::new(std::io::ErrorKind::StorageFull, "the disk is full"));
        let refusal = StartRefusal::new(folder.path(), &full);
        assert_eq!(refusal.problem, StartProblem::Full, "it passes");
        assert_eq!(
            refusal.to_string(),
            "file: the disk is full; free some room on it, then try again",
            "without a copy"
        );
        let busy = StartRefusal::with_words(folder.path(), StartProblem::Other, "the disk does not answer".to_owned());
        assert_eq!(busy.to_string(), "the disk does not answer", "no copy helps against that");
    }
}
