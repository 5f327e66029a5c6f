//! The shop behind its server, and clients that cost as little as they can: they share the machine with what they measure.

mod line;
mod served;

pub use line::Line;
pub use served::{Served, resident_mebibytes, serve};
