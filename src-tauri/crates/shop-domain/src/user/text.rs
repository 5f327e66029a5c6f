//! Free text: trimmed, bounded in characters, and without what deceives the eye or breaks a row:
//! controls, bidirectional overrides, invisible fillers. Unicode normalisation is deliberately absent:
//! what was typed is what is shown.

use std::ops::RangeInclusive;

use thiserror::Error;

use crate::limits::PERSON_NAME;

/// What is wrong with a text, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum TextFault {
    /// It holds a control, an override of direction or an invisible filler.
    #[error("contains a character that is not allowed")]
    Forbidden,
    /// Fewer characters than allowed.
    #[error("too short")]
    TooShort,
    /// More characters than allowed.
    #[error("too long")]
    TooLong,
}

/// Trims one line of text and checks it; `length` is in characters, after trimming.
///
/// # Errors
/// [`TextFault`], in its order.
pub fn parse_text(text: &str, length: RangeInclusive<usize>) -> Result<String, TextFault> {
    parse(text, length, is_forbidden)
}

/// The same for text of several lines, which may hold line feeds and tabs.
///
/// # Errors
/// [`TextFault`], in its order.
pub fn parse_multiline(text: &str, length: RangeInclusive<usize>) -> Result<String, TextFault> {
    let one_kind_of_line_end = text.replace("\r\n", "\n");
    parse(&one_kind_of_line_end, length, |c| c != '\n' && c != '\t' && is_forbidden(c))
}

/// What is left of a text that nobody can be asked to correct, such as a program's name for itself: without what a
/// line of text may not hold, and cut off after `most` characters.
#[must_use]
pub fn presentable(text: &str, most: usize) -> String {
    let fit: String = text.trim().chars().filter(|c| !is_forbidden(*c)).take(most).collect();
    fit.trim().to_owned()
}

fn parse(text: &str, length: RangeInclusive<usize>, forbidden: impl Fn(char) -> bool) -> Result<String, TextFault> {
    let trimmed = text.trim();
    if trimmed.contains(forbidden) {
        return Err(TextFault::Forbidden);
    }
    // A joiner between letters is spelling; a text of joiners alone looks empty and counts as such.
    let looks_empty = trimmed.chars().all(|c| c.is_whitespace() || is_joiner(c));
    let characters = if looks_empty { 0 } else { trimmed.chars().count() };
    if characters < *length.start() {
        Err(TextFault::TooShort)
    } else if characters > *length.end() {
        Err(TextFault::TooLong)
    } else if looks_empty {
        Ok(String::new())
    } else {
        Ok(trimmed.to_owned())
    }
}

const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            // Line and paragraph separators; bidirectional embeddings, overrides and isolates.
            '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{206F}'
            // Characters that take no room, and Hangul fillers, which make a name look empty.
            | '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}'..='\u{2065}' | '\u{2800}' | '\u{FEFF}'
            | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}'
            // Marks of annotations, of music and of languages, which are invisible, and the non-characters.
            | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E007F}'
            | '\u{FFFE}' | '\u{FFFF}')
}

/// A person's name: 1 to 100 characters of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// Parses a name.
    ///
    /// # Errors
    /// [`TextFault`], in its order.
    pub fn parse(text: &str) -> Result<PersonName, TextFault> {
        parse_text(text, PERSON_NAME).map(PersonName)
    }

    /// The name, trimmed.
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
    fn a_line_of_text_is_trimmed_and_holds_nothing_deceptive() {
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
            ("a\u{202E}b", Err(Forbidden)),
            ("a\u{200B}b", Err(Forbidden)),
            ("\u{3164}", Err(Forbidden)),
            ("\u{200D}", Err(TooShort)),
            ("👩\u{200D}🚀", Ok("👩\u{200D}🚀")),
            ("<b>x</b>", Ok("<b>x</b>")),
            ("e\u{301}", Ok("e\u{301}")),
        ] {
            assert_eq!(parse_text(text, 1..=10).as_deref(), expected.as_ref().copied(), "{text:?}");
        }
    }

    #[test]
    fn what_deceives_the_eye_is_refused_wherever_it_stands() {
        let controls = (0..0x20).chain(0x7F..0xA0);
        let directions = [0x061C, 0x200E, 0x200F].into_iter().chain(0x202A..=0x202E).chain(0x2066..=0x2069);
        let invisible = [0x00AD, 0x034F, 0x180E, 0x200B, 0x2060, 0x2800, 0x3164, 0xFEFF, 0xFFF9, 0xE0041];
        for code in controls.chain(directions).chain(invisible) {
            let text = format!("관{}리자", char::from_u32(code).unwrap());
            assert_eq!(parse_text(&text, 0..=10), Err(Forbidden), "{code:04X} in a line");
            let in_lines = if matches!(code, 0x09 | 0x0A) { Ok(text.clone()) } else { Err(Forbidden) };
            assert_eq!(parse_multiline(&text, 0..=10), in_lines, "{code:04X} among lines");
            assert_eq!(presentable(&text, 10), "관리자", "{code:04X} is left out where nobody can correct it");
        }
    }

    #[test]
    fn twins_of_another_normal_form_are_kept_as_typed() {
        for twin in ["각", "\u{1100}\u{1161}\u{11A8}", "é", "e\u{301}", "✈\u{FE0F}"] {
            assert_eq!(parse_text(twin, 1..=3).as_deref(), Ok(twin), "what was typed is what is shown");
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
        assert_eq!(parse_multiline("a\u{8}", 0..=10), Err(Forbidden));
        assert_eq!(parse_multiline("\u{200D}", 0..=10).as_deref(), Ok(""));
    }

    #[test]
    fn a_name_has_a_hundred_characters_at_most() {
        assert_eq!(PersonName::parse(" 김철수 ").unwrap().as_str(), "김철수");
        assert!(PersonName::parse(&"가".repeat(100)).is_ok());
        assert_eq!(PersonName::parse(&"가".repeat(101)), Err(TooLong));
    }
}
