//! What a thing was at an instant, from the changes that were recorded of it. The changes come in the order in which they
//! were written; that of instants is the same unless the clock was set back.

mod figure;
mod order;
mod terms;

pub use figure::{Change, Figure, Reconciled, figure, reconcile};
pub use order::{OrderChange, OrderStanding, order_at};
pub use terms::{coupon_state_at, terms_at};
