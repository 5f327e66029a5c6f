//! Alerts: the instant since when each is open, and the instant up to which an admin has seen them. The conditions
//! themselves are read from the shop, never from here.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::alert::AlertKind;

use crate::column::code;
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// An open alert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenAlert {
    /// Kind.
    pub kind: AlertKind,
    /// Text that distinguishes it from others of its kind.
    pub subject: String,
    /// When it arose.
    pub arisen_at: DateTime<Utc>,
}

/// All open alerts.
pub fn open(db: &Db) -> StoreResult<Vec<OpenAlert>> {
    db.rows("SELECT kind, subject, arisen_at FROM alert INDEXED BY alert_open WHERE state = 'OPEN'", [], read)
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<OpenAlert> {
    let Stamp(arisen_at) = row.get(2)?;
    Ok(OpenAlert { kind: code(row, 0, AlertKind::parse)?, subject: row.get(1)?, arisen_at })
}

/// Opens an alert; `false` if it was open.
pub fn arise(tx: &Tx<'_>, kind: AlertKind, subject: &str, now: DateTime<Utc>) -> StoreResult<bool> {
    let changed = tx.change(
        "INSERT INTO alert (kind, subject, arisen_at, created_at, updated_at) VALUES (?1, ?2, ?3, ?3, ?3)
         ON CONFLICT (kind, subject) DO UPDATE
         SET state = 'OPEN', arisen_at = excluded.arisen_at, updated_at = excluded.updated_at WHERE state = 'CLEARED'",
        (kind.as_str(), subject, Stamp(now)),
    )?;
    Ok(changed == 1)
}

/// Whether an open alert, or the instant up to which an admin has seen them, is later than `latest`.
pub fn is_ahead(db: &Db, latest: DateTime<Utc>) -> StoreResult<bool> {
    let found = db.row(
        "SELECT EXISTS (SELECT 1 FROM alert INDEXED BY alert_open WHERE state = 'OPEN' AND arisen_at > ?1)
             OR EXISTS (SELECT 1 FROM alert_reader WHERE seen_until > ?1)",
        [Stamp(latest)],
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or(false))
}

/// Dates what is later than `latest` at `now`; it was written while the clock was ahead.
pub fn date_anew(tx: &Tx<'_>, latest: DateTime<Utc>, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change(
        "UPDATE alert SET arisen_at = ?2, updated_at = ?2 WHERE state = 'OPEN' AND arisen_at > ?1",
        (Stamp(latest), Stamp(now)),
    )?;
    tx.change(
        "UPDATE alert_reader SET seen_until = ?2, updated_at = ?2 WHERE seen_until > ?1",
        (Stamp(latest), Stamp(now)),
    )?;
    Ok(())
}

/// Closes an alert; `false` if it was closed.
pub fn clear(tx: &Tx<'_>, kind: AlertKind, subject: &str, now: DateTime<Utc>) -> StoreResult<bool> {
    let changed = tx.change(
        "UPDATE alert SET state = 'CLEARED', updated_at = ?3 WHERE kind = ?1 AND subject = ?2 AND state = 'OPEN'",
        (kind.as_str(), subject, Stamp(now)),
    )?;
    Ok(changed == 1)
}

/// The instant up to which an admin has seen the alerts; `None` if never.
pub fn seen_until(db: &Db, user_id: i64) -> StoreResult<Option<DateTime<Utc>>> {
    db.row("SELECT seen_until FROM alert_reader WHERE user_id = ?1", [user_id], |row| {
        let Stamp(seen_until) = row.get(0)?;
        Ok(seen_until)
    })
}

/// Records the instant up to which an admin has seen the alerts. An earlier instant changes nothing.
pub fn see(tx: &Tx<'_>, user_id: i64, until: DateTime<Utc>, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change(
        "INSERT INTO alert_reader (user_id, seen_until, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)
         ON CONFLICT (user_id) DO UPDATE SET seen_until = excluded.seen_until, updated_at = excluded.updated_at
         WHERE seen_until < excluded.seen_until",
        (user_id, Stamp(until), Stamp(now)),
    )?;
    Ok(())
}
