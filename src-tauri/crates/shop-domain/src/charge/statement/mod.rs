//! Bank statements: where a bank writes what in its table, and which deposits belong to which requests for points.

mod layout;
mod matching;

pub use layout::{Bank, Layout, Line, LineFault};
pub use matching::{Doubt, Known, Match, match_lines};
