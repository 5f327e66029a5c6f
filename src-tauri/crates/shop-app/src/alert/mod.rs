//! Alerts for the merchant: low stock, coupons that run out, failed payments, failed events, a full disk.
//!
//! The current alerts are computed from the shop each time, like the panel's dashboard. Only their start and the
//! admins' bookmarks are stored. A job compares them every few seconds, outside of the order path; new alerts of one
//! kind are sent together, once, and again only after they had ended.

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
