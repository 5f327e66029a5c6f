//! The rows, each with what it must reach.

mod admin;
mod doors;
mod hot;
mod http;
mod mix;
mod rush;
mod tables;

use anyhow::Result;

use crate::measure::Plan;
use crate::stage::Stage;
use crate::table::Outcome;

/// What is in the name of every row of the panel.
const PANEL: &str = "admin";

/// A row of the bench.
pub struct Row {
    /// What is printed above its figures.
    pub name: &'static str,
    /// Measures it.
    pub measure: fn(&Stage, Plan) -> Result<Outcome>,
    /// Whether it needs the large shop, which takes minutes to make where there is none yet.
    needs_large_shop: bool,
}

impl Row {
    /// Whether it is measured, by what was asked for. The large shop is made only where the panel is asked for.
    pub fn is_wanted(&self, asked: Option<&str>) -> bool {
        let is_named = asked.is_none_or(|asked| self.name.contains(asked));
        is_named && (!self.needs_large_shop || asked.is_some_and(|asked| asked.contains(PANEL)))
    }
}

const fn row(name: &'static str, measure: fn(&Stage, Plan) -> Result<Outcome>) -> Row {
    Row { name, measure, needs_large_shop: false }
}

const fn of_large_shop(name: &'static str, measure: fn(&Stage, Plan) -> Result<Outcome>) -> Row {
    Row { name, measure, needs_large_shop: true }
}

/// All rows, in the order in which they are measured and printed.
pub const ROWS: [Row; 10] = [
    row("mixed writes, 64 clients", mix::few),
    row("mixed writes, 1,000 clients", mix::many),
    row("one client", mix::one),
    row("hot product, 5,000 buyers", hot::row),
    row("rushes", rush::row),
    row("over HTTP, 64 clients", http::row),
    row("sign-in under a crowd", doors::row),
    of_large_shop("admin: questions of the panel", admin::questions_asked),
    of_large_shop("admin: all orders as a file", tables::out),
    row("admin: a table of products taken in", tables::taken_in),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_large_shop_is_made_only_for_who_asks_for_the_panel() {
        let needs = |asked: Option<&str>| ROWS.iter().any(|row| row.is_wanted(asked) && row.needs_large_shop);
        for (asked, expected) in [
            (None, false),
            (Some("mixed"), false),
            (Some("HTTP"), false),
            (Some(""), false),
            (Some("o"), false),
            (Some("admin"), true),
            (Some("admin: all orders"), true),
            (Some("admin: a table"), false),
        ] {
            assert_eq!(needs(asked), expected, "bench {asked:?}");
        }
        let plain = ROWS.iter().filter(|row| row.is_wanted(None)).count();
        assert_eq!(plain, 8, "everything else is measured when nothing is asked for");
    }
}
