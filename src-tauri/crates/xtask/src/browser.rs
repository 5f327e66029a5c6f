//! The browsers of this machine: the Chromium that tests drive, and the user's default browser.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::Result;

use crate::shell;

/// The program names of Chromium: Debian's, Ubuntu's, and Google's own.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The Chromium that tests drive: what `JANGTEO_CHROMIUM` names, else the first that is installed.
pub fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("JANGTEO_CHROMIUM").filter(|name| !name.is_empty()).map(PathBuf::from);
    named.or_else(|| {
        let path = std::env::var_os("PATH")?;
        let folders: Vec<_> = std::env::split_paths(&path).collect();
        NAMES.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|program| program.is_file()))
    })
}

/// Shows the address in the user's default browser, without waiting: without a desktop, the opener itself becomes the browser
/// and ends with it.
pub fn open(address: &str) -> Result<()> {
    let mut open = if cfg!(windows) {
        shell::command("cmd", &["/C", "start", "", address])
    } else if cfg!(target_os = "macos") {
        shell::command("open", &[address])
    } else {
        shell::command("xdg-open", &[address])
    };
    open.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    Ok(())
}
