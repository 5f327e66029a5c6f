//! Tracking of an order: until when it can be set, and what a row of a table with tracking numbers does to its order.

use crate::order::state::{DeliveryEvent, DeliveryState, InvalidOrderState, OrderState, next_delivery};
use crate::shipping::DeliveryMethod;

/// What is done to an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrackingStep {
    /// It is shipped, with this tracking.
    Ship,
    /// It is on its way; its tracking is corrected.
    Correct,
    /// It is on its way with just this tracking.
    Unchanged,
}

/// Decides on one row. `is_same` says that the order has the row's carrier and number.
///
/// # Errors
/// [`InvalidOrderState`] for an order that is not paid, is picked up or is delivered.
pub fn tracking_step(
    state: OrderState,
    delivery: Option<DeliveryState>,
    method: DeliveryMethod,
    is_same: bool,
) -> Result<TrackingStep, InvalidOrderState> {
    is_tracking_open(state, delivery, method)?;
    if next_delivery(state, delivery, DeliveryEvent::Ship).is_ok() {
        return Ok(TrackingStep::Ship);
    }
    Ok(if is_same { TrackingStep::Unchanged } else { TrackingStep::Correct })
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

    #[test]
    fn a_row_ships_what_is_prepared_and_corrects_what_is_on_its_way() {
        use DeliveryMethod::{Delivery, Pickup};
        use DeliveryState::{Delivered, Preparing, Shipped};
        use OrderState::{Cancelled, Confirmed, Normal, Refunded};
        for (state, delivery, method, is_same, expected) in [
            (Confirmed, Some(Preparing), Delivery, false, Some(TrackingStep::Ship)),
            (Confirmed, Some(Preparing), Delivery, true, Some(TrackingStep::Ship)),
            (Confirmed, Some(Shipped), Delivery, false, Some(TrackingStep::Correct)),
            (Confirmed, Some(Shipped), Delivery, true, Some(TrackingStep::Unchanged)),
            (Confirmed, Some(Delivered), Delivery, true, None),
            (Confirmed, Some(Preparing), Pickup, false, None),
            (Confirmed, Some(Shipped), Pickup, false, None),
            (Normal, None, Delivery, false, None),
            (Cancelled, None, Delivery, false, None),
            (Refunded, Some(Shipped), Delivery, false, None),
        ] {
            let step = tracking_step(state, delivery, method, is_same).ok();
            assert_eq!(step, expected, "{state} {delivery:?} {method} {is_same}");
        }
    }
}
