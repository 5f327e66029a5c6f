//! What a merchant should hear of without looking: short stock, coupons that run out, payments that broke off, events that
//! were given up, a full disk.
//!
//! What stands is read from the shop each time, as the panel's first page reads it. Only since when, and who has seen it, is
//! remembered. A job looks around every few seconds, off the path of every order; what has arisen since is told once, all of
//! a kind together, and again only after it was over.

mod look_out;
mod mark_alerts_seen;
mod queries;
mod settings;
mod standing;

pub use look_out::look_out;
pub use mark_alerts_seen::mark_alerts_seen;
pub use queries::list_alerts;
pub use settings::alert_settings;
pub(crate) use settings::{check, found};
