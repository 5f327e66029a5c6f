//! The rules of a return that a customer asks for: what may be returned, and until when.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use thiserror::Error;

use super::line::RefundLine;
use super::returning::{LineUnits, OpenReturn, returning};
use crate::order::{DeliveryState, InvalidOrderState, OrderState, due_at};

/// The last instant at which a return of an order can be asked for: the end of the business day `days` days after that of its
/// delivery.
#[must_use]
pub fn returnable_until(delivered_at: DateTime<Utc>, days: i64, zone: Tz) -> DateTime<Utc> {
    due_at(delivered_at, days, zone)
}

/// The facts of a request, read in the transaction that writes.
#[derive(Debug, Clone, Copy)]
pub struct ReturnFacts<'a> {
    /// The state of the order.
    pub state: OrderState,
    /// Its delivery state.
    pub delivery_state: Option<DeliveryState>,
    /// The last instant at which a return can be asked for; `None` where no delivery is recorded.
    pub until: Option<DateTime<Utc>>,
    /// Its lines.
    pub lines: &'a [RefundLine],
    /// Its returns that have not ended.
    pub open: &'a [OpenReturn],
}

/// Why a return cannot be asked for, in order of precedence. An index is that of an item of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReturnRefusal {
    /// `INVALID_ORDER_STATE`: the order is not delivered, or its time for returns has passed.
    #[error(transparent)]
    InvalidOrderState(InvalidOrderState),
    /// `INVALID_INPUT`: no item is named.
    #[error("at least one item")]
    Nothing,
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
    /// `CONFLICT`: a return of this item is open.
    #[error("item {0} is being returned")]
    AlreadyOpen(usize),
}

/// Decides that a return of these units is asked for at `now`.
///
/// # Errors
/// [`ReturnRefusal`], in its order.
pub fn request_return(facts: &ReturnFacts<'_>, units: &[LineUnits], now: DateTime<Utc>) -> Result<(), ReturnRefusal> {
    let is_delivered = facts.state == OrderState::Confirmed && facts.delivery_state == Some(DeliveryState::Delivered);
    if !is_delivered || facts.until.is_none_or(|until| now > until) {
        return Err(ReturnRefusal::InvalidOrderState(InvalidOrderState { state: facts.state, asked: "RETURN" }));
    }
    if units.is_empty() {
        return Err(ReturnRefusal::Nothing);
    }
    let mut named = BTreeSet::new();
    let line_of = |item_id: i64| facts.lines.iter().find(|line| line.item_id == item_id);
    for (index, one) in units.iter().enumerate() {
        let line = line_of(one.item_id).filter(|_| named.insert(one.item_id));
        let left = line.ok_or(ReturnRefusal::UnknownItem(index))?.units_left();
        if !(1..=left).contains(&one.quantity) {
            return Err(ReturnRefusal::InvalidQuantity { index, left });
        }
    }
    let is_open = |one: &LineUnits| returning(facts.open, &[], one.item_id) > 0;
    units.iter().position(is_open).map_or(Ok(()), |index| Err(ReturnRefusal::AlreadyOpen(index)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Won;
    use crate::quantity::Quantity;
    use crate::refund::return_state::ReturnState;
    use chrono_tz::Asia::Seoul;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn line(item_id: i64, quantity: i64, cancelled: i64) -> RefundLine {
        let (quantity, total_amount) = (Quantity::new(quantity).unwrap(), Won::new(1_000).unwrap());
        RefundLine { item_id, quantity, total_amount, cancelled, refunded: Won::ZERO }
    }

    #[test]
    fn goods_can_be_returned_until_the_end_of_a_business_day() {
        let delivered = at("2026-03-05T01:00:00Z");
        assert_eq!(returnable_until(delivered, 7, Seoul), at("2026-03-12T14:59:59.999Z"));
        assert_eq!(returnable_until(delivered, 0, Seoul), at("2026-03-05T14:59:59.999Z"), "on the same day");
    }

    #[test]
    fn refusals_come_in_their_order() {
        use ReturnRefusal::{AlreadyOpen, InvalidQuantity, Nothing, UnknownItem};
        let until = at("2026-03-12T14:59:59.999Z");
        let lines = [line(1, 3, 1), line(2, 1, 0), line(3, 1, 1)];
        let being =
            OpenReturn { id: 9, state: ReturnState::Approved, units: vec![LineUnits { item_id: 2, quantity: 1 }] };
        let facts = ReturnFacts {
            state: OrderState::Confirmed,
            delivery_state: Some(DeliveryState::Delivered),
            until: Some(until),
            lines: &lines,
            open: std::slice::from_ref(&being),
        };
        let ask = |facts: &ReturnFacts<'_>, units: &[(i64, i64)], now| {
            let units: Vec<_> = units.iter().map(|&(item_id, quantity)| LineUnits { item_id, quantity }).collect();
            request_return(facts, &units, now)
        };
        for (units, expected) in [
            (&[(1, 2)][..], Ok(())),
            (&[(1, 1)], Ok(())),
            (&[], Err(Nothing)),
            (&[(4, 1)], Err(UnknownItem(0))),
            (&[(1, 1), (1, 1)], Err(UnknownItem(1))),
            (&[(1, 0)], Err(InvalidQuantity { index: 0, left: 2 })),
            (&[(1, 3)], Err(InvalidQuantity { index: 0, left: 2 })),
            (&[(1, i64::MIN)], Err(InvalidQuantity { index: 0, left: 2 })),
            (&[(3, 1)], Err(InvalidQuantity { index: 0, left: 0 })),
            (&[(1, 1), (2, 1)], Err(AlreadyOpen(1))),
            (&[(2, 1), (4, 1)], Err(UnknownItem(1))),
        ] {
            assert_eq!(ask(&facts, units, until), expected, "{units:?}");
        }
        let late = until + chrono::TimeDelta::milliseconds(1);
        let refused = |state| Err(ReturnRefusal::InvalidOrderState(InvalidOrderState { state, asked: "RETURN" }));
        assert_eq!(ask(&facts, &[], late), refused(OrderState::Confirmed), "its time has passed");
        for &state in OrderState::ALL {
            for delivery_state in [None, Some(DeliveryState::Preparing), Some(DeliveryState::Shipped)] {
                let facts = ReturnFacts { state, delivery_state, ..facts };
                assert_eq!(ask(&facts, &[(1, 1)], until), refused(state), "{state} {delivery_state:?}");
            }
        }
        let unknown = ReturnFacts { until: None, ..facts };
        assert_eq!(ask(&unknown, &[(1, 1)], until), refused(OrderState::Confirmed), "no delivery is recorded");
    }
}
