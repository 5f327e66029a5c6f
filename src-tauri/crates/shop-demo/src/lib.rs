//! The demo shop: its catalogue, its customers, the events of its last thirty days, its pictures, and the Lab. Everything is
//! computed from numbers and a seed, so that the demo is the same on every machine.

pub mod art;
pub mod catalogue;
mod coupons;
mod customers;
mod fill;
pub mod lab;
mod plan;
mod unfinished;

pub use art::draw_picture;
pub use customers::ADMIN_EMAIL;
pub use fill::{DemoError, DemoSummary, LOCK_WAIT, fill};
pub use plan::DemoSize;
pub use unfinished::clear_unfinished;
