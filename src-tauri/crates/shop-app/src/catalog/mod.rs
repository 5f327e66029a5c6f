//! Products as shoppers find them, and the wishes they keep.

mod create_product;
mod filter;
mod queries;
mod refresh_sales;
mod view;
mod wishes;

pub use create_product::{NewOption, NewProduct, NewSale, create_product, create_products};
pub use queries::{get_product, list_categories, list_products};
pub use refresh_sales::refresh_sales;
pub(crate) use view::{image_url, product};
pub use wishes::{add_wish, list_wish_ids, list_wishes, remove_wish};
