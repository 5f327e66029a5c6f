//! The decision of a refund: which units, how much of the shipping fee, and to which payment the money goes.

use std::collections::BTreeSet;

use thiserror::Error;

use super::line::{RefundLine, line_refund};
use super::returning::{LineUnits, OpenReturn, returning, settled_returns};
use crate::code::coded;
use crate::limits::OutOfRange;
use crate::money::Won;
use crate::order::{DeliveryState, InvalidOrderState, OrderEvent, OrderState, next_state};

coded! {
    /// As what the money goes back that came from outside.
    RefundTo {
        /// By hand, as it came.
        Outside => "OUTSIDE",
        /// As points.
        Point => "POINT",
    }
}

/// The facts of a refund, read in the transaction that writes.
#[derive(Debug, Clone, Copy)]
pub struct RefundFacts<'a> {
    /// The state of the order.
    pub state: OrderState,
    /// Its delivery state.
    pub delivery_state: Option<DeliveryState>,
    /// What is left of its shipping fee.
    pub fee_left: Won,
    /// Its lines.
    pub lines: &'a [RefundLine],
    /// What is left of the payment that came from outside.
    pub outside_left: Won,
    /// What is left of the payment with points.
    pub points_left: Won,
    /// Its returns that have not ended.
    pub open_returns: &'a [OpenReturn],
}

/// What an admin, or the customer that cancels, wants refunded.
#[derive(Debug, Clone, Copy)]
pub struct RefundWish<'a> {
    /// The units; all that are left where `None`.
    pub units: Option<&'a [LineUnits]>,
    /// Whether the shipping fee goes back; the rule decides where `None`.
    pub shipping_fee: Option<bool>,
    /// As what the money goes back that came from outside.
    pub to: RefundTo,
}

/// Units of a line and what they get back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedLine {
    /// The item of the order.
    pub item_id: i64,
    /// Units, above 0.
    pub quantity: i64,
    /// What they get back.
    pub amount: Won,
    /// Units that were refunded before.
    pub cancelled_before: i64,
}

/// A refund.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundPlan {
    /// The units, in the order of the lines.
    pub lines: Vec<PlannedLine>,
    /// The shipping fee that goes back.
    pub shipping_fee: Won,
    /// All that goes back.
    pub amount: Won,
    /// The part of it that is taken from the payment that came from outside.
    pub from_outside: Won,
    /// The part of it that is taken from the payment with points.
    pub from_points: Won,
    /// As what `from_outside` goes back.
    pub to: RefundTo,
    /// The returns that it settles.
    pub settles: Vec<i64>,
    /// Whether nothing of the order is left.
    pub is_last: bool,
}

impl RefundPlan {
    /// What goes back by hand.
    #[must_use]
    pub fn outside_amount(&self) -> Won {
        if self.to == RefundTo::Outside { self.from_outside } else { Won::ZERO }
    }

    /// What goes back as points.
    #[must_use]
    pub fn point_amount(&self) -> Won {
        self.amount.saturating_sub(self.outside_amount())
    }
}

/// Why a refund is refused, in order of precedence. An index is that of an item of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RefundRefusal {
    /// `INVALID_ORDER_STATE`: the order is not paid, or is refunded.
    #[error(transparent)]
    InvalidOrderState(InvalidOrderState),
    /// `INVALID_INPUT`: the item is none of the order, or is named twice.
    #[error("item {0} is none of the order, or named twice")]
    UnknownItem(usize),
    /// `INVALID_INPUT`: not a number of units that are left.
    #[error("item {index}: 1 to {left} units")]
    InvalidQuantity {
        /// The item of the request.
        index: usize,
        /// Units that are left.
        left: i64,
    },
    /// `INVALID_INPUT`: before the order is shipped, its fee goes back with the last unit, and only then.
    #[error("the shipping fee goes back with the whole order until it is shipped")]
    FeeOfUnshipped,
    /// `INVALID_INPUT`: neither units nor the fee.
    #[error("nothing to refund")]
    Nothing,
    /// `CONFLICT`: the units are in a return that is not received.
    #[error("units are being returned")]
    BeingReturned,
    /// The facts contradict each other: less is left of the payments than is to go back.
    #[error("the books of the order do not add up")]
    Books,
}

