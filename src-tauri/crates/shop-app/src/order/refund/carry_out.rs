//! Carries out a refund in one transaction: order and items, stock, payments, points, sales, coupons, returns, and the row of the
//! refund. Each change is conditional on what the decision saw.

use chrono_tz::Tz;
use shop_domain::order::OrderState;
use shop_domain::point::adjust;
use shop_domain::ranking::Sales;
use shop_domain::refund::{RefundPlan, ReturnEvent, ReturnState, next_return};
use shop_domain::{BusinessDay, Won};
use shop_store::order::{Counted, Order, OrderRefund, SoldItem, StateTransition, sort_as_changed};
use shop_store::payment::PaymentsLeft;
use shop_store::point::ForOrder;
use shop_store::refund::NewRefund;
use shop_store::returns::ReturnStep;
use shop_store::{StoreError, StoreResult};

use super::books::Books;
use crate::order::give_back::{announce, give_coupons_back};
use crate::order::stock::{keep_out_stock, restore_stock};
use crate::runtime::{Sold, WorkError, Writing};
use shop_contract::{ShopError, ShopEvent};

/// How a refund is recorded.
#[derive(Debug, Clone, Copy)]
pub(in crate::order) struct Terms<'a> {
    /// The reason, which has been checked.
    pub(in crate::order) reason: Option<&'a str>,
    /// Whether the units go back into stock.
    pub(in crate::order) restock: bool,
    /// The admin, or the customer that cancels the order.
    pub(in crate::order) actor_id: i64,
}

/// Carries out a refund that was decided on these books.
pub(in crate::order) fn carry_out(
    writing: &mut Writing<'_>,
    zone: Tz,
    books: &Books,
    plan: &RefundPlan,
    terms: Terms<'_>,
) -> Result<(), WorkError> {
    let (order, tx, now) = (&books.order, writing.tx, writing.now);
    add_to_order(writing, zone, books, plan)?;
    let mut units = Vec::with_capacity(plan.lines.len());
    for line in &plan.lines {
        units.push(shop_store::order::refund_units(tx, order.id, *line, now)?);
    }
    sort_as_changed(&mut units);
    if terms.restock {
        restore_stock(writing, order.id, &units)?;
    } else {
        keep_out_stock(writing, &units)?;
    }
    let parts = PaymentsLeft { outside: plan.from_outside, points: plan.from_points };
    shop_store::payment::refund_parts(tx, order.id, parts, now)?;
    give_points(writing, order, plan)?;
    take_sales_back(writing, zone, order, &units)?;
    let refund = NewRefund {
        order_id: order.id,
        point_amount: plan.point_amount(),
        outside_amount: plan.outside_amount(),
        shipping_fee: plan.shipping_fee,
        reason: terms.reason,
        restock: terms.restock,
        actor_id: terms.actor_id,
        lines: &plan.lines,
    };
    let refund_id = shop_store::refund::insert(tx, refund, now)?;
    settle_returns(writing, order, plan, refund_id, terms.actor_id)?;
    if plan.is_last {
        end(writing, zone, order)?;
    }
    announce(writing, order, if plan.is_last { OrderState::Refunded } else { order.state })?;
    Ok(())
}

/// Adds the refund to the row of the order and to the tally; the last one also ends the order.
fn add_to_order(writing: &Writing<'_>, zone: Tz, books: &Books, plan: &RefundPlan) -> Result<(), WorkError> {
    let (order, tx, now) = (&books.order, writing.tx, writing.now);
    let refunded = Counted { refunded_amount: plan.amount, refunded_fee: plan.shipping_fee, ..order.counted_in(zone) };
    let refund = OrderRefund {
        order_id: order.id,
        delivery_state: order.delivery_state,
        refunded_before: books.refunded(),
        counted: refunded,
    };
    shop_store::order::add_refund(tx, refund, now)?;
    if plan.is_last {
        let all =
            Counted { refunded_amount: order.total_amount, refunded_fee: order.shipping_fee, ..order.counted_in(zone) };
        let turn = StateTransition {
            order_id: order.id,
            from: order.state,
            delivery_state: order.delivery_state,
            to: OrderState::Refunded,
            counted: all,
        };
        shop_store::order::transition(tx, turn, now)?;
    }
    Ok(())
}

