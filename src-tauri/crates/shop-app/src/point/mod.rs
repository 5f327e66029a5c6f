//! Points: what one has, charging, the ledger. Paying with them is `payment`'s.

mod charge_points;
mod queries;
mod view;

pub use charge_points::charge_points;
pub use queries::{get_points, list_point_transactions};
