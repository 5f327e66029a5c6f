//! The use cases, a module a noun, and what they run on (`runtime`).

pub mod alert;
pub mod audit;
pub mod backup;
pub mod cart;
pub mod catalog;
pub mod coupon;
pub mod jobs;
pub mod order;
pub mod outbox;
mod paging;
pub mod payment;
pub mod point;
pub mod ranking;
pub mod runtime;
pub mod shop;
pub mod spreadsheet;
pub mod statistics;
pub mod stock;
pub mod user;
mod verify;

pub use verify::{Broken, Verified, verify, verify_folder};