impl From<OutOfRange> for RefundRefusal {
    fn from(_: OutOfRange) -> Self {
        Self::Books
    }
}

/// Decides a refund: of any paid order, in any delivery state. The money goes first to the payment that came from outside, up to
/// what is left of it.
///
/// # Errors
/// [`RefundRefusal`], in its order.
pub fn plan_refund(facts: &RefundFacts<'_>, wish: &RefundWish<'_>) -> Result<RefundPlan, RefundRefusal> {
    next_state(facts.state, OrderEvent::Refund).map_err(RefundRefusal::InvalidOrderState)?;
    let units = match wish.units {
        Some(units) => checked(facts.lines, units)?,
        None => all_left(facts.lines),
    };
    let is_rest = facts.lines.iter().all(|line| units_of(&units, line.item_id) == line.units_left());
    let shipping_fee = fee(facts, wish, is_rest)?;
    if units.is_empty() && shipping_fee.is_zero() {
        return Err(RefundRefusal::Nothing);
    }
    let settles = settled_returns(facts.open_returns, &units);
    let is_free = |line: &RefundLine| {
        units_of(&units, line.item_id) <= line.units_left() - returning(facts.open_returns, &settles, line.item_id)
    };
    if !facts.lines.iter().all(is_free) {
        return Err(RefundRefusal::BeingReturned);
    }
    let mut lines = Vec::with_capacity(units.len());
    let mut amount = shipping_fee;
    for line in facts.lines {
        let quantity = units_of(&units, line.item_id);
        if quantity > 0 {
            let share = line_refund(line, quantity)?;
            amount = amount.checked_add(share)?;
            let (item_id, cancelled_before) = (line.item_id, line.cancelled);
            lines.push(PlannedLine { item_id, quantity, amount: share, cancelled_before });
        }
    }
    let from_outside = amount.min(facts.outside_left);
    let from_points = amount.checked_sub(from_outside)?;
    if from_points > facts.points_left {
        return Err(RefundRefusal::Books);
    }
    let is_last = is_rest && shipping_fee == facts.fee_left;
    let is_all = from_outside == facts.outside_left && from_points == facts.points_left;
    if is_last && !is_all {
        return Err(RefundRefusal::Books);
    }
    Ok(RefundPlan { lines, shipping_fee, amount, from_outside, from_points, to: wish.to, settles, is_last })
}

/// The units of a request, where each is a line of the order with as many left.
fn checked(lines: &[RefundLine], units: &[LineUnits]) -> Result<Vec<LineUnits>, RefundRefusal> {
    let mut named = BTreeSet::new();
    for (index, one) in units.iter().enumerate() {
        let line = lines.iter().find(|line| line.item_id == one.item_id).filter(|_| named.insert(one.item_id));
        let left = line.ok_or(RefundRefusal::UnknownItem(index))?.units_left();
        if !(1..=left).contains(&one.quantity) {
            return Err(RefundRefusal::InvalidQuantity { index, left });
        }
    }
    Ok(units.to_vec())
}

fn all_left(lines: &[RefundLine]) -> Vec<LineUnits> {
    let left = lines.iter().map(|line| LineUnits { item_id: line.item_id, quantity: line.units_left() });
    left.filter(|units| units.quantity > 0).collect()
}

fn units_of(units: &[LineUnits], item_id: i64) -> i64 {
    units.iter().find(|one| one.item_id == item_id).map_or(0, |one| one.quantity)
}

/// The fee that goes back: with the whole order before it is shipped, later by choice. Without a choice it goes back with a refund
/// of the whole order.
fn fee(facts: &RefundFacts<'_>, wish: &RefundWish<'_>, is_rest: bool) -> Result<Won, RefundRefusal> {
    if facts.fee_left.is_zero() {
        return Ok(Won::ZERO);
    }
    let is_shipped = matches!(facts.delivery_state, Some(DeliveryState::Shipped | DeliveryState::Delivered));
    let goes_back = match wish.shipping_fee {
        Some(wanted) if !is_shipped && wanted != is_rest => return Err(RefundRefusal::FeeOfUnshipped),
        _ if !is_shipped => is_rest,
        Some(wanted) => wanted,
        None => wish.units.is_none(),
    };
    Ok(if goes_back { facts.fee_left } else { Won::ZERO })
}
