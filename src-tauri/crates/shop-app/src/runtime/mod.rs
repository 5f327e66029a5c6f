//! What every use case stands on: the shop put together, its locks, its ports, its events.

mod call;
mod events;
pub mod locks;
mod ports;
mod shop;
mod write;

pub(crate) use call::hex;
pub use call::{Call, Identity, perform};
pub use events::{Audience, Effects, Events, Notice, Sold};
pub use ports::{Clock, ManualClock, Randomness, SystemClock, SystemRandomness, Webhook};
pub use shop::{Shop, ShopOptions};
pub use write::{Stop, WriteError, Writing};
