//! The search of orders by an admin: by a part of the order number, of the recipient's or customer's name, of either
//! telephone number, of the customer's e-mail address, of the names of what was ordered, or of the delivery memo.
//!
//! [`OrderWords`] decides exactly whether an order matches. The tokens of an index only narrow the candidates: pairs of
//! characters of a name, so that two Korean syllables suffice, groups of three of an e-mail address, of four of a
//! telephone number. A record with all groups of a text need not contain the text, so every candidate is compared
//! again.
//!
//! Order numbers need no index: they are counted up within each day, so that the numbers with some digits can be
//! computed.

use std::collections::BTreeSet;

use crate::catalog::Term;

/// The prefix of every number.
const PREFIX: &str = "ORD-";
/// Digits of the day in a number, and of the shortest sequence.
const DAY_DIGITS: usize = 8;
const SEQUENCE_DIGITS: usize = 6;
/// Up to this many digits occur in so many numbers that an index would not help.
const COMMON_DIGITS: usize = 2;
/// Most groups of one text that are looked up; more would not narrow the search.
const TERMS: usize = 12;

/// An indexed field: the mark of its tokens and their length in characters.
type Field = (char, usize);
const NAME: Field = ('n', 2);
const EMAIL: Field = ('e', 3);
const PHONE: Field = ('d', 4);

/// A search text in the form in which it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderWords {
    name: String,
    email: String,
    phone: Option<String>,
    number: Option<NumberPart>,
}

/// A part of an order number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberPart {
    /// A part of the letters and hyphens of every number.
    Every,
    /// A prefix of a number.
    Beginning(String),
    /// Adjacent digits of a number, ignoring hyphens.
    Digits(String),
}

impl OrderWords {
    /// Parses a search text; `None` if it is empty.
    #[must_use]
    pub fn parse(text: &str) -> Option<OrderWords> {
        let text = text.trim();
        (!text.is_empty()).then(|| OrderWords {
            name: name_key(text),
            email: text.to_lowercase(),
            phone: is_phone_like(text).then(|| phone_key(text)).filter(|digits| !digits.is_empty()),
            number: number_part(text),
        })
    }

    /// The part of an order number that it may be.
    #[must_use]
    pub fn number(&self) -> Option<&NumberPart> {
        self.number.as_ref()
    }

    /// The prefix of a number, if the text can be nothing else.
    #[must_use]
    pub fn number_alone(&self) -> Option<&str> {
        match &self.number {
            Some(NumberPart::Beginning(beginning)) if self.email.starts_with("ord-") => Some(beginning),
            _ => None,
        }
    }

    /// Whether it is too short a part of a number for an index.
    #[must_use]
    pub fn is_common(&self) -> bool {
        matches!(&self.number, Some(NumberPart::Digits(digits)) if digits.len() <= COMMON_DIGITS)
    }

    /// Whether it is a part of this order number.
    #[must_use]
    pub fn is_in_number(&self, order_number: &str) -> bool {
        match &self.number {
            None => false,
            Some(NumberPart::Every) => true,
            Some(NumberPart::Beginning(beginning)) => order_number.starts_with(beginning.as_str()),
            Some(NumberPart::Digits(part)) => digits(order_number).contains(part.as_str()),
        }
    }

    /// Whether it is a part of the name or telephone number of a recipient.
    #[must_use]
    pub fn is_in_recipient(&self, name: &str, phone: &str) -> bool {
        self.is_in_name(name) || self.is_in_phone(phone)
    }

    /// Whether it is a part of a text of an order: of the name of a product with its option, or of the delivery memo.
    #[must_use]
    pub fn is_in_text(&self, text: &str) -> bool {
        self.is_in_name(text)
    }

    /// Whether it is a part of the name, e-mail address or telephone number of a customer.
    #[must_use]
    pub fn is_in_customer(&self, name: &str, email: &str, phone: Option<&str>) -> bool {
        self.is_in_name(name)
            || email.to_lowercase().contains(&self.email)
            || phone.is_some_and(|phone| self.is_in_phone(phone))
    }

    fn is_in_name(&self, name: &str) -> bool {
        name_key(name).contains(&self.name)
    }

    fn is_in_phone(&self, phone: &str) -> bool {
        self.phone.as_ref().is_some_and(|part| phone_key(phone).contains(part.as_str()))
    }

    /// The terms for the index of orders: all terms of one of the groups.
    #[must_use]
    pub fn order_terms(&self) -> Vec<Vec<Term>> {
        let mut groups = vec![terms(NAME, &self.name)];
        groups.extend(self.phone.as_ref().map(|phone| terms(PHONE, phone)));
        groups
    }

    /// The terms for the index of customers.
    #[must_use]
    pub fn customer_terms(&self) -> Vec<Vec<Term>> {
        let mut groups = self.order_terms();
        groups.push(terms(EMAIL, &self.email));
        groups
    }

    /// The sequences, ascending, of numbers on `day` (`YYYY-MM-DD`) that contain the typed digits; `last` is the last
    /// sequence given out. Empty if no digits were typed.
    #[must_use]
    pub fn sequences(&self, day: &str, last: i64) -> Vec<(i64, i64)> {
        match &self.number {
            Some(NumberPart::Digits(part)) => sequences_with(part, &digits(day), last),
            _ => Vec::new(),
        }
    }
}

/// The tokens of an order, separated by spaces, each once: of its recipient and of its texts. The texts share the mark
/// of names, so that a name is looked up once; a candidate is compared anyway.
#[must_use]
pub fn order_tokens<'a>(name: &str, phone: &str, texts: impl IntoIterator<Item = &'a str>) -> String {
    let texts = texts.into_iter().flat_map(|text| grams(NAME, &name_key(text))).collect();
    join([grams(NAME, &name_key(name)), grams(PHONE, &phone_key(phone)), texts])
}

