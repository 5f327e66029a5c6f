//! Products as a table for spreadsheets: out in parts, in as a whole.
//!
//! The columns, which may come in any order: `id`, `name`, `nameEn`, `description`, `descriptionEn`, `category`, `sku`,
//! `barcode`, `price`, `limitedQuantity`, `state`, `saleRate`, `saleBeginsAt`, `saleEndsAt`, `stock`, `options`, `updatedAt`, `exportedStock`, and
//! `option`. Their headings in Korean and English, as an export in a language writes them, are read too.
//!
//! The options of a product are a list in `options`, or rows of their own after its row: with the id or the name of the
//! product, the name of the option in `option`, and its `nameEn`, `sku`, `barcode`, `price`, `stock` and `state`. An option is found by its name:
//! a new name makes an option, and an option without a row stays as it is, as does what an empty cell does not state.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::product_table::{CsvColumn, CsvLeftOut, CsvPreviewRow, CsvRowChange, CsvStockChange, CsvTable};
use crate::Language;

/// Which part of the export is wanted. Over HTTP the whole of it comes as one file with `Accept: text/csv`, or
/// the media type of XLSX.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportProducts {
    /// The language of headings and states; options then have rows of their own, and times are in the shop's zone. When
    /// absent: the names and codes of programs, options as a list in one cell, and times in UTC.
    pub language: Option<Language>,
    /// The headings with example rows instead of the products, in `language` or Korean. An example that is left in a table
    /// is not taken in. False when absent.
    pub template: Option<bool>,
    /// The format; CSV when absent. A workbook comes whole, without a cursor, and has at most 200,000 products.
    pub format: Option<TableFormat>,
    /// Where the part before ended; the first part when absent.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
}

/// The format of a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum TableFormat {
    /// Text with cells between commas.
    #[default]
    Csv,
    /// A workbook of Excel, which other spreadsheets read too.
    Xlsx,
}

/// A part of an export. The parts one behind the other are the file; as XLSX there is one.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CsvPart {
    /// Whole lines of CSV; the first part begins with the line of names. Empty as XLSX.
    pub csv: String,
    /// The workbook in base64, as XLSX.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    /// Products or orders in it.
    pub rows: i64,
    /// Send it back as `cursor` for the next part; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// A table to be taken in. A line with an id changes that product in the columns that there are, its stock only with
/// `setStock`; a line without one makes a product. A line with an option's name is one of the product before it. The table comes as text (`csv`) or as the bytes of its
/// file (`data`), one of the two. Over HTTP the body can also be the file itself, `text/csv` or
/// `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportProducts {
    /// The table as text, with a line of names, at most 200,000 lines.
    #[schema(max_length = 67_108_864)]
    pub csv: Option<String>,
    /// The bytes of the file in base64: CSV in UTF-8, UTF-16 with a byte order mark, or CP949, or a workbook (XLSX). At
    /// most 64 MiB, unpacked 256 MiB.
    #[schema(max_length = 89_478_488, pattern = r"^[A-Za-z0-9+/]*={0,2}$")]
    pub data: Option<String>,
    /// The sheet of a workbook; the first one that is not hidden when absent.
    #[schema(max_length = 100)]
    pub sheet: Option<String>,
    /// Only say what would be done; false when absent.
    pub dry_run: Option<bool>,
    /// Also set the stock where the table states another than the shop has, with `SET` movements; false when absent.
    pub set_stock: Option<bool>,
    /// Why the stock is set, 1 to 200 characters; it stays in the movements.
    #[schema(min_length = 1, max_length = 200)]
    pub stock_reason: Option<String>,
    /// Which of the file's columns becomes which of ours, all others being left out. When absent: our own names, else the
    /// columns chosen the last time for a file with these names, else those of the shop that writes such files.
    #[schema(max_items = 19)]
    pub columns: Option<Vec<CsvColumn>>,
}

