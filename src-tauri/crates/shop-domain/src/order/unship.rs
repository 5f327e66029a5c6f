//! Undoing a shipment: allowed for a few seconds after it, for an order that was shipped by mistake.

use chrono::{DateTime, TimeDelta, Utc};

use crate::limits::UNSHIP_SECONDS;
use crate::order::state::{DeliveryEvent, DeliveryState, InvalidOrderState, OrderState, next_delivery};

/// The delivery state after a shipment is undone. `shipped_at` is absent for an order that was shipped before the shop
/// recorded it; such a shipment is never recent.
///
/// # Errors
/// [`InvalidOrderState`] for an order that is not in delivery, or was shipped more than [`UNSHIP_SECONDS`] ago.
pub fn unship(
    state: OrderState,
    delivery: Option<DeliveryState>,
    shipped_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<DeliveryState, InvalidOrderState> {
    let to = next_delivery(state, delivery, DeliveryEvent::Unship)?;
    let is_recent = shipped_at.is_some_and(|shipped_at| now - shipped_at <= TimeDelta::seconds(UNSHIP_SECONDS));
    if is_recent { Ok(to) } else { Err(InvalidOrderState { state, asked: DeliveryEvent::Unship.as_str() }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shipment_is_undone_for_twelve_seconds() {
        use DeliveryState::{Delivered, Preparing, Shipped};
        let shipped_at = DateTime::from_timestamp(1_773_100_800, 0).expect("an instant");
        let after = |millis: i64| shipped_at + TimeDelta::milliseconds(millis);
        for (why, state, delivery, at, now, expected) in [
            ("at once", OrderState::Confirmed, Some(Shipped), Some(shipped_at), after(0), Some(Preparing)),
            (
                "while it is offered",
                OrderState::Confirmed,
                Some(Shipped),
                Some(shipped_at),
                after(10_000),
                Some(Preparing),
            ),
            (
                "at the last moment",
                OrderState::Confirmed,
                Some(Shipped),
                Some(shipped_at),
                after(12_000),
                Some(Preparing),
            ),
            ("too late", OrderState::Confirmed, Some(Shipped), Some(shipped_at), after(12_001), None),
            (
                "the clock was set back",
                OrderState::Confirmed,
                Some(Shipped),
                Some(shipped_at),
                after(-60_000),
                Some(Preparing),
            ),
            ("shipped at an unknown time", OrderState::Confirmed, Some(Shipped), None, after(0), None),
            ("not shipped", OrderState::Confirmed, Some(Preparing), Some(shipped_at), after(0), None),
            ("delivered", OrderState::Confirmed, Some(Delivered), Some(shipped_at), after(0), None),
            ("refunded", OrderState::Refunded, Some(Shipped), Some(shipped_at), after(0), None),
        ] {
            assert_eq!(unship(state, delivery, at, now).ok(), expected, "{why}");
        }
        let late = unship(OrderState::Confirmed, Some(Shipped), Some(shipped_at), after(60_000));
        assert_eq!(
            late,
            Err(InvalidOrderState { state: OrderState::Confirmed, asked: "UNSHIP" }),
            "it names the event"
        );
    }
}
