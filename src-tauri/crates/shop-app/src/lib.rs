//! Use cases, runtime, and the contract that the faces share.

pub mod contract;
pub mod coupon;
pub mod order;
mod paging;
pub mod payment;
pub mod point;
pub mod ranking;
pub mod runtime;
