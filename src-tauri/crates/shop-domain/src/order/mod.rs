//! Orders: placing, numbers, payment, deposits, cancellation, refund, and the table of their states.

mod cancel;
mod deposit;
mod number;
mod pay;
#[cfg(test)]
mod pay_tests;
mod place;
#[cfg(test)]
mod place_tests;
mod search;
#[cfg(test)]
mod search_tests;
mod state;
mod tracking;
mod unship;

pub use cancel::{GivingBack, cancel, expires};
pub use deposit::{DepositFacts, DepositRefusal, confirm_deposit, due_at};
pub use number::{InvalidOrderNumber, OrderNumber};
pub use pay::{PayFacts, PayPlan, PayRefusal, PayableOrder, PaymentMethod, PaymentState, check_payment};
pub use place::{OrderPlan, PlaceFacts, PlaceLine, PlaceRefusal, plan_order};
pub use search::{NumberPart, OrderWords, customer_tokens, order_tokens, phone_key};
pub use state::{
    DeliveryEvent, DeliveryState, InvalidOrderState, OrderEvent, OrderItemState, OrderState, next_delivery, next_state,
};
pub use tracking::{TrackingStep, is_tracking_open, tracking_step};
pub use unship::unship;
