//! Workbooks (XLSX): read to the rows of text that a table in CSV has, and written from them.

mod archive;
mod read;
mod write;

pub(crate) use archive::{Kind, kind};
pub(crate) use read::{Bounds, Fault, Workbook, read};
pub use write::workbook;
