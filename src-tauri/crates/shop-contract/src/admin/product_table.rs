//! How a product table was read, and what it would do: the parts of an import's answer.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{EditedProductState, ProductSale, TableFormat};

/// A column of ours, and where its values come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CsvColumn {
    /// Our column, such as `name`.
    #[schema(max_length = 20)]
    pub column: String,
    /// The name of the file's column.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1_000)]
    pub from: Option<String>,
    /// The value for lines in which the file has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 5_000)]
    pub if_empty: Option<String>,
}

/// How the file was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CsvTable {
    /// Its format.
    pub format: TableFormat,
    /// Its encoding.
    pub encoding: CsvEncoding,
    /// What stands between its cells: `,`, `;` or a tab; nothing in a workbook.
    pub delimiter: String,
    /// The sheets of the workbook that are not hidden.
    pub sheets: Vec<String>,
    /// The sheet that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The program that wrote the table, recognised by the names of its columns.
    pub source: CsvSource,
    /// Whether its columns are those chosen the last time for a file with these names.
    pub is_remembered: bool,
    /// The names of its columns.
    pub headers: Vec<String>,
    /// Which of them becomes which of ours.
    pub columns: Vec<CsvColumn>,
    /// The names of the columns that nothing is taken from.
    pub unused_headers: Vec<String>,
}

/// An encoding of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum CsvEncoding {
    /// UTF-8, with or without a byte order mark.
    #[serde(rename = "UTF-8")]
    Utf8,
    /// UTF-16 with a byte order mark.
    #[serde(rename = "UTF-16")]
    Utf16,
    /// CP949, in which EUC-KR is contained.
    #[serde(rename = "CP949")]
    Cp949,
}

/// The programs that write such tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum CsvSource {
    /// This shop.
    Jangteo,
    /// Shopify.
    Shopify,
    /// WooCommerce.
    Woocommerce,
    /// Naver Smartstore.
    Smartstore,
    /// Cafe24.
    Cafe24,
    /// Any other source.
    Other,
}

/// A product as it will be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CsvPreviewRow {
    /// The line of the file.
    pub line: i64,
    /// The product that is changed; absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_id: Option<i64>,
    /// Korean name.
    pub name: String,
    /// The first 100 characters of the description.
    pub description: String,
    /// Category.
    pub category: String,
    /// Price of a unit without a sale, in won.
    pub price: i64,
    /// State.
    pub state: EditedProductState,
    /// The sale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sale: Option<ProductSale>,
    /// Units in stock, of all options where there are any.
    pub stock: i64,
    /// Names of the options.
    pub options: Vec<String>,
}

/// A row that changes something in the shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CsvRowChange {
    /// The line of the file.
    pub line: i64,
    /// The product.
    pub product_id: i64,
    /// Its Korean name before the import.
    pub name: String,
    /// The option, where the row is an option's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option_name: Option<String>,
    /// The values that differ.
    pub cells: Vec<CsvCellChange>,
}

/// A value that the table changes, as an export writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CsvCellChange {
    /// Our column, such as `name`.
    pub column: String,
    /// The value in the shop; absent where there is none. Of a long text the part around the first difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The value after the import; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A level of stock that the table states otherwise than the shop has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CsvStockChange {
    /// The line of the file.
    pub line: i64,
    /// The product.
    pub product_id: i64,
    /// Its Korean name.
    pub name: String,
    /// The option, where the product has options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_option_id: Option<i64>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option_name: Option<String>,
    /// Units in the shop.
    pub available: i64,
    /// Units that the table states.
    pub stated: i64,
    /// Units at the time of the export, where the table says so. Where the shop no longer has them the stock is not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exported: Option<i64>,
}

/// A line from which no product is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CsvLeftOut {
    /// The line of the file.
    pub line: i64,
    /// Why.
    pub reason: CsvLeftOutReason,
}

/// Why no product is made from a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum CsvLeftOutReason {
    /// It is not on sale there: a draft, hidden, stopped or in the archive.
    NotOnSale,
    /// It is of a kind that this shop does not sell: a bundle, or something sold elsewhere.
    OtherKind,
    /// Its options are written in a way that cannot be read safely.
    OptionsNotRead,
    /// It is an option of a product that is not taken in.
    NoProduct,
    /// It is an example of the template.
    Example,
}
