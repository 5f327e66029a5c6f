//! The demo shop: what it sells and how that looks. Everything here is made from numbers, so that
//! the same demo stands on every machine.

pub mod art;
pub mod catalogue;
