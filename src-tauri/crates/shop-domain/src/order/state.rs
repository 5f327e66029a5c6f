//! State machines of an order and of its delivery, one table each. Every change goes through them.

use thiserror::Error;

use crate::code::coded;

coded! {
    /// State of an order.
    OrderState {
        /// Placed, awaiting payment.
        Normal => "NORMAL",
        /// Paid.
        Confirmed => "CONFIRMED",
        /// Cancelled by the customer, or expired.
        Cancelled => "CANCELLED",
        /// Its payment failed and was undone.
        PaymentFailed => "PAYMENT_FAILED",
        /// Refunded.
        Refunded => "REFUNDED",
    }
}

coded! {
    /// Events of an order.
    OrderEvent {
        /// It is paid, or there is nothing to pay.
        Pay => "PAY",
        /// Its payment failed for a reason other than a refusal.
        FailPayment => "FAIL_PAYMENT",
        /// The customer cancels it unpaid.
        Cancel => "CANCEL",
        /// Its time for payment has passed.
        Expire => "EXPIRE",
        /// It is refunded.
        Refund => "REFUND",
    }
}

coded! {
    /// Delivery state of a paid order.
    DeliveryState {
        /// Being prepared.
        Preparing => "PREPARING",
        /// Shipped.
        Shipped => "SHIPPED",
        /// Delivered.
        Delivered => "DELIVERED",
    }
}

coded! {
    /// Events of a delivery.
    DeliveryEvent {
        /// It leaves the shop.
        Ship => "SHIP",
        /// It arrives.
        Deliver => "DELIVER",
        /// The shipment is undone: it was reported by mistake.
        Unship => "UNSHIP",
    }
}

coded! {
    /// State of an item of an order.
    OrderItemState {
        /// Sold.
        Normal => "NORMAL",
        /// Its order was cancelled, expired, failed or was refunded.
        Cancelled => "CANCELLED",
        /// Deleted; the row stays, because other rows refer to it.
        Deleted => "DELETED",
    }
}

/// `INVALID_ORDER_STATE`: the event is not allowed in this state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("an order that is {state} cannot {asked}")]
pub struct InvalidOrderState {
    /// State of the order.
    pub state: OrderState,
    /// The event, as a code of [`OrderEvent`] or [`DeliveryEvent`].
    pub asked: &'static str,
}

/// The state after an event.
///
/// # Errors
/// [`InvalidOrderState`] for a pair that is not in the table.
pub const fn next_state(state: OrderState, event: OrderEvent) -> Result<OrderState, InvalidOrderState> {
    match (state, event) {
        (OrderState::Normal, OrderEvent::Pay) => Ok(OrderState::Confirmed),
        (OrderState::Normal, OrderEvent::FailPayment) => Ok(OrderState::PaymentFailed),
        (OrderState::Normal, OrderEvent::Cancel | OrderEvent::Expire) => Ok(OrderState::Cancelled),
        (OrderState::Confirmed, OrderEvent::Refund) => Ok(OrderState::Refunded),
        _ => Err(InvalidOrderState { state, asked: event.as_str() }),
    }
}

/// The delivery state after an event; only a paid order has one.
///
/// # Errors
/// [`InvalidOrderState`] for a pair that is not in the table.
pub const fn next_delivery(
    state: OrderState,
    delivery: Option<DeliveryState>,
    event: DeliveryEvent,
) -> Result<DeliveryState, InvalidOrderState> {
    match (state, delivery, event) {
        (OrderState::Confirmed, Some(DeliveryState::Preparing), DeliveryEvent::Ship) => Ok(DeliveryState::Shipped),
        (OrderState::Confirmed, Some(DeliveryState::Shipped), DeliveryEvent::Deliver) => Ok(DeliveryState::Delivered),
        (OrderState::Confirmed, Some(DeliveryState::Shipped), DeliveryEvent::Unship) => Ok(DeliveryState::Preparing),
        _ => Err(InvalidOrderState { state, asked: event.as_str() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_transitions_and_no_other() {
        use OrderEvent as On;
        use OrderState as State;
        let allowed = [
            (State::Normal, On::Pay, State::Confirmed),
            (State::Normal, On::FailPayment, State::PaymentFailed),
            (State::Normal, On::Cancel, State::Cancelled),
            (State::Normal, On::Expire, State::Cancelled),
            (State::Confirmed, On::Refund, State::Refunded),
        ];
        for &state in State::ALL {
            for &event in On::ALL {
                let expected = allowed.iter().find(|row| (row.0, row.1) == (state, event)).map(|row| row.2);
                assert_eq!(next_state(state, event).ok(), expected, "{state} on {event}");
            }
        }
        let refused = InvalidOrderState { state: State::Refunded, asked: "REFUND" };
        assert_eq!(next_state(State::Refunded, On::Refund), Err(refused));
        assert_eq!(refused.to_string(), "an order that is REFUNDED cannot REFUND");
    }

    #[test]
    fn a_paid_parcel_is_shipped_once_and_then_delivered() {
        use DeliveryState::{Delivered, Preparing, Shipped};
        for &state in OrderState::ALL {
            for delivery in [None, Some(Preparing), Some(Shipped), Some(Delivered)] {
                for &event in DeliveryEvent::ALL {
                    let expected = match (state, delivery, event) {
                        (OrderState::Confirmed, Some(Preparing), DeliveryEvent::Ship) => Some(Shipped),
                        (OrderState::Confirmed, Some(Shipped), DeliveryEvent::Deliver) => Some(Delivered),
                        (OrderState::Confirmed, Some(Shipped), DeliveryEvent::Unship) => Some(Preparing),
                        _ => None,
                    };
                    assert_eq!(next_delivery(state, delivery, event).ok(), expected);
                }
            }
        }
    }
}
