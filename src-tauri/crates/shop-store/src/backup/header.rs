//! The first hundred bytes of a database file, read without SQLite: page size and encoding decide whether its pages can
//! replace those of the shop. Only for a file that no connection has open.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use crate::db::StoreResult;
use crate::error::StoreError;

const MAGIC: &[u8] = b"SQLite format 3\0";
const UTF_8: u32 = 1;

/// The fields of the header (<https://sqlite.org/fileformat2.html>).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    /// Page size in bytes.
    pub(super) page_size: u32,
    /// Bytes reserved at the end of each page for an extension.
    reserved: u8,
    /// Whether auto-vacuum is on.
    pub(super) moves_pages: bool,
    /// 1 is UTF-8; 0 is a file without a table.
    encoding: u32,
    /// The id of the program that made the file; the shop sets none.
    pub(super) application_id: u32,
}

impl Header {
    /// # Errors
    /// [`StoreError::Unfit`] for an empty file, [`StoreError::Damaged`] for one that is no database.
    pub(super) fn read(path: &Path) -> StoreResult<Self> {
        let mut bytes = [0; 100];
        match File::open(path)?.read_exact(&mut bytes) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Err(no_database()),
            read => read?,
        }
        let four = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        if !bytes.starts_with(MAGIC) {
            return Err(no_database());
        }
        Ok(Self {
            // 1 means 65,536, which two bytes cannot hold.
            page_size: match u16::from_be_bytes([bytes[16], bytes[17]]) {
                1 => 65_536,
                size => u32::from(size),
            },
            reserved: bytes[20],
            moves_pages: four(52) != 0,
            encoding: four(56),
            application_id: four(68),
        })
    }

    /// Refuses a file that cannot be converted by rewriting it.
    ///
    /// # Errors
    /// [`StoreError::Unfit`] with the reason.
    pub(super) fn refuse_foreign(self) -> StoreResult<()> {
        match self {
            Self { encoding: 0 | UTF_8, reserved: 0, .. } => Ok(()),
            Self { encoding: 0 | UTF_8, reserved, .. } => Err(StoreError::Unfit(format!(
                "the file keeps {reserved} bytes of each page for an extension; a shop's keeps none"
            ))),
            _ => Err(StoreError::Unfit("the texts in the file are stored as UTF-16; a shop's are UTF-8".to_owned())),
        }
    }
}

fn no_database() -> StoreError {
    StoreError::Damaged("it is no database".to_owned())
}
