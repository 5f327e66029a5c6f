//! The orders of packing slips, which the panel prints.

use std::collections::HashMap;

use super::view::with_customers;
use crate::context::AdminCall;
use crate::paging::parse_ids;
use shop_contract::{AdminOrder, ListPackingSlips, PackingSlips, ShopError};

/// Reads the picked orders, in the sequence of the request. An id without an order is left out.
///
/// # Errors
/// `INVALID_INPUT` for ids that are none.
pub async fn list_packing_slips(call: AdminCall, request: ListPackingSlips) -> Result<PackingSlips, ShopError> {
    let ids = parse_ids(&request.ids)?;
    call.read(move |db| {
        let orders = with_customers(db, shop_store::order::with_ids(db, &ids)?)?;
        let mut orders: HashMap<i64, AdminOrder> = orders.into_iter().map(|order| (order.order.id, order)).collect();
        Ok(PackingSlips { items: ids.iter().filter_map(|id| orders.remove(id)).collect() })
    })
    .await
}
