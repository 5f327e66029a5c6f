//! The state of the commands: the shop, once it is open, and the session of the window.

use std::sync::Arc;

use shop_app::backup::StartRefusal;
use shop_app::context::{Call, Shop};
use shop_app::runtime::DataFolder;
use shop_contract::{ErrorDetails, ErrorView, Language, ShopError};
use tokio::sync::watch;

use crate::session::Session;

/// The open shop, or the refusal to open it; `None` while it is being opened.
pub type ShopWatch = watch::Receiver<Option<Result<Arc<Shop>, StartRefusal>>>;

/// Shared by all commands.
pub struct Window {
    pub session: Session,
    shop: ShopWatch,
}

impl Window {
    pub fn new(folder: DataFolder, shop: ShopWatch) -> Self {
        Self { session: Session::new(folder), shop }
    }

    /// The shop; waits while it is still being opened.
    ///
    /// # Errors
    /// `INTERNAL_ERROR` with the reason, where it cannot be opened.
    pub async fn shop(&self) -> Result<Arc<Shop>, ShopError> {
        let mut shop = self.shop.clone();
        let opened = shop.wait_for(Option::is_some).await.ok().and_then(|opened| opened.clone());
        let refused = |reason: String| {
            ShopError::from(ErrorDetails::InternalError { trace_id: "start".to_owned(), reason: Some(reason) })
        };
        opened.ok_or_else(|| refused("the shop was closed".to_owned()))?.map_err(|refusal| refused(refusal.to_string()))
    }

    /// A call by the user that is signed in here. Fails as [`Window::shop`].
    pub async fn call(&self, idempotency_key: Option<String>) -> Result<Call, ShopError> {
        let shop = self.shop().await?;
        // Made before the session is read: after a restore in between, the call is refused and not the session trusted.
        let mut call = Call::new(Arc::clone(&shop), None, idempotency_key);
        call.principal = self.session.principal(&shop).await?;
        Ok(call)
    }
}

/// The language of the page; Korean for an unknown one.
pub fn language(lang: Option<&str>) -> Language {
    match lang {
        Some("en") => Language::En,
        _ => Language::Ko,
    }
}

/// A result for the page, with the message of an error in its language.
pub fn answer<T>(result: Result<T, ShopError>, lang: Option<&str>) -> Result<T, ErrorView> {
    result.map_err(|error| error.view(language(lang)))
}
