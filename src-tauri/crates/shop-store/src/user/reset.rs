//! One-time codes with which a user sets a new password. Only the hash of a code is stored, and a user has one at most.

use chrono::{DateTime, Utc};

use crate::db::{StoreResult, Tx};
use crate::session::end_others;
use crate::time::Stamp;

/// Stores the hash of a code that is valid until `until`, in the place of an earlier one.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] for a user that may not sign in.
pub fn put(tx: &Tx<'_>, id: i64, hash: &str, until: DateTime<Utc>, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE user SET reset_hash = ?2, reset_until = ?3, updated_at = ?4 WHERE id = ?1 AND state = 'NORMAL'",
        (id, hash, Stamp(until), Stamp(now)),
    )
}

/// Uses up the code with this hash: sets the password, and ends all sessions of the user. `false`, and nothing is changed,
/// where no user with this e-mail address may sign in and has this code, valid after `after`.
pub fn redeem(
    tx: &Tx<'_>,
    email: &str,
    hash: &str,
    after: DateTime<Utc>,
    password_hash: &str,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let found = tx.row(
        "UPDATE user SET password_hash = ?4, reset_hash = NULL, reset_until = NULL, updated_at = ?5
         WHERE email = ?1 AND state = 'NORMAL' AND reset_hash = ?2 AND reset_until > ?3
         RETURNING id",
        (email, hash, Stamp(after), password_hash, Stamp(now)),
        |row| row.get::<_, i64>(0),
    )?;
    let Some(id) = found else { return Ok(false) };
    end_others(tx, id, 0, now)?;
    Ok(true)
}

/// Sets the password of a user without a code: a code that there is becomes invalid, and all sessions of the user end.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] where there is no such user, or it was deleted.
pub fn set_password(tx: &Tx<'_>, id: i64, password_hash: &str, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE user SET password_hash = ?2, reset_hash = NULL, reset_until = NULL, updated_at = ?3
         WHERE id = ?1 AND state <> 'DELETED'",
        (id, password_hash, Stamp(now)),
    )?;
    end_others(tx, id, 0, now).map(drop)
}
