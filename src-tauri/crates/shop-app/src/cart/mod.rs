//! The cart: the products a user intends to buy. It reserves nothing; only an order takes stock.

mod add_cart_item;
mod change_cart_item;
mod facts;
mod queries;
mod remove_cart_item;
mod view;

pub use add_cart_item::add_cart_item;
pub use change_cart_item::change_cart_item;
pub use queries::get_cart;
pub use remove_cart_item::remove_cart_item;
