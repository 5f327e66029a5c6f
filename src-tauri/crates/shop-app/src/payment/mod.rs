//! Payment of orders with points and by deposits, the compensation of failed payments, and the deposits as admins see them.

mod admin;
mod arm_fault;
mod compensate;
mod pay_by_deposit;
mod pay_order;
mod settings;

pub use admin::{confirm_payment, list_payments_for_admin, match_payments};
pub use arm_fault::arm_fault;
pub use compensate::finish_compensations;
pub use pay_order::{pay_in, pay_order};
pub(crate) use settings::{deposit_days, open_beside_points, payment_methods};
