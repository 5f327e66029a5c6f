//! The codes by which a merchant knows goods: the SKU, which the shop gives itself, and the barcode, which is printed on them.

use crate::code::coded;
use crate::limits::GOODS_CODE;
use crate::user::{TextFault, parse_text};

coded! {
    /// Kind of a code.
    CodeKind {
        /// The code by which the merchant keeps it in stock.
        Sku => "SKU",
        /// The code that is printed on it.
        Barcode => "BARCODE",
    }
}

/// The codes of a product or an option. Codes that differ in the case of ASCII letters only are the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Codes {
    /// The SKU.
    pub sku: Option<String>,
    /// The barcode.
    pub barcode: Option<String>,
}

impl Codes {
    /// The code of a kind.
    #[must_use]
    pub fn of(&self, kind: CodeKind) -> Option<&str> {
        match kind {
            CodeKind::Sku => self.sku.as_deref(),
            CodeKind::Barcode => self.barcode.as_deref(),
        }
    }

    /// Sets the code of a kind.
    pub fn set(&mut self, kind: CodeKind, code: Option<String>) {
        match kind {
            CodeKind::Sku => self.sku = code,
            CodeKind::Barcode => self.barcode = code,
        }
    }
}

/// Normalizes and checks a code; an empty one is none.
///
/// # Errors
/// [`TextFault`] for more than 64 characters, and for control characters.
pub fn parse_goods_code(text: &str) -> Result<Option<String>, TextFault> {
    Ok(Some(parse_text(text, GOODS_CODE)?).filter(|code| !code.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_trimmed_and_an_empty_one_is_none() {
        for (typed, code) in [
            ("  MUG-01 ", Some("MUG-01")),
            ("8801234567893\u{200B}", Some("8801234567893")),
            ("머그 01", Some("머그 01")),
            ("", None),
            (" \u{A0} ", None),
        ] {
            assert_eq!(parse_goods_code(typed), Ok(code.map(str::to_owned)), "{typed:?}");
        }
        assert!(parse_goods_code("A\u{0}B").is_err(), "no control characters");
        assert!(parse_goods_code(&"가".repeat(64)).is_ok(), "64 characters at most");
        assert!(parse_goods_code(&"가".repeat(65)).is_err(), "and no more");
    }

    #[test]
    fn each_kind_has_its_code() {
        let mut codes = Codes::default();
        for kind in CodeKind::ALL {
            codes.set(*kind, Some(kind.to_string()));
        }
        assert_eq!((codes.sku.as_deref(), codes.barcode.as_deref()), (Some("SKU"), Some("BARCODE")));
        assert_eq!(
            CodeKind::ALL.iter().map(|kind| codes.of(*kind)).collect::<Vec<_>>(),
            [Some("SKU"), Some("BARCODE")]
        );
    }
}
