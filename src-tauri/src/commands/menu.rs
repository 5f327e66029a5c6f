//! Connects the page with the menu of the window.

use serde_json::Value;
use shop_contract::{AttachMenu, Done, ErrorDetails, ErrorView, PageCue, ShopError, parse};
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime, State};

use crate::menu::{Page, WindowMenu};
use crate::window::{Window, answer, language};

/// Sets the language, the theme and the user of the menu, and sends its choices to the channel. To be called again whenever one
/// of them changes.
#[tauri::command]
pub async fn attach_menu<R: Runtime>(
    app: AppHandle<R>,
    window: State<'_, Window>,
    menu: State<'_, WindowMenu>,
    request: Value,
    channel: Channel<PageCue>,
    lang: Option<String>,
) -> Result<Done, ErrorView> {
    let attached = async {
        let AttachMenu { look }: AttachMenu = parse(request)?;
        // A shop that could not be opened has no users; the recovery page still has a menu in its language.
        let principal = window.call(None).await.ok().and_then(|call| call.principal);
        let role = principal.and_then(|principal| principal.role);
        let page = Page { language: language(lang.as_deref()), role, look, channel };
        let failed = |error: tauri::Error| {
            tracing::error!(%error, "the menu could not be made");
            ShopError::from(ErrorDetails::InternalError { trace_id: "menu".to_owned(), reason: None })
        };
        menu.attach(&app, page).map_err(failed)?;
        Ok::<_, ShopError>(Done {})
    };
    answer(attached.await, lang.as_deref())
}
