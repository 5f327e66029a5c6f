//! Parcels as admins send them: carriers and tracking numbers, their tables, and packing slips.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AdminOrder, CsvReason, TableFormat};
use crate::{ById, Language};

/// Ship an order. Of an order that is picked up: it is ready.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipOrder {
    /// The order.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Name of the carrier, 1 to 50 characters; as it is when absent. None for an order that is picked up.
    #[schema(pattern = r"^\s*[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,48}[^\s\x00-\x1f\x7f-\x9f])?\s*$")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// 4 to 40 letters and digits, with hyphens or spaces between them; as it is when absent.
    #[schema(pattern = r"^\s*[A-Za-z0-9]{4,40}\s*$")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_number: Option<String>,
}

impl From<ById> for ShipOrder {
    fn from(order: ById) -> Self {
        Self { id: order.id, carrier: None, tracking_number: None }
    }
}

/// Mark an order as delivered, or hand it over.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeliverOrder {
    /// The order.
    #[schema(minimum = 1)]
    pub id: i64,
    /// The six digits that the customer tells; needed for an order that is picked up, and for no other.
    #[schema(pattern = r"^\s*[0-9]{6}\s*$")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pickup_code: Option<String>,
}

impl From<ById> for DeliverOrder {
    fn from(order: ById) -> Self {
        Self { id: order.id, pickup_code: None }
    }
}

/// Correct the carrier and the tracking number of an order, until it is delivered.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetTracking {
    /// The order.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Name of the carrier, 1 to 50 characters; none when absent.
    #[schema(pattern = r"^\s*[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,48}[^\s\x00-\x1f\x7f-\x9f])?\s*$")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// 4 to 40 letters and digits, with hyphens or spaces between them; none when absent.
    #[schema(pattern = r"^\s*[A-Za-z0-9]{4,40}\s*$")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_number: Option<String>,
    /// The order's `updatedAt` as it was read; another by now is `CONFLICT`. Not compared when absent.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::deserialize::optional_instant"
    )]
    pub updated_at: Option<DateTime<Utc>>,
}

/// Which orders go on packing slips.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListPackingSlips {
    /// Comma-separated ids of orders, 1 to 100.
    #[schema(pattern = r"^[1-9][0-9]{0,15}(,[1-9][0-9]{0,15}){0,99}$")]
    pub ids: String,
}

/// The orders of packing slips.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PackingSlips {
    /// In the sequence of the request, each once.
    pub items: Vec<AdminOrder>,
}

/// The table of the parcels to ship, for a carrier's program: paid orders that are prepared and delivered, the oldest first. Over
/// HTTP the whole of it comes as one file with `Accept: text/csv`, or the media type of XLSX.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportParcels {
    /// Comma-separated ids of orders, at most 100; of these only those to ship. All when absent.
    #[schema(pattern = r"^[1-9][0-9]{0,15}(,[1-9][0-9]{0,15}){0,99}$")]
    pub ids: Option<String>,
    /// Where the part before ended; the first part when absent.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// The format; CSV when absent. A workbook comes whole, without a cursor, and has at most 200,000 orders.
    pub format: Option<TableFormat>,
    /// The language of the headings; the names of programs when absent.
    pub language: Option<Language>,
}

/// A table with tracking numbers. It has the columns `orderNumber`, `carrier` and `trackingNumber`, by these names or by those of
/// the exported table; others are left out, as are rows without carrier and number. An order that is prepared is shipped, and one that
/// is on its way is corrected: all of them, or none. The table comes as text or as the bytes of its file, one of the two. Over HTTP
/// the body can also be the file itself, `text/csv` or `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportTracking {
    /// The table as text, with a line of names, at most 2,000 rows.
    #[schema(max_length = 10_485_760)]
    pub csv: Option<String>,
    /// The bytes of the file in base64: CSV in UTF-8, UTF-16 with a byte order mark, or CP949, or a workbook (XLSX).
    #[schema(max_length = 10_485_760, pattern = r"^[A-Za-z0-9+/]*={0,2}$")]
    pub data: Option<String>,
    /// Only say what would be done; false when absent.
    pub dry_run: Option<bool>,
    /// The carrier of rows without one; none when absent.
    #[schema(pattern = r"^\s*[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,48}[^\s\x00-\x1f\x7f-\x9f])?\s*$")]
    pub carrier: Option<String>,
}

/// What a row does to its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TrackingChange {
    /// It is shipped.
    Shipped,
    /// It is on its way, and its carrier or number is corrected.
    Corrected,
    /// It is on its way with just this carrier and number.
    Unchanged,
}

/// A row of a table with tracking numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TrackingRow {
    /// The line of the file, from 1; the line of names is the first.
    pub line: i64,
    /// The order.
    pub order_id: i64,
    /// Its number.
    pub order_number: String,
    /// Its recipient.
    pub recipient_name: String,
    /// What the row does.
    pub change: TrackingChange,
    /// The carrier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// The tracking number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tracking_number: Option<String>,
    /// The carrier before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carrier_before: Option<String>,
    /// The tracking number before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tracking_number_before: Option<String>,
}

/// What can be wrong with a row. Clients put it into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TrackingReason {
    /// No order has this number.
    NoSuchOrder,
    /// A second row of the same order.
    SecondRow,
    /// Not a name of 1 to 50 characters.
    BadCarrier,
    /// Not 4 to 40 letters and digits.
    BadTrackingNumber,
    /// The order is not paid, or no longer.
    NotPaid,
    /// The order is delivered.
    Delivered,
    /// The order is picked up.
    Pickup,
}

/// A row that is not right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TrackingFault {
    /// The line of the file, from 1.
    pub line: i64,
    /// The order number, as it stands there.
    pub order_number: String,
    /// What is wrong.
    pub reason: TrackingReason,
}

/// What a table with tracking numbers did, or with a dry run would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ImportedTracking {
    /// Whether it has been done. With a faulty row nothing is.
    pub done: bool,
    /// Orders shipped.
    pub shipped: i64,
    /// Orders corrected.
    pub corrected: i64,
    /// Orders that are as the table has them.
    pub unchanged: i64,
    /// Rows without carrier and number.
    pub left_out: i64,
    /// Every other row that is right, in the order of the table.
    pub rows: Vec<TrackingRow>,
    /// Every row that is not right.
    pub faults: Vec<TrackingFault>,
    /// Why the file cannot be read as a table, at the line `unreadableLine`; `rows` and `faults` are empty then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unreadable: Option<CsvReason>,
    /// That line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unreadable_line: Option<i64>,
}
