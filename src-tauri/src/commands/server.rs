//! Enables and disables the local server, for owners.

use serde_json::Value;
use shop_app::context::{AdminCall, Admits as _};
use shop_contract::{Empty, ErrorView, ServerState, ShopError, StartServer, level, parse};
use tauri::State;

use crate::server::LocalServer;
use crate::window::{Window, answer};

/// Whether the server runs, and at which addresses.
#[tauri::command]
pub async fn server_state(
    window: State<'_, Window>,
    server: State<'_, LocalServer>,
    request: Value,
    lang: Option<String>,
) -> Result<ServerState, ErrorView> {
    let state = async {
        let admin = admin(&window).await?;
        let Empty {} = parse(request)?;
        server.state(&admin).await
    };
    answer(state.await, lang.as_deref())
}

/// Enables the server.
#[tauri::command]
pub async fn start_server(
    window: State<'_, Window>,
    server: State<'_, LocalServer>,
    request: Value,
    lang: Option<String>,
) -> Result<ServerState, ErrorView> {
    let started = async {
        let admin = admin(&window).await?;
        let request: StartServer = parse(request)?;
        server.start(&admin, request).await
    };
    answer(started.await, lang.as_deref())
}

/// Disables the server.
#[tauri::command]
pub async fn stop_server(
    window: State<'_, Window>,
    server: State<'_, LocalServer>,
    request: Value,
    lang: Option<String>,
) -> Result<ServerState, ErrorView> {
    let stopped = async {
        let admin = admin(&window).await?;
        let Empty {} = parse(request)?;
        server.stop(&admin).await
    };
    let stopped: Result<ServerState, ShopError> = stopped.await;
    answer(stopped, lang.as_deref())
}

/// The call of the owner at the window, before the input is looked at.
async fn admin(window: &Window) -> Result<AdminCall, ShopError> {
    level::Owner::admit(window.call(None).await?)
}
