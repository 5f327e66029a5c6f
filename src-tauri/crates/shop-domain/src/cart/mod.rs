//! The cart: what may be put in, and which lines can still be ordered. Who owns a line and when it
//! lapses is the database's to find.

mod check;
mod status;

use crate::code::coded;

pub(crate) use check::exceeds;
pub use check::{CartFacts, CartRefusal, LimitExceeded, LineChange, add_line, change_line};
pub use status::{LineFacts, LineProblem, line_problem};

coded! {
    /// What became of a cart line.
    CartItemState {
        /// In the cart.
        Normal => "NORMAL",
        /// Ordered.
        Ordered => "ORDERED",
        /// Taken out, or lapsed.
        Deleted => "DELETED",
    }
}
