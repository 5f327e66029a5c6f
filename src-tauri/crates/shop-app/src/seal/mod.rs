//! Sealed books: every few seconds what was appended to the ledger, the movements of stock, the payments and the activity log is
//! sealed, so that a row that is changed, removed or put in afterwards is found. `chain` makes the hash, `key` the signature,
//! `seal_books` is the job, `check` recomputes the chain, `receipt` is what a customer holds of it.

mod chain;
mod check;
mod get_order_seal;
mod key;
mod receipt;
mod seal_books;

pub use check::broken;
pub use get_order_seal::get_order_seal;
pub use key::SealKey;
pub use receipt::{Books, CheckedReceipt, FaultyReceipt, check_receipt};
pub use seal_books::seal_books;
