//! Customers that have left: their rows stay, because orders and the ledger refer to them, and say nothing about them any more.

use chrono::{DateTime, Utc};
use shop_domain::leaving::is_open;
use shop_domain::order::{DeliveryState, OrderState};

use crate::column::{code, optional_code};
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// The first order of a user that still awaits its payment or its delivery, or the end of a return, with its state.
pub fn open_order(db: &Db, user_id: i64) -> StoreResult<Option<(i64, OrderState)>> {
    let orders = db.rows(
        "SELECT id, state, delivery_state FROM \"order\"
         WHERE user_id = ?1 AND (state = 'NORMAL' OR state = 'CONFIRMED' AND delivery_state <> 'DELIVERED') ORDER BY id",
        [user_id],
        |row| {
            let (state, delivery) =
                (code(row, 1, OrderState::parse)?, optional_code(row, 2, DeliveryState::parse)?);
            Ok((row.get(0)?, state, delivery))
        },
    )?;
    let open = orders.into_iter().find(|(_, state, delivery)| is_open(*state, *delivery));
    match open {
        Some((id, state, _)) => Ok(Some((id, state))),
        None => Ok(crate::returns::open_of_user(db, user_id)?.map(|id| (id, OrderState::Confirmed))),
    }
}

/// Whether a user was deleted, as a customer that has left.
pub fn has_left(db: &Db, user_id: i64) -> StoreResult<bool> {
    let found = db.row("SELECT state = 'DELETED' FROM user WHERE id = ?1", [user_id], |row| row.get(0))?;
    Ok(found.unwrap_or(false))
}

/// Deletes a customer that leaves: name, e-mail address, telephone number and password are replaced, and so is what was written
/// about the user elsewhere; cart, wish list and requests for notices become empty, coupons that can be used end, and all sessions end. Orders, the
/// ledger and sealed rows stay. No other user may have registered `email`.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] for a user that is not `NORMAL`, and for an admin.
pub fn erase(tx: &Tx<'_>, id: i64, name: &str, email: &str, now: DateTime<Utc>) -> StoreResult<()> {
    let now = Stamp(now);
    tx.change("DELETE FROM sign_in_attempt WHERE email = (SELECT lower(email) FROM user WHERE id = ?1)", [id])?;
    tx.change_one(
        "UPDATE user SET name = ?2, email = ?4, phone = NULL, password_hash = '', reset_hash = NULL, reset_until = NULL,
                         state = 'DELETED', updated_at = ?3
         WHERE id = ?1 AND role IS NULL AND state = 'NORMAL'",
        (id, name, now, email),
    )?;
    crate::address::erase(tx, id, name, now.0)?;
    tx.change("UPDATE session SET device = '', state = 'DELETED', updated_at = ?2 WHERE user_id = ?1", (id, now))?;
    tx.change(
        "UPDATE note SET body = ?2, state = 'DELETED', updated_at = ?3 WHERE target_type = 'USER' AND target_id = ?1",
        (id, name, now),
    )?;
    tx.change(
        "UPDATE charge_request SET depositor_name = ?2, updated_at = ?3 WHERE user_id = ?1 AND state = 'REJECTED'",
        (id, name, now),
    )?;
    for emptied in [
        "UPDATE cart_item SET state = 'DELETED', updated_at = ?2 WHERE user_id = ?1 AND state = 'NORMAL'",
        "UPDATE restock_notice SET state = 'DELETED', updated_at = ?2 WHERE user_id = ?1 AND state <> 'DELETED'",
        "UPDATE wish SET state = 'DELETED', updated_at = ?2 WHERE user_id = ?1 AND state = 'NORMAL'",
        "UPDATE user_coupon SET state = 'EXPIRED', updated_at = ?2 WHERE user_id = ?1 AND state = 'AVAILABLE'",
    ] {
        tx.change(emptied, (id, now))?;
    }
    tx.change(
        "DELETE FROM idempotency WHERE user_id = ?1
            OR user_id = 0 AND operation = 'register' AND answer ->> '$.Ok.id' = ?1",
        [id],
    )?;
    super::search::reindex(tx, id)
}
