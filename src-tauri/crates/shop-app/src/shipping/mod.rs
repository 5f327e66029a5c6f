//! How the shop ships, part of its settings: the rules of the fee, picking up, and the carriers. It has no operation of its own.

mod carriers;
mod public;
mod settings;

pub(crate) use carriers::{Carriers, parse_tracking};
pub(crate) use public::of_shop;
pub(crate) use settings::{check_method, found, parse, rules};
