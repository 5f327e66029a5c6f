//! Deposits for orders: the list, their confirmation, and which of them a bank statement pays.

mod confirm_payment;
mod match_payments;
mod queries;
mod statement;
mod view;

pub use confirm_payment::confirm_payment;
pub use match_payments::match_payments;
pub use queries::list_payments_for_admin;
