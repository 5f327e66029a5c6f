//! Cancellation and expiry of orders; refunds are decided in `refund`. The use case gives back stock, coupons and points as the answer says.

use chrono::{DateTime, Utc};

use crate::order::state::{DeliveryState, InvalidOrderState, OrderEvent, OrderState, next_state};

/// What is given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GivingBack {
    /// Unpaid: stock and coupons.
    Cancel,
    /// Paid: stock, coupons and points.
    Refund,
}

/// Decides a cancellation by the customer: an unpaid order is cancelled, a paid one is refunded until it is shipped.
///
/// # Errors
/// [`InvalidOrderState`] for an order that is shipped or has ended.
pub fn cancel(state: OrderState, delivery: Option<DeliveryState>) -> Result<GivingBack, InvalidOrderState> {
    let is_shipped = matches!(delivery, Some(DeliveryState::Shipped | DeliveryState::Delivered));
    match state {
        OrderState::Confirmed if !is_shipped => Ok(GivingBack::Refund),
        // The refusal for a shipped order names the event that was asked for: a cancellation.
        _ => next_state(state, OrderEvent::Cancel).map(|_| GivingBack::Cancel),
    }
}

/// Whether the order has expired: unpaid after its time for payment.
#[must_use]
pub fn expires(state: OrderState, expires_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    let is_due = expires_at.is_some_and(|expires_at| now >= expires_at);
    is_due && next_state(state, OrderEvent::Expire).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use DeliveryState::{Delivered, Preparing, Shipped};

    #[test]
    fn a_customer_cancels_until_the_parcel_leaves() {
        for (state, delivery, expected) in [
            (OrderState::Normal, None, Some(GivingBack::Cancel)),
            (OrderState::Confirmed, Some(Preparing), Some(GivingBack::Refund)),
            (OrderState::Confirmed, None, Some(GivingBack::Refund)),
            (OrderState::Confirmed, Some(Shipped), None),
            (OrderState::Confirmed, Some(Delivered), None),
            (OrderState::Cancelled, None, None),
            (OrderState::PaymentFailed, None, None),
            (OrderState::Refunded, Some(Preparing), None),
        ] {
            assert_eq!(cancel(state, delivery).ok(), expected, "{state} {delivery:?}");
        }
        let refused = cancel(OrderState::Confirmed, Some(Shipped)).unwrap_err();
        assert_eq!((refused.state, refused.asked), (OrderState::Confirmed, "CANCEL"));
    }

    #[test]
    fn time_takes_only_what_is_unpaid_and_due() {
        let at = |second| DateTime::from_timestamp(second, 0).unwrap();
        assert!(!expires(OrderState::Normal, Some(at(10)), at(9)));
        assert!(expires(OrderState::Normal, Some(at(10)), at(10)), "at its end it has run out");
        assert!(!expires(OrderState::Normal, None, at(10)));
        assert!(!expires(OrderState::Confirmed, Some(at(10)), at(11)), "a paid order stays paid");
    }
}
