//! Every file says at its top what is in it: Rust by `//!`, TypeScript by a comment.

use crate::source::{Source, hold, rust, typescript};

fn offences(source: &Source) -> Vec<String> {
    let openings: &[&str] = if source.path.ends_with(".rs") { &["//!"] } else { &["// ", "/*"] };
    if openings.iter().any(|opening| source.text.starts_with(opening)) {
        return Vec::new();
    }
    vec![format!("{}:1: does not open with {}", source.path, openings.join(" or "))]
}

#[test]
fn every_file_says_what_is_in_it() {
    hold(&rust(), offences);
    hold(&typescript(), offences);
}

#[test]
fn a_file_without_a_header_is_seen() {
    for (path, text) in [("a.rs", "use std::fs;\n"), ("a.rs", "// A comment.\n"), ("a.ts", "import x;\n")] {
        assert_eq!(offences(&Source::planted(path, text)).len(), 1, "{path} {text:?}");
    }
}
