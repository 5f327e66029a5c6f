//! Stock adjustments by admins, and the stock history. Orders change stock in their own module.

mod adjust_stock;
mod queries;

pub use adjust_stock::adjust_stock;
pub use queries::list_stock_movements;
