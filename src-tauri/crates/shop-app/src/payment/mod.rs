//! Paying an order, and what happens when that breaks off.

mod compensate;
mod fault;
mod pay_order;
mod refusal;
mod view;

pub use compensate::finish_compensations;
pub(crate) use fault::FaultPoint;
pub use pay_order::pay_order;
pub(crate) use view::payment;
