//! Downloads of the page, such as tables: they are saved in the user's download folder under an unused name, and the page
//! shows where. Without this, the web view would silently use the working directory where the system names no such folder.

use std::path::{Path, PathBuf};

use shop_contract::PageCue;
use tauri::webview::DownloadEvent;
use tauri::{Manager as _, Runtime, Webview, WebviewWindowBuilder, Wry};

use crate::menu::WindowMenu;

/// The folder in the user's home where the system names no download folder.
const DEFAULT_FOLDER: &str = "Downloads";

/// Handles the downloads of the window.
pub fn allow<'a, M: tauri::Manager<Wry>>(window: WebviewWindowBuilder<'a, Wry, M>) -> WebviewWindowBuilder<'a, Wry, M> {
    window.on_download(|webview, event| match event {
        DownloadEvent::Requested { destination, .. } => prepare(&webview, destination).is_some(),
        DownloadEvent::Finished { path, success, .. } => {
            let saved = path.filter(|_| success);
            match &saved {
                Some(path) => tracing::info!(path = %path.display(), "a file was saved"),
                None => tracing::error!("a file could not be saved"),
            }
            webview.state::<WindowMenu>().send(outcome(saved.as_deref()));
            true
        }
        _ => true,
    })
}

/// The message for the page: the saved file, or that it could not be saved.
pub fn outcome(saved: Option<&Path>) -> PageCue {
    let named = saved.and_then(|path| Some((path.file_name()?, path.parent()?)));
    named.map_or(PageCue::NotSaved {}, |(name, folder)| PageCue::Saved {
        name: name.to_string_lossy().into_owned(),
        folder: folder.display().to_string(),
    })
}

/// Sets the destination; `None` where there is no folder and none can be made.
fn prepare(webview: &Webview, destination: &mut PathBuf) -> Option<()> {
    *destination = unused_path(&folder(webview)?, Path::new(destination.file_name()?));
    Some(())
}

/// The user's folder for downloads, which is made if needed; `None` where there is none and none can be made.
pub fn folder<R: Runtime>(app: &impl tauri::Manager<R>) -> Option<PathBuf> {
    let paths = app.path();
    let folder = paths.download_dir().or_else(|_| paths.home_dir().map(|home| home.join(DEFAULT_FOLDER))).ok()?;
    if let Err(error) = std::fs::create_dir_all(&folder) {
        tracing::error!(%error, folder = %folder.display(), "the folder for downloads cannot be made");
        return None;
    }
    Some(folder)
}

/// The path of the name in the folder, with the first number that makes it unused.
fn unused_path(folder: &Path, name: &Path) -> PathBuf {
    let (stem, ending) = (name.file_stem().unwrap_or_default(), name.extension());
    let numbered = |number: u32| {
        let mut name = stem.to_owned();
        name.push(format!(" ({number})"));
        let name = PathBuf::from(name);
        ending.map_or_else(|| name.clone(), |ending| name.with_added_extension(ending))
    };
    let names = std::iter::once(name.to_owned()).chain((1..).map(numbered));
    names.map(|name| folder.join(name)).find(|path| !path.exists()).expect("BUG: numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_is_overwritten() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let next = || unused_path(folder.path(), Path::new("orders-2026.1.csv"));
        for expected in ["orders-2026.1.csv", "orders-2026.1 (1).csv", "orders-2026.1 (2).csv"] {
            assert_eq!(next(), folder.path().join(expected), "the first name that is free");
            std::fs::write(next(), "x").expect("a file for the test");
        }
    }

    #[test]
    fn the_page_gets_the_name_and_the_folder() {
        let saved = PageCue::Saved { name: "orders (1).csv".to_owned(), folder: "/home/me/Downloads".to_owned() };
        assert_eq!(outcome(Some(Path::new("/home/me/Downloads/orders (1).csv"))), saved, "a file that is there");
        assert_eq!(outcome(None), PageCue::NotSaved {}, "one that is not");
    }
}
