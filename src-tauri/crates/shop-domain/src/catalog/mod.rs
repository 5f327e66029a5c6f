//! Products: their states, current price, stock status and search.

mod price;
mod search;
#[cfg(test)]
mod search_tests;
mod state;

pub use price::{InvalidSale, Sale, price_now, price_range};
pub use search::{Query, Term, index_text, query_terms};
pub use state::{OptionChoice, OptionState, ProductState, StockStatus, is_for_sale};
