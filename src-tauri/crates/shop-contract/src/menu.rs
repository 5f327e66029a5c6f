//! The window and its page: what the page says of itself, and what the window has it do. A browser does all of it by itself.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Light or dark, as the page was told to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum Look {
    /// Always light.
    Light,
    /// Always dark.
    Dark,
    /// As the system is.
    Auto,
}

/// The page is there, and does what the window asks of it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttachMenu {
    /// How it looks; the frame and the menu follow.
    pub look: Look,
}

/// What the page is to do: the user chose it in the menu or on the desktop, or the window has news that only a page can
/// show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "act", rename_all = "camelCase")]
pub enum PageCue {
    /// Go to a page.
    #[serde(rename_all = "camelCase")]
    Go {
        /// Its address within the app.
        to: String,
    },
    /// One page back.
    #[serde(rename_all = "camelCase")]
    Back {},
    /// One page forward again.
    #[serde(rename_all = "camelCase")]
    Forward {},
    /// Ask the shop anew for what is shown.
    #[serde(rename_all = "camelCase")]
    Refresh {},
    /// Open the palette.
    #[serde(rename_all = "camelCase")]
    Palette {},
    /// Show the shortcuts.
    #[serde(rename_all = "camelCase")]
    Shortcuts {},
    /// Say that a file was saved.
    #[serde(rename_all = "camelCase")]
    Saved {
        /// The name that it has got.
        name: String,
        /// Where it lies: the folder's path.
        folder: String,
    },
    /// Say that a file could not be saved.
    #[serde(rename_all = "camelCase")]
    NotSaved {},
    /// Take a file that was dropped on the window.
    #[serde(rename_all = "camelCase")]
    Dropped {
        /// Its name.
        name: String,
        /// Its content in base64; absent where it could not be read.
        #[serde(skip_serializing_if = "Option::is_none")]
        data: Option<String>,
    },
}
