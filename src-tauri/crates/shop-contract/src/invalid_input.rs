//! The details of a refused input: which fields are wrong, and the faults of a table.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{CsvColumn, CsvFault};

/// What is wrong with the input.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InvalidInput {
    /// The faulty fields, at least one.
    pub fields: Vec<FieldFault>,
    /// The first faults of an imported table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<CsvFault>,
    /// How many faults the table has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault_count: Option<i64>,
    /// The names in the table's header, where columns are unknown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<String>,
    /// Where the shop's columns would come from, where columns are unknown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<CsvColumn>,
}

/// A faulty field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldFault {
    /// The path of the field, with dots.
    pub field: String,
    /// A code or an English sentence, for programs and their authors.
    pub reason: String,
}
