//! The shop added up for admins: sales by day, what sold best, and the panel's first page.
//!
//! A page that is looked at all day must not add up a million orders: it reads the tally of orders, which moves with them,
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
