//! Bank statements: where a bank writes what in its table, and which deposits belong to which requests for points and which orders.

mod layout;
mod matching;

pub use layout::{Bank, Layout, Line, LineFault};
pub use matching::{Awaited, Doubt, Known, Match, match_lines};
