//! A picture that is read in pieces, so that a slow client costs one piece of memory and no open file.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::PathBuf;

/// A picture to be served.
#[derive(Debug, Clone)]
pub struct ServedPicture {
    /// Its media type.
    pub media_type: &'static str,
    /// The hash of its content.
    pub hash: String,
    /// Its length in bytes.
    pub length: u64,
    pub(super) content: Content,
}

/// The location of its bytes.
#[derive(Debug, Clone)]
pub(super) enum Content {
    /// A file never changes under its name, so each piece can open it again.
    File(PathBuf),
    /// A demo picture of a few kilobytes.
    Drawn(Vec<u8>),
}

impl ServedPicture {
    /// Up to `most` bytes from an offset; fewer only at the end. Blocks.
    ///
    /// # Errors
    /// `UnexpectedEof` if the file was truncated; I/O errors.
    pub fn piece(&self, offset: u64, most: usize) -> io::Result<Vec<u8>> {
        let left = self.length.saturating_sub(offset);
        let count = usize::try_from(left).map_or(most, |left| left.min(most));
        match &self.content {
            Content::File(path) => {
                let mut file = File::open(path)?;
                file.seek(SeekFrom::Start(offset))?;
                let mut piece = vec![0; count];
                file.read_exact(&mut piece)?;
                Ok(piece)
            }
            Content::Drawn(bytes) => {
                let start = usize::try_from(offset).map_or(bytes.len(), |offset| offset.min(bytes.len()));
                Ok(bytes[start..start + count].to_vec())
            }
        }
    }

    /// The whole content. Blocks.
    pub fn whole(&self) -> io::Result<Vec<u8>> {
        self.piece(0, usize::MAX)
    }
}
