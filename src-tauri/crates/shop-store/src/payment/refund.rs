//! What is refunded of completed payments. A payment stays `COMPLETED` until all of its order is refunded.

use chrono::{DateTime, Utc};
use shop_domain::Won;

use crate::column::won;
use crate::db::{Db, StoreResult, Tx};
use crate::error::StoreError;
use crate::time::Stamp;

/// What is left of the completed payments of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaymentsLeft {
    /// Of what came from outside.
    pub outside: Won,
    /// Of what was paid with points.
    pub points: Won,
}

/// Reads what is left of the completed payments of an order.
pub fn left(db: &Db, order_id: i64) -> StoreResult<PaymentsLeft> {
    let found = db.row(
        "SELECT ifnull(sum(iif(method = 'POINT', 0, amount - refunded_amount)), 0),
                ifnull(sum(iif(method = 'POINT', amount - refunded_amount, 0)), 0)
         FROM payment INDEXED BY payment_valid
         WHERE order_id = ?1 AND state <> 'FAILED' AND state <> 'CANCELLED' AND state = 'COMPLETED'",
        [order_id],
        |row| Ok(PaymentsLeft { outside: won(row, 0)?, points: won(row, 1)? }),
    )?;
    Ok(found.unwrap_or(PaymentsLeft { outside: Won::ZERO, points: Won::ZERO }))
}

/// Takes a refund from the completed payments of an order.
///
/// # Errors
/// [`StoreError::NotOneRow`] if less is left of one of them.
pub fn refund_parts(tx: &Tx<'_>, order_id: i64, parts: PaymentsLeft, now: DateTime<Utc>) -> StoreResult<()> {
    const REFUND: &str =
        "UPDATE payment INDEXED BY payment_valid SET refunded_amount = refunded_amount + iif(method = 'POINT', ?3, ?2), updated_at = ?4
         WHERE order_id = ?1 AND state <> 'FAILED' AND state <> 'CANCELLED' AND state = 'COMPLETED'
           AND iif(method = 'POINT', ?3, ?2) > 0 AND amount - refunded_amount >= iif(method = 'POINT', ?3, ?2)";
    let expected = usize::from(!parts.outside.is_zero()) + usize::from(!parts.points.is_zero());
    let changed = tx.change(REFUND, (order_id, parts.outside.get(), parts.points.get(), Stamp(now)))?;
    if changed == expected { Ok(()) } else { Err(StoreError::NotOneRow { changed, statement: REFUND }) }
}

/// Ends the payments of an order of which nothing is left.
///
/// # Errors
/// [`StoreError::BadValue`] if the order is paid by no payment, or something is left of one.
pub fn end_refunded(tx: &Tx<'_>, order_id: i64, now: DateTime<Utc>) -> StoreResult<()> {
    let ended = tx.rows(
        "UPDATE payment INDEXED BY payment_valid SET state = 'REFUNDED', updated_at = ?2
         WHERE order_id = ?1 AND state <> 'FAILED' AND state <> 'CANCELLED' AND state = 'COMPLETED'
         RETURNING amount - refunded_amount",
        (order_id, Stamp(now)),
        |row| row.get::<_, i64>(0),
    )?;
    if ended.is_empty() || ended.iter().any(|left| *left != 0) {
        return Err(StoreError::BadValue(format!("of the payments of order {order_id} is left: {ended:?}")));
    }
    Ok(())
}
