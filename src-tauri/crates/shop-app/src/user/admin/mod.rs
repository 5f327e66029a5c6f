//! The admin's side of users: list, detail, and whether a user is blocked.

mod queries;
mod set_user_state;

pub use queries::{get_user, list_users};
pub use set_user_state::set_user_state;
