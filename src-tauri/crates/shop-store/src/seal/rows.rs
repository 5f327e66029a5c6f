//! The rows that are sealed, as bytes: each column as its type, its length and its value, so that no two rows are alike.

use std::ops::{ControlFlow, RangeInclusive};

use rusqlite::Row;
use rusqlite::types::ValueRef;

use super::Book;
use crate::db::{Db, StoreResult};

/// The columns of a book that are sealed, id first. A column that a later migration adds is not among them.
///
/// A payment is taken as it was written first: one with points was `COMPLETED`, a deposit was `PENDING` and not paid, and each
/// was changed last when it was created. A confirmation is taken as it was before anything of the payment was refunded.
macro_rules! columns {
    (BalanceTransaction) => {
        "id, user_id, order_id, type, amount, balance_before, balance_after, description, created_at, updated_at
         FROM balance_transaction t"
    };
    (StockMovement) => {
        "id, product_id, product_option_id, type, quantity, available_after, reason, order_id, actor_id, created_at,
         updated_at FROM stock_movement t"
    };
    (Payment) => {
        "id, order_id, method, amount,
         CASE WHEN method = 'POINT' THEN iif(state = 'REFUNDED', 'COMPLETED', state)
              WHEN state IN ('COMPLETED', 'CANCELLED', 'REFUNDED') THEN 'PENDING' ELSE state END,
         failure_reason, iif(method = 'POINT', paid_at, NULL), balance_transaction_id, created_at,
         iif(state = 'REFUNDED' OR refunded_amount > 0 OR (method <> 'POINT' AND state IN ('COMPLETED', 'CANCELLED')),
             created_at, updated_at)
         FROM payment t"
    };
    (Confirmation) => {
        "id, amount, depositor_name, due_at, confirmed_by, paid_at, iif(state = 'COMPLETED' AND refunded_amount = 0, updated_at, paid_at)
         FROM payment t"
    };
    (Refund) => {
        "id, state, updated_at FROM payment t"
    };
    (AuditLog) => {
        "id, actor_id, action, target_type, target_id, before, after, created_at, updated_at FROM audit_log t"
    };
}

/// Calls `take` with the id and the bytes of each row of a book with these ids, in their order.
pub fn each(
    db: &Db,
    book: Book,
    ids: RangeInclusive<i64>,
    mut take: impl FnMut(i64, &[u8]) -> StoreResult<()>,
) -> StoreResult<()> {
    macro_rules! of {
        ($book:ident) => {
            concat!("SELECT ", columns!($book), " WHERE id BETWEEN ?1 AND ?2 ORDER BY id")
        };
    }
    let sql = match book {
        Book::BalanceTransaction => of!(BalanceTransaction),
        Book::StockMovement => of!(StockMovement),
        Book::Payment => of!(Payment),
        Book::Confirmation => of!(Confirmation),
        Book::Refund => of!(Refund),
        Book::AuditLog => of!(AuditLog),
    };
    let mut bytes = Vec::new();
    db.each(sql, (ids.start(), ids.end()), |row| {
        take(bytes_of(row, &mut bytes)?, &bytes)?;
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(())
}

/// Calls `take` with at most `limit` rows of a book that are not sealed yet, in the order of their ids.
pub fn each_unsealed(
    db: &Db,
    book: Book,
    limit: i64,
    mut take: impl FnMut(i64, &[u8]) -> StoreResult<()>,
) -> StoreResult<()> {
    macro_rules! of {
        ($book:ident) => {
            concat!("SELECT ", columns!($book), " WHERE id > ?1 ORDER BY id LIMIT ?2")
        };
    }
    macro_rules! of_payments {
        ($book:ident, $code:literal, $index:literal) => {
            concat!(
                "SELECT ",
                columns!($book),
                " INDEXED BY ",
                $index,
                " AND id > ifnull((SELECT r.last_row FROM seal_range r WHERE r.book = ",
                $code,
                " AND r.first_row <= t.id ORDER BY r.first_row DESC LIMIT 1), 0) AND ?1 = ?1 ORDER BY id LIMIT ?2"
            )
        };
    }
    let sql = match book {
        Book::BalanceTransaction => of!(BalanceTransaction),
        Book::StockMovement => of!(StockMovement),
        Book::Payment => of!(Payment),
        Book::AuditLog => of!(AuditLog),
        // Payments are confirmed and end in any order. Those that were not sealed as payments come later.
        Book::Confirmation => of_payments!(
            Confirmation,
            "'CONFIRMATION'",
            "payment_deposit WHERE method <> 'POINT' AND confirmed_by IS NOT NULL"
        ),
        Book::Refund => {
            of_payments!(Refund, "'REFUND'", "payment_ended WHERE (state = 'REFUNDED' OR state = 'CANCELLED')")
        }
    };
    let after = super::sealed_through(db, book)?;
    let mut bytes = Vec::new();
    db.each(sql, (after, limit), |row| {
        take(bytes_of(row, &mut bytes)?, &bytes)?;
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(())
}

/// The ids of rows that lie before the last sealed row of their book, but in no range: they were put in afterwards. At most
/// `limit`. Confirmations and refunds are sealed in any order, so there are none of them.
pub fn outside(db: &Db, book: Book, limit: i64) -> StoreResult<Vec<i64>> {
    let sql = match book {
        Book::BalanceTransaction => {
            "SELECT id FROM balance_transaction WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT ?3"
        }
        Book::StockMovement => "SELECT id FROM stock_movement WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT ?3",
        Book::Payment => "SELECT id FROM payment WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT ?3",
        Book::AuditLog => "SELECT id FROM audit_log WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT ?3",
        Book::Confirmation | Book::Refund => return Ok(Vec::new()),
    };
    let mut found = Vec::new();
    for (first, last) in gaps(db, book)? {
        found.extend(db.rows(sql, (first, last, limit), |row| row.get::<_, i64>(0))?);
    }
    Ok(found)
}

/// The ids before the first range of a book and between its ranges, each as the first and the last one.
fn gaps(db: &Db, book: Book) -> StoreResult<Vec<(i64, i64)>> {
    let (mut gaps, mut next) = (Vec::new(), i64::MIN);
    let sql = "SELECT first_row, last_row FROM seal_range WHERE book = ?1 ORDER BY first_row";
    db.each(sql, [book.as_str()], |row| {
        let first: i64 = row.get(0)?;
        if next < first {
            gaps.push((next, first - 1));
        }
        next = row.get::<_, i64>(1)?.saturating_add(1);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(gaps)
}

/// Writes the columns of a row to `bytes` and returns its id.
fn bytes_of(row: &Row<'_>, bytes: &mut Vec<u8>) -> StoreResult<i64> {
    bytes.clear();
    for column in 0..row.as_ref().column_count() {
        match row.get_ref(column)? {
            ValueRef::Null => bytes.push(b'n'),
            ValueRef::Integer(number) => {
                bytes.push(b'i');
                bytes.extend_from_slice(&number.to_be_bytes());
            }
            ValueRef::Real(number) => {
                bytes.push(b'r');
                bytes.extend_from_slice(&number.to_bits().to_be_bytes());
            }
            ValueRef::Text(text) => push(bytes, b't', text),
            ValueRef::Blob(blob) => push(bytes, b'b', blob),
        }
    }
    Ok(row.get(0)?)
}

fn push(bytes: &mut Vec<u8>, kind: u8, value: &[u8]) {
    bytes.push(kind);
    bytes.extend_from_slice(&(value.len() as u64).to_be_bytes());
    bytes.extend_from_slice(value);
}
