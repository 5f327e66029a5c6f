//! The demo shop: its catalogue, its customers, the events of its last thirty days, its pictures, and the Lab. Everything is
//! computed from numbers and a seed, so that the demo is the same on every machine. Simulated shoppers keep it at work.

pub mod art;
pub mod catalogue;
mod coupons;
mod customers;
mod fill;
pub mod lab;
mod plan;
mod replace;
mod shoppers;
mod unfinished;

pub use art::draw_picture;
pub use customers::ADMIN_EMAIL;
pub use fill::{DemoError, DemoSummary, LOCK_WAIT, fill};
pub use plan::DemoSize;
pub use replace::{begin_own_shop, make_demo, reset_demo};
pub use shoppers::{Shoppers, chosen_rate, keep_rate};
pub use unfinished::clear_unfinished;
