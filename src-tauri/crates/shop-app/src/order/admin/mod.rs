//! The admin's side of orders: all orders with their customers, their export, parcels and refunds.

mod by_amount;
mod columns;
mod export_orders;
mod get_order_at;
mod parcel;
mod preview_refund;
mod queries;
mod refund_order;
mod view;
mod wanted;

pub use export_orders::export_orders;
pub use get_order_at::get_order_at;
pub use parcel::{deliver_order, ship_order, unship_order};
pub use preview_refund::preview_refund;
pub use queries::{get_order_for_admin, list_orders_for_admin};
pub use refund_order::refund_order;
pub(crate) use view::orders_for_webhook;
