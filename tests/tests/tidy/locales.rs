//! Every text is there in both languages: the locale files hold the same keys.
//!
//! Plural forms differ by language (Korean has one, English two) and count as one key.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::source::{Source, with_extensions};

const PLURALS: [&str; 6] = ["_zero", "_one", "_two", "_few", "_many", "_other"];

/// The keys of one language's files, as `file.json:outer.inner`.
fn keys(sources: &[Source], language: &str) -> BTreeSet<String> {
    let folder = format!("ui/src/locales/{language}/");
    let mut keys = BTreeSet::new();
    for source in sources {
        if let Some(file) = source.path.strip_prefix(&folder) {
            let words: Value = serde_json::from_str(&source.text).expect("a locale file is JSON");
            flatten(&words, &format!("{file}:"), &mut keys);
        }
    }
    keys
}

fn flatten(words: &Value, path: &str, keys: &mut BTreeSet<String>) {
    let Value::Object(inner) = words else {
        let key = PLURALS.iter().find_map(|plural| path.strip_suffix(plural)).unwrap_or(path);
        keys.insert(key.to_owned());
        return;
    };
    for (name, value) in inner {
        let joint = if path.ends_with(':') { "" } else { "." };
        flatten(value, &format!("{path}{joint}{name}"), keys);
    }
}

#[test]
fn both_languages_have_the_same_texts() {
    let sources = with_extensions(&["json"]);
    let (korean, english) = (keys(&sources, "ko"), keys(&sources, "en"));
    assert!(!korean.is_empty(), "the Korean texts are found");
    let lonely: Vec<_> = korean.symmetric_difference(&english).collect();
    assert!(lonely.is_empty(), "in one language only: {lonely:#?}");
}

#[test]
fn a_text_in_one_language_is_seen() {
    let sources = [
        Source::planted("ui/src/locales/ko/cart.json", r#"{"empty": {"title": "…"}, "items_other": "…"}"#),
        Source::planted("ui/src/locales/en/cart.json", r#"{"items_one": "…", "items_other": "…"}"#),
    ];
    let (korean, english) = (keys(&sources, "ko"), keys(&sources, "en"));
    let lonely: Vec<_> = korean.symmetric_difference(&english).collect();
    assert_eq!(lonely, ["cart.json:empty.title"], "plurals count once, the missing text is named");
}
