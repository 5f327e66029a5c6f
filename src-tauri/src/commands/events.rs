//! The shop's events for the page: public ones, and those for the user that is signed in here.

use std::sync::Arc;

use shop_app::context::Shop;
use shop_app::runtime::{Audience, Listening, Notice};
use shop_contract::{Done, ErrorView, ShopEvent};
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager as _, Runtime, State};
use tokio::sync::broadcast::error::RecvError;

use crate::window::{Window, answer};

/// Sends events to the channel until the page is gone.
#[tauri::command]
pub async fn subscribe_events<R: Runtime>(
    app: AppHandle<R>,
    window: State<'_, Window>,
    channel: Channel<ShopEvent>,
    lang: Option<String>,
) -> Result<Done, ErrorView> {
    let shop = answer(window.shop().await, lang.as_deref())?;
    let notices = shop.events().listen_for(None);
    tauri::async_runtime::spawn(async move { forward(&app.state::<Window>(), &shop, notices, &channel).await });
    Ok(Done {})
}

async fn forward(window: &Window, shop: &Arc<Shop>, mut notices: Listening, channel: &Channel<ShopEvent>) {
    loop {
        let event = match notices.recv().await {
            Ok(Notice { audience: Audience::All, event }) => event,
            Ok(Notice { audience, event }) => match window.session.principal(shop).await {
                Ok(Some(principal)) if audience.includes(principal) => event,
                Ok(_) => continue,
                // Whether the event is for this user is not known: the page reads its data anew.
                Err(_) => ShopEvent::Missed {},
            },
            Err(RecvError::Lagged(_)) => ShopEvent::Missed {},
            Err(RecvError::Closed) => return,
        };
        if channel.send(event).is_err() {
            return;
        }
    }
}
