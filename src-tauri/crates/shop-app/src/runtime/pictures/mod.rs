//! Product pictures as files in the data folder. The name is the key; a path in it is refused. The demo's pictures are
//! not files: a function of the program draws them from their names at each request.
//!
//! The name of an uploaded picture is the hash of its content, so a damaged file is detected before it is served. It is
//! restored from the backups' copies if there is one, otherwise it counts as missing.

mod check;
mod name;
mod served;
#[cfg(test)]
mod tests;

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use moka::sync::Cache;
use parking_lot::Mutex;
use shop_domain::limits::PICTURE_SMALL_WIDTH;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use self::check::{Checked, Stamp, Verdict};
pub(crate) use self::name::{PictureName, content_hash};
use self::served::Content;
pub use self::served::ServedPicture;
use super::folder::{private_file, sync_folder};

/// Maximum number of files whose check is cached.
const REMEMBERED: u64 = 20_000;
/// Content is checked again after this time, because a disk can lose data.
const CHECK_AGAIN: Duration = Duration::from_secs(60 * 60);

/// Serializes writers: two must not share an unfinished file.
static WRITING: Mutex<()> = Mutex::new(());

/// Draws the SVG of a key; `None` for a text that is not a key.
pub type DrawPicture = fn(&str) -> Option<String>;

/// The folder of pictures.
#[derive(Debug, Clone)]
pub struct Pictures {
    folder: PathBuf,
    copies: PathBuf,
    checked: Cache<String, Checked>,
    decoding: Arc<Semaphore>,
    draw: Option<DrawPicture>,
}

impl Pictures {
    /// The pictures of a data folder, and their copies in the backups.
    #[must_use]
    pub fn in_data_folder(folder: &Path) -> Self {
        Self {
            folder: super::DataFolder::pictures_in(folder),
            copies: super::DataFolder::picture_copies_in(folder),
            checked: Cache::builder().max_capacity(REMEMBERED).time_to_live(CHECK_AGAIN).build(),
            decoding: Arc::new(Semaphore::new(1)),
            draw: None,
        }
    }

    /// Adds the pictures that `draw` creates.
    #[must_use]
    pub fn drawn_by(mut self, draw: DrawPicture) -> Self {
        self.draw = Some(draw);
        self
    }

    /// The whole picture of that name; `None` if there is none, or the name is invalid. Blocks.
    #[must_use]
    pub fn load(&self, name: &str) -> Option<Vec<u8>> {
        self.open(name, None)?.whole().ok()
    }

    /// The picture of that name for a display width of `width` pixels, or the largest one; `None` if there is none, or
    /// the name is invalid. Blocks.
    #[must_use]
    pub fn open(&self, name: &str, width: Option<u32>) -> Option<ServedPicture> {
        let name = PictureName::parse(name)?;
        let smaller = name.smaller().filter(|_| width.is_some_and(|width| width <= PICTURE_SMALL_WIDTH));
        smaller.and_then(|smaller| self.stored(&smaller)).or_else(|| self.stored(&name)).or_else(|| self.drawn(&name))
    }

    /// Stores a picture under a name, unless a complete one exists. It is synced to disk on return.
    ///
    /// # Errors
    /// `InvalidInput` for an invalid name; I/O errors.
    pub fn keep(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let name = PictureName::parse(name).ok_or(io::ErrorKind::InvalidInput)?;
        if matches!(self.check(&name), Verdict::Sound { .. }) {
            return Ok(());
        }
        write_durably(&self.folder, &name, bytes)
    }

    /// Waits for the permit to decode an upload.
    pub(crate) async fn decoding_permit(&self) -> OwnedSemaphorePermit {
        Arc::clone(&self.decoding).acquire_owned().await.expect("BUG: nobody closes this semaphore")
    }

    fn stored(&self, name: &PictureName) -> Option<ServedPicture> {
        let mut verdict = self.check(name);
        if !matches!(verdict, Verdict::Sound { .. }) && self.heal(name) {
            verdict = self.check(name);
        }
        let Verdict::Sound { hash, length } = verdict else { return None };
        let content = Content::File(self.folder.join(name.as_str()));
        Some(ServedPicture { media_type: name.media_type(), hash, length, content })
    }

    fn drawn(&self, name: &PictureName) -> Option<ServedPicture> {
        let bytes = self.draw?(name.as_str().strip_suffix(".svg")?)?.into_bytes();
        let (hash, length) = (content_hash(&bytes), bytes.len() as u64);
        Some(ServedPicture { media_type: name.media_type(), hash, length, content: Content::Drawn(bytes) })
    }

    /// The verdict on the file of that name. Its content is read once; later checks only compare the file's metadata.
    fn check(&self, name: &PictureName) -> Verdict {
        let path = self.folder.join(name.as_str());
        let Some(stamp) = Stamp::of(&path) else { return Verdict::Missing };
        if let Some(known) = self.checked.get(name.as_str()).filter(|known| known.stamp == stamp) {
            return known.verdict;
        }
        let verdict = check::content(name, &path);
        if verdict == Verdict::Damaged {
            tracing::error!(name = name.as_str(), "a picture is damaged: its content is not what its name says");
        }
        self.checked.insert(name.as_str().to_owned(), Checked { stamp, verdict: verdict.clone() });
        verdict
    }

    /// Restores a picture from the copies; returns whether it exists now.
    fn heal(&self, name: &PictureName) -> bool {
        let Ok(bytes) = fs::read(self.copies.join(name.as_str())) else { return false };
        if !name.is_of(&bytes) {
            return false;
        }
        match write_durably(&self.folder, name, &bytes) {
            Ok(()) => tracing::warn!(name = name.as_str(), "a picture was brought back from its copy"),
            Err(error) => tracing::error!(name = name.as_str(), %error, "a picture cannot be brought back"),
        }
        true
    }
}

/// Writes a picture and syncs it to disk.
fn write_durably(folder: &Path, name: &PictureName, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    write_whole(folder, name, bytes)?;
    sync_folder(folder)
}

/// Writes a picture under its name atomically, also in case of a power failure. A partial file after a crash has an
/// invalid name, and the next write of the same picture replaces it. The caller syncs the name with [`sync_folder`],
/// once for many pictures.
pub(crate) fn write_whole(folder: &Path, name: &PictureName, bytes: &[u8]) -> io::Result<()> {
    let _turn = WRITING.lock();
    let unfinished = folder.join(format!("{}.half", name.as_str()));
    let written = write_synced(&unfinished, bytes).and_then(|()| fs::rename(&unfinished, folder.join(name.as_str())));
    if written.is_err() {
        // A full disk needs the space; a failed removal is no second error.
        let _ = fs::remove_file(&unfinished);
    }
    written
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private_file().create(true).truncate(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
