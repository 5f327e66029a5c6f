//! Products as a table for spreadsheets.

mod act;
mod export;
mod fault;
mod import;
mod line;
mod place;
mod sheet;

pub use export::export_products;
pub use import::import_products;
