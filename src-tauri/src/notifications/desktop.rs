//! Desktop notifications, with the freedesktop interface over D-Bus. Without a session bus or a notification server, or where
//! the server does not answer in time, nothing is shown.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::StreamExt as _;
use tokio::sync::OnceCell;
use tokio::time::timeout;
use zbus::zvariant::Value;

use super::text::Notification;

/// The name of the program on the desktop.
const APP: &str = "장터";
/// The desktop entry of the program, whose icon is shown.
const DESKTOP_ENTRY: &str = "jangteo";
/// The time the notification server may take for one answer.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(5);
/// The latest notifications whose pages are stored; a press on an older one does nothing.
const MOST_STORED: usize = 32;
/// The action of a press on the notification itself.
const DEFAULT_ACTION: &str = "default";
/// The server decides how long a notification is shown.
const DEFAULT_EXPIRY: i32 = -1;

#[zbus::proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications"
)]
trait Notifications {
    fn get_capabilities(&self) -> zbus::Result<Vec<String>>;

    #[expect(clippy::too_many_arguments, reason = "the interface is not ours")]
    fn notify(
        &self,
        app_name: &str,
        replaces_id: u32,
        app_icon: &str,
        summary: &str,
        body: &str,
        actions: &[&str],
        hints: HashMap<&str, Value<'_>>,
        expire_timeout: i32,
    ) -> zbus::Result<u32>;

    #[zbus(signal)]
    fn action_invoked(&self, id: u32, action_key: String) -> zbus::Result<()>;
}

/// The pages of notifications by the server's ids, which ascend.
type Shown = Arc<Mutex<BTreeMap<u32, String>>>;

/// The connection to the notification server.
pub struct Desktop {
    open: Arc<dyn Fn(String) + Send + Sync>,
    shown: Shown,
    server: OnceCell<Option<Server>>,
}

struct Server {
    proxy: NotificationsProxy<'static>,
    /// Whether it parses the body as markup.
    has_markup: bool,
}

impl Desktop {
    /// `open` is called with the path of a notification that is pressed.
    pub fn new(open: impl Fn(String) + Send + Sync + 'static) -> Self {
        Self { open: Arc::new(open), shown: Shown::default(), server: OnceCell::new() }
    }

    /// Shows a notification, where there is a server.
    pub async fn show(&self, notification: Notification) {
        let Some(server) = self.server.get_or_init(|| self.connect()).await else { return };
        match timeout(ANSWER_TIMEOUT, server.show(&notification)).await {
            Ok(Ok(id)) => self.store(id, notification.to),
            Ok(Err(error)) => tracing::debug!(%error, "a notification could not be shown"),
            Err(_) => tracing::debug!("the notification server does not answer"),
        }
    }

    /// Called once: no server appears while the program runs.
    async fn connect(&self) -> Option<Server> {
        let connected = timeout(ANSWER_TIMEOUT, Server::connect()).await;
        let server = connected.map_err(|_| "no answer".to_owned()).and_then(|made| made.map_err(|e| e.to_string()));
        match server {
            Ok((server, presses)) => {
                tokio::spawn(open_pressed(presses, Arc::clone(&self.shown), Arc::clone(&self.open)));
                Some(server)
            }
            Err(error) => {
                tracing::info!(error, "this desktop shows no notifications");
                None
            }
        }
    }

    fn store(&self, id: u32, to: String) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        shown.insert(id, to);
        while shown.len() > MOST_STORED {
            shown.pop_first();
        }
    }
}

impl Server {
    async fn connect() -> zbus::Result<(Self, ActionInvokedStream)> {
        let bus = zbus::Connection::session().await?;
        let proxy = NotificationsProxy::new(&bus).await?;
        let has_markup = proxy.get_capabilities().await?.iter().any(|capability| capability == "body-markup");
        let presses = proxy.receive_action_invoked().await?;
        Ok((Self { proxy, has_markup }, presses))
    }

    async fn show(&self, notification: &Notification) -> zbus::Result<u32> {
        let body = if self.has_markup { escape_markup(&notification.body) } else { notification.body.clone() };
        let hints = HashMap::from([("desktop-entry", Value::from(DESKTOP_ENTRY))]);
        let actions = [DEFAULT_ACTION, ""];
        self.proxy.notify(APP, 0, "", &notification.title, &body, &actions, hints, DEFAULT_EXPIRY).await
    }
}

async fn open_pressed(mut presses: ActionInvokedStream, shown: Shown, open: Arc<dyn Fn(String) + Send + Sync>) {
    while let Some(press) = presses.next().await {
        let Ok(press) = press.args() else { continue };
        let to = shown.lock().unwrap_or_else(PoisonError::into_inner).remove(&press.id);
        // The signal is also sent for notifications of other programs.
        if let Some(to) = to.filter(|_| press.action_key == DEFAULT_ACTION) {
            open(to);
        }
    }
}

/// Escapes markup: a product's name may contain any character.
fn escape_markup(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped() {
        assert_eq!(escape_markup("<b>A & B</b>"), "&lt;b&gt;A &amp; B&lt;/b&gt;");
    }

    #[test]
    fn only_the_latest_notifications_are_stored() {
        let desktop = Desktop::new(|_| {});
        for id in 1..=40 {
            desktop.store(id, format!("/{id}"));
        }
        let shown = desktop.shown.lock().expect("the mutex is not poisoned");
        assert_eq!((shown.len(), shown.contains_key(&8), shown.contains_key(&9)), (MOST_STORED, false, true));
    }
}
