//! Why the shop's file cannot be written to.

use std::io;

/// Why the file cannot be written to, in ascending order of severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StorageFault {
    /// No room is left on the disk.
    Full,
    /// The file system is read-only.
    ReadOnly,
    /// Pages of the file are damaged.
    Damaged,
    /// The file was moved or deleted, or another one is at its path.
    Replaced,
}

impl StorageFault {
    pub(crate) const ALL: [Self; 4] = [Self::Full, Self::ReadOnly, Self::Damaged, Self::Replaced];

    /// Whether it may pass without a restore.
    #[must_use]
    pub fn may_pass(self) -> bool {
        matches!(self, Self::Full | Self::ReadOnly)
    }

    /// The code in the contract and in the log.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "FULL",
            Self::ReadOnly => "READ_ONLY",
            Self::Damaged => "DAMAGED",
            Self::Replaced => "REPLACED",
        }
    }

    /// Its bit in a set of faults.
    pub(crate) fn bit(self) -> u8 {
        match self {
            Self::Full => 1,
            Self::ReadOnly => 2,
            Self::Damaged => 4,
            Self::Replaced => 8,
        }
    }

    /// The fault that an error of the operating system means, if any.
    pub(crate) fn of_io(error: &io::Error) -> Option<Self> {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Some(Self::Full),
            io::ErrorKind::ReadOnlyFilesystem => Some(Self::ReadOnly),
            _ => None,
        }
    }
}
