//! The cart: adding and changing lines, and whether a line can still be ordered. The owner and the expiry of a line are
//! checked by the database.

mod check;
mod status;

use crate::code::coded;

pub(crate) use check::exceeds;
pub use check::{CartFacts, CartRefusal, LimitExceeded, LineChange, add_line, change_line};
pub use status::{LineFacts, LineProblem, line_problem};

coded! {
    /// State of a cart line.
    CartItemState {
        /// In the cart.
        Normal => "NORMAL",
        /// Ordered.
        Ordered => "ORDERED",
        /// Removed or expired.
        Deleted => "DELETED",
    }
}
