//! The normal form of input. Texts that look alike must be equal, or names, categories and search words do not match:
//! macOS decomposes "각" into three code points, web pages contain no-break spaces, and text from chats contains
//! direction marks.
//!
//! A text in normal form is in NFC, has no invisible characters, no space but U+0020, and no space at its ends. Control
//! characters stay, because it depends on the field whether a line feed is allowed; so do line and paragraph
//! separators, which are a space in one field and a line feed in another. Nothing is refused here.

mod invisible;

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// Normalizes a text; a text in normal form is returned unchanged.
#[must_use]
pub fn normalize(text: &str) -> Cow<'_, str> {
    // Nearly all input is ASCII or Hangul syllables and needs no further work.
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text.trim());
    }
    let visible = invisible::strip(text.chars().map(plain_space));
    // Composition comes last, because a removal can make a letter and its mark adjacent.
    let composed = if is_nfc(&visible) { visible } else { visible.nfc().collect() };
    let trimmed = composed.trim();
    Cow::Owned(if trimmed.len() == composed.len() { composed } else { trimmed.to_owned() })
}

/// The form of a password that is hashed: RFC 8265, `OpaqueString`. Spaces of other scripts become U+0020 and the text
/// is composed; nothing is removed or trimmed, because every typed character is part of the password.
#[must_use]
pub fn normalize_password(password: &str) -> Cow<'_, str> {
    if password.chars().all(is_plain) {
        return Cow::Borrowed(password);
    }
    Cow::Owned(password.chars().map(plain_space).nfc().collect())
}

/// ASCII and Hangul syllables are in NFC in any order, visible, and contain no space but U+0020.
const fn is_plain(c: char) -> bool {
    matches!(c, '\0'..='\u{7F}' | '\u{AC00}'..='\u{D7A3}')
}

/// Maps the space separators of Unicode, and the Braille blank, which looks like one, to U+0020.
const fn plain_space(c: char) -> char {
    match c {
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{2800}' | '\u{3000}' => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn texts_that_look_alike_become_equal() {
        for (typed, normal) in [
            ("plain", "plain"),
            ("  장터  ", "장터"),
            ("\u{1100}\u{1161}\u{11A8}", "각"),
            ("cafe\u{301}", "café"),
            ("e\u{200B}\u{301}", "é"),
            ("주방\u{A0}용품", "주방 용품"),
            ("\u{3000}주방\u{2009}용품\u{202F}", "주방 용품"),
            ("\u{FEFF}주방용품", "주방용품"),
            ("\u{202E}관\u{2066}리\u{2069}자\u{200E}", "관리자"),
            ("소프트\u{AD}하이픈", "소프트하이픈"),
            ("단어\u{2060}잇기\u{200B}", "단어잇기"),
            ("\u{3164}", ""),
            ("\u{115F}\u{1160}\u{FFA0}", ""),
            ("a\tb\nc", "a\tb\nc"),
        ] {
            assert_eq!(normalize(typed), normal, "{typed:?}");
        }
    }

    #[test]
    fn a_password_keeps_every_character_that_was_typed() {
        for (typed, hashed) in [
            (" two  words ", " two  words "),
            ("비밀\u{3000}번호\u{A0}", "비밀 번호 "),
            ("\u{1107}\u{1175}밀번호", "비밀번호"),
            ("zero\u{200B}width", "zero\u{200B}width"),
            ("ｆｕｌｌ", "ｆｕｌｌ"),
        ] {
            assert_eq!(normalize_password(typed), hashed, "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn a_normal_form_is_its_own_normal_form(text in any::<String>()) {
            let normal = normalize(&text).into_owned();
            prop_assert_eq!(normalize(&normal), normal.as_str());
            let password = normalize_password(&text).into_owned();
            prop_assert_eq!(normalize_password(&password), password.as_str());
        }

        #[test]
        fn decomposing_a_text_changes_nothing(text in "[가-힣a-zé à-ü\u{A0}\u{200B}]{0,20}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(normalize(&decomposed), normalize(&text));
        }
    }
}
