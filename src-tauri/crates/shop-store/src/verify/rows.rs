//! Invariant 7: every row can be read by the readers of the shop. A value that one of them rejects would break a page
//! for good while all sums are right; so each row of each table is read here as the shop reads it.
//!
//! A query returns the columns of the reader, then the id of the row and its two common instants. Columns that a reader
//! does not check, because a CHECK of the schema does, are checked too: a file can be written without its CHECKs.

use rusqlite::types::Type;
use rusqlite::{Result, Row};
use shop_domain::catalog::ProductState;
use shop_domain::order::{DeliveryState, OrderState};
use shop_domain::{Quantity, UnknownCode};

use super::{Broken, Findings, Invariant};
use crate::charge::charge_columns;
use crate::column::{bad, code, count, day, json, number, optional_code, optional_instant, won};
use crate::consent::consent_columns;
use crate::coupon::{coupon_columns, held_columns};
use crate::db::{Db, StoreResult};
use crate::order::{item_columns, order_columns, used_coupon_columns};
use crate::outbox::event_columns;
use crate::payment::payment_columns;
use crate::point::transaction_columns;
use crate::product::product_columns;
use crate::refund::{refund_columns, refund_item_columns};
use crate::returns::return_columns;
use crate::seal::{range_columns, seal_columns};
use crate::session::session_columns;
use crate::time::Stamp;
use crate::user::user_columns;
use crate::{
    address, alert, audit, charge, consent, coupon, daily_sales, document, order, outbox, payment, point, product,
    refund, restock, returns, seal, session, stock, user,
};

/// A table and its reader.
pub(super) struct Rows {
    table: &'static str,
    read: fn(&Row<'_>) -> Result<()>,
}

/// Columns after those of the reader: id, creation, last change.
const COMMON: usize = 3;
/// How the names of columns end that hold an instant.
const INSTANTS: [&str; 3] = ["_at", "_date", "_until"];

/// The rows of one table that cannot be read, the first `limit` of them by name. Rows are not collected, so that a large
/// table needs no memory.
pub(super) fn unreadable(db: &Db, invariant: &Invariant, rows: &Rows, limit: usize) -> StoreResult<Findings> {
    let mut statement = db.conn.prepare(invariant.sql)?;
    let common = statement.column_count() - COMMON;
    let (mut findings, mut all) = (Findings::none(invariant), statement.query([])?);
    while let Some(row) = all.next()? {
        let instants = || row.get::<_, Stamp>(common + 1).and_then(|_| row.get::<_, Stamp>(common + 2));
        let Err(error) = (rows.read)(row).and_then(|()| instants()) else { continue };
        findings.add(limit, || {
            let (invariant, says, table) = (invariant.number, invariant.says, rows.table.to_owned());
            Ok(Broken { invariant, says, table, id: row.get(common)?, found: all_told(row, &error, common + COMMON) })
        })?;
    }
    Ok(findings)
}

/// What the reader has rejected, and each further instant of the row that is none: a reader stops at the first.
fn all_told(row: &Row<'_>, error: &rusqlite::Error, columns: usize) -> String {
    let mut all = vec![told(row, error)];
    for column in 0..columns {
        let name = row.as_ref().column_name(column).unwrap_or_default();
        let is_instant = INSTANTS.iter().any(|ending| name.ends_with(ending));
        if is_instant && let Err(error) = row.get::<_, Option<Stamp>>(column) {
            let found = told(row, &error);
            if !all.contains(&found) {
                all.push(found);
            }
        }
    }
    all.join("; ")
}

/// The name of the column, and what is wrong with it.
fn told(row: &Row<'_>, error: &rusqlite::Error) -> String {
    use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType};
    let name = |index: &usize| row.as_ref().column_name(*index).unwrap_or("?").to_owned();
    match error {
        FromSqlConversionFailure(index, _, cause) => format!("{}: {cause}", name(index)),
        IntegralValueOutOfRange(index, number) => format!("{}: {number} is out of range", name(index)),
        InvalidColumnType(index, _, kind) => format!("{}: a value of type {kind}", name(index)),
        other => other.to_string(),
    }
}

/// Checks that the column is one of these codes.
fn one_of(row: &Row<'_>, index: usize, codes: &[&str]) -> Result<()> {
    let text = row.get_ref(index)?.as_str()?;
    if codes.contains(&text) { Ok(()) } else { Err(bad(index, Type::Text, UnknownCode(text.to_owned()))) }
}

