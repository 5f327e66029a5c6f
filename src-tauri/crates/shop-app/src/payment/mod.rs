//! Payment of orders, and the compensation of failed payments.

mod arm_fault;
mod compensate;
mod pay_order;

pub use arm_fault::arm_fault;
pub use compensate::finish_compensations;
pub use pay_order::{pay_in, pay_order};
