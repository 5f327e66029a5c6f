//! The admin's side of users: list, detail, whether a user is blocked, codes for forgotten passwords, and staff.

mod create_staff;
mod make_reset_code;
mod queries;
mod remove_staff;
mod set_staff_role;
mod set_user_state;
mod staff;

pub use create_staff::create_staff;
pub use make_reset_code::make_reset_code;
pub(crate) use queries::filter_by;
pub use queries::{get_user, list_staff, list_users};
pub use remove_staff::remove_staff;
pub use set_staff_role::set_staff_role;
pub use set_user_state::set_user_state;
