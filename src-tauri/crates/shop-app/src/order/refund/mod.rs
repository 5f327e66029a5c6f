//! Refunds of paid orders, whole and in part: the books of an order that a decision reads, and what carries it out.

mod books;
mod carry_out;

pub(super) use books::{Books, refused};
pub(super) use carry_out::{Terms, carry_out};
