//! The words of a search that begin a word of a product's name. Such a product is listed before one that only has them
//! inside its words: "ㅂㅈ" means 보조배터리 rather than 동물복지.

use super::letters::{Script, initial, is_initial};

/// A word of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchedWord {
    chars: Vec<char>,
    is_initials: bool,
}

impl SearchedWord {
    /// A word as it is looked up: initial consonants only, or letters, digits and whole syllables.
    pub(super) fn new(chars: Vec<char>) -> Self {
        let is_initials = chars.iter().copied().all(is_initial);
        Self { chars, is_initials }
    }

    fn begins(&self, text: &[char]) -> bool {
        let is_same = |(searched, found): (&char, &char)| {
            if self.is_initials { initial(*found) == Some(*searched) } else { searched == found }
        };
        text.len() >= self.chars.len() && self.chars.iter().zip(text).all(is_same)
    }
}

/// The number of `words` that begin a word of one of the texts. What follows a word in the text belongs to it, so that
/// "보조배터리" begins "보조 배터리" too.
pub(super) fn words_begun(words: &[SearchedWord], texts: &[&str]) -> usize {
    // Most searches are one word, and its name tells most often. With more words fewer products are ranked.
    words.iter().filter(|word| texts.iter().any(|text| Folded::new(text).is_begun_by(word))).count()
}

/// The letters and digits of a stored text in lower case, which is in normal form already, with the places where words
/// begin: after a separator, or where the script changes, as in 24 of "주물팬24cm".
struct Folded {
    chars: Vec<char>,
    begins: Vec<usize>,
}

impl Folded {
    fn new(text: &str) -> Self {
        let mut folded = Self { chars: Vec::with_capacity(text.len()), begins: Vec::new() };
        let mut previous = None;
        for c in text.chars().flat_map(char::to_lowercase) {
            if !c.is_alphanumeric() {
                previous = None;
                continue;
            }
            let script = Some(Script::of(c));
            if script != previous {
                folded.begins.push(folded.chars.len());
            }
            previous = script;
            folded.chars.push(c);
        }
        folded
    }

    fn is_begun_by(&self, word: &SearchedWord) -> bool {
        self.begins.iter().any(|place| word.begins(&self.chars[*place..]))
    }
}
