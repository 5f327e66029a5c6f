//! Orders: quote, placement, reads, cancellation, expiry of unpaid orders, and the admin's operations on all orders.

mod all_orders;
mod any_order;
mod cancel_order;
mod choose;
mod deliver_order;
mod expire_orders;
mod export_orders;
mod give_back;
mod parcel;
mod place_order;
mod preview_refund;
mod queries;
mod quote_order;
mod refund_order;
mod settle;
mod ship_order;
mod view;

pub use all_orders::list_all_orders;
pub use any_order::get_any_order;
pub(crate) use any_order::orders_for_webhook;
pub use cancel_order::cancel_order;
pub use deliver_order::deliver_order;
pub use expire_orders::expire_orders;
pub use export_orders::export_orders;
pub(crate) use give_back::{give_back, keys_to_give_back};
pub use place_order::place_order;
pub use preview_refund::preview_refund;
pub use queries::{get_order, list_orders};
pub use quote_order::quote_order;
pub use refund_order::refund_order;
pub(crate) use settle::{Settlement, settle};
pub use ship_order::ship_order;
pub(crate) use view::payment;
