//! Statistics for admins: sales by day, best sellers, and the panel's dashboard.
//!
//! A page that is read all day must not sum a million orders: it reads the tally of orders, which is updated with them,
//! and partial indexes.

mod dashboard;
mod popular;
mod sales;

pub use dashboard::get_dashboard;
pub use popular::popular_statistics;
pub use sales::sales_statistics;
