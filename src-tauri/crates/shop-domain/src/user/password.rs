//! The rule for passwords: their length. Composition rules are absent on purpose, because they make passwords worse.

use crate::limits::{OutOfRange, PASSWORD};
use crate::text::normalize_password;

/// Checks that a password has 8 to 128 characters in the form in which it is hashed. Spaces are part of it and are not
/// trimmed.
///
/// # Errors
/// [`OutOfRange`] when it is shorter or longer.
pub fn check_password(password: &str) -> Result<(), OutOfRange> {
    if PASSWORD.contains(&normalize_password(password).chars().count()) { Ok(()) } else { Err(OutOfRange) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_to_a_hundred_and_twenty_eight_characters() {
        for (length, fits) in [(0, false), (7, false), (8, true), (128, true), (129, false)] {
            assert_eq!(check_password(&"비".repeat(length)).is_ok(), fits, "{length}");
        }
    }

    #[test]
    fn a_syllable_in_pieces_is_one_character() {
        assert!(check_password(&"\u{1107}\u{1175}".repeat(4)).is_err(), "four syllables are four characters");
        assert!(check_password(&"\u{1107}\u{1175}".repeat(100)).is_ok(), "and a hundred are not too many");
    }
}
