//! The code of a coupon, which customers enter to get it.

use thiserror::Error;

use crate::text::normalize;

/// Fewest characters: 36⁴ codes, of which one that is guessed at random is hardly ever found.
const SHORTEST: usize = 4;
/// Most characters.
const LONGEST: usize = 32;

/// A code in the form in which it is stored and compared: capital letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponCode(String);

/// Not 4 to 32 Latin letters, digits and hyphens; `INVALID_INPUT`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("4 to 32 letters A to Z, digits and hyphens")]
pub struct InvalidCouponCode;

impl CouponCode {
    /// Reads a typed or pasted code: in any case, with spaces before, after and between, and without what is invisible.
    ///
    /// # Errors
    /// [`InvalidCouponCode`].
    pub fn parse(text: &str) -> Result<Self, InvalidCouponCode> {
        let code: String = normalize(text)
            .chars()
            .filter(|char| !char.is_whitespace())
            .map(|char| char.to_ascii_uppercase())
            .collect();
        let is_known = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
        if (SHORTEST..=LONGEST).contains(&code.len()) && code.bytes().all(is_known) {
            Ok(Self(code))
        } else {
            Err(InvalidCouponCode)
        }
    }

    /// The stored form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_and_spaces_do_not_matter() {
        for typed in ["WELCOME-2026", "welcome-2026", " Welcome-2026 ", "WELC OME-2026", "WELCOME\u{200b}-2026"] {
            assert_eq!(CouponCode::parse(typed).expect(typed).as_str(), "WELCOME-2026");
        }
    }

    #[test]
    fn other_lengths_and_characters_are_refused() {
        let longest = "A".repeat(LONGEST);
        assert!(CouponCode::parse("ABC").is_err(), "three are too few");
        assert!(CouponCode::parse("AB-1").is_ok(), "four are enough");
        assert!(CouponCode::parse(&longest).is_ok(), "as many as there may be");
        assert!(CouponCode::parse(&format!("{longest}A")).is_err(), "one more");
        for typed in ["", "가을할인", "AUTUMN_10", "AUTUMN%", "ａｕｔｕｍｎ"] {
            assert!(CouponCode::parse(typed).is_err(), "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn a_stored_code_is_read_as_itself(text in ".{0,40}") {
            if let Ok(code) = CouponCode::parse(&text) {
                prop_assert_eq!(CouponCode::parse(code.as_str()), Ok(code));
            }
        }
    }
}
