//! The virtual display, which the end-to-end tests use too. Everything else of this crate belongs to the binary.

pub mod display;
