//! Recovery of a shop that could not be opened. No user can sign in then, so these commands need no session; they change
//! nothing once the shop is open.

use serde_json::Value;
use shop_contract::{Done, Empty, ErrorDetails, ErrorView, RecoverShop, Recovery, parse};
use tauri::{AppHandle, Runtime, State};

use crate::opener::Opener;
use crate::outside;
use crate::window::answer;

/// Whether the shop is open, or why not; waits while it is being opened.
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

/// Restores a backup and opens the shop.
#[tauri::command]
pub async fn recover_shop<R: Runtime>(
    app: AppHandle<R>,
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

/// Tries again to open the shop.
#[tauri::command]
pub async fn reopen_shop<R: Runtime>(
    app: AppHandle<R>,
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

/// Shows the data folder in the file manager.
#[tauri::command]
pub async fn show_data_folder(
    opener: State<'_, Opener>,
    request: Value,
    lang: Option<String>,
) -> Result<Done, ErrorView> {
    let shown = async {
        let Empty {} = parse(request)?;
        outside::open(opener.folder()).map_err(|error| {
            tracing::warn!(%error, "the data folder could not be shown");
            ErrorDetails::InternalError { trace_id: "folder".to_owned(), reason: None }
        })?;
        Ok(Done {})
    };
    answer(shown.await, lang.as_deref())
}

/// Closes the window.
#[tauri::command]
pub fn quit_window<R: Runtime>(app: AppHandle<R>) -> Done {
    app.exit(0);
    Done {}
}
