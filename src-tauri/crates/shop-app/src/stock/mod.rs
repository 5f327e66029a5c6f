//! Stock adjustments by admins, and the stock history. Orders change stock in their own module.

mod adjust_stock;
mod low_stock;
mod queries;

pub use adjust_stock::adjust_stock;
pub(crate) use low_stock::{low_stock_name, low_stock_name_en};
pub use queries::list_stock_movements;
