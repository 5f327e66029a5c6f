//! The use cases, one module for each noun. Below them are `runtime`, then `popularity` and `sale_state`, then `context` with the call and the
//! shop, and what several nouns need: `setting`, `paging`, `period`, `as_of`, `spreadsheet`. Above them are `jobs`, and `open`, which
//! opens a shop.

pub mod alert;
mod as_of;
pub mod audit;
pub mod backup;
pub mod cart;
pub mod catalog;
pub mod charge;
pub mod context;
pub mod coupon;
pub mod jobs;
pub mod note;
mod open;
pub mod order;
pub mod outbox;
mod paging;
pub mod payment;
mod period;
pub mod point;
pub mod popularity;
pub mod ranking;
pub mod returns;
pub mod runtime;
pub mod sale_room;
pub mod sale_state;
pub mod seal;
pub mod setting;
mod shipping;
pub mod shop;
pub mod spreadsheet;
pub mod statistics;
pub mod stock;
pub mod user;
mod verify;

pub use verify::{Broken, Verified, verify, verify_folder};
