//! Notes of admins on orders and users, which customers never see.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Write a note.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddNote {
    /// The order or the user.
    #[schema(minimum = 1)]
    pub id: i64,
    /// 1 to 2,000 characters, in one line or several.
    #[schema(
        pattern = r"^\s*[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x08\x0b-\x1f\x7f-\x9f]{0,1998}[^\s\x00-\x1f\x7f-\x9f])?\s*$"
    )]
    pub body: String,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// Id.
    pub id: i64,
    /// The text.
    pub body: String,
    /// The admin who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<i64>,
    /// That admin's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// The notes on one order or user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NoteList {
    /// The latest 200, latest first.
    pub items: Vec<Note>,
}
