//! Coupons as admins see, make and change them, and what became of them.

use crate::codes::mirrored;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::common::page;
use crate::{Coupon, UserCouponState};

mirrored! {
    /// What a coupon takes its discount from.
    CouponType of shop_domain::coupon::CouponKind {
        /// The whole order.
        Cart,
        /// The lines of the products it names.
        CartItem,
    }
}

mirrored! {
    /// Whether a coupon is handed out.
    CouponState of shop_domain::coupon::CouponState {
        /// Handed out while there are any.
        Normal,
        /// Its end has passed.
        Expired,
        /// Ended by an admin; coupons that customers already took can still be used.
        Discontinued,
        /// Deleted; coupons that customers already took can still be used.
        Deleted,
    }
}

/// What an admin can make of a coupon's state; the others come by themselves or by removing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EditedCouponState {
    /// Handed out.
    Normal,
    /// No longer.
    Discontinued,
}

/// A coupon with what admins know of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminCoupon {
    /// As customers see it; `owned` says nothing here.
    #[serde(flatten)]
    pub coupon: Coupon,
    /// Whether it is handed out.
    pub state: CouponState,
    /// How many are used by orders that stand.
    pub used_quantity: i64,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// Last changed by an admin; what `update_coupon` wants. That one was taken is no change.
    pub updated_at: DateTime<Utc>,
}

/// Which coupons are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListCouponsForAdmin {
    /// A part of the name, or its initial consonants.
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub q: Option<String>,
    /// Only those in this state; all but removed ones when absent.
    pub state: Option<CouponState>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

page!(
    /// A page of coupons, latest first.
    AdminCouponPage of AdminCoupon
);

/// Which customers of a coupon are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListCouponHolders {
    /// The coupon.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Only customers whose coupon is in this state.
    pub state: Option<UserCouponState>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// A holder of a coupon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CouponHolder {
    /// Id of the customer's coupon.
    pub id: i64,
    /// The customer.
    pub user_id: i64,
    /// Name.
    pub name: String,
    /// E-mail.
    pub email: String,
    /// The state of the customer's coupon.
    pub state: UserCouponState,
    /// When it was taken.
    pub issued_at: DateTime<Utc>,
    /// The first instant at which it can no longer be used.
    pub expires_at: DateTime<Utc>,
    /// When it was used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used_at: Option<DateTime<Utc>>,
    /// The order that used it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_id: Option<i64>,
    /// That order's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_number: Option<String>,
}

page!(
    /// A page of the holders of a coupon, the latest first.
    CouponHolderPage of CouponHolder
);

/// Make a coupon.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateCoupon {
    /// 1 to 100 characters.
    #[schema(pattern = r"^\s*\S(.{0,98}\S)?\s*$")]
    pub name: String,
    /// English name, 1 to 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    pub name_en: Option<String>,
    /// What it takes its discount from.
    #[serde(rename = "type")]
    pub kind: CouponType,
    /// Percent off, 1 to 100; either this or `discountPrice`.
    #[schema(minimum = 1, maximum = 100)]
    pub discount_rate: Option<i64>,
    /// Won off.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub discount_price: Option<i64>,
    /// At most so many won off.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub max_discount_price: Option<i64>,
    /// Goods for at least so many won.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    #[serde(default)]
    pub min_order_amount: i64,
    /// For a `CART_ITEM` coupon the products it is for, at least one; for another none.
    #[schema(max_items = 100)]
    #[serde(default)]
    pub product_ids: Vec<i64>,
    /// How many there are.
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    pub total_quantity: i64,
    /// Usable from.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub begin_date: DateTime<Utc>,
    /// Had and usable before; after `beginDate`.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub end_date: DateTime<Utc>,
}

/// Change a coupon: all of it, as it shall be. Once one was taken, what it takes off and from what stays as it is.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateCoupon {
    /// The coupon.
    #[schema(minimum = 1)]
    pub id: i64,
    /// As it was read; another by now is `CONFLICT`. When absent, whatever it is by now is changed.
    #[serde(default, deserialize_with = "crate::deserialize::optional_instant")]
    pub updated_at: Option<DateTime<Utc>>,
    /// 1 to 100 characters.
    #[schema(pattern = r"^\s*\S(.{0,98}\S)?\s*$")]
    pub name: String,
    /// English name, 1 to 100 characters; none when absent.
    #[schema(min_length = 1, max_length = 100)]
    pub name_en: Option<String>,
    /// Whether it is handed out; as it is when absent.
    pub state: Option<EditedCouponState>,
    /// What it takes its discount from.
    #[serde(rename = "type")]
    pub kind: CouponType,
    /// Percent off, 1 to 100; either this or `discountPrice`.
    #[schema(minimum = 1, maximum = 100)]
    pub discount_rate: Option<i64>,
    /// Won off.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub discount_price: Option<i64>,
    /// At most so many won off.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub max_discount_price: Option<i64>,
    /// Goods for at least so many won.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    #[serde(default)]
    pub min_order_amount: i64,
    /// For a `CART_ITEM` coupon the products it is for, at least one; for another none.
    #[schema(max_items = 100)]
    #[serde(default)]
    pub product_ids: Vec<i64>,
    /// How many there are; never fewer than were taken.
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    pub total_quantity: i64,
    /// Usable from.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub begin_date: DateTime<Utc>,
    /// Taken and used before it; coupons that customers already took keep the end that they had.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub end_date: DateTime<Utc>,
}

/// What became of a coupon in a period, or of all of them on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CouponUse {
    /// Taken in the period.
    pub issued: i64,
    /// Used by orders that were placed in the period and stand.
    pub used: i64,
    /// `used` of 100 `issued`, rounded down; more than 100 where more were taken before the period.
    pub use_rate: i64,
    /// Won taken off by them.
    pub discount_amount: i64,
}

/// One coupon's row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CouponStatisticsRow {
    /// The coupon.
    pub coupon_id: i64,
    /// Name.
    pub name: String,
    /// English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// What became of it.
    #[serde(rename = "use")]
    pub usage: CouponUse,
}

/// One business day's row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CouponDay {
    /// `YYYY-MM-DD`.
    pub day: String,
    /// What became of all coupons.
    #[serde(rename = "use")]
    pub usage: CouponUse,
}

/// What became of the coupons in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CouponStatistics {
    /// First business day.
    pub from: String,
    /// Last business day.
    pub to: String,
    /// All of them together.
    pub total: CouponUse,
    /// Each coupon that was taken or used in the period, that which took off most first.
    pub coupons: Vec<CouponStatisticsRow>,
    /// Each business day of the period.
    pub days: Vec<CouponDay>,
}
