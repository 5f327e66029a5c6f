//! What a use case receives: the call of an operation, and the open shop that it works on. `perform` is the way in.
//!
//! It lies above the runtime and above what features keep in memory, and below all use cases.

mod call;
mod perform;
mod repeatable;
mod shop;

pub use call::Call;
pub(crate) use call::ensure_stays;
pub use perform::{AdminCall, Admits, Answer, Caller, UserCall, perform};
pub use shop::Shop;
