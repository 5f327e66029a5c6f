//! Sessions of users. Only hashes of the secret of a session are stored.
//!
//! A session is running while it is `NORMAL` and was last used after an instant that the caller gives.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Row;
use shop_domain::user::AdminRole;

use crate::column;
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A running session with its user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The session.
    pub session_id: i64,
    /// The user.
    pub user_id: i64,
    /// The role of an admin; `None` for a customer.
    pub role: Option<AdminRole>,
    /// Last use, to the minute.
    pub last_seen_at: DateTime<Utc>,
}

/// A running session, for its user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Id.
    pub id: i64,
    /// Description of the device.
    pub device: String,
    /// When it was started.
    pub created_at: DateTime<Utc>,
    /// Last use, to the minute.
    pub last_seen_at: DateTime<Utc>,
}

/// Hashes of the secret of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprints {
    /// Of the current secret.
    pub token: String,
    /// Of the half that all secrets of the session share.
    pub family: String,
}

/// Inserts a session and returns its id.
pub fn start(tx: &Tx<'_>, user_id: i64, secret: &Fingerprints, device: &str, now: DateTime<Utc>) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO session (user_id, token_hash, family_hash, device, last_seen_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?5)",
        (user_id, &secret.token, &secret.family, device, Stamp(now)),
    )
}

macro_rules! session_columns {
    () => {
        "id, device, created_at, last_seen_at"
    };
}
pub(crate) use session_columns;

macro_rules! select_owner {
    ($filter:literal) => {
        concat!(
            "SELECT s.id, s.user_id, u.type, u.role, s.last_seen_at FROM session s JOIN user u ON u.id = s.user_id
             WHERE s.state = 'NORMAL' AND u.state = 'NORMAL' AND s.last_seen_at >= ?2 AND ",
            $filter
        )
    };
}

/// The running session with this secret; `None` also if the user is blocked.
pub fn owner(db: &Db, token_hash: &str, since: DateTime<Utc>) -> StoreResult<Option<Owner>> {
    db.row(select_owner!("s.token_hash = ?1"), (token_hash, Stamp(since)), read_owner)
}

/// The running session with this half of a secret; `None` also if the user is blocked.
pub fn owner_of_family(db: &Db, family_hash: &str, since: DateTime<Utc>) -> StoreResult<Option<Owner>> {
    db.row(select_owner!("s.family_hash = ?1"), (family_hash, Stamp(since)), read_owner)
}

/// The running session with this id; `None` also if the user is blocked.
pub fn owner_of_id(db: &Db, id: i64, since: DateTime<Utc>) -> StoreResult<Option<Owner>> {
    db.row(select_owner!("s.id = ?1"), (id, Stamp(since)), read_owner)
}

fn read_owner(row: &Row<'_>) -> rusqlite::Result<Owner> {
    let Stamp(last_seen_at) = row.get(4)?;
    Ok(Owner { session_id: row.get(0)?, user_id: row.get(1)?, role: column::role(row, 2)?, last_seen_at })
}

/// Replaces the current secret. The secret that it replaced last is accepted too, within `repeat` and until its
/// successor has been used; `false` for any other.
pub fn rotate(
    tx: &Tx<'_>,
    id: i64,
    old_token_hash: &str,
    token_hash: &str,
    repeat: TimeDelta,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    // Using the successor makes it the last replaced secret, so that the one before it no longer matches. A clock that
    // was set back a little ends no session: the instant may be on either side.
    let changed = tx.change(
        "UPDATE session SET token_hash = ?3,
             replaced_at = CASE WHEN token_hash = ?2 THEN ?4 ELSE replaced_at END,
             replaced_hash = ?2, last_seen_at = ?4, updated_at = ?4
         WHERE id = ?1 AND state = 'NORMAL'
             AND (token_hash = ?2 OR (replaced_hash = ?2 AND replaced_at BETWEEN ?5 AND ?6))",
        (id, old_token_hash, token_hash, Stamp(now), Stamp(now - repeat), Stamp(now + repeat)),
    )?;
    Ok(changed == 1)
}

/// Records the last use of a running session.
pub fn seen(tx: &Tx<'_>, id: i64, at: DateTime<Utc>) -> StoreResult<()> {
    tx.change(
        "UPDATE session SET last_seen_at = ?2, updated_at = ?2 WHERE id = ?1 AND state = 'NORMAL'",
        (id, Stamp(at)),
    )?;
    Ok(())
}

/// A user's running sessions, latest first.
pub fn of_user(db: &Db, user_id: i64, since: DateTime<Utc>) -> StoreResult<Vec<SessionRow>> {
    db.rows(
        concat!(
            "SELECT ",
            session_columns!(),
            " FROM session
             WHERE user_id = ?1 AND state = 'NORMAL' AND last_seen_at >= ?2 ORDER BY last_seen_at DESC, id DESC"
        ),
        (user_id, Stamp(since)),
        read,
    )
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<SessionRow> {
    let (Stamp(created_at), Stamp(last_seen_at)) = (row.get(2)?, row.get(3)?);
    Ok(SessionRow { id: row.get(0)?, device: row.get(1)?, created_at, last_seen_at })
}

/// Ends one session of a user; `false` if the user has no such running session.
pub fn end(tx: &Tx<'_>, user_id: i64, id: i64, now: DateTime<Utc>) -> StoreResult<bool> {
    let changed = tx.change(
        "UPDATE session SET state = 'DELETED', updated_at = ?3 WHERE id = ?2 AND user_id = ?1 AND state = 'NORMAL'",
        (user_id, id, Stamp(now)),
    )?;
    Ok(changed == 1)
}

/// Ends all sessions of a user but one; returns how many.
pub fn end_others(tx: &Tx<'_>, user_id: i64, kept: i64, now: DateTime<Utc>) -> StoreResult<usize> {
    tx.change(
        "UPDATE session SET state = 'DELETED', updated_at = ?3 WHERE user_id = ?1 AND id <> ?2 AND state = 'NORMAL'",
        (user_id, kept, Stamp(now)),
    )
}

/// Ends at most `limit` sessions that were last used before `since`, oldest use first; returns how many.
pub fn end_silent(tx: &Tx<'_>, since: DateTime<Utc>, limit: i64, now: DateTime<Utc>) -> StoreResult<usize> {
    tx.change(
        "UPDATE session SET state = 'DELETED', updated_at = ?3 WHERE id IN
         (SELECT id FROM session WHERE state = 'NORMAL' AND last_seen_at < ?1 ORDER BY last_seen_at LIMIT ?2)",
        (Stamp(since), limit, Stamp(now)),
    )
}
