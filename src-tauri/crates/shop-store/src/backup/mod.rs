//! Copies of the whole file: how one is taken beside the running shop, and how it is proved to be good.
//!
//! A copy is taken page by page (SQLite's online backup), within one snapshot. Against `VACUUM INTO` it costs the machine
//! somewhat less, says how far it is, and copies a damaged file too, which is worth something when there is no other. The way back
//! is the writer's: see [`crate::Replacement`].
//!
//! The files themselves, their names and what is said of them, are the app's.

mod bring_up;
mod copy;
mod header;
mod ids;
mod proof;
mod settle;

pub use bring_up::{OWN_PAGE_SIZE, bring_up, create_file, page_size};
pub use copy::{Share, copy_file, copy_file_while};
pub(crate) use copy::{copy_connection, open_copy};
pub use proof::{Proof, Step, probe, prove};
pub use settle::{Counters, counters_of, orders_after, settle, version_of};
