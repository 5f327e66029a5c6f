//! Notes of admins on orders and users. All operations are for admins: customers never see a note.

mod admin;

pub(crate) use admin::counts_of_orders;
pub use admin::{add_order_note, add_user_note, delete_note, list_order_notes, list_user_notes};
