//! Signing in and out in the window.

use serde_json::Value;
use shop_app::context::{Call, perform};
use shop_app::user;
use shop_contract::{Done, ErrorView, Login, ShopError, User, operation};
use tauri::State;

use crate::window::{Window, answer};

/// Device and address in the list of sessions.
const WINDOW: &str = "window";

/// Signs in; the secret stays in Rust.
#[tauri::command]
pub async fn login(window: State<'_, Window>, request: Value, lang: Option<String>) -> Result<User, ErrorView> {
    answer(perform_login(&window, request).await, lang.as_deref())
}

/// Signs out and ends the session.
#[tauri::command]
pub async fn logout(window: State<'_, Window>, lang: Option<String>) -> Result<Done, ErrorView> {
    answer(sign_out(&window).await, lang.as_deref())
}

/// Signs a user in here.
pub(super) async fn sign_in(window: &Window, login: Login) -> Result<User, ShopError> {
    let input = serde_json::to_value(login).map_err(|error| ShopError::invalid("login", &error.to_string()))?;
    perform_login(window, input).await
}

async fn perform_login(window: &Window, request: Value) -> Result<User, ShopError> {
    let call = Call::new(window.shop().await?, None, None);
    let from = user::From { device: WINDOW.to_owned(), address: WINDOW.to_owned() };
    let (secret, _, user) = perform(call, operation::login.with_answer(), Ok(request), |call, request: Login| {
        user::sign_in(call, request, from)
    })
    .await?
    .into_value();
    window.session.begin(secret).await;
    Ok(user)
}

async fn sign_out(window: &Window) -> Result<Done, ShopError> {
    // The secret is enough: a session that cannot be looked up can be left as well.
    let call = Call::new(window.shop().await?, None, None);
    if let Some(secret) = window.session.end().await {
        user::sign_out(call, &secret).await?;
    }
    Ok(Done {})
}