/// The tokens of a customer.
#[must_use]
pub fn customer_tokens(name: &str, email: &str, phone: Option<&str>) -> String {
    let phone = phone.map(phone_key).unwrap_or_default();
    join([grams(NAME, &name_key(name)), grams(EMAIL, &email.to_lowercase()), grams(PHONE, &phone)])
}

fn join<const N: usize>(tokens: [Vec<String>; N]) -> String {
    let each_once: BTreeSet<String> = tokens.into_iter().flatten().collect();
    each_once.into_iter().collect::<Vec<_>>().join(" ")
}

/// A telephone number for comparison: its digits, with 0 for the country code of Korea.
#[must_use]
pub fn phone_key(text: &str) -> String {
    let digits = digits(text);
    match digits.strip_prefix("82") {
        Some(rest) if text.trim_start().starts_with('+') => format!("0{}", rest.trim_start_matches('0')),
        _ => digits,
    }
}

/// A name for comparison: in lower case without spaces.
fn name_key(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn is_phone_like(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || " -.()+/".contains(c))
}

fn number_part(text: &str) -> Option<NumberPart> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect();
    if PREFIX.contains(&text) {
        return Some(NumberPart::Every);
    }
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_digit() || "-.()/".contains(c)).then(|| digits(text));
    let after_letters = [PREFIX, "ORD", "RD-", "D-"].iter().find_map(|letters| text.strip_prefix(letters));
    match after_letters {
        Some(rest) => plain(rest).map(|digits| NumberPart::Beginning(beginning_of(&digits))),
        None => plain(&text).filter(|digits| !digits.is_empty()).map(NumberPart::Digits),
    }
}

/// The prefix of a number with these digits, with hyphens.
fn beginning_of(digits: &str) -> String {
    match digits.split_at_checked(DAY_DIGITS) {
        Some((day, sequence)) if !sequence.is_empty() => format!("{PREFIX}{day}-{sequence}"),
        _ => format!("{PREFIX}{digits}"),
    }
}

fn terms((mark, length): Field, text: &str) -> Vec<Term> {
    let text: Vec<char> = text.chars().collect();
    let token = |part: &[char]| std::iter::once(mark).chain(part.iter().copied().map(plain_letter)).collect();
    if text.len() < length {
        return vec![Term { token: token(&text), prefix: true }];
    }
    // Adjacent groups and the last one cover the text; overlapping ones would add nothing.
    let mut terms: Vec<Term> = Vec::new();
    for part in text.chunks_exact(length).chain(text.windows(length).last()) {
        let term = Term { token: token(part), prefix: false };
        if terms.len() < TERMS && !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

/// Every group of adjacent characters, and shorter groups at the end, so that a token begins at every character.
fn grams((mark, length): Field, text: &str) -> Vec<String> {
    let text: Vec<char> = text.chars().map(plain_letter).collect();
    let token = |part: &[char]| std::iter::once(mark).chain(part.iter().copied()).collect();
    let ends = (1..length).filter_map(|rest| text.len().checked_sub(rest).map(|from| &text[from..]));
    text.windows(length).chain(ends).map(token).collect()
}

/// A letter that every tokenizer accepts, in place of other characters: different ones may become equal, and each
/// candidate is compared as typed afterwards.
fn plain_letter(c: char) -> char {
    const PRIVATE_USE: u32 = 0xE000;
    const PRIVATE_LETTERS: u32 = 6_400;
    if c.is_ascii_alphanumeric() || ('가'..='힣').contains(&c) {
        return c;
    }
    char::from_u32(PRIVATE_USE + u32::from(c) % PRIVATE_LETTERS).unwrap_or('x')
}

fn sequences_with(part: &str, day: &str, last: i64) -> Vec<(i64, i64)> {
    if day.contains(part) {
        return vec![(1, last)];
    }
    let mut ranges = Vec::new();
    for width in SEQUENCE_DIGITS..=digits(&last.to_string()).len().max(SEQUENCE_DIGITS) {
        let least = if width == SEQUENCE_DIGITS { 1 } else { power(width - 1) };
        let bounds = (least, last.min(power(width) - 1));
        for split in 1..part.len().min(DAY_DIGITS + 1) {
            let (of_day, of_sequence) = part.split_at(split);
            if day.ends_with(of_day) {
                ranges.extend(sequences_at(of_sequence, 0, width, bounds));
            }
        }
        for place in 0..=width.saturating_sub(part.len()) {
            ranges.extend(sequences_at(part, place, width, bounds));
        }
    }
    merged(ranges)
}

/// The sequences of `width` digits with `part` at `place`, within the bounds.
fn sequences_at(part: &str, place: usize, width: usize, (least, most): (i64, i64)) -> Vec<(i64, i64)> {
    let (Some(behind), Ok(value)) = (width.checked_sub(place + part.len()), part.parse::<i64>()) else {
        return Vec::new();
    };
    let first = |before: i64| (before * power(part.len()) + value) * power(behind);
    let ranges = (0..power(place)).map(first).take_while(|from| *from <= most);
    let ranges = ranges.map(|from| (from.max(least), (from + power(behind) - 1).min(most)));
    ranges.filter(|(from, to)| from <= to).collect()
}

fn power(exponent: usize) -> i64 {
    10_i64.saturating_pow(exponent as u32)
}

fn merged(mut ranges: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    ranges.sort_unstable();
    let mut merged: Vec<(i64, i64)> = Vec::new();
    for (from, to) in ranges {
        match merged.last_mut() {
            Some((_, end)) if from <= *end + 1 => *end = to.max(*end),
            _ => merged.push((from, to)),
        }
    }
    merged
}
