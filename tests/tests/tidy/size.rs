//! Files stay within 300 lines, so that each holds one thing. Tables of words are not counted: they
//! are lists, and Rust and TypeScript only are looked at.

use crate::source::{Source, hold, rust, typescript};

const MOST_LINES: usize = 300;

fn offences(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    if lines <= MOST_LINES {
        return Vec::new();
    }
    vec![format!("{}: {lines} lines, at most {MOST_LINES}", source.path)]
}

#[test]
fn files_are_short() {
    hold(&rust(), offences);
    hold(&typescript(), offences);
}

#[test]
fn a_long_file_is_seen() {
    assert_eq!(offences(&Source::planted("a.rs", &"\n".repeat(MOST_LINES))).len(), 0, "the edge is allowed");
    assert_eq!(offences(&Source::planted("a.rs", &"\n".repeat(MOST_LINES + 1))).len(), 1);
}
