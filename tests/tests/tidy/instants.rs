//! No request takes an instant as chrono reads it, which knows the year 10000: each such field names the reader that does not.

use crate::source::{Source, hold, rust};

/// The readers of instants in requests.
const READERS: [&str; 2] = ["deserialize::instant\"", "deserialize::optional_instant\""];

/// Requests are the shapes of the contract that allow no unknown field.
fn offences(source: &Source) -> Vec<String> {
    if !source.path.starts_with("src-tauri/crates/shop-app/src/contract/") {
        return Vec::new();
    }
    let (mut offences, mut is_request, mut attribute) = (Vec::new(), false, "");
    for (number, line) in (1..).zip(source.text.lines()) {
        match line.trim_start() {
            code if code.starts_with("#[serde(") && line.starts_with('#') => {
                is_request = code.contains("deny_unknown_fields");
            }
            code if code.starts_with("#[serde(") => attribute = code,
            code if code.starts_with("pub ") && code.contains(": ") => {
                let is_bare = !READERS.iter().any(|reader| attribute.contains(reader));
                if is_request && code.contains("DateTime<") && is_bare {
                    offences.push(format!("{}:{number}: read by chrono alone: {code}", source.path));
                }
                attribute = "";
            }
            "}" => (is_request, attribute) = (false, ""),
            _ => {}
        }
    }
    offences
}

#[test]
fn no_request_holds_an_instant_that_is_read_by_chrono_alone() {
    hold(&rust(), offences);
}

#[test]
fn a_bare_instant_in_a_request_is_seen() {
    let field = |attribute: &str, kind: &str| {
        let text =
            format!("#[serde(deny_unknown_fields)]\npub struct A {{\n    {attribute}\n    pub at: {kind},\n}}\n");
        offences(&Source::planted("src-tauri/crates/shop-app/src/contract/a.rs", &text)).len()
    };
    for kind in ["DateTime<Utc>", "Option<DateTime<Utc>>"] {
        assert_eq!(field("", kind), 1, "{kind}");
        assert_eq!(field("#[serde(default)]", kind), 1, "{kind} with another attribute");
    }
    assert_eq!(
        field("#[serde(deserialize_with = \"crate::contract::deserialize::instant\")]", "DateTime<Utc>"),
        0,
        "read well"
    );
    let view = "#[serde(rename_all = \"camelCase\")]\npub struct A {\n    pub at: DateTime<Utc>,\n}\n";
    let view = Source::planted("src-tauri/crates/shop-app/src/contract/a.rs", view);
    assert!(offences(&view).is_empty(), "what goes out is not read");
}
