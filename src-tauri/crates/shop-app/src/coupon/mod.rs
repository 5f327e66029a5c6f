//! Coupons: list, issue and holdings; in `admin` creation, update, deletion, statistics and holders.

mod admin;
mod issue_coupon;
mod queries;
mod view;

pub(crate) use admin::admin_coupon;
pub use admin::{
    CouponDraft, coupon_statistics, create_coupon, delete_coupon, get_coupon_at, get_coupon_for_admin, grant_coupon,
    list_coupon_holders, list_coupons_for_admin, make_coupon, update_coupon,
};
pub(crate) use issue_coupon::check_issuable;
pub use issue_coupon::{issue_coupon, issue_in, redeem_coupon};
pub use queries::{coupon_history, list_coupons, my_coupons};
pub(crate) use view::user_coupon;
