//! Products for customers, and their wish lists.

mod admin;
mod codes;
mod fields;
mod filter;
mod new_product;
mod queries;
mod refresh_sales;
mod restock;
mod rich_text;
mod view;
mod wishes;

pub use admin::{
    add_product_image, add_product_option, arrange_product_images, create_product, delete_product, export_products,
    get_product_for_admin, import_products, list_products_for_admin, restore_product, set_product_image,
    update_product, update_product_option,
};
pub use new_product::{NewOption, NewProduct, NewSale, create_products};
pub use queries::{get_product, list_categories, list_products};
pub use refresh_sales::refresh_sales;
pub use restock::{list_restock_notices, notify_restocked, request_restock_notice, withdraw_restock_notice};
pub(crate) use view::{image_url, product};
pub use wishes::{add_wish, list_wish_ids, list_wishes, remove_wish};
