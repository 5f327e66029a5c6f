//! Orders: quote, placement, reads, cancellation, expiry of unpaid orders; in `admin` the operations on all orders.

mod admin;
mod bug_two_transactions;
mod cancel_order;
mod choose;
mod expire_orders;
mod give_back;
mod place_order;
mod queries;
mod quote_order;
mod refund;
mod settle;
mod stock;
mod view;
mod wanted;

pub(crate) use admin::orders_for_webhook;
pub use admin::{
    deliver_order, export_orders, export_parcels, get_order_at, get_order_for_admin, import_tracking,
    list_orders_for_admin, list_packing_slips, preview_refund, refund_order, set_tracking, ship_order, unship_order,
};
pub use cancel_order::cancel_order;
pub use expire_orders::expire_orders;
pub(crate) use give_back::{give_back, keys_to_give_back};
pub use place_order::{place_in, place_order};
pub use queries::{get_order, list_orders};
pub use quote_order::quote_order;
pub(crate) use settle::{Settlement, settle};
pub(crate) use view::{name_account, payment};
