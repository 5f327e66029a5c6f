//! The code for the set-up from another machine. It is kept in memory and shown only to the owner of this machine:
//! another user of the network must not become the admin of a new shop.

use sha2::{Digest as _, Sha256};

use super::ports::Randomness;

/// Unambiguous letters and digits. There are 32, so that each byte selects among them evenly.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// 40 random bits: far more than can be tried under the throttling of wrong codes.
const LENGTH: usize = 8;

/// A code of eight characters. It has no `Debug`, so that it is never logged.
pub struct SetUpCode(String);

impl SetUpCode {
    pub(super) fn new(randomness: &dyn Randomness) -> Self {
        Self(signs(randomness.bytes().into_iter().take(LENGTH)))
    }

    /// The code for display: two groups of four.
    #[must_use]
    pub fn text(&self) -> String {
        let (first, second) = self.0.split_at(LENGTH / 2);
        format!("{first}-{second}")
    }

    /// Compares a code, ignoring case and separators between the groups.
    #[must_use]
    pub fn is(&self, typed: &str) -> bool {
        // Compares hashes, so that the time reveals nothing about the code.
        Sha256::digest(without_separators(typed)) == Sha256::digest(&self.0)
    }
}

/// A code of one sign for each random byte.
pub(crate) fn signs(bytes: impl Iterator<Item = u8>) -> String {
    bytes.map(|byte| char::from(SIGNS[usize::from(byte) % SIGNS.len()])).collect()
}

/// A typed code as [`signs`] makes it: in capitals, without separators.
pub(crate) fn without_separators(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::SystemRandomness;

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        let code = SetUpCode::new(&SystemRandomness);
        let text = code.text();
        assert_eq!((text.len(), text.as_bytes()[4]), (9, b'-'), "two groups of four: {text}");
        for typed in [text.clone(), text.to_lowercase(), text.replace('-', ""), format!(" {} ", text.replace('-', " "))]
        {
            assert!(code.is(&typed), "{typed:?}");
        }
        for wrong in [String::new(), text[..8].to_owned(), format!("{text}2"), "0000-0000".to_owned()] {
            assert!(!code.is(&wrong), "{wrong:?}");
        }
        assert_ne!(SetUpCode::new(&SystemRandomness).text(), text, "another start has another one");
    }
}
