//! What the tasks share with the end-to-end tests: a display of one's own. Everything else of this
//! crate is the binary's.

pub mod display;
