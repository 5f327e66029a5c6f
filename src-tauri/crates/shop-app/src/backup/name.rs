//! The name of a backup: its time and kind. Any other text is refused, so a name cannot be a path.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, SubsecRound as _, Utc};

use shop_contract::BackupKind;

/// The format of the instant: sortable and valid in every file system.
const INSTANT: &str = "%Y%m%dT%H%M%S%3fZ";

/// `jangteo-INSTANT-KIND.db`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) made_at: DateTime<Utc>,
    pub(super) kind: BackupKind,
}

impl Name {
    /// The name of a backup made at that time, with millisecond precision.
    pub(super) fn new(made_at: DateTime<Utc>, kind: BackupKind) -> Self {
        Self { made_at: made_at.trunc_subsecs(3), kind }
    }

    /// Parses a name; `None` for any other text.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (instant, kind) = text.strip_prefix("jangteo-")?.strip_suffix(".db")?.split_once('-')?;
        let made_at = NaiveDateTime::parse_from_str(instant, INSTANT).ok()?.and_utc();
        let kind = KINDS.iter().find(|(_, word)| *word == kind)?.0;
        // Formatting it again checks every detail.
        Some(Self { made_at, kind }).filter(|name| name.to_string() == text)
    }
}

const KINDS: [(BackupKind, &str); 5] = [
    (BackupKind::Manual, "manual"),
    (BackupKind::Daily, "daily"),
    (BackupKind::BeforeRestore, "before-restore"),
    (BackupKind::BeforeUpgrade, "before-upgrade"),
    (BackupKind::Rescued, "rescued"),
];

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = KINDS.iter().find(|(kind, _)| *kind == self.kind).map_or("", |(_, word)| *word);
        write!(f, "jangteo-{}-{kind}.db", self.made_at.format(INSTANT))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_written_and_no_path_is_one() {
        let at = "2026-03-10T03:00:00.007Z".parse().expect("an instant");
        for (kind, written) in [
            (BackupKind::Manual, "jangteo-20260310T030000007Z-manual.db"),
            (BackupKind::BeforeRestore, "jangteo-20260310T030000007Z-before-restore.db"),
        ] {
            let name = Name::new(at, kind);
            assert_eq!(name.to_string(), written, "when and why");
            assert_eq!(Name::parse(written), Some(name), "and back");
        }
        for bad in [
            "",
            "jangteo.db",
            "../jangteo.db",
            "jangteo-20260310T030000007Z-manual.db/../../jangteo.db",
            "../jangteo-20260310T030000007Z-manual.db",
            "/etc/jangteo-20260310T030000007Z-manual.db",
            "jangteo-20260310T030000007Z-weekly.db",
            "jangteo-20261310T030000007Z-manual.db",
            "jangteo-20260310T030000007Z-manual.db\0",
            "jangteo-20260310T030000007Z-manual.json",
        ] {
            assert_eq!(Name::parse(bad), None, "{bad:?} is none");
        }
    }
}
