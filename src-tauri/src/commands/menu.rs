//! Connects the page with the menu of the window.

use serde_json::Value;
use shop_contract::{AttachMenu, Done, ErrorView, PageCue, ShopError, UserType, parse};
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

use crate::menu::{Page, WindowMenu};
use crate::window::{Window, answer, language};

/// Sets the language, the theme and the user of the menu, and sends its choices to the channel. To be called again whenever one
/// of them changes.
#[tauri::command]
pub async fn attach_menu(
    app: AppHandle,
    window: State<'_, Window>,
    menu: State<'_, WindowMenu>,
    request: Value,
    channel: Channel<PageCue>,
    lang: Option<String>,
) -> Result<Done, ErrorView> {
    let attached = async {
        let AttachMenu { look }: AttachMenu = parse(request)?;
        let call = window.call(None).await?;
        let is_admin = call.principal.is_some_and(|principal| principal.kind == UserType::Admin);
        let page = Page { language: language(lang.as_deref()), is_admin, look, channel };
        menu.attach(&app, page).map_err(|error| call.internal(&error.to_string()))?;
        Ok::<_, ShopError>(Done {})
    };
    answer(attached.await, lang.as_deref())
}
