//! The panel of a large shop: the data set that it is measured with, and every question that its pages ask.

mod big_shop;
mod buyers;
mod facts;
mod questions;

pub use big_shop::{BigShop, size};
pub use buyers::Buyers;
pub use facts::Facts;
pub use questions::{Question, questions, questions_of_the_past};
