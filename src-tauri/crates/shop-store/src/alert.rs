//! What is remembered of alerts: since when each stands, and up to when an admin has seen them. Whether one stands is read
//! from the shop itself, never from here.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::alert::AlertKind;

use crate::column::code;
use crate::db::{Db, Stored, Tx};
use crate::time::Stamp;

/// An alert that is known to stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenAlert {
    /// Its kind.
    pub kind: AlertKind,
    /// What tells it from the others of its kind.
    pub subject: String,
    /// Since when.
    pub arisen_at: DateTime<Utc>,
}

/// All that are known to stand.
pub fn open(db: &Db) -> Stored<Vec<OpenAlert>> {
    db.rows("SELECT kind, subject, arisen_at FROM alert INDEXED BY alert_open WHERE state = 'OPEN'", [], read)
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<OpenAlert> {
    let Stamp(arisen_at) = row.get(2)?;
    Ok(OpenAlert { kind: code(row, 0, AlertKind::parse)?, subject: row.get(1)?, arisen_at })
}

/// Notes that it stands from now on; `false` where that was known.
pub fn arise(tx: &Tx<'_>, kind: AlertKind, subject: &str, now: DateTime<Utc>) -> Stored<bool> {
    let changed = tx.change(
        "INSERT INTO alert (kind, subject, arisen_at, created_at, updated_at) VALUES (?1, ?2, ?3, ?3, ?3)
         ON CONFLICT (kind, subject) DO UPDATE
         SET state = 'OPEN', arisen_at = excluded.arisen_at, updated_at = excluded.updated_at WHERE state = 'CLEARED'",
        (kind.as_str(), subject, Stamp(now)),
    )?;
    Ok(changed == 1)
}

/// Notes that it is over; `false` where that was known.
pub fn clear(tx: &Tx<'_>, kind: AlertKind, subject: &str, now: DateTime<Utc>) -> Stored<bool> {
    let changed = tx.change(
        "UPDATE alert SET state = 'CLEARED', updated_at = ?3 WHERE kind = ?1 AND subject = ?2 AND state = 'OPEN'",
        (kind.as_str(), subject, Stamp(now)),
    )?;
    Ok(changed == 1)
}

/// Up to when an admin has seen them; `None` where he never has.
pub fn seen_until(db: &Db, user_id: i64) -> Stored<Option<DateTime<Utc>>> {
    db.row("SELECT seen_until FROM alert_reader WHERE user_id = ?1", [user_id], |row| {
        let Stamp(seen_until) = row.get(0)?;
        Ok(seen_until)
    })
}

/// Notes up to when an admin has seen them. What was seen stays seen: an earlier instant changes nothing.
pub fn see(tx: &Tx<'_>, user_id: i64, until: DateTime<Utc>, now: DateTime<Utc>) -> Stored<()> {
    tx.change(
        "INSERT INTO alert_reader (user_id, seen_until, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)
         ON CONFLICT (user_id) DO UPDATE SET seen_until = excluded.seen_until, updated_at = excluded.updated_at
         WHERE seen_until < excluded.seen_until",
        (user_id, Stamp(until), Stamp(now)),
    )?;
    Ok(())
}
