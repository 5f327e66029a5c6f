//! The demo shop: what it sells, who shops there, what has happened in its last thirty days, and how it all looks.
//! Everything comes from numbers and a seed, so that the same demo stands on every machine.

pub mod art;
pub mod catalogue;
mod coupons;
mod fill;
mod people;
mod plan;
mod unfinished;

pub use art::draw_picture;
pub use fill::{DemoError, DemoSummary, LOCK_WAIT, fill};
pub use people::ADMIN_EMAIL;
pub use plan::DemoSize;
pub use unfinished::clear_unfinished;
