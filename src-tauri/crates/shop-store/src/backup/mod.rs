//! Copies of the whole file: how one is taken beside the running shop, and how it is proved to be good.
//!
//! A copy is taken page by page (SQLite's online backup), within one snapshot. Against `VACUUM INTO` it costs the machine
//! somewhat less, says how far it is, and copies a damaged file too, which is worth something when there is no other. The way back
//! is the writer's: see [`crate::Replacement`].
//!
//! The files themselves, their names and what is said of them, are the app's.

mod copy;
mod proof;
mod settle;

pub use copy::{Share, copy_file};
pub(crate) use copy::{copy_connection, open_copy};
pub use proof::{Proof, Step, is_damaged, prove};
pub use settle::{bring_up, orders_after, settle, version_of};
