//! The lines of a user's cart, with the current facts about their products.

mod change;
mod facts;
mod lines;

pub use change::{insert, lapse, mark_ordered, remove, set_quantity};
pub use facts::{ChosenProduct, Totals, already_bought, chosen_product, line_key, totals};
pub use lines::{CartLine, LineKey, line_of, open_line, open_lines, open_products};
