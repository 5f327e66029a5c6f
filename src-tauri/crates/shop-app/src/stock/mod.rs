//! Stock adjustments by admins, the stock history, and a level as of an instant. Orders change stock in their own module.

mod adjust_stock;
mod get_stock_at;
mod low_stock;
mod queries;

pub use adjust_stock::adjust_stock;
pub use get_stock_at::get_stock_at;
pub(crate) use low_stock::{low_stock_name, low_stock_name_en};
pub use queries::list_stock_movements;
