//! The catalogue of the admin.

mod create_product;
mod csv;
mod delete_product;
mod edit;
mod options;
mod picture;
mod product_images;
mod queries;
mod update_product;
mod view;

pub use create_product::create_product;
pub use csv::{export_products, import_products};
pub use delete_product::{delete_product, restore_product};
pub use options::{add_product_option, update_product_option};
pub use product_images::{add_product_image, arrange_product_images, set_product_image};
pub use queries::{get_product_for_admin, list_products_for_admin};
pub use update_product::update_product;
