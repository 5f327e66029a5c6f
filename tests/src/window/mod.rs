//! The real window, driven as a user would: opened on a display of its own, clicked, typed into,
//! looked at.
//!
//! Everything that is started here ends with its value, also when a test panics. Texts are read as
//! `textContent`, because the driver reports nothing for what overflows its box. Where the window's
//! binary lies is told by `JANGTEO_WINDOW`; `cargo xtask test --only e2e` builds it and tells.

mod axe;
mod dialog;
mod driver;
mod faults;
mod page;
mod still;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;
use shop_app::runtime::DataFolder;
pub use thirtyfour::Key;
use thirtyfour::{Capabilities, WebDriver};
use xtask::display::VirtualDisplay;

use driver::Driver;

/// Ends the program as the menu does. The driver itself would kill it, and the next start would report a crash.
const QUIT: &str = "setTimeout(() => window.__TAURI_INTERNALS__.invoke('quit_window'), 100)";
/// How long the program may take to end, also on a machine that is busy with other things.
const END_DEADLINE: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(50);

/// An open window of the shop. Fields end in this order: the session, its driver, the display.
pub struct ShopWindow {
    data: PathBuf,
    session: WebDriver,
    _driver: Driver,
    display: VirtualDisplay,
}

impl ShopWindow {
    /// Opens the window on the data in `data`. What the web view itself stores (language, theme) goes
    /// to a folder beside it, so that a window opened again on the same data finds it again.
    ///
    /// # Errors
    /// `JANGTEO_WINDOW` is not set, or a part does not start.
    pub async fn open(data: &Path) -> Result<Self> {
        let binary = std::env::var("JANGTEO_WINDOW")
            .context("JANGTEO_WINDOW must name the window's binary; use cargo xtask test --only e2e")?;
        Self::open_program(&binary, data).await
    }

    /// As [`Self::open`], with the window's binary at this path.
    ///
    /// # Errors
    /// A part does not start.
    pub async fn open_program(binary: &str, data: &Path) -> Result<Self> {
        let home = data.with_extension("home");
        name_downloads(&home)?;
        let display = VirtualDisplay::start(&home.join("screen"))?;
        let driver = Driver::start(&display.name(), &home).await?;
        let mut wanted = Capabilities::new();
        // Stories count orders: no shopper comes that they did not ask for.
        let arguments = ["--data".to_owned(), data.display().to_string(), "--shoppers".to_owned(), "off".to_owned()];
        wanted.set("webkitgtk:browserOptions", json!({"binary": binary, "args": arguments}))?;
        let session = WebDriver::new(driver.address(), wanted)
            .await
            .with_context(|| format!("{binary} opened no window that can be driven"))?;
        let window = Self { data: data.to_owned(), session, _driver: driver, display };
        window.listen_for_faults().await?;
        Ok(window)
    }

    /// The folder that the window saves files into.
    #[must_use]
    pub fn downloads(&self) -> PathBuf {
        downloads_in(&self.data.with_extension("home"))
    }

    /// Gives the window another size, in pixels.
    ///
    /// # Errors
    /// The window is gone, or cannot have that size.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        Ok(self.session.set_window_rect(0, 0, width, height).await?)
    }

    /// Closes the window and waits until its program has let go of the data folder.
    ///
    /// # Errors
    /// The page complained of something while it was open, the window is gone already, or the program does not end.
    pub async fn close(self) -> Result<()> {
        self.ensure_faultless().await?;
        // The window can be gone before it has answered; whether it has ended is seen below.
        let _answered = self.run(QUIT, Vec::new()).await;
        let folder = DataFolder::open(Some(self.data.clone()))?;
        let ended = async {
            while folder.lock().is_err() {
                tokio::time::sleep(POLL).await;
            }
        };
        tokio::time::timeout(END_DEADLINE, ended).await.context("the program does not end")
    }

    /// Saves what the window shows, once it has come to rest, as `target/e2e/<name>.png` and tells where that is.
    ///
    /// # Errors
    /// The page does not come to rest, the window is gone, or the file cannot be written.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        self.rest().await?;
        let folder = crate::root().join("target/e2e");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{name}.png"));
        self.session.screenshot(&path).await?;
        Ok(path)
    }
}

fn downloads_in(home: &Path) -> PathBuf {
    home.join("downloads")
}

/// Names a folder for downloads as a desktop does, so that no story writes into the user's own.
fn name_downloads(home: &Path) -> Result<()> {
    let config = home.join("config");
    std::fs::create_dir_all(&config)?;
    let line = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads_in(home).display());
    Ok(std::fs::write(config.join("user-dirs.dirs"), line)?)
}

impl Drop for ShopWindow {
    /// The session would be ended by a request of its own, for whose answer the dropping thread waits two minutes. The driver's
    /// end kills the window, if it is still open.
    fn drop(&mut self) {
        let _closed = self.session.clone().leak();
    }
}
