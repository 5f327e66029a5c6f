//! The codes of products and options. One in use is unique of its kind, which an index holds; a use case looks first, to name
//! what bears it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::catalog::{CodeKind, Codes};

use super::read::ProductRow;
use crate::column;
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A product, or one of its options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// The product.
    pub product_id: i64,
    /// Its option.
    pub option_id: Option<i64>,
}

/// A code and what bears it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeRow {
    /// What bears it.
    pub holder: Holder,
    /// Its kind.
    pub kind: CodeKind,
    /// The code.
    pub code: String,
}

/// A code that another product or option bears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeTaken {
    /// The code, and what bears it.
    pub row: CodeRow,
    /// The name of that product.
    pub product_name: String,
}

/// Fills in the codes of products and of their options, which only admins see.
pub fn with_codes(db: &Db, mut products: Vec<ProductRow>) -> StoreResult<Vec<ProductRow>> {
    let ids: Vec<i64> = products.iter().map(|product| product.id).collect();
    let mut of_product: HashMap<i64, Vec<CodeRow>> = HashMap::new();
    for row in codes_of(db, &ids)? {
        of_product.entry(row.holder.product_id).or_default().push(row);
    }
    for product in &mut products {
        for CodeRow { holder, kind, code } in of_product.remove(&product.id).unwrap_or_default() {
            match holder.option_id {
                None => product.codes.set(kind, Some(code)),
                Some(id) => {
                    let option = product.options.iter_mut().find(|option| option.id == id);
                    option.into_iter().for_each(|option| option.codes.set(kind, Some(code.clone())));
                }
            }
        }
    }
    Ok(products)
}

/// The codes of these products and of their options, those of deleted ones included.
fn codes_of(db: &Db, product_ids: &[i64]) -> StoreResult<Vec<CodeRow>> {
    db.rows(
        "SELECT c.product_id, c.product_option_id, c.kind, c.code
         FROM json_each(?1) j CROSS JOIN product_code c ON c.product_id = j.value WHERE c.state <> 'DELETED'",
        [column::id_list(product_ids)],
        read_code,
    )
}

/// The products that bear this code, by id; at most one of a kind.
pub fn with_code(db: &Db, code: &str) -> StoreResult<Vec<i64>> {
    db.rows(
        "SELECT DISTINCT product_id FROM product_code INDEXED BY product_code_in_use
         WHERE (kind = 'SKU' OR kind = 'BARCODE') AND code = ?1 AND state = 'NORMAL' ORDER BY product_id",
        [code],
        |row| row.get(0),
    )
}

/// The first hundred products with a code that begins so.
pub fn with_code_prefix(db: &Db, prefix: &str) -> StoreResult<Vec<i64>> {
    db.rows(
        "SELECT DISTINCT product_id FROM product_code INDEXED BY product_code_in_use
         WHERE (kind = 'SKU' OR kind = 'BARCODE') AND code >= ?1 AND code < ?1 || char(0x10FFFF) AND state = 'NORMAL'
         LIMIT 100",
        [prefix],
        |row| row.get(0),
    )
}

/// Gives a product or option these codes and no others.
///
/// # Errors
/// A constraint if another one bears one of them, which [`in_use`] tells before.
pub(super) fn set_codes(tx: &Tx<'_>, holder: Holder, codes: &Codes, now: DateTime<Utc>) -> StoreResult<()> {
    CodeKind::ALL.iter().try_for_each(|kind| set_code(tx, holder, *kind, codes.of(*kind), now))
}

fn set_code(tx: &Tx<'_>, holder: Holder, kind: CodeKind, code: Option<&str>, now: DateTime<Utc>) -> StoreResult<()> {
    let (product_id, option_id) = (holder.product_id, holder.option_id);
    let Some(code) = code else {
        tx.change(
            "UPDATE product_code SET state = 'DELETED', updated_at = ?4
             WHERE product_id = ?1 AND ifnull(product_option_id, 0) = ifnull(?2, 0) AND kind = ?3 AND state <> 'DELETED'",
            (product_id, option_id, kind.as_str(), Stamp(now)),
        )?;
        return Ok(());
    };
    let changed = tx.change(
        "UPDATE product_code SET code = ?4, state = 'NORMAL', updated_at = ?5
         WHERE product_id = ?1 AND ifnull(product_option_id, 0) = ifnull(?2, 0) AND kind = ?3 AND state <> 'DELETED'",
        (product_id, option_id, kind.as_str(), code, Stamp(now)),
    )?;
    if changed == 0 {
        tx.insert(
            "INSERT INTO product_code (product_id, product_option_id, kind, code, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
            (product_id, option_id, kind.as_str(), code, Stamp(now)),
        )?;
    }
    Ok(())
}

/// Frees the codes of a product that is deleted with all its options, or of one of them.
pub(super) fn withdraw_codes(
    tx: &Tx<'_>,
    product_id: i64,
    option_id: Option<i64>,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    tx.change(
        "UPDATE product_code SET state = 'WITHDRAWN', updated_at = ?3
         WHERE product_id = ?1 AND (?2 IS NULL OR product_option_id = ?2) AND state = 'NORMAL'",
        (product_id, option_id, Stamp(now)),
    )?;
    Ok(())
}

/// A code of a deleted product, or of an option of it that is not deleted, which another product bears by now.
pub fn taken_meanwhile(db: &Db, product_id: i64) -> StoreResult<Option<CodeTaken>> {
    db.row(
        "SELECT x.product_id, x.product_option_id, x.kind, x.code, p.name
         FROM product_code c
         JOIN product_code x ON x.kind = c.kind AND x.code = c.code AND x.state = 'NORMAL'
         JOIN product p ON p.id = x.product_id
         LEFT JOIN product_option o ON o.id = c.product_option_id
         WHERE c.product_id = ?1 AND c.state = 'WITHDRAWN' AND (o.id IS NULL OR o.state <> 'DELETED')
         ORDER BY c.id LIMIT 1",
        [product_id],
        read_taken,
    )
}

/// Gives a restored product its codes back, and those of its options that are not deleted.
///
/// # Errors
/// A constraint if another one bears one of them, which [`taken_meanwhile`] tells before.
pub(super) fn bring_back_codes(tx: &Tx<'_>, product_id: i64, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change(
        "UPDATE product_code SET state = 'NORMAL', updated_at = ?2
         WHERE product_id = ?1 AND state = 'WITHDRAWN'
           AND NOT EXISTS (SELECT 1 FROM product_option o
                           WHERE o.id = product_code.product_option_id AND o.state = 'DELETED')",
        (product_id, Stamp(now)),
    )?;
    Ok(())
}

/// What bears this code now, if anything does.
pub fn in_use(db: &Db, kind: CodeKind, code: &str) -> StoreResult<Option<CodeTaken>> {
    db.row(
        "SELECT c.product_id, c.product_option_id, c.kind, c.code, p.name
         FROM product_code c INDEXED BY product_code_in_use JOIN product p ON p.id = c.product_id
         WHERE c.kind = ?1 AND c.code = ?2 AND c.state = 'NORMAL'",
        (kind.as_str(), code),
        read_taken,
    )
}

pub(crate) fn read_code(row: &Row<'_>) -> rusqlite::Result<CodeRow> {
    let holder = Holder { product_id: row.get(0)?, option_id: row.get(1)? };
    Ok(CodeRow { holder, kind: column::code(row, 2, CodeKind::parse)?, code: row.get(3)? })
}

fn read_taken(row: &Row<'_>) -> rusqlite::Result<CodeTaken> {
    Ok(CodeTaken { row: read_code(row)?, product_name: row.get(4)? })
}
