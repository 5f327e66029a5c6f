//! The base of all use cases: the open file with its locks and writes, the ports, the clock, the events. It knows no
//! feature.

mod base;
mod clock;
mod clock_watch;
mod damage_mark;
mod events;
mod fault_point;
mod folder;
mod foreign_wal;
mod hex;
pub mod locks;
mod log;
mod metrics;
mod origin;
mod pictures;
mod ports;
mod set_up_code;
mod shop_file;
mod storage;
mod sync;
mod timing;
mod webhook;
mod write;

pub use base::{Runtime, ShopOptions};
pub use clock::Past;
pub use clock_watch::mark_clock;
pub(crate) use clock_watch::{TOLERANCE, write_mark};
pub(crate) use damage_mark::DamageMark;
pub(crate) use events::Observer;
pub use events::{Audience, Effects, Events, Listening, Notice, Sold};
pub(crate) use fault_point::FaultPoint;
pub(crate) use folder::private_folder;
pub use folder::{DataFolder, FolderError, FolderLock};
pub use folder::{private_file, sync_folder};
pub use foreign_wal::set_foreign_wal_aside;
pub(crate) use hex::hex;
pub(crate) use log::LogSampler;
pub use log::start_logging;
pub use metrics::{Figures, Metrics, OperationFigures};
pub use origin::{Origin, Principal};
pub use pictures::{DrawPicture, Pictures, ServedPicture};
pub(crate) use pictures::{PictureName, content_hash, write_whole};
pub use ports::{Clock, Disk, ManualClock, Randomness, SystemClock, SystemDisk, SystemRandomness};
pub use set_up_code::SetUpCode;
pub(crate) use set_up_code::{signs, without_separators};
pub use shop_file::ShopFile;
pub(crate) use shop_file::move_file;
pub use shop_file::with_end;
pub(crate) use storage::unavailable;
pub use timing::{BUCKET_BOUNDS, Distribution};
pub use webhook::{Delivery, DeliveryFault, HttpWebhook, Webhook};
pub(crate) use webhook::{is_webhook_url, new_secret, signature};
pub use write::{Epoch, WorkError, WriteError, Writing};

#[cfg(test)]
mod tests;
