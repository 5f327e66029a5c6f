//! Exports all orders as CSV, in parts, latest first. Parts bound the memory and keep each read transaction short. Each
//! part is read at its own time; an order that is placed meanwhile sorts before the first part and is not in the file.
//! In a language of the panel, headings and states are words, and times are written as a spreadsheet reads them.

use std::collections::HashMap;

use chrono::{DateTime, SubsecRound as _, Utc};
use chrono_tz::Tz;
use shop_domain::order::DeliveryState;
use shop_store::order::{WholeOrder, whole};
use shop_store::user::admin::names;

use super::columns::{COLUMNS, delivery_word, headings, method_word, state_word};
use super::wanted::Wanted;
use crate::context::AdminCall;
use crate::paging::Listing;
use crate::runtime::WorkError;
use crate::spreadsheet::{as_workbook, guarded, instant, lines, local_text};
use shop_contract::{CsvPart, ExportOrders, Language, ListOrdersForAdmin, ShopError, TableFormat};

/// Orders in one part: about 60 KiB of text.
const PART: usize = 200;

/// Exports one part of the orders that match the filter; as a workbook all of them.
///
/// # Errors
/// `INVALID_INPUT` for a cursor of another list or filter, and for a workbook of more than 200,000 orders.
pub async fn export_orders(call: AdminCall, request: ExportOrders) -> Result<CsvPart, ShopError> {
    match request.format.unwrap_or_default() {
        TableFormat::Csv => part(call, request).await,
        TableFormat::Xlsx => {
            let asked = |cursor| ExportOrders { cursor, format: None, ..request.clone() };
            as_workbook(&call, request.cursor.as_deref(), |cursor| part(call.clone(), asked(cursor))).await
        }
    }
}

async fn part(call: AdminCall, request: ExportOrders) -> Result<CsvPart, ShopError> {
    let ExportOrders { state, delivery_state, user_id, from, to, q, cursor, format: _, language } = request;
    let wanted =
        Wanted::of(ListOrdersForAdmin { state, delivery_state, user_id, from, to, q, ..ListOrdersForAdmin::default() });
    let listing = Listing::of_parts("export of orders", &(&wanted, language), PART);
    let after: Option<i64> = listing.after(cursor.as_deref())?;
    let zone = call.shop.zone();
    let read = call.read(move |db| {
        // The export needs no sums, so it always reads as a later page does.
        let found = wanted.page(db, zone, Some(after.unwrap_or(i64::MAX)), listing.fetch())?;
        let (orders, next_cursor) = listing.page(found.orders, |order| order.id);
        let users = names(db, &orders.iter().map(|order| order.user_id).collect::<Vec<_>>())?;
        let users = users.into_iter().map(|(id, name, email)| (id, (name, email))).collect();
        Ok::<_, WorkError>((whole(db, orders)?, users, next_cursor))
    });
    let (orders, users, next_cursor) = read.await?;
    let names = headings(language);
    let csv = lines(
        after.is_none().then_some(names.as_slice()),
        orders.iter().map(|order| line(order, &users, zone, language)),
    );
    let csv = csv.map_err(|error| call.internal(&error.to_string()))?;
    Ok(CsvPart { csv, data: None, rows: orders.len() as i64, next_cursor })
}

/// The cells of one order in column order; timestamps are in the shop's time zone.
fn line(
    whole: &WholeOrder,
    users: &HashMap<i64, (String, String)>,
    zone: Tz,
    language: Option<Language>,
) -> [String; COLUMNS] {
    let order = &whole.order;
    let (name, email) = users.get(&order.user_id).cloned().unwrap_or_default();
    let at = |at: DateTime<Utc>| match language {
        None => instant(at.with_timezone(&zone)),
        Some(_) => local_text(at.trunc_subsecs(0), zone),
    };
    let items: Vec<_> =
        whole.items.iter().map(|item| format!("{} x{}", item.product_name, item.quantity.get())).collect();
    let coupons: Vec<_> = whole.coupons.iter().map(|coupon| coupon.name.as_str()).collect();
    let address = &order.address;
    [
        order.order_number.clone(),
        at(order.created_at),
        language.map_or(order.state.as_str(), |language| state_word(order.state, language)).to_owned(),
        order.delivery_state.map(|state| delivery(state, language)).unwrap_or_default().to_owned(),
        order.user_id.to_string(),
        guarded(&name),
        guarded(&email),
        language
            .map_or(order.delivery_method.as_str(), |language| method_word(order.delivery_method, language))
            .to_owned(),
        guarded(order.tracking.carrier.as_deref().unwrap_or_default()),
        guarded(order.tracking.number.as_deref().unwrap_or_default()),
        order.shipping_fee.get().to_string(),
        guarded(&items.join("; ")),
        whole.items.iter().map(|item| item.quantity.get()).sum::<i64>().to_string(),
        order.amount.get().to_string(),
        guarded(&coupons.join("; ")),
        order.discount_amount.get().to_string(),
        order.total_amount.get().to_string(),
        order.paid_at.map(at).unwrap_or_default(),
        order.cancelled_at.map(at).unwrap_or_default(),
        guarded(&address.recipient_name),
        guarded(&address.phone),
        guarded(&address.zip_code),
        guarded(&address.address),
        guarded(address.detail_address.as_deref().unwrap_or_default()),
        guarded(order.delivery_memo.as_deref().unwrap_or_default()),
    ]
}

fn delivery(state: DeliveryState, language: Option<Language>) -> &'static str {
    language.map_or(state.as_str(), |language| delivery_word(state, language))
}
