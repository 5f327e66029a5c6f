//! Points: balance, charges, ledger, adjustments by admins, and a balance as of an instant. Paying with them is in `payment`.

mod adjust_points;
mod charge_points;
mod get_points_at;
mod queries;
mod view;

pub use adjust_points::adjust_points;
pub use charge_points::charge_points;
pub use get_points_at::get_points_at;
pub use queries::{get_points, list_point_transactions};
pub(crate) use view::transaction;
