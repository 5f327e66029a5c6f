//! The bug `OrderInTwoTransactions`, which tests plant: an order is committed first, and its stock is taken afterwards.

use shop_contract::Order;
use shop_store::planted::{Bug, is_planted};
use shop_store::stock::{Units, take};

use crate::context::UserCall;
use crate::runtime::Writing;
use crate::runtime::locks::LockKey;

/// Whether the bug is planted; never in a program.
pub(super) fn is_split() -> bool {
    is_planted(Bug::OrderInTwoTransactions)
}

/// Takes the stock of a committed order where enough is left.
pub(super) async fn bug_take_stock(call: &UserCall, order: Order) -> Order {
    let units = order.items.iter().map(|item| Units {
        product_id: item.product_id,
        option_id: item.product_option_id,
        quantity: item.quantity,
    });
    let (units, id): (Vec<_>, _) = (units.collect(), order.id);
    let work = move |w: &mut Writing<'_>| {
        for units in &units {
            take(w.tx, *units, id, w.now)?;
        }
        Ok(())
    };
    if let Err(error) = call.shop.write(LockKey::Shop, work).await {
        tracing::debug!(?error, "an order without its stock");
    }
    order
}
