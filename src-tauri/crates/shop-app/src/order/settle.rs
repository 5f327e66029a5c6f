//! Writes what follows where an order is paid: daily sales, outbox and events. Used for payments with points, for confirmed
//! deposits and for orders with a total of 0.

use chrono_tz::Tz;
use serde_json::json;
use shop_domain::ranking::Sales;
use shop_domain::{BusinessDay, Won};
use shop_store::StoreResult;
use shop_store::order::SoldItem;

use crate::runtime::{Sold, Writing};
use shop_contract::{OrderState, ShopEvent};

pub(crate) struct Settlement {
    pub order_id: i64,
    pub order_number: String,
    pub user_id: i64,
    /// The order's total.
    pub total: Won,
}

/// Counts the sales of an order whose state is already `CONFIRMED`, and tells of its payment.
pub(crate) fn settle(
    writing: &mut Writing<'_>,
    zone: Tz,
    settlement: &Settlement,
    items: &[SoldItem],
) -> StoreResult<()> {
    let Settlement { order_id, order_number, user_id, total } = settlement;
    let (tx, now) = (writing.tx, writing.now);
    let day = BusinessDay::of(now, zone);
    for item in items {
        let (product_id, quantity) = (item.units.product_id, item.units.quantity);
        shop_store::daily_sales::add(tx, day, Sales { product_id, quantity, amount: item.amount }, now)?;
        writing.effects.sold(Sold { day: day.date(), product_id, quantity, amount: item.amount });
    }
    let payload = json!({
        "orderId": order_id,
        "orderNumber": order_number,
        "userId": user_id,
        "totalAmount": total.get(),
        "state": "CONFIRMED",
    });
    shop_store::outbox::put(tx, "order.paid", *order_id, &payload, now)?;
    let event = ShopEvent::Order {
        order_id: *order_id,
        state: OrderState::Confirmed,
        delivery_state: None,
        delivery_method: None,
    };
    writing.effects.tell_with_admins(*user_id, event);
    Ok(())
}
