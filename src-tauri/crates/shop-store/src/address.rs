//! Shipping addresses of users.

use chrono::{DateTime, Utc};
use rusqlite::Row;

use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// The fields of an address; all texts have been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressText {
    /// The name that the user gave to the address.
    pub label: String,
    /// Name of the recipient.
    pub recipient_name: String,
    /// Telephone number of the recipient.
    pub phone: String,
    /// Five digits.
    pub zip_code: String,
    /// Street and number.
    pub address: String,
    /// Flat or floor.
    pub detail_address: Option<String>,
}

/// A row of `address`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressRow {
    /// Id.
    pub id: i64,
    /// Whether it is the default address of the checkout.
    pub is_default: bool,
    /// The address.
    pub text: AddressText,
}

macro_rules! address_columns {
    () => {
        "id, is_default, label, recipient_name, phone, zip_code, address, detail_address"
    };
}
pub(crate) use address_columns;

/// A user's addresses, the default one first, then the latest.
pub fn of_user(db: &Db, user_id: i64) -> StoreResult<Vec<AddressRow>> {
    db.rows(
        concat!(
            "SELECT ",
            address_columns!(),
            " FROM address WHERE user_id = ?1 AND state = 'NORMAL' ORDER BY is_default DESC, id DESC"
        ),
        [user_id],
        read,
    )
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<AddressRow> {
    Ok(AddressRow {
        id: row.get(0)?,
        is_default: row.get(1)?,
        text: AddressText {
            label: row.get(2)?,
            recipient_name: row.get(3)?,
            phone: row.get(4)?,
            zip_code: row.get(5)?,
            address: row.get(6)?,
            detail_address: row.get(7)?,
        },
    })
}

/// Inserts an address, not yet the default, and returns the id.
pub fn insert(tx: &Tx<'_>, user_id: i64, text: &AddressText, now: DateTime<Utc>) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO address (user_id, label, recipient_name, phone, zip_code, address, detail_address,
                              created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
        (
            user_id,
            &text.label,
            &text.recipient_name,
            &text.phone,
            &text.zip_code,
            &text.address,
            &text.detail_address,
            Stamp(now),
        ),
    )
}

/// Updates an address; `false` if the user has no such address.
pub fn update(tx: &Tx<'_>, user_id: i64, id: i64, text: &AddressText, now: DateTime<Utc>) -> StoreResult<bool> {
    let changed = tx.change(
        "UPDATE address SET label = ?3, recipient_name = ?4, phone = ?5, zip_code = ?6, address = ?7,
                            detail_address = ?8, updated_at = ?9
         WHERE id = ?2 AND user_id = ?1 AND state = 'NORMAL'",
        (
            user_id,
            id,
            &text.label,
            &text.recipient_name,
            &text.phone,
            &text.zip_code,
            &text.address,
            &text.detail_address,
            Stamp(now),
        ),
    )?;
    Ok(changed == 1)
}

/// Makes one address the default, or none.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if the user has no such address.
pub fn set_default(tx: &Tx<'_>, user_id: i64, id: Option<i64>, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change(
        "UPDATE address SET is_default = 0, updated_at = ?2 WHERE user_id = ?1 AND state = 'NORMAL' AND is_default = 1",
        (user_id, Stamp(now)),
    )?;
    let Some(id) = id else { return Ok(()) };
    tx.change_one(
        "UPDATE address SET is_default = 1, updated_at = ?3 WHERE id = ?2 AND user_id = ?1 AND state = 'NORMAL'",
        (user_id, id, Stamp(now)),
    )
}

/// Deletes an address; `false` if the user has no such address.
pub fn remove(tx: &Tx<'_>, user_id: i64, id: i64, now: DateTime<Utc>) -> StoreResult<bool> {
    let changed = tx.change(
        "UPDATE address SET state = 'DELETED', is_default = 0, updated_at = ?3
         WHERE id = ?2 AND user_id = ?1 AND state = 'NORMAL'",
        (user_id, id, Stamp(now)),
    )?;
    Ok(changed == 1)
}

/// Deletes all addresses of a user, also those that were deleted before, and puts `text` in the place of what they said.
pub fn erase(tx: &Tx<'_>, user_id: i64, text: &str, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change(
        "UPDATE address SET label = ?2, recipient_name = ?2, phone = '000-0000-0000', zip_code = '00000', address = ?2,
                            detail_address = NULL, state = 'DELETED', is_default = 0, updated_at = ?3
         WHERE user_id = ?1",
        (user_id, text, Stamp(now)),
    )?;
    Ok(())
}
