//! The way back where the shop could not be opened. Nobody can sign in then: whoever sits at this machine may ask, and only while
//! there is no shop that is open.

use std::io;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use shop_contract::{Done, Empty, ErrorDetails, ErrorView, RecoverShop, Recovery, ShopError, parse};
use tauri::{AppHandle, State};

use crate::opening::Opener;
use crate::window::answer;

/// What opens a folder where people look at folders.
const OPENS_FOLDERS: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(windows) {
    "explorer"
} else {
    "xdg-open"
};

/// Whether the shop is open, and why not; waits until that is known.
#[tauri::command]
pub async fn get_recovery(
    opener: State<'_, Opener>,
    request: Value,
    lang: Option<String>,
) -> Result<Recovery, ErrorView> {
    let view = async {
        let Empty {} = parse(request)?;
        Ok(opener.view().await)
    };
    answer(view.await, lang.as_deref())
}

/// Goes back to a copy and opens the shop.
#[tauri::command]
pub async fn recover_shop(
    app: AppHandle,
    opener: State<'_, Opener>,
    request: Value,
    lang: Option<String>,
) -> Result<Recovery, ErrorView> {
    let recovered = async {
        let RecoverShop { name } = parse(request)?;
        opener.recover(&app, name).await?;
        Ok(opener.view().await)
    };
    answer(recovered.await, lang.as_deref())
}

/// Tries once more to open the shop, after somebody has helped.
#[tauri::command]
pub async fn reopen_shop(
    app: AppHandle,
    opener: State<'_, Opener>,
    request: Value,
    lang: Option<String>,
) -> Result<Recovery, ErrorView> {
    let opened = async {
        let Empty {} = parse(request)?;
        opener.open(&app).await;
        Ok(opener.view().await)
    };
    answer(opened.await, lang.as_deref())
}

/// Shows the data folder where people look at folders.
#[tauri::command]
pub async fn show_data_folder(
    opener: State<'_, Opener>,
    request: Value,
    lang: Option<String>,
) -> Result<Done, ErrorView> {
    let shown = async {
        let Empty {} = parse(request)?;
        show(opener.folder()).map_err(|error| {
            tracing::warn!(%error, "the data folder could not be shown");
            ErrorDetails::InternalError { trace_id: "folder".to_owned(), reason: None }
        })?;
        Ok(Done {})
    };
    answer(shown.await, lang.as_deref())
}

/// Closes the window.
#[tauri::command]
pub fn quit_window(app: AppHandle) -> Done {
    app.exit(0);
    Done {}
}

fn show(folder: &Path) -> io::Result<()> {
    let mut program = Command::new(OPENS_FOLDERS).arg(folder).spawn()?;
    // Somebody has to hear of its end, or the system keeps its name.
    tauri::async_runtime::spawn_blocking(move || program.wait());
    Ok(())
}
