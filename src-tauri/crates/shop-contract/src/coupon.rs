//! Coupons that customers can take, and coupons that they have taken.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::CouponType;
use super::common::page;
use super::order::PlaceInLine;

/// What a coupon takes off, and when. Flattened into the coupon itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CouponTerms {
    /// Percent off, 1 to 100; either this or `discountPrice`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount_rate: Option<i64>,
    /// Won off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount_price: Option<i64>,
    /// At most so many won off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_discount_price: Option<i64>,
    /// Goods for at least so many won, before discounts.
    pub min_order_amount: i64,
    /// For a `CART_ITEM` coupon: the products it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_ids: Option<Vec<i64>>,
}

/// A coupon that is handed out, first come first served.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Coupon {
    /// Id.
    pub id: i64,
    /// Name.
    pub name: String,
    /// English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// What it is for.
    #[serde(rename = "type")]
    pub kind: CouponType,
    /// Its terms.
    #[serde(flatten)]
    pub terms: CouponTerms,
    /// How many there are in all.
    pub total_quantity: i64,
    /// How many have been taken.
    pub issued_quantity: i64,
    /// How many are left.
    pub remaining_quantity: i64,
    /// Usable from.
    pub begin_date: DateTime<Utc>,
    /// Had and usable until.
    pub end_date: DateTime<Utc>,
    /// Whether the caller has it.
    pub owned: bool,
}

page!(
    /// Coupons that can be had now.
    CouponList of Coupon
);

/// Which of the caller's coupons are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListMyCoupons {
    /// `AVAILABLE`, `USED` or `EXPIRED`; all when absent.
    pub state: Option<UserCouponState>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// Get a coupon by its code.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RedeemCoupon {
    /// As the shop told it, in any case.
    #[schema(max_length = 64)]
    pub code: String,
}

/// The state of a customer's coupon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum UserCouponState {
    /// Can be used.
    Available,
    /// Was used for an order.
    Used,
    /// Ran out.
    Expired,
}

/// An order and what a coupon took off it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CouponOrder {
    /// The order.
    pub order_id: i64,
    /// Its number.
    pub order_number: String,
    /// Won that the coupon took off it.
    pub discount_amount: i64,
}

/// A coupon that the caller has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UserCoupon {
    /// Id of this piece; what `couponIds` takes.
    pub id: i64,
    /// The coupon it is a piece of.
    pub coupon_id: i64,
    /// Name.
    pub name: String,
    /// English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// What it is for.
    #[serde(rename = "type")]
    pub kind: CouponType,
    /// Its state.
    pub state: UserCouponState,
    /// Its terms.
    #[serde(flatten)]
    pub terms: CouponTerms,
    /// Usable from.
    pub begin_date: DateTime<Utc>,
    /// When it was taken.
    pub issued_at: DateTime<Utc>,
    /// Usable before.
    pub expires_at: DateTime<Utc>,
    /// When it was used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used_at: Option<DateTime<Utc>>,
    /// The order that used it, in the lists of the caller's coupons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_for: Option<CouponOrder>,
    /// Its place in the line at the coupon, where others waited; in the answer to the request for it alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place_in_line: Option<PlaceInLine>,
}

page!(
    /// A page of the caller's coupons, latest first.
    UserCouponPage of UserCoupon
);
