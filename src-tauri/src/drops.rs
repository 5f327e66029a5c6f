//! Files that the user drops on the window. The web view gives its page no dropped files, so the window reads the file and
//! sends it to the page. The page can read no other file this way.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use shop_contract::PageCue;
use tauri::{DragDropEvent, Manager as _, Window, WindowEvent};

use crate::menu::WindowMenu;

/// The largest table that the shop accepts, in bytes; pictures are smaller.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Sends the first file of a drop to the page.
pub fn handle(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event else { return };
    let Some(path) = paths.first().cloned() else { return };
    let app = window.app_handle().clone();
    tauri::async_runtime::spawn_blocking(move || app.state::<WindowMenu>().send(cue(&path)));
}

/// The message for the page; without the content where the file cannot be read.
fn cue(path: &Path) -> PageCue {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let data = read(path);
    if let Err(error) = &data {
        tracing::warn!(%error, path = %path.display(), "a dropped file cannot be read");
    }
    PageCue::Dropped { name, data: data.ok().map(|bytes| STANDARD.encode(bytes)) }
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // Reading a pipe or a device may never end.
    if !path.metadata()?.is_file() {
        return Err(std::io::Error::other("it is no file"));
    }
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST { Err(std::io::Error::other("it is too large")) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_sent_with_its_content_and_nothing_else_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("상품.csv");
        std::fs::write(&file, "name").expect("it is written");
        let dropped =
            |name: &str, data: Option<&str>| PageCue::Dropped { name: name.into(), data: data.map(Into::into) };
        assert_eq!(cue(&file), dropped("상품.csv", Some("bmFtZQ==")));
        let named = folder.path().file_name().expect("a name").to_string_lossy().into_owned();
        assert_eq!(cue(folder.path()), dropped(&named, None), "a folder");
        assert_eq!(cue(&folder.path().join("gone")), dropped("gone", None), "a missing file");
        File::create(&file).and_then(|file| file.set_len(LARGEST + 1)).expect("a hole");
        assert_eq!(cue(&file), dropped("상품.csv", None), "a file that is too large");
    }
}
