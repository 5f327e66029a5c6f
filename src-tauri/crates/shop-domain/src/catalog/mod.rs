//! Products: their states, codes, current price, stock status and search.

mod goods_code;
mod letters;
mod pictures;
mod price;
mod restock;
mod search;
mod search_begin;
#[cfg(test)]
mod search_tests;
mod state;

pub use goods_code::{CodeKind, Codes, parse_goods_code};
pub use pictures::{PictureRefusal, add_picture, arrange_pictures, replace_main_picture};
pub use price::{InvalidSale, Sale, price_now, price_range};
pub use restock::{RestockRefusal, RestockState, request_restock};
pub use search::{Query, Term, index_text, query_terms};
pub use search_begin::SearchedWord;
pub use state::{OptionChoice, OptionState, ProductState, StockStatus, is_for_sale};