/// Checks a state that is `NORMAL` or `DELETED`.
fn kept_or_deleted(row: &Row<'_>, index: usize) -> Result<()> {
    one_of(row, index, &["NORMAL", "DELETED"])
}

/// Checks a code or the empty text.
fn code_or_none<T>(row: &Row<'_>, index: usize, parse: fn(&str) -> std::result::Result<T, UnknownCode>) -> Result<()> {
    if row.get_ref(index)?.as_str()?.is_empty() { Ok(()) } else { code(row, index, parse).map(drop) }
}

/// Checks that each of these columns is a count or a sum.
fn counts(row: &Row<'_>, indexes: &[usize]) -> Result<()> {
    indexes.iter().try_for_each(|index| count(row, *index).map(drop))
}

/// `table` as `alias`: its columns, their source, and the reader of a row.
macro_rules! rows {
    ($($table:literal as $alias:literal: [$($columns:tt)+] from $from:literal, $read:expr;)*) => {
        &[$(Invariant {
            number: 7,
            says: concat!("every row of ", $table, " can be read by the shop"),
            sql: concat!("SELECT ", $($columns)+, ", ", $alias, ".id, ", $alias, ".created_at, ", $alias, ".updated_at FROM ", $from),
            rows: Some(Rows { table: $table, read: $read }),
        },)*]
    };
}

