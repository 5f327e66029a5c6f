//! The rows, each with what it must reach.

mod admin;
mod crowd;
mod doors;
mod growth;
mod hot;
mod http;
mod mix;
mod package;
mod popular;
mod reads;
mod rush;
mod start;
mod tables;

use anyhow::Result;

use crate::measure::Plan;
use crate::stage::Stage;
use crate::table::Outcome;

/// A row of the bench.
pub struct Row {
    /// What is printed above its figures.
    pub name: &'static str,
    /// Measures it.
    pub measure: fn(&Stage, Plan) -> Result<Outcome>,
    /// The word by which it is asked for, where it needs a large shop, which takes minutes to make where there is none yet.
    large: Option<&'static str>,
}

impl Row {
    /// Whether it is measured, by what was asked for. A large shop is made only where its word or everything is asked for.
    pub fn is_wanted(&self, asked: Option<&str>, is_full: bool) -> bool {
        let is_named = asked.is_none_or(|asked| self.name.contains(asked));
        let is_meant = |word: &str| is_full || asked.is_some_and(|asked| asked.contains(word));
        is_named && self.large.is_none_or(is_meant)
    }
}

const fn row(name: &'static str, measure: fn(&Stage, Plan) -> Result<Outcome>) -> Row {
    Row { name, measure, large: None }
}

const fn large(word: &'static str, name: &'static str, measure: fn(&Stage, Plan) -> Result<Outcome>) -> Row {
    Row { name, measure, large: Some(word) }
}

/// All rows, in the order in which they are measured and printed.
pub const ROWS: [Row; 17] = [
    row("mixed writes, 64 clients", mix::few),
    row("mixed writes, 1,000 clients", mix::many),
    row("one client", mix::one),
    row("hot product, 5,000 buyers", hot::row),
    row("rushes", rush::row),
    row("over HTTP, 64 clients", http::row),
    row("sign-in under a crowd", doors::row),
    row("memory under a crowd", crowd::row),
    row("size of the package", package::row),
    large("reads", "reads beside a saturated writer", reads::row),
    large("popular", "popular products", popular::row),
    large("growth", "growth of orders", growth::orders),
    large("growth", "growth of products", growth::products),
    large("start", "start of the server", start::row),
    large("admin", "admin: questions of the panel", admin::questions_asked),
    large("admin", "admin: all orders as a file", tables::out),
    row("admin: a table of products taken in", tables::taken_in),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_shop_is_made_only_where_it_is_asked_for() {
        let needs =
            |asked: Option<&str>| ROWS.iter().filter(|row| row.is_wanted(asked, false) && row.large.is_some()).count();
        for (asked, expected) in [
            (None, 0),
            (Some("mixed"), 0),
            (Some("HTTP"), 0),
            (Some(""), 0),
            (Some("o"), 0),
            (Some("admin"), 2),
            (Some("admin: all orders"), 1),
            (Some("admin: a table"), 0),
            (Some("reads"), 1),
            (Some("growth"), 2),
            (Some("growth of orders"), 1),
            (Some("start"), 1),
        ] {
            assert_eq!(needs(asked), expected, "bench {asked:?}");
        }
        let wanted = |is_full| ROWS.iter().filter(|row| row.is_wanted(None, is_full)).count();
        assert_eq!(wanted(false), 10, "everything else is measured when nothing is asked for");
        assert_eq!(wanted(true), ROWS.len(), "and everything in full");
    }
}
