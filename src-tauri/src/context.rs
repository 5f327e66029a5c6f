//! What the program is built with: the configuration, the capabilities and the pages.

use tauri::{Context, Runtime};

use crate::pages::Pages;

/// The configuration, the capabilities and the pages.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!(assets = Pages)
}
