//! The operations of the list as an enum, with an input for each, and the shop in which they are tried.

pub mod operation;
pub mod rows;
pub mod stage;
