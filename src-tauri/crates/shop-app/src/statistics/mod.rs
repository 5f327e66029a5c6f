//! Statistics for admins: sales by day, best sellers, and the panel's dashboard.
//!
//! A page that is read all day must not sum a million orders: it reads the tally of orders, which is updated with them,
//! and partial indexes.

mod dashboard;
mod period;
mod popular;
mod sales;

pub use dashboard::get_dashboard;
pub(crate) use dashboard::{low_stock_name, low_stock_name_en};
pub(crate) use period::Period;
pub use popular::popular_statistics;
pub use sales::sales_statistics;
