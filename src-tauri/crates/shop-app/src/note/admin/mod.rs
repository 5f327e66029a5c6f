//! Listing, writing and deleting notes.

mod add_note;
mod delete_note;
mod queries;

pub use add_note::{add_order_note, add_user_note};
pub use delete_note::delete_note;
pub use queries::{list_order_notes, list_user_notes};
pub(crate) use shop_store::note::counts_of_orders;
