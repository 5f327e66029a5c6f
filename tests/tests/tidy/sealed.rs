//! Rows of the sealed books are appended and never changed: a changed row would read as forged. The one exception is the
//! refund of a payment, which is sealed as a row of its own.

use crate::source::{Source, hold, rust};

const STORE: &str = "src-tauri/crates/shop-store/src/";
const BOOKS: [&str; 6] = ["balance_transaction", "stock_movement", "payment", "audit_log", "seal", "seal_range"];
const CHANGES: [&str; 4] = ["UPDATE ", "UPDATE OR ", "DELETE FROM ", "REPLACE INTO "];
/// The statement that marks a payment as refunded.
const REFUND: (&str, &str) = ("src-tauri/crates/shop-store/src/payment.rs", "SET state = 'REFUNDED'");

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
    let is_refund = |line: &str| source.path == REFUND.0 && line.contains(REFUND.1);
    source.code_lines_where(|line| changes_a_book(line) && !is_refund(line), "a change of a sealed row")
}

#[test]
fn sealed_rows_are_never_changed() {
    hold(&rust(), offences);
}

#[test]
fn the_refund_of_a_payment_is_still_where_it_is_allowed() {
    let found = rust().into_iter().find(|source| source.path == REFUND.0).expect("the file is there");
    assert_eq!(found.text.matches(REFUND.1).count(), 1, "one statement, else the exception is too wide");
}

#[test]
fn a_changed_sealed_row_is_seen() {
    let at = |path: &str, text: &str| offences(&Source::planted(&format!("{STORE}{path}"), text)).len();
    for (text, expected) in [
        ("\"UPDATE payment SET amount = 1\"", 1),
        ("\"UPDATE payment INDEXED BY payment_made SET state = 'FAILED'\"", 1),
        ("\"DELETE FROM balance_transaction WHERE id = ?1\"", 1),
        ("\"UPDATE OR IGNORE stock_movement SET quantity = 1\"", 1),
        ("\"REPLACE INTO audit_log (id) VALUES (1)\"", 1),
        ("\"UPDATE stock SET available_quantity = 1\"", 0),
        ("// UPDATE payment", 0),
    ] {
        assert_eq!(at("a.rs", text), expected, "{text}");
    }
    assert_eq!(at("payment.rs", "\"UPDATE payment SET amount = 1\""), 1, "another change beside the allowed one");
    assert_eq!(at("verify/tests.rs", "\"UPDATE payment SET amount = 1\""), 0, "tests may plant one");
}
