//! A shop that cannot be opened, as the window shows it: why, which copies there are, and going back to one.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Backup;

/// Why a shop cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StartProblem {
    /// The shop's file is not there, and other files of the shop are.
    Missing,
    /// The file is of length 0, and other files of the shop lie beside it.
    Empty,
    /// Pages of the file are damaged, or it is no database.
    Damaged,
    /// The file or its folder cannot be written to.
    ReadOnly,
    /// A newer version of the program has written it.
    Newer,
    /// It is a database, but not one of this program.
    NotOurs,
    /// The disk has no room.
    Full,
    /// Another reason, which says nothing about the file: `found` has the words.
    Other,
}

/// Whether the shop is open, and the way back where it cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Recovery {
    /// Why it cannot be opened; absent where it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<StartProblem>,
    /// The same in the program's own words, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// The data folder.
    pub folder: String,
    /// The copies in it, the latest first; none where the shop is open.
    pub copies: Vec<Backup>,
}

/// Put a copy in the place of a shop that cannot be opened, and open it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecoverShop {
    /// The copy's name.
    pub name: String,
}
