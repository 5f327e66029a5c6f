//! Letters of a search: their script, the initial consonants (초성) of Korean syllables, and their composition.

const FIRST_SYLLABLE: u32 = 0xAC00;
const LAST_SYLLABLE: u32 = 0xD7A3;
const SYLLABLES_PER_INITIAL: u32 = 588;
const INITIALS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];

/// The class of a character for joining words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Hangul,
    Digits,
    Letters,
}

impl Script {
    pub(super) fn of(c: char) -> Self {
        match c {
            _ if initial(c).is_some() => Self::Hangul,
            _ if c.is_numeric() => Self::Digits,
            _ => Self::Letters,
        }
    }
}

/// Composes Korean syllables that arrive decomposed (file names of macOS do), by the arithmetic of Unicode; a table of
/// normal forms for all scripts would be too large for this one need.
pub(super) fn compose(text: &str) -> Vec<char> {
    let mut composed: Vec<char> = Vec::new();
    for c in text.chars() {
        let joined = composed.last().and_then(|previous| join(*previous, c));
        match (joined, composed.last_mut()) {
            (Some(syllable), Some(previous)) => *previous = syllable,
            _ => composed.push(c),
        }
    }
    composed
}

fn join(previous: char, c: char) -> Option<char> {
    let (left, right) = (u32::from(previous), u32::from(c));
    let code = match (left, right) {
        (0x1100..=0x1112, 0x1161..=0x1175) => {
            FIRST_SYLLABLE + (left - 0x1100) * SYLLABLES_PER_INITIAL + (right - 0x1161) * 28
        }
        (FIRST_SYLLABLE..=LAST_SYLLABLE, 0x11A8..=0x11C2) if (left - FIRST_SYLLABLE).is_multiple_of(28) => {
            left + right - 0x11A7
        }
        _ => return None,
    };
    char::from_u32(code)
}

pub(super) fn initial(c: char) -> Option<char> {
    match syllable_index(c) {
        Some(index) => INITIALS.get((index / SYLLABLES_PER_INITIAL) as usize).copied(),
        None => is_initial(c).then_some(c),
    }
}

fn syllable_index(c: char) -> Option<u32> {
    (FIRST_SYLLABLE..=LAST_SYLLABLE).contains(&u32::from(c)).then(|| u32::from(c) - FIRST_SYLLABLE)
}

pub(super) fn is_initial(c: char) -> bool {
    INITIALS.contains(&c)
}

pub(super) const fn is_loose_jamo(c: char) -> bool {
    matches!(c, '\u{3131}'..='\u{318E}' | '\u{1100}'..='\u{11FF}')
}
