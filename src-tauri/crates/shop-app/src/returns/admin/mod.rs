//! The returns of all customers, and how an admin moves one on.

mod moves;
mod queries;

pub use moves::{approve_return, receive_return, reject_return};
pub use queries::list_returns_for_admin;
