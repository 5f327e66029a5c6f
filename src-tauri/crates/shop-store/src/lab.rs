//! Statements of the Lab: values written over others without a condition, as a shop without guards writes them, and what a
//! race has led to. Only the Lab uses them, on its scratch shop; `tests/tests/tidy/doors.rs` finds other users.

use crate::db::{Db, StoreResult, Tx};

/// Writes the count of issued coupons that was read before, whatever it is now.
pub fn overwrite_issued(tx: &Tx<'_>, coupon_id: i64, issued: i64) -> StoreResult<()> {
    tx.change_one("UPDATE coupon SET issued_quantity = ?2 WHERE id = ?1", [coupon_id, issued])
}

/// Writes the stock level of a product without options that was read before, whatever it is now.
pub fn overwrite_level(tx: &Tx<'_>, product_id: i64, available: i64, sold: i64) -> StoreResult<()> {
    tx.change_one(
        "UPDATE stock SET available_quantity = ?2, sold_quantity = ?3
         WHERE product_id = ?1 AND product_option_id IS NULL",
        [product_id, available, sold],
    )
}

/// Writes the points of a user that were read before, whatever they are now.
pub fn overwrite_points(tx: &Tx<'_>, user_id: i64, available: i64, used: i64) -> StoreResult<()> {
    tx.change_one("UPDATE user SET available_point = ?2, used_point = ?3 WHERE id = ?1", [user_id, available, used])
}

/// The holders of a coupon, in the order in which they got it.
pub fn holders(db: &Db, coupon_id: i64) -> StoreResult<Vec<i64>> {
    db.rows("SELECT user_id FROM user_coupon WHERE coupon_id = ?1 ORDER BY id", [coupon_id], |row| row.get(0))
}

/// The units of a product in standing orders by buyer, in the order in which they were sold.
pub fn buyers(db: &Db, product_id: i64) -> StoreResult<Vec<(i64, i64)>> {
    db.rows(
        "SELECT i.user_id, i.quantity FROM order_item i JOIN \"order\" o ON o.id = i.order_id
         WHERE i.product_id = ?1 AND o.state IN ('NORMAL', 'CONFIRMED') ORDER BY i.id",
        [product_id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The paid orders of a user with their amounts in won, in the order in which they were paid.
pub fn payments(db: &Db, user_id: i64) -> StoreResult<Vec<(i64, i64)>> {
    db.rows(
        "SELECT p.order_id, p.amount FROM payment p JOIN \"order\" o ON o.id = p.order_id
         WHERE o.user_id = ?1 AND p.state = 'COMPLETED' ORDER BY p.id",
        [user_id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// How the statement begins that takes units of the stock.
pub const TAKES_STOCK: &str = "UPDATE stock ";
/// How the statement begins that writes the row of an order.
pub const WRITES_ORDER: &str = "INSERT INTO \"order\" ";
/// How the statement begins that takes the points of a payment.
pub const TAKES_POINTS: &str = "UPDATE user ";
/// The statement that commits a group.
pub const COMMITS: &str = "COMMIT";

/// The state of a scratch shop with one product, as one connection sees it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Units that can be sold.
    pub available: i64,
    /// Units in standing orders, as the stock row counts them.
    pub sold: i64,
    /// Standing orders: those that await payment and those that are paid.
    pub orders: i64,
    /// Paid orders.
    pub paid: i64,
    /// Orders whose payment failed.
    pub failed: i64,
    /// Points of the user.
    pub points: i64,
    /// Used coupons.
    pub coupons_used: i64,
    /// Stored answers of requests that can be repeated.
    pub answers: i64,
}

/// Counts the rows of a scratch shop, with the stock of `product_id` and the points of `user_id`.
pub fn standing(db: &Db, product_id: i64, user_id: i64) -> StoreResult<Standing> {
    let row = db.row(
        "SELECT s.available_quantity, s.sold_quantity,
                (SELECT count(*) FROM \"order\" WHERE state IN ('NORMAL', 'CONFIRMED')),
                (SELECT count(*) FROM \"order\" WHERE state = 'CONFIRMED'),
                (SELECT count(*) FROM \"order\" WHERE state = 'PAYMENT_FAILED'),
                (SELECT available_point FROM user WHERE id = ?2),
                (SELECT count(*) FROM user_coupon WHERE state = 'USED'),
                (SELECT count(*) FROM idempotency)
         FROM stock s WHERE s.product_id = ?1 AND s.product_option_id IS NULL",
        [product_id, user_id],
        |row| {
            Ok(Standing {
                available: row.get(0)?,
                sold: row.get(1)?,
                orders: row.get(2)?,
                paid: row.get(3)?,
                failed: row.get(4)?,
                points: row.get(5)?,
                coupons_used: row.get(6)?,
                answers: row.get(7)?,
            })
        },
    )?;
    Ok(row.unwrap_or_default())
}
