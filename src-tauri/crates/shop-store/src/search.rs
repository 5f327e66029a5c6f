//! The full-text index: tokens made by the domain go in, terms made by the domain are looked up.

use shop_domain::catalog::{Query, index_text};

use crate::db::{Stored, Tx};

/// Makes a product findable by `texts`, and by them alone.
///
/// # Errors
/// As SQLite has them.
pub fn index(tx: &Tx<'_>, product_id: i64, texts: &[&str]) -> Stored<()> {
    tx.change(
        "INSERT OR REPLACE INTO product_search (rowid, tokens) VALUES (?1, ?2)",
        (product_id, index_text(texts)),
    )?;
    Ok(())
}

/// The query in the language of the index. Every term stands in quotes; terms hold letters and digits only, so that
/// nothing in them ends the quotation.
pub(crate) fn match_text(query: &Query) -> String {
    let terms = query.terms.iter().map(|term| {
        let star = if term.prefix { "*" } else { "" };
        format!("\"{}\"{star}", term.token)
    });
    terms.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop_domain::catalog::query_terms;

    #[test]
    fn terms_are_quoted_and_the_beginning_of_one_is_starred() {
        for (typed, expected) in
            [("마우스", "\"b마우\" \"b우스\""), ("가", "\"b가\"*"), ("\" OR NEAR(", "\"bor\" \"bne\" \"bea\" \"bar\"")]
        {
            let query = query_terms(typed).expect("there is something to look for");
            assert_eq!(match_text(&query), expected, "{typed}");
        }
    }
}
