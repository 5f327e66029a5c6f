//! Copies of the whole file: how one is made while the shop runs, and how it is verified.
//!
//! A copy is made page by page (SQLite's online backup) within one snapshot. Compared with `VACUUM INTO` it costs less,
//! reports its progress, and can copy a damaged file, which matters if there is no other copy. The writer restores a
//! copy: see [`crate::Replacement`].
//!
//! The backup folder and its records belong to `shop-app`.

mod bring_up;
mod copy;
mod header;
mod ids;
mod proof;
mod settle;

pub use bring_up::{OWN_PAGE_SIZE, bring_up, create_file, page_size};
pub use copy::{Share, copy_file, copy_file_while, copy_live};
pub(crate) use copy::{copy_connection, open_copy};
pub use proof::{Proof, Step, earlier_version, probe, prove};
pub use settle::{Counters, counters_of, orders_after, settle, version_of};

#[cfg(test)]
mod tests;
