//! What only a window on a desktop has: the program's version, pages as PDF files, and reports of crashes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The running program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// Its version, such as `0.1.0`.
    pub version: String,
    /// The commit that it was built from; `dev` for a debug build.
    pub commit: String,
}

/// Save the page that is shown as a PDF file; the user chooses the folder and the name.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SavePdf {
    /// The name that is proposed, without its ending.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
}

/// How an earlier run of the program failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum CrashKind {
    /// A part of the program panicked; the program may have gone on without it.
    Panic,
    /// The program ended without closing the shop: it crashed, or it was ended from outside.
    UncleanEnd,
}

/// The report of a crash, which stays on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CrashReport {
    /// The name of its file.
    pub name: String,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// How the program failed.
    pub kind: CrashKind,
    /// The whole report, as a text in English.
    pub text: String,
}

/// The newest report of a crash that the user has not dismissed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CrashNotice {
    /// The report; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<CrashReport>,
    /// The folder of the reports.
    pub folder: String,
}
