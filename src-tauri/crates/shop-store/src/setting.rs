//! Settings of the shop: a JSON value under each key. Which keys there are, and what they mean, is the app's.

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::StoreError;
use crate::column::optional_instant;
use crate::db::{Db, Stored, Tx};
use crate::time::Stamp;

/// Where events are posted to; `None` where nowhere.
///
/// # Errors
/// [`crate::StoreError::BadValue`] for a setting that is not a text.
pub fn webhook_url(db: &Db) -> Stored<Option<String>> {
    Ok(read::<Option<String>>(db, "webhookUrl")?.flatten().filter(|url| !url.is_empty()))
}

/// From which event on the webhook's address is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WebhookSince {
    /// When the address was set.
    pub at: DateTime<Utc>,
    /// The last event before that. Ids, unlike instants, do not go back with the clock.
    pub after_id: i64,
}

/// From which event on; `None` where there is no address, and where it is from a time when every event was sent.
///
/// # Errors
/// [`crate::StoreError::BadValue`] for a setting of another shape.
pub fn webhook_since(db: &Db) -> Stored<Option<WebhookSince>> {
    Ok(read::<Option<WebhookSince>>(db, "webhookSince")?.flatten())
}

/// The last event that is not for the webhook unless an admin asks for it; 0 where all are.
///
/// # Errors
/// As [`webhook_since`].
pub fn webhook_after(db: &Db) -> Stored<i64> {
    Ok(webhook_since(db)?.map_or(0, |since| since.after_id))
}

/// A setting as a value; `None` where it was never set.
///
/// # Errors
/// [`crate::StoreError::BadValue`] for a setting of another shape.
pub fn read<T: DeserializeOwned>(db: &Db, key: &str) -> Stored<Option<T>> {
    let Some(json) = get(db, key)? else { return Ok(None) };
    serde_json::from_str(&json).map(Some).map_err(|error| StoreError::BadValue(format!("setting {key}: {error}")))
}

/// Writes a value as a setting.
///
/// # Errors
/// [`crate::StoreError::BadValue`] for what is not JSON.
pub fn write(tx: &Tx<'_>, key: &str, value: &impl Serialize, now: DateTime<Utc>) -> Stored<()> {
    let json = serde_json::to_string(value).map_err(|error| StoreError::BadValue(error.to_string()))?;
    set(tx, key, &json, now)
}

/// When one of these settings was last written; `None` where none ever was.
pub fn last_written(db: &Db, keys: &[&str]) -> Stored<Option<DateTime<Utc>>> {
    let keys = serde_json::Value::from(keys).to_string();
    let last =
        db.row("SELECT max(updated_at) FROM setting WHERE key IN (SELECT value FROM json_each(?1))", [keys], |row| {
            optional_instant(row, 0)
        })?;
    Ok(last.flatten())
}

/// When the latest row of those that every shop writes was made, by its id; `None` for a shop without any.
pub fn latest_row(db: &Db) -> Stored<Option<DateTime<Utc>>> {
    let latest = db.row(
        "SELECT max(created_at) FROM (
         SELECT * FROM (SELECT created_at FROM \"order\" ORDER BY id DESC LIMIT 1)
         UNION ALL SELECT * FROM (SELECT created_at FROM user ORDER BY id DESC LIMIT 1)
         UNION ALL SELECT * FROM (SELECT created_at FROM session ORDER BY id DESC LIMIT 1)
         UNION ALL SELECT * FROM (SELECT created_at FROM outbox ORDER BY id DESC LIMIT 1)
         UNION ALL SELECT * FROM (SELECT created_at FROM audit_log ORDER BY id DESC LIMIT 1))",
        [],
        |row| optional_instant(row, 0),
    )?;
    Ok(latest.flatten())
}

fn get(db: &Db, key: &str) -> Stored<Option<String>> {
    db.row("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get(0))
}

fn set(tx: &Tx<'_>, key: &str, value: &str, now: DateTime<Utc>) -> Stored<()> {
    tx.change_one(
        "INSERT INTO setting (key, value, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at",
        (key, value, Stamp(now)),
    )
}
