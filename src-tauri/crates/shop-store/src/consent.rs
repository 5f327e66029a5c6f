//! Consents of customers. Rows are only added; the last one of a document holds.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::user::{Consent, Document};

use crate::column::code;
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A row of `consent`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentRow {
    /// What the customer has answered.
    pub consent: Consent,
    /// When.
    pub created_at: DateTime<Utc>,
}

macro_rules! consent_columns {
    () => {
        "t.document, t.version, t.given, t.created_at"
    };
}
pub(crate) use consent_columns;

/// Records a consent.
pub fn insert(tx: &Tx<'_>, user_id: i64, consent: Consent, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "INSERT INTO consent (user_id, document, version, given, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        (user_id, consent.document.as_str(), consent.version, consent.given, Stamp(now)),
    )
}

/// The last `limit` consents of a user, latest first.
pub fn list(db: &Db, user_id: i64, limit: i64) -> StoreResult<Vec<ConsentRow>> {
    db.rows(
        concat!("SELECT ", consent_columns!(), " FROM consent t WHERE t.user_id = ?1 ORDER BY t.id DESC LIMIT ?2"),
        (user_id, limit),
        read,
    )
}

/// The consent of a user to a document that holds.
pub fn last(db: &Db, user_id: i64, document: Document) -> StoreResult<Option<ConsentRow>> {
    db.row(
        concat!(
            "SELECT ",
            consent_columns!(),
            " FROM consent t WHERE t.user_id = ?1 AND t.document = ?2 ORDER BY t.id DESC LIMIT 1"
        ),
        (user_id, document.as_str()),
        read,
    )
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<ConsentRow> {
    let consent = Consent { document: code(row, 0, Document::parse)?, version: row.get(1)?, given: row.get(2)? };
    Ok(ConsentRow { consent, created_at: row.get::<_, Stamp>(3)?.0 })
}
