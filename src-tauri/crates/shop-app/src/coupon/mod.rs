//! Coupons: what can be had, what one has, getting one, making one.

mod create_coupon;
mod issue_coupon;
mod queries;
mod refusal;
mod view;

pub use create_coupon::{CouponDraft, create_coupon};
pub use issue_coupon::issue_coupon;
pub use queries::{coupon_history, list_coupons, my_coupons};
pub(crate) use refusal::refused;
pub(crate) use view::user_coupon;
