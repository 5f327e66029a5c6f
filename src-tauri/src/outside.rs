//! What the system opens in place of the window: a folder in the file manager, a link in the browser or the mail program.

use std::ffi::OsStr;
use std::io;
use std::process::Command;

use tauri::webview::NewWindowResponse;
use tauri::{Manager, Url, WebviewWindowBuilder, Wry};

/// The program that opens a folder or an address as the user has set it up.
const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(windows) {
    "explorer"
} else {
    "xdg-open"
};

/// The addresses that a link of a page may lead to. Descriptions of products hold no others.
const SCHEMES: [&str; 3] = ["https", "http", "mailto"];

/// Opens links that ask for a window of their own outside of the shop's window, which shows nothing but the shop.
pub fn open_links<'a, M: Manager<Wry>>(window: WebviewWindowBuilder<'a, Wry, M>) -> WebviewWindowBuilder<'a, Wry, M> {
    window.on_new_window(|address, _| {
        if !may_be_opened(&address) {
            tracing::warn!(scheme = address.scheme(), "a link to an address of another kind was not opened");
        } else if let Err(error) = open(address.as_str()) {
            tracing::warn!(%error, "a link could not be opened");
        }
        NewWindowResponse::Deny
    })
}

fn may_be_opened(address: &Url) -> bool {
    SCHEMES.contains(&address.scheme())
}

/// Opens a folder or an address.
///
/// # Errors
/// There is no program for it.
pub fn open(what: impl AsRef<OsStr>) -> io::Result<()> {
    let mut program = Command::new(OPENER).arg(what).spawn()?;
    // Waits for its end, so that no zombie process stays.
    tauri::async_runtime::spawn_blocking(move || program.wait());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_and_of_mail_are_opened() {
        for (address, expected) in [
            ("https://example.com/a", true),
            ("http://example.com", true),
            ("mailto:shop@example.com", true),
            ("file:///etc/passwd", false),
            ("javascript:alert(1)", false),
            ("tauri://localhost/", false),
            ("ssh://example.com", false),
        ] {
            let address = Url::parse(address).expect("an address");
            assert_eq!(may_be_opened(&address), expected, "{address}");
        }
    }
}
