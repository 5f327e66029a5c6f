//! The admin's side of orders: all orders with their customers, their export, parcels and refunds.

mod by_amount;
mod columns;
mod export_orders;
mod export_parcels;
mod get_order_at;
mod import_tracking;
mod packing_slips;
mod parcel;
mod parts;
mod preview_refund;
mod queries;
mod refund_order;
mod tracking_table;
mod view;
mod wanted;

pub use export_orders::export_orders;
pub use export_parcels::export_parcels;
pub use get_order_at::get_order_at;
pub use import_tracking::import_tracking;
pub use packing_slips::list_packing_slips;
pub use parcel::{deliver_order, set_tracking, ship_order, unship_order};
pub use preview_refund::preview_refund;
pub use queries::{get_order_for_admin, list_orders_for_admin};
pub use refund_order::refund_order;
pub(crate) use view::orders_for_webhook;
