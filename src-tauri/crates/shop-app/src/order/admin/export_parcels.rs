//! Exports the parcels to ship for the program of a carrier, in parts, the oldest first. The last columns are empty: filled in with
//! the tracking numbers, the same table is taken in again.

use shop_domain::order::{DeliveryState, OrderState};
use shop_domain::shipping::DeliveryMethod;
use shop_store::order::{AdminFilter, Order, WholeOrder, list_for_admin, whole, with_ids};
use shop_store::{Db, StoreResult};

use super::tracking_table::{COLUMNS, headings};
use crate::context::AdminCall;
use crate::paging::{Listing, parse_ids};
use crate::runtime::WorkError;
use crate::spreadsheet::{as_workbook, guarded, lines};
use shop_contract::{CsvPart, ExportParcels, ShopError, TableFormat};

/// Orders in one part.
const PART: usize = 200;

/// Exports one part of the parcels to ship; as a workbook all of them.
///
/// # Errors
/// `INVALID_INPUT` for ids that are none, for a cursor of another list, and for a workbook of more than 200,000 orders.
pub async fn export_parcels(call: AdminCall, request: ExportParcels) -> Result<CsvPart, ShopError> {
    match request.format.unwrap_or_default() {
        TableFormat::Csv => part(call, request).await,
        TableFormat::Xlsx => {
            let asked = |cursor| ExportParcels { cursor, format: None, ..request.clone() };
            as_workbook(&call, request.cursor.as_deref(), |cursor| part(call.clone(), asked(cursor))).await
        }
    }
}

async fn part(call: AdminCall, request: ExportParcels) -> Result<CsvPart, ShopError> {
    let ExportParcels { ids, cursor, language, format: _ } = request;
    let ids = ids.as_deref().map(parse_ids).transpose()?;
    let listing = Listing::of_parts("parcels to ship", &(&ids, language), PART);
    let after: Option<i64> = listing.after(cursor.as_deref())?;
    let read = call.read(move |db| {
        let orders = match &ids {
            Some(ids) => picked(db, ids, after)?,
            None => list_for_admin(db, &to_ship(), after, listing.fetch())?,
        };
        let (orders, next_cursor) = listing.page(orders, |order| order.id);
        let parcels = orders.into_iter().filter(is_to_ship).collect();
        Ok::<_, WorkError>((whole(db, parcels)?, next_cursor))
    });
    let (orders, next_cursor) = read.await?;
    let names = headings(language);
    let csv = lines(after.is_none().then_some(names.as_slice()), orders.iter().map(line));
    let csv = csv.map_err(|error| call.internal(&error.to_string()))?;
    Ok(CsvPart { csv, data: None, rows: orders.len() as i64, next_cursor })
}

fn to_ship() -> AdminFilter {
    AdminFilter {
        state: Some(OrderState::Confirmed),
        delivery_state: Some(DeliveryState::Preparing),
        is_oldest_first: true,
        ..AdminFilter::default()
    }
}

fn picked(db: &Db, ids: &[i64], after: Option<i64>) -> StoreResult<Vec<Order>> {
    let orders = with_ids(db, ids)?;
    Ok(orders.into_iter().filter(|order| after.is_none_or(|after| order.id > after)).collect())
}

fn is_to_ship(order: &Order) -> bool {
    order.state == OrderState::Confirmed
        && order.delivery_state == Some(DeliveryState::Preparing)
        && order.delivery_method == DeliveryMethod::Delivery
}

/// The cells of one order in column order.
fn line(whole: &WholeOrder) -> [String; COLUMNS] {
    let order = &whole.order;
    let address = &order.address;
    // What was refunded is not sent.
    let sent = || whole.items.iter().filter(|item| item.units_left() > 0);
    let items: Vec<_> = sent().map(|item| format!("{} x{}", item.product_name, item.units_left())).collect();
    [
        order.order_number.clone(),
        guarded(&address.recipient_name),
        guarded(&address.phone),
        guarded(&address.zip_code),
        guarded(&address.address),
        guarded(address.detail_address.as_deref().unwrap_or_default()),
        guarded(&items.join("; ")),
        sent().map(|item| item.units_left()).sum::<i64>().to_string(),
        guarded(order.delivery_memo.as_deref().unwrap_or_default()),
        guarded(order.tracking.carrier.as_deref().unwrap_or_default()),
        guarded(order.tracking.number.as_deref().unwrap_or_default()),
    ]
}
