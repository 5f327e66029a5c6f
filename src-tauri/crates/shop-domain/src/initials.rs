//! Initial consonants: Korean names are often searched by them, ㄱㅅㄴ for 김손님.

/// The initial consonants in the order of the syllables.
const INITIALS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
const FIRST_SYLLABLE: u32 = 0xAC00;
/// Syllables with one initial consonant.
const SYLLABLES: u32 = 588;

/// A pattern of SQLite's `GLOB` for the texts that contain `text`, where an initial consonant stands for each of its
/// syllables. `None` if there is no initial consonant in it, or anything besides letters, digits and spaces.
#[must_use]
pub fn initials_pattern(text: &str) -> Option<String> {
    if !text.chars().any(|c| INITIALS.contains(&c)) {
        return None;
    }
    let parts: Option<String> = text.chars().map(part).collect();
    parts.map(|parts| format!("*{parts}*"))
}

fn part(c: char) -> Option<String> {
    if let Some(index) = INITIALS.iter().position(|initial| *initial == c) {
        let first = FIRST_SYLLABLE + SYLLABLES * u32::try_from(index).ok()?;
        let (first, last) = (char::from_u32(first)?, char::from_u32(first + SYLLABLES - 1)?);
        return Some(format!("[{c}{first}-{last}]"));
    }
    (c.is_alphanumeric() || c == ' ').then(|| c.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_initial_consonant_stands_for_its_syllables() {
        for (typed, expected) in [
            ("ㄱ", Some("*[ㄱ가-깋]*")),
            ("ㅎㄱ", Some("*[ㅎ하-힣][ㄱ가-깋]*")),
            ("김ㅅ 2", Some("*김[ㅅ사-싷] 2*")),
            ("김손님", None),
            ("ㄱ*", None),
            ("ㄱ[", None),
            ("ㅏ", None),
            ("", None),
        ] {
            assert_eq!(initials_pattern(typed).as_deref(), expected, "{typed}");
        }
    }
}