/// Ends what belongs to an order of which nothing is left.
fn end(writing: &mut Writing<'_>, zone: Tz, order: &Order) -> StoreResult<()> {
    shop_store::order::cancel_items(writing.tx, order.id, writing.now)?;
    shop_store::payment::end_refunded(writing.tx, order.id, writing.now)?;
    give_coupons_back(writing, zone, order)
}

/// Gives points back that were spent, and points for money from outside. The ledger has no rows of 0.
fn give_points(writing: &mut Writing<'_>, order: &Order, plan: &RefundPlan) -> Result<(), WorkError> {
    let (tx, now, number) = (writing.tx, writing.now, &order.order_number);
    let kind = if plan.is_last && order.refunded_amount.is_zero() { "환불" } else { "부분 환불" };
    let description = format!("주문 {kind} {number}");
    let movement =
        |amount: Won| ForOrder { user_id: order.user_id, order_id: order.id, amount, description: &description };
    let for_outside = plan.point_amount().saturating_sub(plan.from_points);
    if !plan.point_amount().is_zero() {
        let balance = shop_store::point::balance(tx, order.user_id)?;
        let balance = balance.ok_or_else(|| StoreError::BadValue(format!("no user {}", order.user_id)))?;
        // A balance has a greatest value, which money from outside can exceed.
        adjust(balance.available, plan.point_amount().get())
            .map_err(|_| ShopError::invalid("to", "the balance would be more than 1,000,000,000,000 won"))?;
    }
    let mut row = None;
    if !plan.from_points.is_zero() {
        row = Some(shop_store::point::refund(tx, movement(plan.from_points), now)?);
    }
    if !for_outside.is_zero() {
        row = Some(shop_store::point::give_for_order(tx, movement(for_outside), now)?);
    }
    if let Some(row) = row {
        writing.effects.tell(order.user_id, ShopEvent::Points { available_point: row.balance.after.get() });
    }
    Ok(())
}

/// Subtracts the sales on the day on which they were added.
fn take_sales_back(writing: &mut Writing<'_>, zone: Tz, order: &Order, units: &[SoldItem]) -> StoreResult<()> {
    let paid_at = order
        .paid_at
        .ok_or_else(|| StoreError::BadValue(format!("order {} is paid, but not at any time", order.id)))?;
    let day = BusinessDay::of(paid_at, zone);
    for SoldItem { units, amount } in units {
        let (product_id, quantity, amount) = (units.product_id, units.quantity, *amount);
        shop_store::daily_sales::take_back(writing.tx, day, Sales { product_id, quantity, amount }, writing.now)?;
        writing.effects.sold(Sold { day: day.date(), product_id, quantity: -quantity, amount: -amount });
    }
    Ok(())
}

/// Ends the received returns whose units are refunded.
fn settle_returns(
    writing: &mut Writing<'_>,
    order: &Order,
    plan: &RefundPlan,
    refund_id: i64,
    actor_id: i64,
) -> StoreResult<()> {
    for &id in &plan.settles {
        let from = ReturnState::Received;
        let to = next_return(from, ReturnEvent::Refund).map_err(|state| StoreError::BadValue(state.to_string()))?;
        let step = ReturnStep { id, from, to, note: None, refund_id: Some(refund_id), actor_id };
        shop_store::returns::step(writing.tx, step, writing.now)?;
        let event = ShopEvent::Return { return_id: id, order_id: order.id, state: to.into() };
        writing.effects.tell_with_admins(order.user_id, event);
    }
    Ok(())
}
