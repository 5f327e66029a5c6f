//! The code with which a shop can be set up from another machine. It lives in memory, and is shown where only the owner of
//! this machine sees it: whoever is in the network first must not become the admin of a shop that is new.

use sha2::{Digest as _, Sha256};

use super::ports::Randomness;

/// Letters and digits that nobody takes for one another. There are 32, so that each byte chooses among them evenly.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// 40 random bits: far more than can be tried at the rate at which wrong codes are answered.
const LENGTH: usize = 8;

/// Eight signs. It has no `Debug`, so that it gets into no log.
pub struct SetUpCode(String);

impl SetUpCode {
    pub(super) fn new(randomness: &dyn Randomness) -> Self {
        let sign = |byte: u8| char::from(SIGNS[usize::from(byte) % SIGNS.len()]);
        Self(randomness.bytes().into_iter().take(LENGTH).map(sign).collect())
    }

    /// As it is shown: two groups of four.
    #[must_use]
    pub fn text(&self) -> String {
        let (first, second) = self.0.split_at(LENGTH / 2);
        format!("{first}-{second}")
    }

    /// Whether this is the code, in letters of either case, with or without what stands between the groups.
    #[must_use]
    pub fn is(&self, typed: &str) -> bool {
        let typed: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
        // Hashes are compared, so that the time tells nothing of the code.
        Sha256::digest(typed.to_ascii_uppercase()) == Sha256::digest(&self.0)
    }
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
