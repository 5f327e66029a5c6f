//! What the page itself complains of while it is used: errors nobody caught, `console.error`, and what the content
//! security policy refused.
//!
//! The ear is put in as soon as the window can be driven, so what goes wrong before that is not heard; a page that
//! does not start is missed by every story anyway.

use anyhow::{Result, ensure};
use serde_json::Value;

use super::ShopWindow;

const LISTEN: &str = "
    window.faultsHeard = [];
    const note = (...words) => window.faultsHeard.push(words.map(String).join(' '));
    addEventListener('error', (event) => note('error', event.message ?? '', event.target?.src ?? ''), true);
    addEventListener('unhandledrejection', (event) => note('rejection', event.reason));
    addEventListener('securitypolicyviolation', (event) => note('policy', event.violatedDirective, event.blockedURI));
    const error = console.error;
    console.error = (...words) => { note('console', ...words); error.apply(console, words); };";

impl ShopWindow {
    /// Starts to listen; once for each loading of the app.
    pub(super) async fn listen_for_faults(&self) -> Result<()> {
        self.run(LISTEN, Vec::new()).await.map(drop)
    }

    /// Loads the app anew, for a session that was changed below it. What the page has complained of before is no longer known
    /// then, and so is a fault now.
    ///
    /// # Errors
    /// The page complained, does not come in time, or the window is gone.
    pub async fn reload(&self) -> Result<()> {
        self.ensure_faultless().await?;
        self.run("document.documentElement.dataset.left = ''; location.reload()", Vec::new()).await?;
        self.wait_until_gone("html[data-left]").await?;
        self.find("main").await?;
        self.listen_for_faults().await
    }

    /// Nothing was complained of since the window was opened.
    ///
    /// # Errors
    /// Something was, and the error says what; or the window is gone.
    pub(super) async fn ensure_faultless(&self) -> Result<()> {
        let heard = self.run("return window.faultsHeard ?? ['the app was loaded anew']", Vec::new()).await?;
        let faults: Vec<Value> = heard.as_array().cloned().unwrap_or_default();
        ensure!(faults.is_empty(), "the page complained: {faults:#?}");
        Ok(())
    }
}
