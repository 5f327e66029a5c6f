//! Points: balance, charges, ledger, and adjustments by admins. Paying with them is in `payment`.

mod adjust_points;
mod charge_points;
mod queries;
mod view;

pub use adjust_points::adjust_points;
pub use charge_points::charge_points;
pub use queries::{get_points, list_point_transactions};
pub(crate) use view::transaction;
