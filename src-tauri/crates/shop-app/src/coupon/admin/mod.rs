//! The admin's side of coupons: creation, update, deletion, grants, their holders and statistics.

mod create_coupon;
mod delete_coupon;
mod draft;
mod get_coupon_at;
mod grant_coupon;
mod holders;
mod queries;
mod recorded;
mod statistics;
mod update_coupon;

pub use create_coupon::create_coupon;
pub use delete_coupon::delete_coupon;
pub use draft::{CouponDraft, make_coupon};
pub use get_coupon_at::get_coupon_at;
pub use grant_coupon::grant_coupon;
pub use holders::list_coupon_holders;
pub(crate) use queries::view as admin_coupon;
pub use queries::{get_coupon_for_admin, list_coupons_for_admin};
pub use statistics::coupon_statistics;
pub use update_coupon::update_coupon;
