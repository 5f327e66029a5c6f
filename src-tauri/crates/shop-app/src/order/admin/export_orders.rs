//! Exports all orders as CSV, in parts, latest first. Parts bound the memory and keep each read transaction short. Each
//! part is read at its own time; an order that is placed meanwhile sorts before the first part and is not in the file.

use std::collections::HashMap;

use chrono_tz::Tz;
use shop_domain::order::DeliveryState;
use shop_store::order::{WholeOrder, whole};
use shop_store::user::admin::names;

use super::queries::Wanted;
use crate::context::AdminCall;
use crate::paging::Listing;
use crate::runtime::WorkError;
use crate::spreadsheet::{as_workbook, guarded, instant, lines};
use shop_contract::{CsvPart, ExportOrders, ListOrdersForAdmin, ShopError, TableFormat};

/// Orders in one part: about 60 KiB of text.
const PART: usize = 200;

const COLUMNS: [&str; 21] = [
    "orderNumber",
    "createdAt",
    "state",
    "deliveryState",
    "customerId",
    "customerName",
    "customerEmail",
    "items",
    "quantity",
    "amount",
    "coupons",
    "discountAmount",
    "totalAmount",
    "paidAt",
    "cancelledAt",
    "recipientName",
    "recipientPhone",
    "zipCode",
    "address",
    "detailAddress",
    "deliveryMemo",
];

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
    let ExportOrders { state, delivery_state, user_id, from, to, q, cursor, format: _ } = request;
    let wanted =
        Wanted::of(ListOrdersForAdmin { state, delivery_state, user_id, from, to, q, ..ListOrdersForAdmin::default() });
    let listing = Listing::of_parts("export of orders", &wanted, PART);
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
    let names = after.is_none().then_some(COLUMNS.as_slice());
    let csv = lines(names, orders.iter().map(|order| line(order, &users, zone)));
    let csv = csv.map_err(|error| call.internal(&error.to_string()))?;
    Ok(CsvPart { csv, data: None, rows: orders.len() as i64, next_cursor })
}

/// The cells of one order in column order; timestamps are in the shop's time zone.
fn line(whole: &WholeOrder, users: &HashMap<i64, (String, String)>, zone: Tz) -> [String; 21] {
    let order = &whole.order;
    let (name, email) = users.get(&order.user_id).cloned().unwrap_or_default();
    let at = |at: chrono::DateTime<chrono::Utc>| instant(at.with_timezone(&zone));
    let items: Vec<_> =
        whole.items.iter().map(|item| format!("{} x{}", item.product_name, item.quantity.get())).collect();
    let coupons: Vec<_> = whole.coupons.iter().map(|coupon| coupon.name.as_str()).collect();
    let address = &order.address;
    [
        order.order_number.clone(),
        at(order.created_at),
        order.state.as_str().to_owned(),
        order.delivery_state.map(DeliveryState::as_str).unwrap_or_default().to_owned(),
        order.user_id.to_string(),
        guarded(&name),
        guarded(&email),
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
