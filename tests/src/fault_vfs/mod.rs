//! A file system for SQLite (VFS) that passes every call on to that of the platform, but for the calls that a test lets fail,
//! and that can record what is written.
//!
//! It is installed for the whole process. A plan, a count and a recording each belong to one folder, so that tests with
//! folders of their own do not meet. `plan` decides which call fails, `record` keeps the writes, `vfs` and `methods` hold the
//! functions that SQLite calls.

mod methods;
mod plan;
mod record;
mod vfs;

pub use plan::{Code, Fault, Op, mend, met, plan, plan_after, seen, watch};
pub use record::{Change, Changed, place, record, recorded};
pub use vfs::install;
