//! The house rules that a machine can read, each a small file: what it forbids, and a planted offence
//! that proves it would be seen.
//!
//! Only what no other tool holds is here. The length of functions is Clippy's and ESLint's, formatting
//! is rustfmt's, and the layers of crates are cargo's (`cargo xtask test --only layers`).

mod source;

mod capabilities;
mod doors;
mod headers;
mod instants;
mod leftovers;
mod lint_switches;
mod locales;
mod modules;
mod policy;
mod size;
mod sql;
