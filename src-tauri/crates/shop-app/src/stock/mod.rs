//! Stock as the admin corrects it, and its history. What orders do to it is theirs.

mod adjust_stock;
mod queries;

pub use adjust_stock::adjust_stock;
pub use queries::list_stock_movements;
