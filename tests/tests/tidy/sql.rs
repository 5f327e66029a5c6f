//! SQL stands in shop-store alone. Tests may look into the file behind the shop's back: that is how
//! they know that the shop tells the truth.

use crate::source::{Source, hold, rust};

const HOMES: [&str; 2] = ["src-tauri/crates/shop-store/", "tests/"];
const STATEMENTS: [&str; 7] =
    ["SELECT ", "INSERT INTO ", "INSERT OR ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ", "PRAGMA "];

fn offences(source: &Source) -> Vec<String> {
    if source.is_under(&HOMES) {
        return Vec::new();
    }
    source.code_lines_where(|line| STATEMENTS.iter().any(|sql| line.contains(sql)), "SQL outside shop-store")
}

#[test]
fn sql_stands_in_the_store_alone() {
    hold(&rust(), offences);
}

#[test]
fn sql_elsewhere_is_seen() {
    for sql in STATEMENTS {
        let text = format!("//! It may say {sql}in words.\nlet sql = \"{sql}product\";\n");
        let at = |path: &str| offences(&Source::planted(path, &text)).len();
        assert_eq!(at("src-tauri/crates/shop-app/src/a.rs"), 1, "{sql} in a use case");
        assert_eq!(at("src-tauri/crates/shop-store/src/a.rs"), 0, "{sql} in the store");
    }
}
