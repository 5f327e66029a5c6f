//! The names of pictures. An upload is named by the hash of its content. A picture stored in two widths is named by
//! both hashes: `LARGE-SMALL.jpg` is the large file, `SMALL.jpg` the small one. So the one name stored with a product
//! leads to both files and verifies the content of each.

use sha2::{Digest as _, Sha256};

use crate::runtime::hex;

/// The hexadecimal digits of a hash in a name.
const HASH_DIGITS: usize = 32;

/// A name of lower-case letters, digits and dashes with a known extension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PictureName {
    text: String,
    stem: usize,
    media_type: &'static str,
}

impl PictureName {
    /// Parses a name; `None` for a path or any other text.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (stem, ending) = text.split_once('.')?;
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if stem.is_empty() || !stem.bytes().all(plain) {
            return None;
        }
        let media_type = match ending {
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "jpg" => "image/jpeg",
            "webp" => "image/webp",
            _ => return None,
        };
        Some(Self { text: text.to_owned(), stem: stem.len(), media_type })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The media type of its extension.
    pub(crate) fn media_type(&self) -> &'static str {
        self.media_type
    }

    /// The hash of the file's content; `None` if the name is not a hash.
    pub(crate) fn hash(&self) -> Option<&str> {
        let stem = &self.text[..self.stem];
        let first = stem.split_once('-').map_or(stem, |(first, _)| first);
        is_hash(first).then_some(first)
    }

    /// The name of the small file of the same picture, if there is one.
    pub(crate) fn smaller(&self) -> Option<Self> {
        let (large, small) = self.text[..self.stem].split_once('-')?;
        let named = is_hash(large) && is_hash(small);
        named.then(|| Self {
            text: format!("{small}{}", &self.text[self.stem..]),
            stem: small.len(),
            media_type: self.media_type,
        })
    }

    /// Whether the name is the hash of this content.
    pub(crate) fn is_of(&self, content: &[u8]) -> bool {
        self.hash() == Some(&content_hash(content))
    }
}

/// The hash that content is named by: the first half of its SHA-256.
pub(crate) fn content_hash(content: &[u8]) -> String {
    hex(&Sha256::digest(content)[..HASH_DIGITS / 2])
}

/// The same for content that was hashed in pieces.
pub(super) fn finished_hash(hasher: Sha256) -> String {
    hex(&hasher.finalize()[..HASH_DIGITS / 2])
}

fn is_hash(text: &str) -> bool {
    text.len() == HASH_DIGITS && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
