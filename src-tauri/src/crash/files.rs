//! The files of the reports: their names, how many are kept, and which the user has dismissed.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};
use shop_app::runtime::private_file;
use shop_contract::{CrashKind, CrashReport};

/// Reports that are kept; older ones are removed.
const KEPT: usize = 10;
/// The file with the name of the newest dismissed report.
const SEEN: &str = "seen";
const INSTANT: &str = "%Y%m%dT%H%M%S%3fZ";
const KINDS: [(CrashKind, &str); 2] = [(CrashKind::Panic, "panic"), (CrashKind::UncleanEnd, "unclean-end")];

/// The name of a report: names in their order are reports in the order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportName {
    pub at: DateTime<Utc>,
    pub kind: CrashKind,
}

impl ReportName {
    fn parse(name: &str) -> Option<Self> {
        let (at, word) = name.strip_prefix("crash-")?.strip_suffix(".txt")?.split_once('-')?;
        let (kind, _) = KINDS.iter().find(|(_, known)| *known == word)?;
        Some(Self { at: NaiveDateTime::parse_from_str(at, INSTANT).ok()?.and_utc(), kind: *kind })
    }
}

impl std::fmt::Display for ReportName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let word = KINDS.iter().find(|(kind, _)| *kind == self.kind).map_or("", |(_, word)| *word);
        write!(f, "crash-{}-{word}.txt", self.at.format(INSTANT))
    }
}

pub struct ReportFiles {
    folder: PathBuf,
}

impl ReportFiles {
    pub fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a report that only its owner can read, and removes the oldest above the limit.
    pub fn write(&self, name: ReportName, text: &str) -> io::Result<()> {
        let mut file = private_file().create(true).truncate(true).open(self.folder.join(name.to_string()))?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        self.names().iter().skip(KEPT).try_for_each(|old| fs::remove_file(self.folder.join(old.to_string())))
    }

    /// The newest report, unless it was dismissed.
    pub fn newest_unseen(&self) -> Option<CrashReport> {
        let name = *self.names().first()?;
        let file = name.to_string();
        let seen = fs::read_to_string(self.folder.join(SEEN)).unwrap_or_default();
        if seen >= file {
            return None;
        }
        let text = fs::read_to_string(self.folder.join(&file)).ok()?;
        Some(CrashReport { name: file, at: name.at, kind: name.kind, text })
    }

    /// Dismisses all reports that are there.
    pub fn mark_seen(&self) -> io::Result<()> {
        let Some(newest) = self.names().first().map(ToString::to_string) else { return Ok(()) };
        private_file().create(true).truncate(true).open(self.folder.join(SEEN))?.write_all(newest.as_bytes())
    }

    /// Whether a panic was reported at that time or later.
    pub fn has_panic_since(&self, since: DateTime<Utc>) -> bool {
        self.names().iter().any(|name| name.kind == CrashKind::Panic && name.at >= since)
    }

    /// The names of all reports, the newest first; none where the folder cannot be read.
    fn names(&self) -> Vec<ReportName> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut names: Vec<_> = entries.filter_map(|entry| ReportName::parse(entry.file_name().to_str()?)).collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.to_string()));
        names
    }
}
