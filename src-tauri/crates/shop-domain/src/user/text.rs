//! Free text: in normal form, with a bounded number of characters, without control characters. [`crate::text`] removes
//! invisible characters, which are often pasted by accident; a control character is refused.

use std::ops::RangeInclusive;

use thiserror::Error;

use crate::limits::USER_NAME;
use crate::text::normalize;

/// The fault of a text, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum TextFault {
    /// It contains a control character or a noncharacter of Unicode.
    #[error("contains a character that is not allowed")]
    Forbidden,
    /// Fewer characters than allowed.
    #[error("too short")]
    TooShort,
    /// More characters than allowed.
    #[error("too long")]
    TooLong,
}

/// Normalizes one line of text and checks it; `length` is in characters of the normal form. Line separators become
/// spaces.
///
/// # Errors
/// [`TextFault`], in its order.
pub fn parse_text(text: &str, length: RangeInclusive<usize>) -> Result<String, TextFault> {
    parse(&text.replace(is_separator, " "), length, is_forbidden)
}

/// Normalizes and checks text of several lines, which may contain line feeds and tabs; line separators become line
/// feeds.
///
/// # Errors
/// [`TextFault`], in its order.
pub fn parse_multiline(text: &str, length: RangeInclusive<usize>) -> Result<String, TextFault> {
    let one_kind_of_line_end = text.replace("\r\n", "\n").replace(is_separator, "\n");
    parse(&one_kind_of_line_end, length, |c| c != '\n' && c != '\t' && is_forbidden(c))
}

/// Normalizes a text that cannot be sent back for correction, such as the name of a device: invalid characters are
/// removed, and the text is cut after `most` characters.
#[must_use]
pub fn presentable(text: &str, most: usize) -> String {
    let allowed: String = text.replace(is_separator, " ").chars().filter(|c| !is_forbidden(*c)).collect();
    let fit: String = normalize(&allowed).chars().take(most).collect();
    normalize(&fit).into_owned()
}

fn parse(text: &str, length: RangeInclusive<usize>, forbidden: impl Fn(char) -> bool) -> Result<String, TextFault> {
    let normal = normalize(text);
    if normal.contains(forbidden) {
        return Err(TextFault::Forbidden);
    }
    let characters = normal.chars().count();
    if characters < *length.start() {
        Err(TextFault::TooShort)
    } else if characters > *length.end() {
        Err(TextFault::TooLong)
    } else {
        Ok(normal.into_owned())
    }
}

/// The line and paragraph separators, which some programs put on the clipboard for a line feed.
const fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// Control characters and noncharacters.
fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

/// The name of a user: 1 to 100 characters of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserName(String);

impl UserName {
    /// Parses a name.
    ///
    /// # Errors
    /// [`TextFault`], in its order.
    pub fn parse(text: &str) -> Result<UserName, TextFault> {
        parse_text(text, USER_NAME).map(UserName)
    }

    /// The name, in its normal form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use TextFault::{Forbidden, TooLong, TooShort};

    #[test]
    fn a_line_of_text_is_normal_and_bounded() {
        let long = "가".repeat(10);
        let too_long = "가".repeat(11);
        for (text, expected) in [
            ("  장터  ", Ok("장터")),
            ("", Err(TooShort)),
            (" \t\n ", Err(TooShort)),
            (long.as_str(), Ok(long.as_str())),
            (too_long.as_str(), Err(TooLong)),
            ("a\0b", Err(Forbidden)),
            ("a\nb", Err(Forbidden)),
            ("a\u{FFFE}b", Err(Forbidden)),
            ("a\u{202E}b", Ok("ab")),
            ("a\u{200B}b", Ok("ab")),
            ("a\u{2028}b", Ok("a b")),
            ("\u{3164}", Err(TooShort)),
            ("\u{200D}", Err(TooShort)),
            ("👩\u{200D}🚀", Ok("👩\u{200D}🚀")),
            ("<b>x</b>", Ok("<b>x</b>")),
            ("e\u{301}", Ok("é")),
        ] {
            assert_eq!(parse_text(text, 1..=10).as_deref(), expected.as_ref().copied(), "{text:?}");
        }
    }

    #[test]
    fn a_control_character_is_refused_wherever_it_stands() {
        for code in (0..0x20).chain(0x7F..0xA0) {
            let text = format!("관{}리자", char::from_u32(code).unwrap());
            assert_eq!(parse_text(&text, 0..=10), Err(Forbidden), "{code:04X} in a line");
            let in_lines = if matches!(code, 0x09 | 0x0A) { Ok(text.clone()) } else { Err(Forbidden) };
            assert_eq!(parse_multiline(&text, 0..=10), in_lines, "{code:04X} among lines");
            assert_eq!(presentable(&text, 10), "관리자", "{code:04X} is left out");
        }
    }

    #[test]
    fn what_deceives_the_eye_is_taken_out_wherever_it_stands() {
        let directions = [0x061C, 0x200E, 0x200F].into_iter().chain(0x202A..=0x202E).chain(0x2066..=0x2069);
        let invisible = [0x00AD, 0x034F, 0x180E, 0x200B, 0x200D, 0x2060, 0x3164, 0xFEFF, 0xFFF9, 0xE0041, 0xFE0F];
        for code in directions.chain(invisible) {
            let text = format!("관{}리자", char::from_u32(code).unwrap());
            assert_eq!(parse_text(&text, 0..=10).as_deref(), Ok("관리자"), "{code:04X} in a line");
            assert_eq!(parse_multiline(&text, 0..=10).as_deref(), Ok("관리자"), "{code:04X} among lines");
            assert_eq!(presentable(&text, 10), "관리자", "{code:04X}");
        }
    }

    #[test]
    fn twins_of_another_normal_form_are_one() {
        for (twin, normal) in [("\u{1100}\u{1161}\u{11A8}", "각"), ("e\u{301}", "é"), ("\u{212B}", "Å")] {
            assert_eq!(parse_text(twin, 1..=1).as_deref(), Ok(normal), "{twin:?}");
        }
    }

    #[test]
    fn what_nobody_can_correct_is_made_presentable() {
        for (text, expected) in [
            (" Firefox 140 \r\n", "Firefox 14"),
            ("a\u{202E}b\0c", "abc"),
            ("\u{200B}", ""),
            ("가나다라마바사아자차카", "가나다라마바사아자차"),
            ("123456789 1", "123456789"),
        ] {
            assert_eq!(presentable(text, 10), expected, "{text:?}");
        }
    }

    #[test]
    fn a_description_may_have_lines() {
        assert_eq!(parse_multiline("a\r\nb\tc", 0..=10).as_deref(), Ok("a\nb\tc"));
        assert_eq!(parse_multiline("a\u{2028}b\u{2029}c", 0..=10).as_deref(), Ok("a\nb\nc"));
        assert_eq!(parse_multiline("a\u{8}", 0..=10), Err(Forbidden));
        assert_eq!(parse_multiline("\u{200D}", 0..=10).as_deref(), Ok(""));
    }

    #[test]
    fn a_name_has_a_hundred_characters_at_most() {
        assert_eq!(UserName::parse(" 김철수 ").unwrap().as_str(), "김철수");
        assert!(UserName::parse(&"가".repeat(100)).is_ok());
        assert_eq!(UserName::parse(&"가".repeat(101)), Err(TooLong));
        assert!(UserName::parse(&"\u{1100}\u{1161}".repeat(100)).is_ok(), "counted as they are kept");
    }
}
