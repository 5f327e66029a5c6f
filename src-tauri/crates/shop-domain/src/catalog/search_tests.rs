//! Results of searches, computed by looking the terms up in the tokens as the index would.

use super::search::{index_text, query_terms};
use crate::limits::SEARCH_TERMS_MAX;

/// Whether a search for `typed` finds a product with these texts.
fn finds(texts: &[&str], typed: &str) -> bool {
    let index = index_text(texts);
    let tokens: Vec<&str> = index.split(' ').collect();
    query_terms(typed).is_some_and(|query| {
        query.terms.iter().all(|term| {
            tokens.iter().any(|token| *token == term.token || (term.prefix && token.starts_with(&term.token)))
        })
    })
}

const MOUSE: &[&str] = &["무선 마우스 (블루투스)", "Wireless Mouse M3", "전자제품"];

#[test]
fn korean_is_found_by_two_syllables_by_the_middle_and_by_one() {
    for typed in
        ["마우", "우스", "마우스", "무선 마우스", "무선마우스", "마우스무", "전자", "자제", "선", "스", "블루투스"]
    {
        assert_eq!(finds(MOUSE, typed), typed != "마우스무", "{typed:?}");
    }
    for typed in ["우마", "키보드", "마우스 키보드", "컵"] {
        assert!(!finds(MOUSE, typed), "{typed:?}");
    }
}

#[test]
fn initial_consonants_find_syllables() {
    for typed in ["ㅁㅇㅅ", "ㅁㅇ", "ㅇㅅ", "ㅁ", "ㅂㄹㅌㅅ", "ㅁㅅ ㅁㅇㅅ", "ㅁㅅㅁㅇㅅ", "ㅈㅈㅈㅍ"]
    {
        assert!(finds(MOUSE, typed), "{typed:?}");
    }
    for typed in ["ㅋ", "ㅅㅇ", "ㅁㅇㅋ"] {
        assert!(!finds(MOUSE, typed), "{typed:?}");
    }
    assert!(finds(&["떡볶이"], "ㄸㅂㅇ"), "double consonants are initials too");
}

#[test]
fn english_is_found_in_any_case_and_from_the_middle() {
    for typed in ["mouse", "MOUSE", "ous", "wireless m3", "w", "M", "m3", "e"] {
        assert!(finds(MOUSE, typed), "{typed:?}");
    }
    for typed in ["keyboard", "sm", "b", "c"] {
        assert!(!finds(&["무선 마우스", "Mouse Soft"], typed), "{typed:?} is only a mark or a join");
    }
}

#[test]
fn words_of_different_scripts_are_found_written_together_and_apart() {
    for (text, found, not_found) in [
        (
            "무쇠 주물팬 24cm",
            vec!["주물팬24cm", "주물팬 24cm", "주물팬24 cm", "무쇠주물팬24", "팬24"],
            vec!["주물팬26cm"],
        ),
        ("주물팬24cm", vec!["주물팬24cm", "주물팬 24cm", "주물팬 24 cm", "24 주물팬"], vec!["주물팬 2 5"]),
        ("iPhone 15 케이스", vec!["iphone15", "iphone15케이스", "15케이스"], vec!["iphone16"]),
        ("USB-C 케이블 2 m", vec!["usb-c", "c케이블", "케이블2m", "2m"], vec!["3m"]),
        ("비타민C 1000mg", vec!["비타민 c", "비타민c1000", "c1000mg", "1000 mg"], vec!["1000g"]),
    ] {
        for typed in found {
            assert!(finds(&[text], typed), "{typed:?} finds {text:?}");
        }
        for typed in not_found {
            assert!(!finds(&[text], typed), "{typed:?} does not find {text:?}");
        }
    }
    assert!(!finds(&["Smart Vacuum"], "tv"), "two words of one script other than Hangul stay apart");
    assert!(!finds(&["24 30"], "43"), "and so do two numbers");
}

#[test]
fn a_syllable_in_the_making_does_not_empty_the_list() {
    assert!(finds(MOUSE, "마ㅇ"));
    assert!(finds(MOUSE, "마우ㅅ"));
}

#[test]
fn decomposed_and_composed_korean_are_the_same() {
    let decomposed = "\u{1106}\u{1161}\u{110B}\u{116E}\u{1109}\u{1173}";
    assert_eq!(index_text(&[decomposed]), index_text(&["마우스"]));
    assert!(finds(&["선물"], "\u{1109}\u{1165}\u{11AB}\u{1106}\u{116E}\u{11AF}"));
    assert_eq!(index_text(&["cafe\u{301}"]), index_text(&["cafe"]));
}

#[test]
fn nothing_that_is_typed_is_an_operator_or_an_error() {
    for nothing in ["", "   ", "\"", "*", "()", "🎁🎁", "\0", "''", "-", "^", "ㅏ", "\u{301}"] {
        assert_eq!(query_terms(nothing), None, "{nothing:?}");
    }
    for typed in ["AND", "NEAR(a b, 2)", "a\"b", "name:x", "마우스*", "\"마우스\"", "x OR NOT y", "a🎁b", "ñ½"]
    {
        let query = query_terms(typed).unwrap();
        let safe = |term: &super::Term| term.token.chars().all(char::is_alphanumeric);
        assert!(query.terms.iter().all(safe), "{typed:?} gives {query:?}");
    }
    assert!(finds(MOUSE, "\"마우스\" *"), "signs around a word do not hide it");
}

#[test]
fn a_very_long_text_is_cut() {
    let long: String = ('가'..).take(10_000).collect();
    assert_eq!(query_terms(&long).unwrap().terms.len(), SEARCH_TERMS_MAX);
    assert_eq!(query_terms(&"가".repeat(10_000)).unwrap().terms.len(), 1, "a term stands once");
    assert_eq!(query_terms(&format!("{}가방", " ".repeat(200))), None);
}

#[test]
fn tokens_carry_their_mark() {
    assert_eq!(index_text(&["가방 A"]), "ba b가방 b방a cㄱㅂ cㅂ");
    assert_eq!(index_text(&[]), "");
}

#[test]
fn a_word_is_begun_by_its_first_letters_and_not_by_those_inside_it() {
    for (typed, name, begun) in [
        ("ㅂㅈ", "보조배터리 10000", 1),
        ("ㅂㅈ", "동물복지 유정란", 0),
        ("배터", "고속 배터리", 1),
        ("배터", "보조배터리", 0),
        ("보조배터리", "보조 배터리", 1),
        ("복지", "동물복지 유정란", 0),
        ("mo", "Wireless Mouse", 1),
        ("MO", "Smooth Cream", 0),
        ("24", "주물팬24cm", 1),
        ("4c", "주물팬24cm", 0),
        ("보조ㅂ", "보조배터리", 1),
        ("고속 배터", "고속 보조배터리", 1),
        ("고속 배터", "고속 배터리", 2),
        ("배", "사과배", 0),
        ("배", "나주 배", 1),
    ] {
        let query = query_terms(typed).expect("there is something to look for");
        assert_eq!(query.words_begun(&["", name]), begun, "{typed} in {name}");
    }
}
