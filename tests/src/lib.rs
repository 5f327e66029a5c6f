//! Shared fixtures.

pub mod window;
