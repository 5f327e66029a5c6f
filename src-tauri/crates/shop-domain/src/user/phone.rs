//! Telephone numbers: digits with the punctuation people type, kept as typed. Which country's plan a
//! number belongs to is not asked.

use crate::limits::{PHONE, PHONE_DIGITS};
use crate::money::OutOfRange;

/// A telephone number, trimmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// Parses a number: 7 to 15 digits, with hyphens, spaces, brackets and a leading plus.
    ///
    /// # Errors
    /// [`OutOfRange`] for what cannot be one.
    pub fn parse(text: &str) -> Result<Phone, OutOfRange> {
        let phone = text.trim();
        let plain = phone.strip_prefix('+').unwrap_or(phone);
        let digits = plain.chars().filter(char::is_ascii_digit).count();
        let allowed = |c: char| c.is_ascii_digit() || "- ()".contains(c);
        if PHONE.contains(&phone.len()) && PHONE_DIGITS.contains(&digits) && plain.chars().all(allowed) {
            Ok(Phone(phone.to_owned()))
        } else {
            Err(OutOfRange)
        }
    }

    /// The number as typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_kept_as_it_was_typed() {
        for good in ["010-1234-5678", "01012345678", "+82 10-1234-5678", "(02) 123-4567", "1234567"] {
            assert_eq!(Phone::parse(&format!(" {good} ")).unwrap().as_str(), good);
        }
    }

    #[test]
    fn what_cannot_be_a_number_is_refused() {
        for bad in [
            "",
            "-------",
            "123456",
            "1234567890123456",
            "010-1234-567a",
            "++821012345678",
            "01012345678;",
            "010\u{202E}12345678",
            "０１０１２３４５６７８",
            "1234567                        ) 2",
        ] {
            assert!(Phone::parse(bad).is_err(), "{bad:?}");
        }
    }
}
