//! How the hash of a seal is made: SHA-256 over its number, its time, the hash of the seal before it, and the hash of each of its
//! rows in the order of the books and their ids.

use chrono::{DateTime, SecondsFormat, Utc};
use sha2::{Digest as _, Sha256};
use shop_store::seal::{Book, DIGEST, Range, Seal};

/// What every hash begins with, so that it is the hash of nothing else.
const PREFIX: &[u8] = b"jangteo seal 1";

/// A seal to which rows are added.
pub(super) struct Draft {
    hash: Sha256,
    ranges: Vec<Range>,
}

impl Draft {
    /// The seal of this number after another, without rows.
    pub(super) fn new(id: i64, previous: Option<&Seal>, at: DateTime<Utc>) -> Self {
        let mut hash = Sha256::new_with_prefix(PREFIX);
        hash.update(id.to_be_bytes());
        hash.update(previous.map_or([0; 32], |seal| seal.hash));
        hash.update(at.to_rfc3339_opts(SecondsFormat::Millis, true));
        Self { hash, ranges: Vec::new() }
    }

    /// Adds a row; those of one book come in the order of their ids.
    pub(super) fn add(&mut self, book: Book, id: i64, bytes: &[u8]) {
        let of_row = row_hash(book, bytes);
        self.hash.update(of_row);
        match self.ranges.last_mut() {
            Some(range) if range.book == book && range.last_row + 1 == id => {
                range.last_row = id;
                range.digests.extend_from_slice(&of_row[..DIGEST]);
            }
            _ => self.ranges.push(Range { book, first_row: id, last_row: id, digests: of_row[..DIGEST].to_vec() }),
        }
    }

    /// Whether it has no rows.
    pub(super) fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Its hash and its ranges.
    pub(super) fn finish(self) -> ([u8; 32], Vec<Range>) {
        (self.hash.finalize().into(), self.ranges)
    }
}

/// The hash of a row, which has its id among its bytes.
pub(super) fn row_hash(book: Book, bytes: &[u8]) -> [u8; 32] {
    Sha256::new_with_prefix(book.as_str()).chain_update([0]).chain_update(bytes).finalize().into()
}
