//! The states of an order, from its events.

use chrono::{DateTime, Utc};

use crate::order::{
    DeliveryEvent, DeliveryState, InvalidOrderState, OrderEvent, OrderState, next_delivery, next_state,
};

/// An event that changed an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderChange {
    /// It was placed.
    Placed,
    /// Its state changed.
    Order(OrderEvent),
    /// Its delivery state changed.
    Delivery(DeliveryEvent),
}

/// The states of an order at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderStanding {
    /// State.
    pub state: OrderState,
    /// Delivery state; an order that was paid keeps its last one.
    pub delivery_state: Option<DeliveryState>,
}

/// The states at `instant`, by the tables of states; `None` before the order was placed. An event at the instant itself
/// has happened.
///
/// # Errors
/// [`InvalidOrderState`] where the events cannot have happened in this sequence.
pub fn order_at(
    events: &[(DateTime<Utc>, OrderChange)],
    instant: DateTime<Utc>,
) -> Result<Option<OrderStanding>, InvalidOrderState> {
    let happened = events.iter().take_while(|(at, _)| *at <= instant);
    happened.map(|(_, event)| *event).try_fold(None, |standing: Option<OrderStanding>, event| {
        let Some(OrderStanding { state, delivery_state }) = standing else {
            return Ok(Some(OrderStanding { state: OrderState::Normal, delivery_state: None }));
        };
        Ok(Some(match event {
            OrderChange::Placed => OrderStanding { state, delivery_state },
            OrderChange::Order(event) => {
                let paid = (event == OrderEvent::Pay).then_some(DeliveryState::Preparing);
                OrderStanding { state: next_state(state, event)?, delivery_state: paid.or(delivery_state) }
            }
            OrderChange::Delivery(event) => {
                OrderStanding { state, delivery_state: Some(next_delivery(state, delivery_state, event)?) }
            }
        }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use DeliveryState::{Delivered, Preparing, Shipped};
    use OrderState::{Cancelled, Confirmed, Normal, Refunded};

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(second, 0).unwrap()
    }

    #[test]
    fn an_order_has_the_states_of_its_events_up_to_the_instant() {
        let events = [
            (at(10), OrderChange::Placed),
            (at(20), OrderChange::Order(OrderEvent::Pay)),
            (at(30), OrderChange::Delivery(DeliveryEvent::Ship)),
            (at(31), OrderChange::Delivery(DeliveryEvent::Unship)),
            (at(40), OrderChange::Delivery(DeliveryEvent::Ship)),
            (at(50), OrderChange::Delivery(DeliveryEvent::Deliver)),
            (at(60), OrderChange::Order(OrderEvent::Refund)),
        ];
        for (second, expected) in [
            (9, None),
            (10, Some((Normal, None))),
            (19, Some((Normal, None))),
            (20, Some((Confirmed, Some(Preparing)))),
            (30, Some((Confirmed, Some(Shipped)))),
            (31, Some((Confirmed, Some(Preparing)))),
            (45, Some((Confirmed, Some(Shipped)))),
            (50, Some((Confirmed, Some(Delivered)))),
            (99, Some((Refunded, Some(Delivered)))),
        ] {
            let found = order_at(&events, at(second)).unwrap();
            assert_eq!(found.map(|found| (found.state, found.delivery_state)), expected, "at {second}");
        }
    }

    #[test]
    fn an_order_of_nothing_is_paid_as_it_is_placed() {
        let events = [(at(10), OrderChange::Placed), (at(10), OrderChange::Order(OrderEvent::Pay))];
        let standing = OrderStanding { state: Confirmed, delivery_state: Some(Preparing) };
        assert_eq!(order_at(&events, at(10)), Ok(Some(standing)));
    }

    #[test]
    fn events_that_cannot_follow_each_other_are_refused() {
        let events = [(at(10), OrderChange::Placed), (at(20), OrderChange::Order(OrderEvent::Expire))];
        let ended = OrderStanding { state: Cancelled, delivery_state: None };
        assert_eq!(order_at(&events, at(20)), Ok(Some(ended)));
        let refused = [events.as_slice(), &[(at(30), OrderChange::Order(OrderEvent::Pay))]].concat();
        assert_eq!(order_at(&refused, at(29)), Ok(Some(ended)), "what follows later is not asked for");
        assert_eq!(order_at(&refused, at(30)).unwrap_err().state, Cancelled);
    }
}
