//! Coupons: list, issue and holdings; for admins also create, update, delete, statistics and holders.

mod create_coupon;
mod delete_coupon;
mod draft;
mod holders;
mod issue_coupon;
mod managed;
mod queries;
mod statistics;
mod update_coupon;
mod view;

pub use create_coupon::create_coupon;
pub use delete_coupon::delete_coupon;
pub use draft::{CouponDraft, make_coupon};
pub use holders::list_coupon_holders;
pub use issue_coupon::issue_coupon;
pub(crate) use managed::view as any_coupon;
pub use managed::{get_any_coupon, list_all_coupons};
pub use queries::{coupon_history, list_coupons, my_coupons};
pub use statistics::coupon_statistics;
pub use update_coupon::update_coupon;
pub(crate) use view::user_coupon;
