//! The tokens of the full-text index of products, and the query terms of a search text.
//!
//! Searching whole words does not work for Korean: "우스" must find "마우스". So a text is indexed by its pairs of adjacent
//! characters, and by the pairs of initial consonants (초성) of its syllables. A pair is marked `b`, a pair of initials
//! `c`; the marks keep the two apart and make every token begin with a plain letter. A word of one character is looked
//! up as the prefix of a pair.
//!
//! Tokens hold letters and digits only, so that no input can be an operator of the index. The store builds the query
//! from them and ranks the results. A product that has all pairs of a word need not contain the word: rare false
//! results are accepted.

use std::collections::BTreeSet;

use super::letters::{Script, compose, initial, is_initial, is_loose_jamo};
use super::search_begin::{SearchedWord, words_begun};
use crate::limits::{SEARCH_TERMS_MAX, SEARCH_TEXT_MAX};

/// A search: every term must occur.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// At least one term, each once.
    pub terms: Vec<Term>,
    /// Its words, by which the results are ranked.
    pub words: Vec<SearchedWord>,
}

impl Query {
    /// The number of its words that begin a word of one of these texts.
    #[must_use]
    pub fn words_begun(&self, texts: &[&str]) -> usize {
        words_begun(&self.words, texts)
    }
}

/// One token to look up; letters and digits only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// The token.
    pub token: String,
    /// Whether the token is a prefix.
    pub prefix: bool,
}

/// The tokens of the texts of a product (name, English name, category, …), separated by spaces, each once.
#[must_use]
pub fn index_text(texts: &[&str]) -> String {
    let mut tokens = BTreeSet::new();
    for run in texts.iter().flat_map(|text| runs(text)) {
        tokens.extend(pairs('b', &run));
        tokens.extend(last('b', &run));
        for initials in initial_runs(&run) {
            tokens.extend(pairs('c', &initials));
            tokens.extend(last('c', &initials));
        }
    }
    tokens.into_iter().collect::<Vec<_>>().join(" ")
}

/// The terms of a search text; `None` if it has no letter or digit. Only the first [`SEARCH_TEXT_MAX`] characters
/// count.
#[must_use]
pub fn query_terms(text: &str) -> Option<Query> {
    let start: String = text.chars().take(SEARCH_TEXT_MAX).collect();
    let mut terms: Vec<Term> = Vec::new();
    let words: Vec<_> = words(&start).into_iter().map(settled).filter(|word| !word.is_empty()).collect();
    for term in words.iter().flat_map(|word| word_terms(word)) {
        if terms.len() < SEARCH_TERMS_MAX && !terms.contains(&term) {
            terms.push(term);
        }
    }
    let words = words.into_iter().map(SearchedWord::new).collect();
    (!terms.is_empty()).then_some(Query { terms, words })
}

/// A word without single consonants, unless it consists of initials: while "가방" is being typed it is "가ㅂ" for a
/// moment.
fn settled(mut word: Vec<char>) -> Vec<char> {
    if !word.iter().copied().all(is_initial) {
        word.retain(|c| !is_loose_jamo(*c));
    }
    word
}

fn word_terms(word: &[char]) -> Vec<Term> {
    marked_terms(if word.iter().copied().all(is_initial) { 'c' } else { 'b' }, word)
}

fn marked_terms(mark: char, word: &[char]) -> Vec<Term> {
    match word {
        [] => Vec::new(),
        [one] => vec![Term { token: format!("{mark}{one}"), prefix: true }],
        _ => pairs(mark, word).map(|token| Term { token, prefix: false }).collect(),
    }
}

fn pairs(mark: char, word: &[char]) -> impl Iterator<Item = String> {
    word.windows(2).map(move |pair| format!("{mark}{}{}", pair[0], pair[1]))
}

/// The last character alone, because no pair begins with it and a search for it must find it.
fn last(mark: char, word: &[char]) -> Option<String> {
    word.last().map(|c| format!("{mark}{c}"))
}

/// The words of a text to index, joined where spelling varies: two Korean words ("무선 마우스"), and words that meet in
/// different scripts ("주물팬 24cm", "iPhone 15", "24 cm"). A search with a space finds both spellings, because it does
/// not ask for the pair across the space. Two words of Latin letters are not joined, because "tv" would then find
/// "smart vacuum"; nor are two numbers.
fn runs(text: &str) -> Vec<Vec<char>> {
    let mut runs: Vec<Vec<char>> = Vec::new();
    for word in words(text) {
        match runs.last_mut() {
            Some(run) if are_written_together(run, &word) => run.extend(word),
            _ => runs.push(word),
        }
    }
    runs
}

fn are_written_together(left: &[char], right: &[char]) -> bool {
    let scripts = left.last().zip(right.first()).map(|(left, right)| (Script::of(*left), Script::of(*right)));
    scripts.is_some_and(|(left, right)| left != right || left == Script::Hangul)
}

/// Letters and digits in lower case, split at everything else.
fn words(text: &str) -> Vec<Vec<char>> {
    let composed: String = compose(text)
        .into_iter()
        .filter(|c| !('\u{300}'..='\u{36F}').contains(c))
        .flat_map(char::to_lowercase)
        .collect();
    composed
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().collect())
        .collect()
}

/// The parts of a word that have initial consonants, each as its initials.
fn initial_runs(word: &[char]) -> Vec<Vec<char>> {
    let initials: Vec<Option<char>> = word.iter().map(|c| initial(*c)).collect();
    initials
        .split(Option::is_none)
        .map(|run| run.iter().flatten().copied().collect::<Vec<char>>())
        .filter(|run| !run.is_empty())
        .collect()
}
