//! The desktop's own notifications, by the freedesktop interface over D-Bus. Where there is no session bus, or nobody behind it
//! that shows them, or one who does not answer, nothing is shown, and nothing waits.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::StreamExt as _;
use tokio::sync::OnceCell;
use tokio::time::timeout;
use zbus::zvariant::Value;

use super::Note;

/// As the desktop calls the program.
const APP: &str = "장터";
/// The entry of the program in the desktop's menu, whose icon the desktop shows.
const DESKTOP_ENTRY: &str = "Jangteo";
/// What the desktop may take for one answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// Notes that may still be pressed; older ones only vanish.
const REMEMBERED: usize = 32;
/// The action that a press on the note itself stands for.
const PRESS: &str = "default";
/// The desktop decides how long it is shown.
const AS_LONG_AS_USUAL: i32 = -1;

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

/// Where notes lead, by the ids that the desktop has given them; ids rise.
type Shown = Arc<Mutex<BTreeMap<u32, String>>>;

/// The way to the desktop.
pub struct Desktop {
    open: Arc<dyn Fn(String) + Send + Sync>,
    shown: Shown,
    server: OnceCell<Option<Server>>,
}

struct Server {
    proxy: NotificationsProxy<'static>,
    /// Whether it reads the body as markup.
    has_markup: bool,
}

impl Desktop {
    /// `open` is called with a note's address when somebody presses it.
    pub fn new(open: impl Fn(String) + Send + Sync + 'static) -> Self {
        Self { open: Arc::new(open), shown: Shown::default(), server: OnceCell::new() }
    }

    /// Shows a note, if it can.
    pub async fn show(&self, note: Note) {
        let Some(server) = self.server.get_or_init(|| self.connect()).await else { return };
        match timeout(PATIENCE, server.show(&note)).await {
            Ok(Ok(id)) => self.remember(id, note.to),
            Ok(Err(error)) => tracing::debug!(%error, "a notification could not be shown"),
            Err(_) => tracing::debug!("the desktop does not answer"),
        }
    }

    /// Asked for once: a desktop does not come while the program runs.
    async fn connect(&self) -> Option<Server> {
        let connected = timeout(PATIENCE, Server::connect()).await;
        let server = connected.map_err(|_| "no answer".to_owned()).and_then(|made| made.map_err(|e| e.to_string()));
        match server {
            Ok((server, presses)) => {
                tokio::spawn(hear(presses, Arc::clone(&self.shown), Arc::clone(&self.open)));
                Some(server)
            }
            Err(error) => {
                tracing::info!(error, "this desktop shows no notifications");
                None
            }
        }
    }

    fn remember(&self, id: u32, to: String) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        shown.insert(id, to);
        while shown.len() > REMEMBERED {
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

    async fn show(&self, note: &Note) -> zbus::Result<u32> {
        let body = if self.has_markup { plain(&note.body) } else { note.body.clone() };
        let hints = HashMap::from([("desktop-entry", Value::from(DESKTOP_ENTRY))]);
        let actions = [PRESS, ""];
        self.proxy.notify(APP, 0, "", &note.title, &body, &actions, hints, AS_LONG_AS_USUAL).await
    }
}

async fn hear(mut presses: ActionInvokedStream, shown: Shown, open: Arc<dyn Fn(String) + Send + Sync>) {
    while let Some(press) = presses.next().await {
        let Ok(press) = press.args() else { continue };
        let to = shown.lock().unwrap_or_else(PoisonError::into_inner).remove(&press.id);
        // Notes of other programs are told of too.
        if let Some(to) = to.filter(|_| press.action_key == PRESS) {
            open(to);
        }
    }
}

/// Text that stays text where markup is read: a product may be called anything.
fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_no_markup() {
        assert_eq!(plain("<b>A & B</b>"), "&lt;b&gt;A &amp; B&lt;/b&gt;");
    }

    #[test]
    fn only_the_latest_notes_are_remembered() {
        let desktop = Desktop::new(|_| {});
        for id in 1..=40 {
            desktop.remember(id, format!("/{id}"));
        }
        let shown = desktop.shown.lock().expect("nobody panicked");
        assert_eq!((shown.len(), shown.contains_key(&8), shown.contains_key(&9)), (REMEMBERED, false, true));
    }
}
