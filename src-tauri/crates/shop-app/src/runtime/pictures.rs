//! Product pictures as files in the data folder. A name is its own key; a path in it is refused. The demo's pictures are
//! no files: they are drawn from their names when they are asked for.

use std::fs;
use std::io;
use std::path::PathBuf;

use crate::demo::art::PictureKey;

/// The folder of pictures.
#[derive(Debug, Clone)]
pub struct Pictures {
    folder: PathBuf,
}

/// A picture to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its media type.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Pictures {
    /// The pictures in a folder that exists.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The picture of that name; `None` where there is none, or the name is not one.
    #[must_use]
    pub fn load(&self, name: &str) -> Option<Picture> {
        let media_type = media_type(name)?;
        let bytes = fs::read(self.folder.join(name)).ok().or_else(|| drawn(name))?;
        Some(Picture { media_type, bytes })
    }

    /// Keeps a picture under a name, if it is not there yet.
    ///
    /// # Errors
    /// `InvalidInput` for a name that is not one; whatever the system refuses.
    pub fn keep(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        media_type(name).ok_or(io::ErrorKind::InvalidInput)?;
        let path = self.folder.join(name);
        if path.exists() {
            return Ok(());
        }
        fs::create_dir_all(&self.folder)?;
        // Under its name it is whole or not there at all; a half one left by a fall has a name that is none.
        let half = self.folder.join(format!("{name}.{}.half", std::process::id()));
        fs::write(&half, bytes)?;
        fs::rename(half, path)
    }
}

/// Whether a file of that name is a picture.
pub(crate) fn is_picture(name: &str) -> bool {
    media_type(name).is_some()
}

/// The picture that a demo product's name stands for.
fn drawn(name: &str) -> Option<Vec<u8>> {
    let key = PictureKey::parse(name.strip_suffix(".svg")?)?;
    Some(key.draw().into_bytes())
}

/// The media type of a name of lower-case letters, digits and dashes with a known ending.
fn media_type(name: &str) -> Option<&'static str> {
    let (stem, ending) = name.split_once('.')?;
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if stem.is_empty() || !stem.bytes().all(plain) {
        return None;
    }
    match ending {
        "svg" => Some("image/svg+xml"),
        "png" => Some("image/png"),
        "jpg" => Some("image/jpeg"),
        "webp" => Some("image/webp"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_path() {
        for bad in ["", "x", ".svg", "../a.svg", "a/b.svg", "a.svg.exe", "A.svg", "a.html", "a b.png", "a.SVG"] {
            assert_eq!(media_type(bad), None, "{bad} is not the name of a picture");
        }
        assert_eq!(media_type("kettle-2.svg"), Some("image/svg+xml"), "a plain name is");
    }

    #[test]
    fn a_demo_picture_needs_no_file() {
        let pictures = Pictures::new("/nonexistent");
        let drawn = pictures.load("apple-any-any-1f.svg").expect("it is drawn from its name");
        assert_eq!(drawn.media_type, "image/svg+xml", "as what it is");
        assert!(drawn.bytes.starts_with(b"<svg"), "and it is a picture");
        assert_eq!(pictures.load("apple-any-any-1f.png"), None, "no other kind of picture is drawn");
        assert_eq!(pictures.load("something-else.svg"), None, "and nothing that the demo does not know");
    }
}
