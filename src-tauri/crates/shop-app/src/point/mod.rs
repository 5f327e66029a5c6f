//! Points: what one has, charging, the ledger, and what an admin gives or takes. Paying with them is `payment`'s.

mod adjust_points;
mod charge_points;
mod queries;
mod view;

pub use adjust_points::adjust_points;
pub use charge_points::charge_points;
pub use queries::{get_points, list_point_transactions};
pub(crate) use view::transaction;