/// What an import did, or with a dry run would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ImportedProducts {
    /// Whether it has been done.
    pub done: bool,
    /// Products made.
    pub created: i64,
    /// Products of which the table changes a value.
    pub updated: i64,
    /// Products that are in the table as they are in the shop. They are not written.
    pub unchanged: i64,
    /// What the table changes, row by row, each value before and after. The first 100 rows.
    pub changes: Vec<CsvRowChange>,
    /// How many there are in all.
    pub change_count: i64,
    /// Lines that are not right; with one of them nothing is done. The first 100.
    pub faults: Vec<CsvFault>,
    /// How many there are in all.
    pub fault_count: i64,
    /// How the file was read.
    pub table: CsvTable,
    /// The first ten products that are made or changed, as they will be.
    pub first_rows: Vec<CsvPreviewRow>,
    /// How many of the products made have the name of a product that was there before.
    pub existing_names: i64,
    /// Levels of stock that the table states otherwise than the shop has them. The first 100.
    pub stock_changes: Vec<CsvStockChange>,
    /// How many there are in all.
    pub stock_change_count: i64,
    /// Whether they are set.
    pub stock_set: bool,
    /// Lines from which no product is made: those of another shop that it does not sell, and examples. The first 100.
    pub left_out: Vec<CsvLeftOut>,
    /// How many there are in all.
    pub left_out_count: i64,
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
    pub reason: CsvReason,
    /// The least that it may be, or the fewest characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<i64>,
    /// The most that it may be, or of it there may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<i64>,
}

/// What can be wrong with a table. Clients put it into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum CsvReason {
    /// No encoding fits the file; the line has the first byte that is no text.
    BadEncoding,
    /// The line holds U+FFFD, which stands for text that was lost.
    LostText,
    /// The quote opened on the line is never closed.
    UnclosedQuote,
    /// A quote within a cell that is not quoted.
    QuoteInCell,
    /// Text between a closing quote and the next cell.
    TextAfterQuote,
    /// A file of another kind, which `column` names: `XLS`, `XLSB`, `ODS`, `NUMBERS` or `ZIP`.
    OtherWorkbook,
    /// A workbook that cannot be read.
    DamagedWorkbook,
    /// A workbook that unpacks to more bytes, or has more cells, than are read.
    WorkbookTooLarge,
    /// The workbook has no such sheet, or none at all.
    NoSuchSheet,
    /// The cell holds an error such as `#REF!` instead of a value.
    CellError,
    /// No line of names.
    NoNames,
    /// `column` is none, or stands there twice.
    UnknownColumn,
    /// A value stands in a column without a name.
    UnnamedColumn,
    /// More than `most` lines.
    TooManyLines,
    /// Not `most` cells, as the line of names has.
    WrongWidth,
    /// Nothing stands where something is needed.
    Missing,
    /// Not a whole number such as `6300`, `6,300` or `₩6,300`.
    NotANumber,
    /// Not from `least` to `most`.
    OutOfRange,
    /// Not an instant such as `2026-03-10T03:00:00Z`, nor a time of the shop's zone such as `2026-03-10 12:00`.
    NotAnInstant,
    /// Not a text of `least` to `most` characters, or with control characters.
    NotAText,
    /// Not `NORMAL`, `OUT_OF_STOCK` or `DISCONTINUED`, nor one of their words. An option is not `OUT_OF_STOCK`.
    NotAState,
    /// A new product is `NORMAL`.
    NotNewState,
    /// A sale has a rate, a beginning and an end.
    SaleIncomplete,
    /// A sale takes off `least` to `most` per cent and ends after it begins.
    BadSale,
    /// Not a list of options such as `[{"name":"L","price":1000,"stock":3}]`.
    NotAList,
    /// More than `most` options.
    TooManyOptions,
    /// The list differs from the options of the product. They are changed on its page, or by rows of their own.
    OptionsDiffer,
    /// The row of an option without the row of its product before it, and without an id.
    OptionWithoutProduct,
    /// A second row of the same option.
    OptionTwice,
    /// The row of an option states a value that only products have, and another than its product.
    NotOfOption,
    /// A product with options has no stock of its own.
    StockOfOptions,
    /// A product with options has no price of its own, so that a table cannot change it.
    PriceOfOptions,
    /// The stock was changed in the table, and in the shop since the export.
    StockMoved,
    /// Another product or option has this SKU or barcode, or another line of the table.
    CodeTaken,
    /// No product has this id.
    NoSuchProduct,
    /// A second line of the same product.
    SecondLine,
    /// The product was changed since it was exported, and the table states other values.
    Changed,
}
