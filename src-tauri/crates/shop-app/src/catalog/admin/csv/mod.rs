//! Product tables for spreadsheets: export in parts, import as a whole, also from other shops' exports.

mod act;
mod choose;
mod codes;
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
mod option_rows;
mod options;
mod plan;
mod preset;
mod preview;
mod source;
mod stock;
mod table;
mod template;
mod words;

pub use export::export_products;
pub use import::import_products;
