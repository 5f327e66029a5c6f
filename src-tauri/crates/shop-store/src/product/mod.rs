//! Products: made, read alone and in lists, kept in order.

mod create;
mod list;
mod read;
mod statements;
mod upkeep;

pub use create::{NewOption, NewProduct, create};
pub use list::{ByRank, Filter, Key, RankKey, Sort, Within, categories, count, list, search_by_rank};
pub use read::{OptionRow, ProductRow, by_ids, find};
pub use upkeep::{apply_sales, popularities, set_popularity};
