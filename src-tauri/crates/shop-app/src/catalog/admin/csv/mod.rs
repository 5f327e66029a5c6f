//! Products as a table for spreadsheets: out in parts, in as a whole, also as other shops write them.

mod act;
mod column;
mod export;
mod fault;
mod headers;
mod import;
mod judge;
mod line;
mod mapping;
mod options;
mod preset;
mod preview;
mod stock;
mod table;

pub use export::export_products;
pub use import::import_products;
