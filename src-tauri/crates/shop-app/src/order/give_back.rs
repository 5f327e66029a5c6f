//! Returns what an unpaid order took: stock, coupons, and the part that was paid in points. Cancelling, expiry and payment
//! compensation use this module; a paid order is refunded (see `refund`).
//!
//! One transaction also changes the order's state from the state that was checked, so that concurrent callers return
//! everything only once.

use chrono_tz::Tz;
use serde_json::json;
use shop_domain::coupon::state_when_given_back;
use shop_domain::order::OrderState;
use shop_domain::{BusinessDay, Won};
use shop_store::order::{Order, StateTransition};
use shop_store::payment::EndedPayments;
use shop_store::point::ForOrder;
use shop_store::{Db, StoreError, StoreResult};

use super::stock::restore_stock;
use crate::runtime::locks::{Keys, LockKey};
use crate::runtime::{WorkError, Writing};
use shop_contract::ShopEvent;

/// The lock keys of a return: the order, its customer's points, the stock of its products.
pub(crate) fn keys_to_give_back(db: &Db, order_id: i64) -> StoreResult<Keys> {
    let customer = shop_store::order::find(db, order_id)?.map(|order| LockKey::Point(order.user_id));
    let items = shop_store::order::sold_items(db, order_id)?;
    let stock = items.iter().map(|item| LockKey::Stock(item.units.product_id));
    Ok(Keys::new([LockKey::Order(order_id)].into_iter().chain(customer).chain(stock)))
}

/// Sets `order` to `end` (`CANCELLED` or `PAYMENT_FAILED`) and returns everything it took. Fails if the order has changed since
/// it was read.
pub(crate) fn give_back(writing: &mut Writing<'_>, zone: Tz, order: &Order, end: OrderState) -> Result<(), WorkError> {
    let counted = order.counted_in(zone);
    let turn = StateTransition {
        order_id: order.id,
        from: order.state,
        delivery_state: order.delivery_state,
        to: end,
        counted,
    };
    shop_store::order::transition(writing.tx, turn, writing.now)?;
    let items = shop_store::order::cancel_items(writing.tx, order.id, writing.now)?;
    restore_stock(writing, order.id, &items)?;
    give_coupons_back(writing, zone, order)?;
    let ended = shop_store::payment::end(writing.tx, order.id, writing.now)?;
    refund_points(writing, order, &ended)?;
    announce(writing, order, end)?;
    Ok(())
}

pub(super) fn give_coupons_back(writing: &mut Writing<'_>, zone: Tz, order: &Order) -> StoreResult<()> {
    let (tx, now, day) = (writing.tx, writing.now, BusinessDay::of(order.created_at, zone));
    let used = shop_store::coupon::used_by(tx, order.id)?;
    for coupon in &used {
        let state = state_when_given_back(coupon.expires_at, now);
        shop_store::coupon::give_back(tx, coupon.user_coupon_id, state, now)?;
        shop_store::daily_coupon::take_back(tx, day, coupon.coupon_id, coupon.discount_amount, now)?;
    }
    if !used.is_empty() {
        writing.effects.tell(order.user_id, ShopEvent::MyCoupons {});
    }
    Ok(())
}

/// An order that moved no points gets none back: the ledger has no rows of 0.
fn refund_points(writing: &mut Writing<'_>, order: &Order, ended: &EndedPayments) -> StoreResult<()> {
    let amount = Won::new(ended.points).map_err(|error| StoreError::BadValue(error.to_string()))?;
    if amount.is_zero() {
        return Ok(());
    }
    let description = format!("주문 취소 {}", order.order_number);
    let movement = ForOrder { user_id: order.user_id, order_id: order.id, amount, description: &description };
    let row = shop_store::point::refund(writing.tx, movement, writing.now)?;
    writing.effects.tell(order.user_id, ShopEvent::Points { available_point: row.balance.after.get() });
    Ok(())
}

/// Tells the webhook and the interfaces what became of an order. One that stays paid was refunded in part.
pub(super) fn announce(writing: &mut Writing<'_>, order: &Order, end: OrderState) -> StoreResult<()> {
    let event_type = match end {
        OrderState::Refunded => "order.refunded",
        OrderState::Confirmed => "order.partly_refunded",
        OrderState::PaymentFailed => "order.payment_failed",
        _ => "order.cancelled",
    };
    let payload = json!({
        "orderId": order.id,
        "orderNumber": order.order_number,
        "userId": order.user_id,
        "totalAmount": order.total_amount.get(),
        "state": end.as_str(),
    });
    shop_store::outbox::put(writing.tx, event_type, order.id, &payload, writing.now)?;
    let event = ShopEvent::Order { order_id: order.id, state: end.into(), delivery_state: None, delivery_method: None };
    writing.effects.tell_with_admins(order.user_id, event);
    Ok(())
}
