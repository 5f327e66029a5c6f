//! The seals of the books: which rows each of them covers, and what it says of them. How a hash is made of rows is decided in
//! `shop-app`.
//!
//! Rows of these books are only appended. A payment is the exception: a deposit is confirmed once, and a payment is refunded or
//! cancelled once. Each of the two is a book of its own, so that what was sealed of the payment does not change.

mod rows;

use chrono::{DateTime, Utc};
use rusqlite::Row;

use crate::column::code;
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

pub use rows::{each, each_unsealed, outside};

/// What is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Book {
    /// The ledger of points.
    BalanceTransaction,
    /// Movements of stock.
    StockMovement,
    /// Payments as they were written first.
    Payment,
    /// Confirmations of deposits, by the id of the payment.
    Confirmation,
    /// Refunds and cancellations of payments, by the id of the payment.
    Refund,
    /// The activity log.
    AuditLog,
}

impl Book {
    /// All of them, in the order in which a seal holds them.
    pub const ALL: [Self; 6] = [
        Self::BalanceTransaction,
        Self::StockMovement,
        Self::Payment,
        Self::Confirmation,
        Self::Refund,
        Self::AuditLog,
    ];

    /// Its code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BalanceTransaction => "BALANCE_TRANSACTION",
            Self::StockMovement => "STOCK_MOVEMENT",
            Self::Payment => "PAYMENT",
            Self::Confirmation => "CONFIRMATION",
            Self::Refund => "REFUND",
            Self::AuditLog => "AUDIT_LOG",
        }
    }

    /// The table of its rows.
    #[must_use]
    pub const fn table(self) -> &'static str {
        match self {
            Self::BalanceTransaction => "balance_transaction",
            Self::StockMovement => "stock_movement",
            Self::Payment | Self::Confirmation | Self::Refund => "payment",
            Self::AuditLog => "audit_log",
        }
    }

    pub(crate) fn parse(text: &str) -> Result<Self, shop_domain::UnknownCode> {
        let found = Self::ALL.into_iter().find(|book| book.as_str() == text);
        found.ok_or_else(|| shop_domain::UnknownCode(text.to_owned()))
    }
}

/// A row of `seal`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// Its number, from 1.
    pub id: i64,
    /// SHA-256 over the seal before it and its rows.
    pub hash: [u8; 32],
    /// The Ed25519 key by which the signature can be checked.
    pub public_key: [u8; 32],
    /// Of the hash.
    pub signature: [u8; 64],
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// What is read of the seals, as it is shown where they are checked; hashes and signatures are computed from it.
pub const SEALS_SQL: &str = "SELECT s.id, s.hash, s.public_key, s.signature, r.book, r.first_row, r.last_row, r.digests
FROM seal s JOIN seal_range r ON r.seal_id = s.id ORDER BY s.id, r.id";

/// Bytes of a row's hash that a range keeps.
pub const DIGEST: usize = 8;

/// The rows of one book in a seal: all ids from the first to the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// The book.
    pub book: Book,
    /// Id of the first row.
    pub first_row: i64,
    /// Id of the last row.
    pub last_row: i64,
    /// [`DIGEST`] bytes for each row.
    pub digests: Vec<u8>,
}

macro_rules! seal_columns {
    () => {
        "s.id, s.hash, s.public_key, s.signature, s.created_at"
    };
}
macro_rules! range_columns {
    () => {
        "r.book, r.first_row, r.last_row, r.digests"
    };
}
pub(crate) use {range_columns, seal_columns};

/// The last seal, if any.
pub fn last(db: &Db) -> StoreResult<Option<Seal>> {
    db.row(concat!("SELECT ", seal_columns!(), " FROM seal s ORDER BY id DESC LIMIT 1"), [], read)
}

/// One seal.
pub fn find(db: &Db, id: i64) -> StoreResult<Option<Seal>> {
    db.row(concat!("SELECT ", seal_columns!(), " FROM seal s WHERE id = ?1"), [id], read)
}

/// At most `limit` seals after one, by id.
pub fn after(db: &Db, id: i64, limit: i64) -> StoreResult<Vec<Seal>> {
    let sql = concat!("SELECT ", seal_columns!(), " FROM seal s WHERE id > ?1 ORDER BY id LIMIT ?2");
    db.rows(sql, (id, limit), read)
}

/// The ranges of a seal, in its order.
pub fn ranges(db: &Db, seal_id: i64) -> StoreResult<Vec<Range>> {
    let sql = concat!("SELECT ", range_columns!(), " FROM seal_range r WHERE seal_id = ?1 ORDER BY id");
    db.rows(sql, [seal_id], read_range)
}

/// The number of the seal that covers a row.
pub fn covering(db: &Db, book: Book, row_id: i64) -> StoreResult<Option<i64>> {
    let sql =
        "SELECT seal_id, last_row FROM seal_range WHERE book = ?1 AND first_row <= ?2 ORDER BY first_row DESC LIMIT 1";
    let found = db.row(sql, (book.as_str(), row_id), |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))?;
    Ok(found.filter(|(_, last)| *last >= row_id).map(|(seal, _)| seal))
}

/// Whether a key has signed one of the seals.
pub fn has_signed(db: &Db, public_key: &[u8; 32]) -> StoreResult<bool> {
    let sql = "SELECT 1 FROM seal WHERE public_key = ?1 LIMIT 1";
    Ok(db.row(sql, [&public_key[..]], |_| Ok(()))?.is_some())
}

/// The id of the last sealed row of a book whose rows are sealed in the order of their ids; 0 where none is.
pub fn sealed_through(db: &Db, book: Book) -> StoreResult<i64> {
    let sql = "SELECT last_row FROM seal_range WHERE book = ?1 ORDER BY first_row DESC LIMIT 1";
    Ok(db.row(sql, [book.as_str()], |row| row.get(0))?.unwrap_or(0))
}

/// Inserts a seal with its ranges.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if the seal before it is not the last one: another process was faster.
pub fn insert(tx: &Tx<'_>, seal: &Seal, ranges: &[Range]) -> StoreResult<()> {
    tx.change_one(
        "INSERT INTO seal (id, hash, public_key, signature, created_at, updated_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?5 WHERE ?1 = 1 + (SELECT ifnull(max(id), 0) FROM seal)",
        (seal.id, &seal.hash[..], &seal.public_key[..], &seal.signature[..], Stamp(seal.created_at)),
    )?;
    for range in ranges {
        tx.change_one(
            "INSERT INTO seal_range (seal_id, book, first_row, last_row, digests, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
            (seal.id, range.book.as_str(), range.first_row, range.last_row, &range.digests, Stamp(seal.created_at)),
        )?;
    }
    Ok(())
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Seal> {
    Ok(Seal {
        id: row.get(0)?,
        hash: row.get(1)?,
        public_key: row.get(2)?,
        signature: row.get(3)?,
        created_at: row.get::<_, Stamp>(4)?.0,
    })
}

pub(crate) fn read_range(row: &Row<'_>) -> rusqlite::Result<Range> {
    Ok(Range { book: code(row, 0, Book::parse)?, first_row: row.get(1)?, last_row: row.get(2)?, digests: row.get(3)? })
}
