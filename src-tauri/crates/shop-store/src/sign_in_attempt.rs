//! Failed sign-in attempts by e-mail and network address. They are stored, so that a restart of the program does not
//! reset the count; rows are deleted when they no longer count.

use chrono::{DateTime, TimeDelta, Utc};
use shop_domain::limits::{SIGN_IN_ADDRESS_MINUTES, SIGN_IN_MEMORY_HOURS};
use shop_domain::user::SignInFailures;

use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// Failures with this e-mail from this address, and from this address alone. Rows dated after `now` were written before
/// a clock was set back and do not count: a sign-in must not wait for a wrong clock.
pub fn failures(db: &Db, email: &str, address: &str, now: DateTime<Utc>) -> StoreResult<SignInFailures> {
    let remembered = Stamp(now - TimeDelta::hours(SIGN_IN_MEMORY_HOURS));
    let recent = Stamp(now - TimeDelta::minutes(SIGN_IN_ADDRESS_MINUTES));
    let found = db.row(
        "SELECT p.number, p.latest, a.number, a.earliest FROM
         (SELECT count(*) AS number, max(created_at) AS latest FROM sign_in_attempt
          WHERE address = ?2 AND email = ?1 AND created_at > ?3 AND created_at <= ?5) AS p,
         (SELECT count(*) AS number, min(created_at) AS earliest FROM sign_in_attempt
          WHERE address = ?2 AND created_at > ?4 AND created_at <= ?5) AS a",
        (email, address, remembered, recent, Stamp(now)),
        |row| {
            Ok(SignInFailures {
                of_pair: row.get(0)?,
                latest_of_pair: row.get::<_, Option<Stamp>>(1)?.map(|Stamp(at)| at),
                of_address: row.get(2)?,
                earliest_of_address: row.get::<_, Option<Stamp>>(3)?.map(|Stamp(at)| at),
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}

/// Records a failure.
pub fn count(tx: &Tx<'_>, email: &str, address: &str, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "INSERT INTO sign_in_attempt (email, address, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)",
        (email, address, Stamp(now)),
    )
}

/// Deletes the failures with this e-mail from this address, after a success.
pub fn clear(tx: &Tx<'_>, email: &str, address: &str) -> StoreResult<()> {
    tx.change("DELETE FROM sign_in_attempt WHERE address = ?2 AND email = ?1", (email, address))?;
    Ok(())
}

/// Deletes the failures with this e-mail from every address, after the password was replaced.
pub fn clear_email(tx: &Tx<'_>, email: &str) -> StoreResult<()> {
    tx.change("DELETE FROM sign_in_attempt WHERE email = ?1", [email])?;
    Ok(())
}

/// Deletes at most `limit` failures made before `until`, oldest first; returns how many.
pub fn forget(tx: &Tx<'_>, until: DateTime<Utc>, limit: i64) -> StoreResult<usize> {
    tx.change(
        "DELETE FROM sign_in_attempt WHERE created_at < ?1
         AND id IN (SELECT id FROM sign_in_attempt ORDER BY id LIMIT ?2)",
        (Stamp(until), limit),
    )
}
