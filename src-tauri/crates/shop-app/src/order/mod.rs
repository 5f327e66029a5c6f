//! Orders: what one would cost, placing, looking at, giving up, and what time does to those that are not paid.

mod cancel_order;
mod choose;
mod deliver_order;
mod expire_orders;
mod give_back;
mod parcel;
mod place_order;
mod queries;
mod quote_order;
mod record;
mod refusal;
mod settle;
mod ship_order;
mod view;

pub use cancel_order::cancel_order;
pub use deliver_order::deliver_order;
pub use expire_orders::expire_orders;
pub(crate) use give_back::{give_back, keys_to_give_back};
pub use place_order::place_order;
pub use queries::{get_order, list_orders};
pub use quote_order::quote_order;
pub(crate) use settle::{Settlement, settle};
pub use ship_order::ship_order;
