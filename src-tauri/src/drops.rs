//! Files that somebody drops on the window: the web view tells its page of the drop and hands it no file, so the window reads
//! what was let go of and gives it to the page. Nothing else of the disk can be had this way.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use shop_contract::PageCue;
use tauri::{DragDropEvent, Manager as _, Window, WindowEvent};

use crate::menu::WindowMenu;

/// The largest table that the shop takes, in bytes; pictures are smaller.
const MOST: u64 = 64 * 1024 * 1024;

/// Passes the first file of a drop on to the page.
pub fn pass_on(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event else { return };
    let Some(path) = paths.first().cloned() else { return };
    let app = window.app_handle().clone();
    tauri::async_runtime::spawn_blocking(move || app.state::<WindowMenu>().tell(cue(&path)));
}

/// What the page is told of the file; without its content where that cannot be had.
fn cue(path: &Path) -> PageCue {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let data = read(path);
    if let Err(error) = &data {
        tracing::warn!(%error, path = %path.display(), "what was dropped cannot be read");
    }
    PageCue::Dropped { name, data: data.ok().map(|bytes| STANDARD.encode(bytes)) }
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // A pipe or a device would keep the thread for good.
    if !path.metadata()?.is_file() {
        return Err(std::io::Error::other("it is no file"));
    }
    File::open(path)?.take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST { Err(std::io::Error::other("it is too large")) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_with_its_content_and_nothing_else_does() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("상품.csv");
        std::fs::write(&file, "name").expect("it is written");
        let dropped =
            |name: &str, data: Option<&str>| PageCue::Dropped { name: name.into(), data: data.map(Into::into) };
        assert_eq!(cue(&file), dropped("상품.csv", Some("bmFtZQ==")));
        let named = folder.path().file_name().expect("a name").to_string_lossy().into_owned();
        assert_eq!(cue(folder.path()), dropped(&named, None), "a folder");
        assert_eq!(cue(&folder.path().join("gone")), dropped("gone", None), "what is no more");
        File::create(&file).and_then(|file| file.set_len(MOST + 1)).expect("a hole");
        assert_eq!(cue(&file), dropped("상품.csv", None), "what is too large");
    }
}
