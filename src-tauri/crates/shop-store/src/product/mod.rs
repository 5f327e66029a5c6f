//! Products: creation, changes, reads and lists.

mod admin;
mod change;
mod code;
mod create;
mod list;
mod read;
mod statements;
#[cfg(test)]
mod tests;
mod upkeep;

pub(crate) use admin::sellable_level;
pub use admin::{AdminFilter, admin_key, count_for_admin, list_for_admin};
pub use change::{Edit, OptionEdit, delete, edit, edit_option, follow_options, restore, set_image, set_images};
pub(crate) use code::read_code;
pub use code::{CodeRow, CodeTaken, Holder, in_use, taken_meanwhile, with_code, with_code_prefix, with_codes};
pub use create::{NewOption, NewProduct, add_option, create};
pub use list::{ByRank, Filter, Key, RankKey, Within, categories, count, list, names, search_by_rank};
pub use read::{OptionRow, ProductRow, by_id, by_ids, find};
pub(crate) use read::{read, read_option};
pub use statements::Sort;
pub(crate) use statements::product_columns;
pub use upkeep::{apply_sales, popularities, reindex_batch, set_popularity, to_reindex};
