//! The house rules that a machine can read, each a small file: what it forbids, and a planted offence
//! that proves it would be seen.
//!
//! Only what no other tool holds is here. The length of functions is Clippy's and ESLint's, formatting
//! is rustfmt's, and the layers of crates are cargo's (`cargo xtask test --only layers`).

mod modules_of;
mod source;

mod capabilities;
mod circles;
mod doors;
mod headers;
mod instants;
mod leftovers;
mod lint_switches;
mod locales;
mod migrations;
mod modules;
mod policy;
mod schema_fixture;
mod sealed;
mod size;
mod sql;
mod words;
