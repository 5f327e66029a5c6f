//! Backups of the whole shop: created on request and daily, verified by opening each as a separate shop, and restored.
//!
//! A backup is a database file in the folder `backups`. The result of its verification is in a small JSON file next to
//! it: the backup must not be changed after the verification, and the list must not open every file. A backup without a
//! label counts as unverified. The pictures uploaded for products are files in `backups/images`, shared by all backups,
//! because a picture's name is derived from its content and no picture is ever changed.

mod backup_dir;
mod before_upgrade;
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
mod replace_shop;
mod rescue;
mod restore;
mod restore_backup;
mod room;

pub(crate) use before_upgrade::copy_before_upgrade;
pub use daily::back_up_daily;
pub use list_backups::list_backups;
pub use make_backup::make_backup;
pub(crate) use operator::ask_brought_up;
pub use operator::{CopiedOut, copy_out, go_back, make, recover_named};
pub use problem::StartRefusal;
pub use recover::WentBack;
pub use replace_shop::{Replacing, replace_shop};
pub(crate) use rescue::{RescueOnClose, rescue_held};
pub use restore_backup::restore_backup;
