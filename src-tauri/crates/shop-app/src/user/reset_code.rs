//! One-time codes for a new password: how they look, and what is stored of them.

use sha2::{Digest as _, Sha256};

use crate::runtime::{hex, signs, without_separators};

/// 60 random bits: the hash of a code cannot be reversed in the hours in which the code is valid, although the hash is fast.
const LENGTH: usize = 12;
/// Signs of one group.
const GROUP: usize = 4;

/// A code that was just made. It has no `Debug`, so that it is never logged.
pub(super) struct NewCode(String);

impl NewCode {
    /// The code from random bytes.
    pub(super) fn of(bytes: [u8; 32]) -> Self {
        Self(signs(bytes.into_iter().take(LENGTH)))
    }

    /// The code for display: groups of four.
    pub(super) fn text(&self) -> String {
        let groups: Vec<String> =
            self.0.as_bytes().chunks(GROUP).map(|group| group.escape_ascii().to_string()).collect();
        groups.join("-")
    }

    /// The hash that is stored.
    pub(super) fn hash(&self) -> String {
        hash(&self.0)
    }
}

/// The hash of a code as it was typed, whatever its case and separators.
pub(super) fn hash(typed: &str) -> String {
    hex(&Sha256::digest(without_separators(typed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        let code = NewCode::of([7; 32]);
        let text = code.text();
        assert_eq!(text, "HHHH-HHHH-HHHH", "three groups of four");
        for typed in [text.clone(), text.to_lowercase(), text.replace('-', ""), format!(" {} ", text.replace('-', " "))]
        {
            assert_eq!(hash(&typed), code.hash(), "{typed:?}");
        }
        for wrong in ["", "HHHH-HHHH-HHH", "HHHH-HHHH-HHHJ"] {
            assert_ne!(hash(wrong), code.hash(), "{wrong:?}");
        }
    }
}
