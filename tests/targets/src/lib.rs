//! The fuzz targets: one function for each parser of the shop that reads bytes from outside. A target panics where the shop fails
//! inside or a promise is broken; what is refused as bad input is right.
//!
//! `tests/tests/targets` runs each corpus and mutations of it. `tests/targets/libfuzzer` is the door for libFuzzer.

mod backup;
mod json;
pub mod mutate;
pub mod planted;
pub mod run;
mod shop;
mod signed;
mod tables;
mod texts;

pub use shop::TestShop;

/// Takes any bytes.
pub type Run = fn(&[u8]);

/// A target and how it is tried.
pub struct Target {
    /// Also the name of the folder of its corpus, and of its program under libFuzzer.
    pub name: &'static str,
    /// What it does with an input.
    pub run: Run,
    /// Words that the parser knows, which a mutation inserts.
    pub words: &'static [&'static str],
    /// Mutations in the quick form and in the full one.
    pub mutations: [usize; 2],
}

/// All targets.
pub const TARGETS: [Target; 8] = [
    Target { name: "csv", run: tables::csv, words: tables::CSV_WORDS, mutations: [1_200, 30_000] },
    Target { name: "json", run: json::json, words: json::WORDS, mutations: [2_500, 100_000] },
    Target { name: "cursor", run: texts::cursor, words: texts::CURSOR_WORDS, mutations: [1_500, 60_000] },
    Target { name: "search", run: texts::search, words: texts::SEARCH_WORDS, mutations: [1_500, 60_000] },
    Target { name: "picture", run: tables::picture, words: &[], mutations: [400, 10_000] },
    Target { name: "token", run: signed::token, words: signed::TOKEN_WORDS, mutations: [4_000, 400_000] },
    Target { name: "receipt", run: signed::receipt, words: signed::RECEIPT_WORDS, mutations: [4_000, 400_000] },
    Target { name: "backup", run: backup::backup, words: &[], mutations: [40, 600] },
];

/// The target of this name.
///
/// # Panics
/// Where there is none.
#[must_use]
pub fn target(name: &str) -> &'static Target {
    TARGETS.iter().find(|target| target.name == name).unwrap_or_else(|| panic!("no target {name}"))
}
