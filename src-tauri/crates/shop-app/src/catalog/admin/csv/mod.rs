//! Product tables for spreadsheets: export in parts, import as a whole, also from other shops' exports.

mod act;
mod choose;
mod column;
mod differences;
mod export;
mod fault;
mod headers;
mod import;
mod judge;
mod levels;
mod line;
mod mapping;
mod options;
mod preset;
mod preview;
mod stock;
mod table;

pub use export::export_products;
pub use import::import_products;
