//! Sessions: where a person is signed in. Only the fingerprint of a session's secret is kept.

use chrono::{DateTime, Utc};
use shop_domain::user::UserType;

use crate::column;
use crate::db::{Db, Stored, Tx};
use crate::time::Stamp;

/// A running session with its person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The session.
    pub session_id: i64,
    /// The person.
    pub user_id: i64,
    /// Customer or admin.
    pub kind: UserType,
    /// Last heard of, to the minute.
    pub last_seen_at: DateTime<Utc>,
}

/// A running session as its person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Id.
    pub id: i64,
    /// What signed in, in words.
    pub device: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// Last heard of, to the minute.
    pub last_seen_at: DateTime<Utc>,
}

/// Starts a session and gives its id.
///
/// # Errors
/// As SQLite has them.
pub fn start(tx: &Tx<'_>, user_id: i64, token_hash: &str, device: &str, now: DateTime<Utc>) -> Stored<i64> {
    tx.insert(
        "INSERT INTO session (user_id, token_hash, device, last_seen_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?4, ?4)",
        (user_id, token_hash, device, Stamp(now)),
    )
}

/// Whose running session has this fingerprint; `None` also where the person is blocked.
///
/// # Errors
/// As SQLite has them.
pub fn owner(db: &Db, token_hash: &str) -> Stored<Option<Owner>> {
    db.row(
        "SELECT s.id, s.user_id, u.type, s.last_seen_at FROM session s JOIN user u ON u.id = s.user_id
         WHERE s.token_hash = ?1 AND s.state = 'NORMAL' AND u.state = 'NORMAL'",
        [token_hash],
        |row| {
            let Stamp(last_seen_at) = row.get(3)?;
            Ok(Owner {
                session_id: row.get(0)?,
                user_id: row.get(1)?,
                kind: column::code(row, 2, UserType::parse)?,
                last_seen_at,
            })
        },
    )
}

/// Notes when a running session was last heard of.
///
/// # Errors
/// As SQLite has them.
pub fn seen(tx: &Tx<'_>, id: i64, at: DateTime<Utc>) -> Stored<()> {
    tx.change(
        "UPDATE session SET last_seen_at = ?2, updated_at = ?2 WHERE id = ?1 AND state = 'NORMAL'",
        (id, Stamp(at)),
    )?;
    Ok(())
}

/// A person's running sessions, latest first.
///
/// # Errors
/// As SQLite has them.
pub fn of_user(db: &Db, user_id: i64) -> Stored<Vec<SessionRow>> {
    db.rows(
        "SELECT id, device, created_at, last_seen_at FROM session
         WHERE user_id = ?1 AND state = 'NORMAL' ORDER BY last_seen_at DESC, id DESC",
        [user_id],
        |row| {
            let (Stamp(created_at), Stamp(last_seen_at)) = (row.get(2)?, row.get(3)?);
            Ok(SessionRow { id: row.get(0)?, device: row.get(1)?, created_at, last_seen_at })
        },
    )
}

/// Ends one of a person's sessions; `false` where that person has no such running session.
///
/// # Errors
/// As SQLite has them.
pub fn end(tx: &Tx<'_>, user_id: i64, id: i64, now: DateTime<Utc>) -> Stored<bool> {
    let changed = tx.change(
        "UPDATE session SET state = 'DELETED', updated_at = ?3 WHERE id = ?2 AND user_id = ?1 AND state = 'NORMAL'",
        (user_id, id, Stamp(now)),
    )?;
    Ok(changed == 1)
}

/// Ends all of a person's sessions but the one that is kept, and says how many.
///
/// # Errors
/// As SQLite has them.
pub fn end_others(tx: &Tx<'_>, user_id: i64, kept: i64, now: DateTime<Utc>) -> Stored<usize> {
    tx.change(
        "UPDATE session SET state = 'DELETED', updated_at = ?3 WHERE user_id = ?1 AND id <> ?2 AND state = 'NORMAL'",
        (user_id, kept, Stamp(now)),
    )
}
