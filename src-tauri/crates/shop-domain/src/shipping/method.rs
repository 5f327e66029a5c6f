//! How an order reaches its customer, and until when its tracking number can be corrected.

use crate::code::coded;
use crate::order::{DeliveryState, InvalidOrderState, OrderState};

coded! {
    /// How an order reaches its customer.
    DeliveryMethod {
        /// A carrier brings it to an address.
        Delivery => "DELIVERY",
        /// The customer picks it up at the shop.
        Pickup => "PICKUP",
    }
}

/// Checks that the tracking of an order can be set: it is paid, a carrier brings it, and it is not delivered.
///
/// # Errors
/// [`InvalidOrderState`] for any other order.
pub const fn is_tracking_open(
    state: OrderState,
    delivery: Option<DeliveryState>,
    method: DeliveryMethod,
) -> Result<(), InvalidOrderState> {
    match (state, delivery, method) {
        (OrderState::Confirmed, Some(DeliveryState::Preparing | DeliveryState::Shipped), DeliveryMethod::Delivery) => {
            Ok(())
        }
        _ => Err(InvalidOrderState { state, asked: "TRACK" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tracking_is_open_for_paid_parcels_until_they_are_delivered() {
        use DeliveryState::{Delivered, Preparing, Shipped};
        for &state in OrderState::ALL {
            for delivery in [None, Some(Preparing), Some(Shipped), Some(Delivered)] {
                for &method in DeliveryMethod::ALL {
                    let expected = state == OrderState::Confirmed
                        && method == DeliveryMethod::Delivery
                        && matches!(delivery, Some(Preparing | Shipped));
                    let found = is_tracking_open(state, delivery, method);
                    assert_eq!(found.is_ok(), expected, "{state} {delivery:?} {method}");
                }
            }
        }
    }
}
