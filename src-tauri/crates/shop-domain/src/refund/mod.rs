//! Refunds of paid orders, whole and in part: what each line gets back, to which payment it goes, and the returns of customers.

mod line;
mod plan;
#[cfg(test)]
mod plan_tests;
mod return_request;
mod return_state;
mod returning;

pub use line::{RefundLine, line_refund};
pub use plan::{PlannedLine, RefundFacts, RefundPlan, RefundRefusal, RefundTo, RefundWish, plan_refund};
pub use return_request::{ReturnFacts, ReturnRefusal, request_return, returnable_until};
pub use return_state::{ReturnEvent, ReturnState, next_return};
pub use returning::{LineUnits, OpenReturn, returning, settled_returns};
