//! Products as a table for spreadsheets.

mod export;
mod fault;
mod import;
mod line;
mod sheet;

pub use export::export_products;
pub use import::import_products;
