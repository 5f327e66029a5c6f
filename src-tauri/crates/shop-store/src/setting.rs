//! Settings of the shop: a JSON value for each key. `shop-app` defines the keys and their meaning.

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::StoreError;
use crate::column::optional_instant;
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// URL of the webhook; `None` if there is none.
///
/// # Errors
/// [`crate::StoreError::BadValue`] if the setting is not a text.
pub fn webhook_url(db: &Db) -> StoreResult<Option<String>> {
    Ok(read::<Option<String>>(db, "webhookUrl")?.flatten().filter(|url| !url.is_empty()))
}

/// The first event for the current URL of the webhook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WebhookSince {
    /// When the URL was set.
    pub at: DateTime<Utc>,
    /// Id of the last event before that. Ids, unlike instants, do not go back with the clock.
    pub after_id: i64,
}

/// The first event for the webhook; `None` if there is no URL, or if it was set by a version that sent every event.
///
/// # Errors
/// [`crate::StoreError::BadValue`] if the setting has another shape.
pub fn webhook_since(db: &Db) -> StoreResult<Option<WebhookSince>> {
    Ok(read::<Option<WebhookSince>>(db, "webhookSince")?.flatten())
}

/// Id of the last event that is sent only if an admin requests it; 0 if there is none.
///
/// # Errors
/// As [`webhook_since`].
pub fn webhook_after(db: &Db) -> StoreResult<i64> {
    Ok(webhook_since(db)?.map_or(0, |since| since.after_id))
}

/// A setting as a value; `None` if it was never set.
///
/// # Errors
/// [`crate::StoreError::BadValue`] if the setting has another shape.
pub fn read<T: DeserializeOwned>(db: &Db, key: &str) -> StoreResult<Option<T>> {
    let Some(json) = get(db, key)? else { return Ok(None) };
    serde_json::from_str(&json).map(Some).map_err(|error| StoreError::BadValue(format!("setting {key}: {error}")))
}

/// Writes a value as a setting.
///
/// # Errors
/// [`crate::StoreError::BadValue`] if the value cannot be JSON.
pub fn write(tx: &Tx<'_>, key: &str, value: &impl Serialize, now: DateTime<Utc>) -> StoreResult<()> {
    let json = serde_json::to_string(value).map_err(|error| StoreError::BadValue(error.to_string()))?;
    set(tx, key, &json, now)
}

/// When one of these settings was last written; `None` if never.
pub fn last_written(db: &Db, keys: &[&str]) -> StoreResult<Option<DateTime<Utc>>> {
    let keys = serde_json::Value::from(keys).to_string();
    let last =
        db.row("SELECT max(updated_at) FROM setting WHERE key IN (SELECT value FROM json_each(?1))", [keys], |row| {
            optional_instant(row, 0)
        })?;
    Ok(last.flatten())
}

/// The latest instant at which a row of the main tables was created; `None` for an empty shop.
pub fn latest_row(db: &Db) -> StoreResult<Option<DateTime<Utc>>> {
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

fn get(db: &Db, key: &str) -> StoreResult<Option<String>> {
    db.row("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get(0))
}

fn set(tx: &Tx<'_>, key: &str, value: &str, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "INSERT INTO setting (key, value, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at",
        (key, value, Stamp(now)),
    )
}
