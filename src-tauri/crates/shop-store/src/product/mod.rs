//! Products: made, read alone and in lists, kept in order.

mod create;

pub use create::{NewOption, NewProduct, create};
