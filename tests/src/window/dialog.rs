//! Dialogs of the system, which the driver of the web view does not see: they are found on the display by their titles.

use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};

use super::ShopWindow;

const DEADLINE: Duration = Duration::from_secs(60);
/// Between two presses of the key: a dialog that has just appeared can still be filling itself.
const AGAIN: Duration = Duration::from_millis(500);

impl ShopWindow {
    /// Presses the default button of the dialog with this title, once it is there, until it has closed.
    ///
    /// # Errors
    /// The dialog does not appear or does not close in time; `xdotool` is not installed.
    pub async fn accept_dialog(&self, title: &str) -> Result<()> {
        let accepted = async {
            while !self.press_return(title)? {
                tokio::time::sleep(AGAIN).await;
            }
            while self.press_return(title)? {
                tokio::time::sleep(AGAIN).await;
            }
            anyhow::Ok(())
        };
        tokio::time::timeout(DEADLINE, accepted).await.with_context(|| format!("the dialog {title:?} stays"))?
    }

    /// Whether the dialog is there; then the key was pressed in it.
    fn press_return(&self, title: &str) -> Result<bool> {
        let name = format!("^{title}$");
        let arguments = ["search", "--onlyvisible", "--name", &name, "windowfocus", "key", "Return"];
        let mut xdotool = Command::new("xdotool");
        xdotool.args(arguments).env("DISPLAY", self.display.name()).stdout(Stdio::null()).stderr(Stdio::null());
        let pressed = xdotool.status().context("cannot start xdotool; `cargo xtask setup` installs it")?;
        Ok(pressed.success())
    }
}
