//! Shared fixtures.

pub mod scene;
pub mod window;
