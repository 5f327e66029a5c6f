//! What an order holds: its items as they were sold, and the coupons that it used.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::CouponType;

/// One item of an order, as it was sold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderItem {
    /// Id.
    pub id: i64,
    /// The product.
    pub product_id: i64,
    /// Its option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_option_id: Option<i64>,
    /// Name as sold, with the option's.
    pub product_name: String,
    /// The same in English, where the product had an English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_name_en: Option<String>,
    /// Path of the picture, as the product has it now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    /// Price as sold, in won.
    pub price: i64,
    /// How many.
    pub quantity: i64,
    /// Taken off.
    pub discount_amount: i64,
    /// price × quantity − discountAmount.
    pub total_amount: i64,
    /// How many of them were refunded.
    #[serde(default)]
    #[schema(required = true)]
    pub cancelled_quantity: i64,
    /// Paid back for them.
    #[serde(default)]
    #[schema(required = true)]
    pub refunded_amount: i64,
}

/// A coupon that is applied in a quote or an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AppliedCoupon {
    /// The caller's coupon.
    pub user_coupon_id: i64,
    /// Name.
    pub name: String,
    /// English name; of an order as it was then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// What it is for.
    #[serde(rename = "type")]
    pub kind: CouponType,
    /// In a quote: the `cartItemId` of the line that an item coupon is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cart_item_id: Option<i64>,
    /// In an order: the item that an item coupon is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_item_id: Option<i64>,
    /// Won taken off.
    pub discount_amount: i64,
}
