//! Rows of the sealed books are appended and never changed: a changed row would read as forged. The exceptions are the
//! confirmation and the end of a payment, which are sealed as rows of their own, and the deadline of a deposit that is awaited,
//! which is sealed with its confirmation. What is refunded of a payment is no part of its sealed row.

use crate::source::{Source, hold, rust};

const STORE: &str = "src-tauri/crates/shop-store/src/";
const BOOKS: [&str; 6] = ["balance_transaction", "stock_movement", "payment", "audit_log", "seal", "seal_range"];
const CHANGES: [&str; 4] = ["UPDATE ", "UPDATE OR ", "DELETE FROM ", "REPLACE INTO "];
/// The statements that confirm a deposit, end a payment, refund a part of one and move a deadline.
const ALLOWED: [(&str, &str); 5] = [
    ("src-tauri/crates/shop-store/src/payment/mod.rs", "SET state = iif(state = 'PENDING', 'CANCELLED', 'REFUNDED')"),
    ("src-tauri/crates/shop-store/src/payment/deposit.rs", "SET state = 'COMPLETED', paid_at = ?3, confirmed_by = ?2"),
    ("src-tauri/crates/shop-store/src/payment/refund.rs", "SET refunded_amount = refunded_amount + iif("),
    ("src-tauri/crates/shop-store/src/payment/refund.rs", "SET state = 'REFUNDED', updated_at = ?2"),
    ("src-tauri/crates/shop-store/src/payment/deposit.rs", "SET due_at = (SELECT o.expires_at"),
];

/// Whether a line of SQL changes a row of a sealed book. A statement begins on the line that names its table.
fn changes_a_book(line: &str) -> bool {
    CHANGES.iter().any(|change| {
        line.match_indices(change).any(|(at, _)| {
            let words = line[at + change.len()..].split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
            words.filter(|word| !word.is_empty()).take(2).any(|word| BOOKS.contains(&word))
        })
    })
}

fn offences(source: &Source) -> Vec<String> {
    if !source.is_under(&[STORE]) || source.path.ends_with("tests.rs") {
        return Vec::new();
    }
    let is_allowed = |line: &str| ALLOWED.iter().any(|(path, text)| source.path == *path && line.contains(text));
    source.code_lines_where(|line| changes_a_book(line) && !is_allowed(line), "a change of a sealed row")
}

#[test]
fn sealed_rows_are_never_changed() {
    hold(&rust(), offences);
}

#[test]
fn each_change_of_a_payment_is_still_where_it_is_allowed() {
    let sources = rust();
    for (path, text) in ALLOWED {
        let found = sources.iter().find(|source| source.path == path).expect("the file is there");
        assert_eq!(found.text.matches(text).count(), 1, "{text}: one statement, else the exception is too wide");
    }
}

#[test]
fn a_changed_sealed_row_is_seen() {
    let at = |path: &str, text: &str| offences(&Source::planted(&format!("{STORE}{path}"), text)).len();
    for (text, expected) in [
        ("\"UPDATE payment SET amount = 1\"", 1),
        ("\"UPDATE payment INDEXED BY payment_valid SET state = 'FAILED'\"", 1),
        ("\"DELETE FROM balance_transaction WHERE id = ?1\"", 1),
        ("\"UPDATE OR IGNORE stock_movement SET quantity = 1\"", 1),
        ("\"REPLACE INTO audit_log (id) VALUES (1)\"", 1),
        ("\"UPDATE stock SET available_quantity = 1\"", 0),
        ("// UPDATE payment", 0),
    ] {
        assert_eq!(at("a.rs", text), expected, "{text}");
    }
    assert_eq!(at("payment/mod.rs", "\"UPDATE payment SET amount = 1\""), 1, "another change beside the allowed one");
    assert_eq!(at("verify/tests.rs", "\"UPDATE payment SET amount = 1\""), 0, "tests may plant one");
}
