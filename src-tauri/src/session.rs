//! Who is signed in at this window. The secret is kept in Rust and in a file of mode 0600; the page never sees it.

use std::sync::Arc;

use shop_app::runtime::{DataFolder, Identity, Shop};
use shop_app::user::{self, SessionSecret};
use tokio::sync::Mutex;

/// The file that remembers the session over a restart.
const FILE: &str = "window.session";

/// The session of this window.
pub struct Session {
    folder: DataFolder,
    secret: Mutex<Option<SessionSecret>>,
}

impl Session {
    pub fn new(folder: DataFolder) -> Self {
        let secret = folder.recall(FILE).map(SessionSecret::from_text);
        Self { folder, secret: Mutex::new(secret) }
    }

    /// Who it is, asked anew each time, so that a session that was ended elsewhere is over here too.
    pub async fn identity(&self, shop: &Arc<Shop>) -> Option<Identity> {
        let secret = self.secret.lock().await.clone()?;
        user::resume(shop, &secret).await
    }

    /// From now on.
    pub async fn begin(&self, secret: SessionSecret) {
        self.remember(Some(secret.text()));
        *self.secret.lock().await = Some(secret);
    }

    /// No longer; gives the secret so that the shop can end the session too.
    pub async fn end(&self) -> Option<SessionSecret> {
        self.remember(None);
        self.secret.lock().await.take()
    }

    fn remember(&self, secret: Option<&str>) {
        if let Err(error) = self.folder.keep(FILE, secret) {
            tracing::warn!(%error, "the session will not outlive this start");
        }
    }
}
