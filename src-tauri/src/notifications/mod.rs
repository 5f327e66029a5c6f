//! Desktop notifications for the user that is signed in here, while the window is not in front: alerts for an admin, the state
//! of parcels for a customer. They are sent from Rust, without the page.

mod desktop;
mod text;

use std::sync::{Arc, Weak};

use shop_app::alert::alert_settings;
use shop_app::context::{Call, Shop};
use shop_app::runtime::{Audience, Notice, Principal};
use shop_contract::{DeliveryState, DesktopNotifications, PageCue, ShopEvent};
use tauri::{AppHandle, Manager as _, Runtime};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::menu::WindowMenu;
use crate::window::Window;
use desktop::Desktop;

/// Shows notifications until the shop is closed.
pub fn start<R: Runtime>(app: &AppHandle<R>, shop: &Arc<Shop>) {
    let (notices, shop, app) = (shop.events().listen(), Arc::downgrade(shop), app.clone());
    tauri::async_runtime::spawn(run(app, shop, notices));
}

async fn run<R: Runtime>(app: AppHandle<R>, shop: Weak<Shop>, mut notices: Receiver<Notice>) {
    let opener = app.clone();
    let desktop = Desktop::new(move |to| open(&opener, to));
    loop {
        let notice = match notices.recv().await {
            Ok(notice) if has_notification(&notice.event) => notice,
            Ok(_) | Err(RecvError::Lagged(_)) => continue,
            Err(RecvError::Closed) => return,
        };
        let Some(shop) = shop.upgrade() else { return };
        if is_wanted(&app, &shop, &notice).await {
            let language = app.state::<WindowMenu>().language();
            if let Some(notification) = text::notification(&notice.event, language) {
                desktop.show(notification).await;
            }
        }
    }
}

/// Whether the event has a notification at all; checked first, as it needs no query.
fn has_notification(event: &ShopEvent) -> bool {
    match event {
        ShopEvent::Alert { arisen, .. } => *arisen > 0,
        ShopEvent::Order { delivery_state, .. } => {
            matches!(delivery_state, Some(DeliveryState::Shipped | DeliveryState::Delivered))
        }
        _ => false,
    }
}

async fn is_wanted<R: Runtime>(app: &AppHandle<R>, shop: &Arc<Shop>, notice: &Notice) -> bool {
    let Ok(Some(principal)) = app.state::<Window>().session.principal(shop).await else { return false };
    if !is_for(notice.audience, principal) {
        return false;
    }
    let call = Call::new(Arc::clone(shop), Some(principal), None);
    match alert_settings(&call).await.map(|settings| settings.desktop) {
        Ok(DesktopNotifications::Always) => true,
        Ok(DesktopNotifications::Away) => !is_in_front(app),
        Ok(DesktopNotifications::Never) | Err(_) => false,
    }
}

/// An order's notification is for its customer alone: an admin has sent the parcel.
fn is_for(audience: Audience, principal: Principal) -> bool {
    match audience {
        Audience::UserAndAdmins(user_id) => principal.user_id == user_id,
        audience => audience.includes(principal),
    }
}

fn is_in_front<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.webview_windows().values().any(|window| window.is_focused().unwrap_or(false))
}

/// Shows the window with the page of a notification.
fn open<R: Runtime>(app: &AppHandle<R>, to: String) {
    for window in app.webview_windows().values() {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
    app.state::<WindowMenu>().send(PageCue::Go { to });
}

#[cfg(test)]
mod tests {
    use shop_contract::{AdminRole, AlertKind, OrderState};

    use super::*;

    fn principal(user_id: i64, role: Option<AdminRole>) -> Principal {
        Principal { user_id, role, session_id: 0 }
    }

    #[test]
    fn only_parcels_and_new_alerts_have_a_notification() {
        let alert =
            |arisen| ShopEvent::Alert { kind: AlertKind::LowStock, count: 3, arisen, name: None, name_en: None };
        let order = |delivery_state| ShopEvent::Order {
            order_id: 1,
            state: OrderState::Confirmed,
            delivery_state,
            delivery_method: None,
        };
        for (why, event, expected) in [
            ("two are new", alert(2), true),
            ("some are only over", alert(0), false),
            ("it is paid", order(None), false),
            ("it is packed", order(Some(DeliveryState::Preparing)), false),
            ("it has left", order(Some(DeliveryState::Shipped)), true),
            ("it has arrived", order(Some(DeliveryState::Delivered)), true),
            ("a cart", ShopEvent::Cart {}, false),
        ] {
            assert_eq!(has_notification(&event), expected, "{why}");
        }
    }

    #[test]
    fn alerts_are_for_admins_and_parcels_for_their_customers() {
        let (me, other) = (principal(1, None), principal(2, None));
        let admin = principal(3, Some(AdminRole::Clerk));
        for (why, audience, principal, expected) in [
            ("an alert, to an admin", Audience::Admins, admin, true),
            ("an alert, to a customer", Audience::Admins, me, false),
            ("my parcel", Audience::UserAndAdmins(1), me, true),
            ("another's parcel", Audience::UserAndAdmins(1), other, false),
            ("a customer's parcel, to the admin that has sent it", Audience::UserAndAdmins(1), admin, false),
            ("an admin's own parcel", Audience::UserAndAdmins(3), admin, true),
        ] {
            assert_eq!(is_for(audience, principal), expected, "{why}");
        }
    }
}
