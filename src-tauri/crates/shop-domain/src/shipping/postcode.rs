//! Korean postcodes: five digits, compared as numbers.

use std::fmt;

use crate::limits::ZIP_CODE_DIGITS;
use crate::text::normalize;

/// A postcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(u32);

impl Postcode {
    /// Parses five digits; `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = normalize(text);
        let fits = digits.len() == ZIP_CODE_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
        if fits { digits.parse().ok().map(Self) } else { None }
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:05}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_five_digits() {
        for (text, expected) in [
            ("06236", Some("06236")),
            (" 63000 ", Some("63000")),
            ("00000", Some("00000")),
            ("6236", None),
            ("062360", None),
            ("06-36", None),
            ("０６２３６", None),
            ("+6236", None),
            ("", None),
        ] {
            assert_eq!(Postcode::parse(text).map(|code| code.to_string()).as_deref(), expected, "{text:?}");
        }
    }
}
