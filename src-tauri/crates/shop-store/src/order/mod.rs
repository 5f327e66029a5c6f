//! Orders with their items, coupons and payments.

mod access_path;
mod admin;
mod by_amount;
mod change;
mod day_ids;
mod read;
mod refund;
mod rows;
pub mod search;
mod tally;
mod tracking;

pub use admin::{AdminFilter, CustomerFilter, Sum, failed_on, list_for_admin, sum, tallied};
pub use by_amount::{ByAmount, MOST_BY_AMOUNT, list_by_amount};
pub use change::{
    DeliveryTransition, StateTransition, cancel_items, expire_from_now, insert, insert_coupon, insert_item,
    is_any_dated_after, next_sequence, set_expiry, transition, transition_delivery,
};
pub use read::{OrderFilter, Payable, due, find, list, payable, sold_items, whole};
pub(crate) use read::{item_columns, order_columns, read_item, read_order, read_used_coupon, used_coupon_columns};
pub use refund::{OrderRefund, add_refund, refund_lines, refund_units};
pub use rows::{Address, Item, Order, SoldItem, Tracking, UsedCoupon, WholeOrder, sort_as_changed};
pub use tally::Counted;
pub use tracking::{TrackedOrder, for_numbers, set_tracking, with_ids};
