//! The stock of an order: taken when the order is placed, returned when it ends.

use shop_store::StoreResult;
use shop_store::order::SoldItem;
use shop_store::stock::Units;

use crate::runtime::Writing;
use shop_contract::ShopEvent;

pub(super) fn take_stock(writing: &mut Writing<'_>, order_id: i64, sold: &[SoldItem]) -> StoreResult<()> {
    for SoldItem { units, .. } in sold {
        let left = shop_store::stock::take(writing.tx, *units, order_id, writing.now)?;
        tell(writing, *units, left);
    }
    Ok(())
}

pub(super) fn restore_stock(writing: &mut Writing<'_>, order_id: i64, sold: &[SoldItem]) -> StoreResult<()> {
    for SoldItem { units, .. } in sold {
        let left = shop_store::stock::restore(writing.tx, *units, order_id, writing.now)?;
        tell(writing, *units, left);
    }
    Ok(())
}

/// Refunded goods that cannot be sold again leave what is sold, and no level changes.
pub(super) fn keep_out_stock(writing: &Writing<'_>, sold: &[SoldItem]) -> StoreResult<()> {
    sold.iter().try_for_each(|item| shop_store::stock::keep_out(writing.tx, item.units, writing.now))
}

fn tell(writing: &mut Writing<'_>, units: Units, available_quantity: i64) {
    let Units { product_id, option_id: product_option_id, .. } = units;
    writing.effects.tell_all(ShopEvent::Stock { product_id, product_option_id, available_quantity });
}
