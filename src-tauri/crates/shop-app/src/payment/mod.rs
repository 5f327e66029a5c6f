//! Payment of orders, and the compensation of failed payments.

mod arm_fault;
mod compensate;
mod fault;
mod pay_order;

pub use arm_fault::arm_fault;
pub use compensate::finish_compensations;
pub(crate) use fault::FaultPoint;
pub use pay_order::pay_order;
