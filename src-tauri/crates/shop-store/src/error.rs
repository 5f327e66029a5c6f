//! Errors of the store.

use std::io;
use std::path::PathBuf;

use crate::storage_fault::StorageFault;

/// A failure of the store, never a business refusal.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// An error of SQLite.
    #[error("sqlite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The file was written by a newer version of the program.
    #[error("the file is of version {found}, this program knows up to {known}")]
    Newer {
        /// The file's version.
        found: u32,
        /// The latest version known here.
        known: u32,
    },
    /// A pragma was not accepted, the library is too old, or the file does not fit; with the reason.
    #[error("{0}")]
    Unfit(String),
    /// Pages of the file are damaged; with the message of SQLite.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// The pages are sound, but the data breaks an invariant; with the number of rows and the first of them.
    #[error("the books do not add up: {0}")]
    Unbalanced(String),
    /// The database is missing, but other files of a shop are in its folder.
    #[error("the shop's file is {}, but its folder still holds {beside}", if *.empty { "empty" } else { "missing" })]
    Gone {
        /// Whether there is a file of length 0.
        empty: bool,
        /// The other files, in words.
        beside: String,
    },
    /// The database or its folder cannot be written to.
    #[error("{} cannot be written to", .0.display())]
    ReadOnly(PathBuf),
    /// The disk has not enough room for a write, which was not begun.
    #[error("not enough room on the disk: {needed} bytes are needed, {free} are free")]
    NoRoom {
        /// Bytes needed, including the reserve of the shop.
        needed: u64,
        /// Bytes that are free.
        free: u64,
    },
    /// A statement that must change exactly one row changed another number of rows.
    #[error("{changed} rows changed where one was expected: {statement}")]
    NotOneRow {
        /// Rows that changed.
        changed: usize,
        /// The statement.
        statement: &'static str,
    },
    /// A stored value is not valid in the domain.
    #[error("stored value is not valid: {0}")]
    BadValue(String),
    /// The file at the path is no longer the one that was opened; it is not opened again.
    #[error("the file was moved or replaced while the shop was open")]
    Replaced,
    /// The read took too long and was ended, so that the WAL could be truncated; it may be repeated.
    #[error("the read was ended because it took too long")]
    Ended,
    /// A copy, or a read of another process, was ended, so that the WAL could be truncated; it may be repeated.
    #[error("it was given up because too much was written to the shop meanwhile")]
    GaveWay,
    /// The folder or another file in it.
    #[error("file: {0}")]
    File(#[from] io::Error),
}

impl StoreError {
    /// The error of SQLite for a locked file.
    pub(crate) fn busy() -> Self {
        let busy = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
        Self::Sqlite(rusqlite::Error::SqliteFailure(busy, None))
    }

    /// Whether another process held the file.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Sqlite(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy))
    }

    /// Whether pages of the file are damaged, or it is no database.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        match self {
            Self::Damaged(_) => true,
            Self::Sqlite(error) => matches!(error.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase)),
            _ => false,
        }
    }

    /// Whether SQLite could open the file only for reading.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        matches!(self, Self::Sqlite(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ReadOnly))
    }

    /// The fault of the file that the error means, if any.
    #[must_use]
    pub fn storage_fault(&self) -> Option<StorageFault> {
        use rusqlite::ErrorCode::{DatabaseCorrupt, DiskFull, NotADatabase, ReadOnly};
        match self {
            Self::Replaced => Some(StorageFault::Replaced),
            Self::Damaged(_) => Some(StorageFault::Damaged),
            Self::File(error) => StorageFault::of_io(error),
            Self::Sqlite(error) => match (error.sqlite_error_code()?, error.sqlite_error()?.extended_code) {
                (DiskFull, _) => Some(StorageFault::Full),
                (ReadOnly, rusqlite::ffi::SQLITE_READONLY_DBMOVED) => Some(StorageFault::Replaced),
                (ReadOnly, _) => Some(StorageFault::ReadOnly),
                (DatabaseCorrupt | NotADatabase, _) => Some(StorageFault::Damaged),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether input or output failed below SQLite, which does not always say why.
    pub(crate) fn is_io(&self) -> bool {
        use rusqlite::ErrorCode::{CannotOpen, SystemIoFailure};
        matches!(self, Self::Sqlite(error) if matches!(error.sqlite_error_code(), Some(CannotOpen | SystemIoFailure)))
    }

    /// Whether a COMMIT that failed in this way may have left the whole group in the WAL: its frames are written, and then
    /// they could not be synced or be entered into the index of the WAL.
    pub(crate) fn may_leave_frames(&self) -> bool {
        use rusqlite::ErrorCode::{OutOfMemory, SystemIoFailure};
        let Self::Sqlite(error) = self else { return false };
        match (error.sqlite_error_code(), error.sqlite_error()) {
            (Some(SystemIoFailure), Some(error)) => error.extended_code != rusqlite::ffi::SQLITE_IOERR_WRITE,
            (Some(OutOfMemory), _) => true,
            _ => false,
        }
    }

    /// Whether a read was ended and may be repeated.
    #[must_use]
    pub fn is_ended(&self) -> bool {
        use rusqlite::ErrorCode::OperationInterrupted;
        match self {
            Self::Ended | Self::GaveWay => true,
            Self::Sqlite(error) => error.sqlite_error_code() == Some(OperationInterrupted),
            _ => false,
        }
    }

    /// Whether a UNIQUE or CHECK constraint refused the row.
    #[must_use]
    pub fn is_constraint(&self) -> bool {
        matches!(self, Self::Sqlite(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation))
    }
}
