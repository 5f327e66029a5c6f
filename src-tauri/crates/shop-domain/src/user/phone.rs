//! Telephone numbers in one form: digits with hyphens, whatever the spelling of the input.
//!
//! A Korean number gets the usual Korean groups, so that it has one spelling: `010-1234-5678`, `02-123-4567`,
//! `031-123-4567`, `0507-1234-5678`, `1588-1234`; a leading `+82` is removed. A foreign number keeps its leading plus
//! and the groups in which it was typed.

use crate::limits::{OutOfRange, PHONE_DIGITS};
use crate::text::normalize;

/// Korea's country code.
const KOREA: &str = "82";
/// Digits after the area code, or of a number without one.
const SUBSCRIBER: std::ops::RangeInclusive<usize> = 7..=8;
/// Digits of the last group.
const LAST: usize = 4;

/// A telephone number: digits, hyphens, and a leading plus if it is a foreign one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// Parses a number of 7 to 15 digits, with spaces, hyphens, dots, slashes and brackets between them; full-width
    /// characters are accepted.
    ///
    /// # Errors
    /// [`OutOfRange`] for any other text.
    pub fn parse(text: &str) -> Result<Phone, OutOfRange> {
        let signs: Option<String> = normalize(text).chars().map(sign).collect();
        let signs = signs.ok_or(OutOfRange)?;
        let (before, number) = signs.split_at(signs.find(|c: char| c.is_ascii_digit()).ok_or(OutOfRange)?);
        let is_international = before.contains('+');
        if number.contains('+') || before.matches('+').count() > 1 {
            return Err(OutOfRange);
        }
        let groups: Vec<&str> = number.split('-').filter(|group| !group.is_empty()).collect();
        let digits = groups.concat();
        if !PHONE_DIGITS.contains(&digits.len()) {
            return Err(OutOfRange);
        }
        let domestic = if is_international { of_korea(&digits) } else { divide(&digits) };
        let plus = if is_international { "+" } else { "" };
        Ok(Phone(domestic.unwrap_or_else(|| format!("{plus}{}", groups.join("-")))))
    }

    /// The number, as it is stored and compared.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A digit or plus in ASCII, a hyphen for any separator; `None` for any other character.
fn sign(c: char) -> Option<char> {
    match c {
        '0'..='9' | '+' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        '＋' => Some('+'),
        '-' | ' ' | '.' | '/' | '(' | ')' | '·' | '‐'..='―' | '−' | '－' | '．' | '／' | '（' | '）' => {
            Some('-')
        }
        _ => None,
    }
}

/// The number after `+82` as dialled within Korea; a superfluous 0 after the country code is accepted.
fn of_korea(digits: &str) -> Option<String> {
    let national = digits.strip_prefix(KOREA)?;
    let national = national.strip_prefix('0').unwrap_or(national);
    divide(&format!("0{national}")).or_else(|| divide(national))
}

/// A Korean number with hyphens; `None` if its length does not fit its kind.
fn divide(digits: &str) -> Option<String> {
    let area_digits = match digits.as_bytes() {
        [b'0', b'2', ..] => 2,
        // Forwarding numbers, as printed on parcels.
        [b'0', b'3' | b'5', b'0', ..] => 4,
        [b'0', b'1'..=b'9', ..] => 3,
        [b'0', ..] => return None,
        _ => 0,
    };
    let (area, subscriber) = digits.split_at_checked(area_digits)?;
    if !SUBSCRIBER.contains(&subscriber.len()) {
        return None;
    }
    let (middle, last) = subscriber.split_at(subscriber.len() - LAST);
    Some(if area.is_empty() { format!("{middle}-{last}") } else { format!("{area}-{middle}-{last}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_spelling_however_it_was_typed() {
        for (typed, kept) in [
            ("010-1234-5678", "010-1234-5678"),
            (" 01012345678 ", "010-1234-5678"),
            ("010.1234.5678", "010-1234-5678"),
            ("010 1234 5678", "010-1234-5678"),
            ("010\u{A0}1234\u{200B}5678", "010-1234-5678"),
            ("０１０－１２３４－５６７８", "010-1234-5678"),
            ("010–1234–5678", "010-1234-5678"),
            ("\u{202D}010-1234-5678\u{202C}", "010-1234-5678"),
            ("+82 10-1234-5678", "010-1234-5678"),
            ("(+82) 10 1234 5678", "010-1234-5678"),
            ("+82 (0)10-1234-5678", "010-1234-5678"),
            ("011-123-4567", "011-123-4567"),
            ("(02) 123-4567", "02-123-4567"),
            ("0212345678", "02-1234-5678"),
            ("+82-2-123-4567", "02-123-4567"),
            ("0311234567", "031-123-4567"),
            ("070 1234 5678", "070-1234-5678"),
            ("080.123.4567", "080-123-4567"),
            ("050712345678", "0507-1234-5678"),
            ("05051234567", "0505-123-4567"),
            ("15881234", "1588-1234"),
            ("1588 1234", "1588-1234"),
            ("+82 1588-1234", "1588-1234"),
            ("1234567", "123-4567"),
        ] {
            assert_eq!(Phone::parse(typed).as_ref().map(Phone::as_str), Ok(kept), "{typed:?}");
        }
    }

    #[test]
    fn a_foreign_number_keeps_its_plus_and_its_groups() {
        for (typed, kept) in [
            ("+1 (415) 555-2671", "+1-415-555-2671"),
            ("+1.415.555.2671", "+1-415-555-2671"),
            ("＋44 20 7946 0958", "+44-20-7946-0958"),
            ("+14155552671", "+14155552671"),
            ("00 1 415 555 2671", "00-1-415-555-2671"),
            ("415-555-2671", "415-555-2671"),
        ] {
            assert_eq!(Phone::parse(typed).as_ref().map(Phone::as_str), Ok(kept), "{typed:?}");
        }
    }

    #[test]
    fn a_spelling_is_its_own_spelling() {
        for typed in ["01012345678", "+1 (415) 555-2671", "+82 2 123 4567", "1588.1234", "1234567", "123 456 789 0"] {
            let kept = Phone::parse(typed).unwrap();
            assert_eq!(Phone::parse(kept.as_str()), Ok(kept.clone()), "{typed:?}");
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
            "82+1012345678",
            "01012345678;",
            "010\t12345678",
            "전화 010-1234-5678",
        ] {
            assert!(Phone::parse(bad).is_err(), "{bad:?}");
        }
    }
}
