//! Products as a table for spreadsheets: out in parts, in as a whole.
//!
//! The columns, which may come in any order: `id`, `name`, `nameEn`, `description`, `descriptionEn`, `category`, `price`,
//! `limitedQuantity`, `state`, `saleRate`, `saleBeginsAt`, `saleEndsAt`, `stock`, `options`, `updatedAt`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which part of the export is wanted. Over HTTP the whole of it comes as one file with `Accept: text/csv`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportProducts {
    /// Where the part before ended; the first part when absent.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
}

/// A part of an export. The parts one behind the other are the file.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CsvPart {
    /// Whole lines of CSV; the first part begins with the line of names.
    pub csv: String,
    /// Rows in it, the names not among them.
    pub rows: i64,
    /// Send it back as `cursor` for the next part; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// A table to be taken in. A line with an id changes that product in the columns that there are, its stock and options
/// excepted; a line without one makes a product. Over HTTP the body can also be the table itself, `text/csv`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportProducts {
    /// The table: UTF-8 with a line of names, at most 200,000 lines.
    #[schema(max_length = 67_108_864)]
    pub csv: String,
    /// Only say what would be done; false when absent.
    pub dry_run: Option<bool>,
}

/// What an import did, or with a dry run would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ImportedProducts {
    /// Whether it has been done.
    pub done: bool,
    /// Products made.
    pub created: i64,
    /// Products changed.
    pub updated: i64,
    /// Lines that are not right; with one of them nothing is done. The first 100.
    pub faults: Vec<CsvFault>,
    /// How many there are in all.
    pub fault_count: i64,
}

/// A line that is not right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CsvFault {
    /// The line of the file, from 1; the line of names is the first.
    pub line: i64,
    /// The column, where it is one's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What is wrong.
    pub reason: String,
}
