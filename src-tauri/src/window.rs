//! What the window holds while it is open: the shop, once it is open, and who is signed in.

use std::sync::Arc;

use shop_app::runtime::{Call, DataFolder, Shop};
use shop_contract::{ErrorDetails, ErrorView, Language, ShopError};

use crate::opening::Opening;
use crate::session::Session;

/// Shared by all commands.
pub struct Window {
    pub session: Session,
    opening: Opening,
}

impl Window {
    pub fn new(folder: DataFolder, opening: Opening) -> Self {
        Self { session: Session::new(folder), opening }
    }

    /// The shop; waits while it is still being opened.
    ///
    /// # Errors
    /// `INTERNAL_ERROR` with the reason, where it cannot be opened.
    pub async fn shop(&self) -> Result<Arc<Shop>, ShopError> {
        let mut opening = self.opening.clone();
        let opened = opening.wait_for(Option::is_some).await.ok().and_then(|opened| opened.clone());
        let refused = |reason: String| {
            ShopError::from(ErrorDetails::InternalError { trace_id: "start".to_owned(), reason: Some(reason) })
        };
        opened.ok_or_else(|| refused("the shop was closed".to_owned()))?.map_err(|refusal| refused(refusal.to_string()))
    }

    /// A call by whoever is signed in here.
    ///
    /// # Errors
    /// As [`Window::shop`].
    pub async fn call(&self, idempotency_key: Option<String>) -> Result<Call, ShopError> {
        let shop = self.shop().await?;
        // The call comes first: who it is must not be older than the shop that is asked.
        let mut call = Call::new(Arc::clone(&shop), None, idempotency_key);
        call.identity = self.session.identity(&shop).await;
        Ok(call)
    }
}

/// The language that the page asks for; Korean where it names none that we speak.
pub fn language(lang: Option<&str>) -> Language {
    match lang {
        Some("en") => Language::En,
        _ => Language::Ko,
    }
}

/// A result as it crosses into the page.
pub fn answer<T>(result: Result<T, ShopError>, lang: Option<&str>) -> Result<T, ErrorView> {
    result.map_err(|error| error.view(language(lang)))
}
