//! Copies of the whole shop: made by hand and daily, proved by opening each as a shop of its own, and put back.
//!
//! A copy is a database file in the folder `backups`. What was found out about it stands in a small JSON file beside it:
//! the copy itself must not be changed any more once it is proved, and a list must not open every file. A copy without one
//! counts as unproved. The pictures that admins have given to products are files; they lie in `backups/images`, once for
//! all copies, because a picture's name is made from what is in it and none is ever changed.

mod copy;
mod daily;
mod label;
mod list_backups;
mod make_backup;
mod name;
mod operator;
mod pictures;
mod problem;
mod recover;
mod rescue;
mod restore;
mod restore_backup;
mod room;
mod shelf;

pub use daily::{DailyBackup, back_up_daily};
pub use list_backups::list_backups;
pub use make_backup::make_backup;
pub(crate) use operator::ask_brought_up;
pub use operator::{CopiedOut, WentBack, copy_out, go_back, make, recover_named};
pub use problem::StartRefusal;
pub(crate) use rescue::rescue_held;
pub use restore_backup::restore_backup;
