//! Returns: a customer asks for one, and admins approve or reject it and record that the goods came. Its refund is in `order`.

mod admin;
mod queries;
mod request_return;
mod settings;
mod view;

pub use admin::{approve_return, list_returns_for_admin, receive_return, reject_return};
pub use queries::list_returns;
pub use request_return::request_return;
pub(crate) use settings::return_days;
pub(crate) use view::admin_return;
