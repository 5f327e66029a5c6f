//! What every use case stands on: the shop put together, its locks, its ports, its events.

mod call;
mod events;
mod folder;
pub mod locks;
mod log;
mod metrics;
mod past;
mod perform;
mod pictures;
mod ports;
mod shop;
mod timing;
mod webhook;
mod write;

pub(crate) use call::hex;
pub use call::{Call, Identity};
pub use events::{Audience, Effects, Events, Notice, Sold};
pub use folder::{DataFolder, FolderError, FolderLock};
pub(crate) use folder::{private_file, private_folder, sync_folder};
pub use log::start_logging;
pub use metrics::{Figures, Metrics, OperationFigures};
pub(crate) use past::Past;
pub use perform::{admit, perform};
pub(crate) use pictures::is_picture;
pub use pictures::{Picture, Pictures};
pub use ports::{Clock, Disk, ManualClock, Randomness, SystemClock, SystemDisk, SystemRandomness, Webhook};
pub use shop::{Shop, ShopOptions};
pub use timing::{Distribution, TIME_BOUNDS};
pub use webhook::{Delivery, DeliveryFault, HttpWebhook};
pub(crate) use webhook::{is_webhook_url, new_secret, signature};
pub use write::{Era, Stop, WriteError, Writing};
