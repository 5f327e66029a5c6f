//! Removes invisible characters, except where spelling needs them.
//!
//! Removed are the default-ignorable characters of Unicode, the fillers of Hangul among them, and annotation marks.
//! Three kinds stay where spelling or an emoji needs them, by the rules of RFC 5892 (`CONTEXTJ`) and UTS #51:
//!
//! - the two joiners after a virama, which is how the scripts of India write conjuncts; U+200C also between letters of the
//!   scripts that join, as Persian does inside a word;
//! - U+200D between two pictures, as in the emoji of an astronaut;
//! - a variation selector directly after a character that has variants: a sign, a digit of a keycap, an ideograph, a
//!   letter of Mongolian.
//!
//! Elsewhere they would only make two different names look the same.

use unicode_normalization::char::canonical_combining_class;

const ZERO_WIDTH_NON_JOINER: char = '\u{200C}';
const ZERO_WIDTH_JOINER: char = '\u{200D}';
/// The canonical combining class of viramas.
const VIRAMA: u8 = 9;

/// The text without its invisible characters.
pub(super) fn strip(text: impl Iterator<Item = char>) -> String {
    let (mut kept, mut last) = (String::new(), None);
    let mut rest = text.filter(|c| !is_always_removed(*c)).peekable();
    while let Some(c) = rest.next() {
        let stays = match c {
            ZERO_WIDTH_JOINER => last.is_some_and(|last| is_virama(last) || joins_pictures(last, rest.peek())),
            ZERO_WIDTH_NON_JOINER => last.is_some_and(|last| is_virama(last) || joins_letters(last, rest.peek())),
            _ if is_variation_selector(c) => last.is_some_and(has_variants),
            _ if is_mongolian_selector(c) => last.is_some_and(is_mongolian),
            _ => true,
        };
        if stays {
            kept.push(c);
            last = Some(c);
        }
    }
    kept
}

/// Invisible in every position.
const fn is_always_removed(c: char) -> bool {
    matches!(c,
        // The soft hyphen, the grapheme joiner, marks of direction, inherent vowels of Khmer.
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{17B4}' | '\u{17B5}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
        // Embeddings, overrides and isolates of direction, invisible operators, shapes that are no longer used.
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        // Fillers of Hangul, which make a name look empty; the byte order mark; annotations.
        | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}'
        // Controls of shorthand and of music; tags, and what Unicode has set aside for more of the kind.
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}')
}

fn is_virama(c: char) -> bool {
    canonical_combining_class(c) == VIRAMA
}

/// Whether U+200D joins these two characters to one emoji.
fn joins_pictures(left: char, right: Option<&char>) -> bool {
    let is_left = is_picture(left) || left == '\u{FE0F}';
    is_left && right.is_some_and(|right| is_picture(*right))
}

/// Whether U+200C separates letters that would otherwise join.
fn joins_letters(left: char, right: Option<&char>) -> bool {
    is_joining(left) && right.is_some_and(|right| is_joining(*right))
}

/// Arabic, Syriac, N'Ko, Mandaic, Mongolian, Phags-pa: scripts with joining letters.
const fn is_joining(c: char) -> bool {
    matches!(c,
        '\u{620}'..='\u{6FF}' | '\u{710}'..='\u{77F}' | '\u{7CA}'..='\u{7F5}' | '\u{840}'..='\u{85B}'
        | '\u{860}'..='\u{8FF}' | '\u{1820}'..='\u{18AA}' | '\u{A840}'..='\u{A873}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Symbols and emoji, skin tones included.
const fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

const fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Characters with variants in Unicode: symbols, the characters of keycaps, ideographs.
const fn has_variants(c: char) -> bool {
    is_picture(c)
        || matches!(c,
            '#' | '*' | '0'..='9' | '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
            | '\u{3001}' | '\u{3002}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}'
            | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFD}')
}

/// Selectors of Mongolian letters, and the separator of a final vowel.
const fn is_mongolian_selector(c: char) -> bool {
    matches!(c, '\u{180B}'..='\u{180F}')
}

const fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{1820}'..='\u{18AA}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(text: &str) -> String {
        strip(text.chars())
    }

    #[test]
    fn what_spelling_needs_stays() {
        for text in [
            "👩\u{200D}🚀",
            "👩🏽\u{200D}🚀",
            "❤\u{FE0F}\u{200D}🔥",
            "🏴\u{200D}☠\u{FE0F}",
            "✈\u{FE0F}",
            "1\u{FE0F}\u{20E3}",
            "می\u{200C}خواهم",
            "क्\u{200D}ष",
            "ശ്\u{200C}",
            "葛\u{E0100}城",
            "\u{1820}\u{180B}",
        ] {
            assert_eq!(stripped(text), text, "{text:?}");
        }
    }

    #[test]
    fn the_same_characters_are_removed_where_nothing_needs_them() {
        for (text, seen) in [
            ("관\u{200D}리\u{200C}자", "관리자"),
            ("\u{200D}", ""),
            ("👩\u{200D}", "👩"),
            ("👩\u{200D}\u{200D}🚀", "👩\u{200D}🚀"),
            ("ab\u{200C}c", "abc"),
            ("관리자\u{FE0F}", "관리자"),
            ("admin\u{E0101}", "admin"),
            ("a\u{180E}b", "ab"),
            ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴"),
        ] {
            assert_eq!(stripped(text), seen, "{text:?}");
        }
    }
}
