//! A WebKitWebDriver of one's own: it starts the window and passes commands to it.

use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use xtask::display::end;

const START_DEADLINE: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(20);

/// A running driver. It leads a process group of its own, to which the window and the web view's
/// processes belong too; dropping it ends them all.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver that opens windows on `display` and keeps the web view's files in `home`.
    ///
    /// # Errors
    /// WebKitWebDriver is not installed or does not listen in time.
    pub async fn start(display: &str, home: &Path) -> Result<Self> {
        let port = free_port()?;
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("DISPLAY", display)
            .env_remove("WAYLAND_DISPLAY")
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // Drawing by the processor alone makes pictures of the same page equal to the pixel.
            .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .stdin(Stdio::null())
            .process_group(0)
            .spawn()
            .context("cannot start WebKitWebDriver; `cargo xtask setup` installs it")?;
        let driver = Self { process, port };
        tokio::time::timeout(START_DEADLINE, driver.listens()).await.context("WebKitWebDriver does not listen")?;
        Ok(driver)
    }

    /// Where the driver takes its commands.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    async fn listens(&self) {
        while tokio::net::TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).await.is_err() {
            tokio::time::sleep(POLL).await;
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.process.id());
        // A group that is gone already is what is wanted.
        let _gone = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        end(&mut self.process);
    }
}

/// A port that nobody listens on. Another process may take it before the driver does; then the
/// driver ends and the test says so.
fn free_port() -> Result<u16> {
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    if port == 0 {
        bail!("the system gave no port");
    }
    Ok(port)
}
