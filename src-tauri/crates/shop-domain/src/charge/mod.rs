//! Charging points against money: a customer requests points and transfers the amount to the shop's account, and an admin
//! confirms the deposit. `point` decides the balance that follows.

mod account;
mod request;

pub use account::{AccountFault, DepositAccount};
pub use request::{ChargeMode, ChargeRefusal, ChargeState, confirm, end, request};