/// Every table of the schema.
#[rustfmt::skip]
pub(super) const INVARIANTS: &[Invariant] = rows! {
    "user" as "t": [user_columns!(), ", t.guest_of, t.reset_until"] from "user t",
        |row| user::read(row).and_then(|_| won(row, 7)).and_then(|_| counts(row, &[8])).and_then(|()| optional_instant(row, 10))
            .and_then(|_| optional_instant(row, 11)).map(drop);
    "session" as "t": [session_columns!(), ", t.state"] from "session t",
        |row| session::read(row).and_then(|_| kept_or_deleted(row, 4));
    "sign_in_attempt" as "t": ["t.email, t.address"] from "sign_in_attempt t",
        |_| Ok(());
    "address" as "t": [address::address_columns!(), ", t.state"] from "address t",
        |row| address::read(row).and_then(|_| kept_or_deleted(row, 8));
    "product" as "p": [product_columns!("p", "p.description_html"), ", p.state_before"] from "product p",
        |row| product::read(row).and_then(|_| counts(row, &[13, 14, 17])).and_then(|()| optional_code(row, 21, ProductState::parse)).map(drop);
    "product_code" as "t": ["t.product_id, t.product_option_id, t.kind, t.code, t.state"] from "product_code t",
        |row| product::read_code(row).and_then(|_| one_of(row, 4, &["NORMAL", "WITHDRAWN", "DELETED"]));
    "product_option" as "t": ["t.product_id, t.id, t.name, t.price, t.state, 0, t.name_en"] from "product_option t",
        |row| product::read_option(row).map(drop);
    "stock" as "t": ["t.product_id, t.product_option_id, t.available_quantity, t.sold_quantity, t.initial_quantity"] from "stock t",
        |row| stock::read_level(row).and_then(|_| counts(row, &[2, 3, 4]));
    "stock_movement" as "t": ["t.id, t.product_option_id, NULL, t.type, t.quantity, t.available_after, t.reason, t.order_id, NULL, t.actor_id, NULL, t.created_at"]
        from "stock_movement t",
        |row| stock::read_movement(row).and_then(|_| counts(row, &[5]));
    "wish" as "t": ["t.state"] from "wish t",
        |row| kept_or_deleted(row, 0);
    "restock_notice" as "n": ["n.id, n.user_id, n.product_id, n.product_option_id, n.state, n.notified_at, n.created_at, '', NULL, NULL, NULL, NULL"]
        from "restock_notice n",
        |row| restock::read(row).map(drop);
    "note" as "t": ["t.target_type, t.body, t.state"] from "note t",
        |row| one_of(row, 0, &["ORDER", "USER"]).and_then(|()| kept_or_deleted(row, 2));
    "cart_item" as "t": ["t.quantity, t.seen_price, t.state"] from "cart_item t",
        |row| number(row, 0, Quantity::new).and_then(|_| won(row, 1)).and_then(|_| one_of(row, 2, &["NORMAL", "ORDERED", "DELETED"]));
    "coupon" as "c": [coupon_columns!(), ", 0"] from "coupon c",
        |row| coupon::read_coupon(row).and_then(|_| counts(row, &[8, 12]));
    "coupon_product" as "t": ["t.state"] from "coupon_product t",
        |row| kept_or_deleted(row, 0);
    "user_coupon" as "u": [held_columns!()] from "user_coupon u JOIN coupon c ON c.id = u.coupon_id",
        |row| coupon::read_held(row).map(drop);
    "order" as "t": [order_columns!()] from "\"order\" t",
        |row| order::read_order(row).map(drop);
    "order_tally" as "t": ["t.day, t.paid_day, t.state, t.delivery_state, t.orders, t.amount, t.discount_amount, t.shipping_fee, t.refunded_amount, t.refunded_fee"] from "order_tally t",
        |row| {
            day(row, 0)?;
            if !row.get_ref(1)?.as_str()?.is_empty() {
                day(row, 1)?;
            }
            code(row, 2, OrderState::parse)?;
            code_or_none(row, 3, DeliveryState::parse)?;
            counts(row, &[4, 5, 6, 7, 8, 9])
        };
    "order_sequence" as "t": ["t.day, t.last_number"] from "order_sequence t",
        |row| day(row, 0).and_then(|_| counts(row, &[1]));
    "order_item" as "i": [item_columns!("NULL"), ", i.state"] from "order_item i",
        |row| order::read_item(row).and_then(|_| one_of(row, 13, &["NORMAL", "CANCELLED", "DELETED"]));
    "order_coupon" as "t": [used_coupon_columns!()] from "order_coupon t",
        |row| order::read_used_coupon(row).map(drop);
    "payment" as "p": [payment_columns!("NULL, NULL")] from "payment p", |row| payment::read(row).map(drop);
    "balance_transaction" as "t": [transaction_columns!()] from "balance_transaction t",
        |row| point::read(row).map(drop);
    "refund" as "t": [refund_columns!()] from "refund t",
        |row| refund::read(row).map(drop);
    "refund_item" as "i": [refund_item_columns!()] from "refund_item i",
        |row| refund::read_item(row).map(drop);
    "return_request" as "t": [return_columns!()] from "return_request t",
        |row| returns::read(row).map(drop);
    "charge_request" as "t": [charge_columns!()] from "charge_request t",
        |row| charge::read(row).map(drop);
    "document" as "t": ["t.version, t.since, t.document"] from "document t",
        |row| document::read(row).and_then(|_| one_of(row, 2, &["TERMS", "PRIVACY"])).and_then(|()| counts(row, &[0]));
    "consent" as "t": [consent_columns!()] from "consent t",
        |row| consent::read(row).and_then(|_| counts(row, &[1]));
    "daily_sales" as "t": ["t.day, t.product_id, t.quantity, t.amount"] from "daily_sales t",
        |row| daily_sales::read(row).and_then(|_| counts(row, &[2, 3]));
    "daily_coupon" as "t": ["t.day, t.issued, t.used, t.discount_amount"] from "daily_coupon t",
        |row| day(row, 0).and_then(|_| counts(row, &[1, 2, 3]));
    "outbox" as "t": [event_columns!()] from "outbox t",
        |row| outbox::read(row).and_then(|_| json(row, 3)).and_then(|()| counts(row, &[5]));
    "audit_log" as "t": ["t.id, t.actor_id, NULL, t.action, t.target_type, t.target_id, t.before, t.after, t.created_at"] from "audit_log t",
        |row| audit::read(row).and_then(|_| json(row, 6)).and_then(|()| json(row, 7));
    "setting" as "t": ["t.value"] from "setting t",
        |row| json(row, 0);
    "alert" as "t": ["t.kind, t.subject, t.arisen_at, t.state"] from "alert t",
        |row| alert::read(row).and_then(|_| one_of(row, 3, &["OPEN", "CLEARED"]));
    "alert_reader" as "t": ["t.seen_until"] from "alert_reader t",
        |row| row.get::<_, Stamp>(0).map(drop);
    "idempotency" as "t": ["t.answer"] from "idempotency t",
        |row| json(row, 0);
    "commit_mark" as "t": ["t.sequence"] from "commit_mark t",
        |row| counts(row, &[0]);
    "seal" as "s": [seal_columns!()] from "seal s",
        |row| seal::read(row).map(drop);
    "seal_range" as "r": [range_columns!()] from "seal_range r",
        |row| seal::read_range(row).map(drop);
    "search_progress" as "t": ["t.name, t.indexed_through, coalesce(t.rebuilt_through, 0)"] from "search_progress t",
        |row| one_of(row, 0, &["ORDER", "USER", "PRODUCT"]).and_then(|()| counts(row, &[1, 2]));
};
