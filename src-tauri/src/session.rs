//! The session of the window. Its secret is kept in Rust and in a file of mode 0600; the page never gets it.

use std::sync::Arc;

use shop_app::context::Shop;
use shop_app::runtime::{DataFolder, Principal};
use shop_app::user::{self, SessionSecret};
use shop_contract::ShopError;
use tokio::sync::Mutex;

/// The file that holds the secret between two starts.
const FILE: &str = "window.session";

/// The session of this window.
pub struct Session {
    folder: DataFolder,
    secret: Mutex<Option<SessionSecret>>,
}

impl Session {
    pub fn new(folder: DataFolder) -> Self {
        let stored = folder.recall(FILE).unwrap_or_else(|error| {
            tracing::warn!(%error, "the session of the last start cannot be read; its user has to sign in again");
            None
        });
        let secret = stored.map(SessionSecret::from_text);
        Self { folder, secret: Mutex::new(secret) }
    }

    /// The identity of the session, read from the shop each time, because the session may have been ended elsewhere.
    ///
    /// # Errors
    /// As [`user::resume`]: a session that cannot be looked up has not ended.
    pub async fn principal(&self, shop: &Arc<Shop>) -> Result<Option<Principal>, ShopError> {
        let Some(secret) = self.secret.lock().await.clone() else { return Ok(None) };
        user::resume(shop, &secret).await
    }

    pub async fn begin(&self, secret: SessionSecret) {
        self.store(Some(secret.text()));
        *self.secret.lock().await = Some(secret);
    }

    /// Forgets the session, and returns its secret, so that the caller can end it in the shop.
    pub async fn end(&self) -> Option<SessionSecret> {
        self.store(None);
        self.secret.lock().await.take()
    }

    fn store(&self, secret: Option<&str>) {
        if let Err(error) = self.folder.keep(FILE, secret) {
            tracing::warn!(%error, "the session could not be stored, and is lost when the window closes");
        }
    }
}
