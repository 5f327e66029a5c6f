//! The key of a picture: a short text in a product's `image` column from which the picture can be
//! drawn again at any time, so that a shop of a million products stores no picture at all.

use std::fmt;

use super::{Motif, Palette, Tint, picture};

/// All that a picture is drawn from. Written `motif-palette-tint-seed`, with `any` where the seed
/// chooses, for example `jar-any-red-1f`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureKey {
    /// What it shows.
    pub motif: Motif,
    /// Its colours, or the seed's choice.
    pub palette: Option<Palette>,
    /// The colour of contents or material, or the seed's choice.
    pub tint: Option<Tint>,
    /// Everything else.
    pub seed: u64,
}

impl PictureKey {
    /// Reads what `Display` wrote; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let motif = Motif::named(parts.next()?)?;
        let palette = optional(parts.next()?, Palette::named)?;
        let tint = optional(parts.next()?, Tint::named)?;
        let seed = u64::from_str_radix(parts.next()?, 16).ok()?;
        let key = Self { motif, palette, tint, seed };
        // Other spellings of the same number would be other addresses of the same picture.
        (key.to_string() == text).then_some(key)
    }

    /// The picture itself, an SVG document.
    pub fn draw(self) -> String {
        picture(self.motif, self.palette, self.tint, self.seed)
    }
}

impl fmt::Display for PictureKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let palette = self.palette.map_or("any", Palette::name);
        let tint = self.tint.map_or("any", Tint::name);
        write!(f, "{}-{palette}-{tint}-{:x}", self.motif.name(), self.seed)
    }
}

/// `any` is no wish; an unknown word is a refusal.
fn optional<T>(word: &str, named: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if word == "any" { Some(None) } else { named(word).map(Some) }
}
