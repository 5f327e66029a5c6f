//! What became of the coupons in a period.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
    /// Won taken off by one use on average, rounded down; 0 where none was used.
    pub average_discount: i64,
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
