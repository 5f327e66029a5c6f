//! Quotes: what an order would cost, and what each coupon would do.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::coupon::UserCoupon;
use super::order::OrderedProduct;
use super::order_item::AppliedCoupon;
use super::{CouponReason, DeliveryMethod};

/// What would this order cost?
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuoteOrder {
    /// Ids of the caller's coupons, in the order in which they apply.
    #[schema(max_items = 102)]
    #[serde(default)]
    pub coupon_ids: Vec<i64>,
    /// Lines of the cart; all that can be ordered when absent.
    #[schema(max_items = 100)]
    pub cart_item_ids: Option<Vec<i64>>,
    /// Products that are bought at once, in place of `cartItemIds`; the cart is left alone.
    #[schema(max_items = 100)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<OrderedProduct>>,
    /// How it reaches its customer; `DELIVERY` when absent. `PICKUP` only where the shop has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_method: Option<DeliveryMethod>,
    /// Where it goes, five digits; without it the fee is that of a postcode without a surcharge.
    #[schema(pattern = r"^\s*[0-9]{5}\s*$")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zip_code: Option<String>,
}

/// One line of a quote.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QuoteLine {
    /// The line of the cart; in a quote of `items` the place of the item among them, from 1.
    pub cart_item_id: i64,
    /// The product.
    pub product_id: i64,
    /// Its option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_option_id: Option<i64>,
    /// Name of product and option.
    pub product_name: String,
    /// The same in English, where the product has an English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_name_en: Option<String>,
    /// Path of the product's picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    /// The price now.
    pub price: i64,
    /// How many.
    pub quantity: i64,
    /// Taken off by item coupons.
    pub item_discount: i64,
    /// Taken off by all coupons.
    pub discount_amount: i64,
    /// price × quantity − discountAmount.
    pub total_amount: i64,
}

/// Whether one of the caller's coupons could be added to this quote.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CouponChoice {
    /// The coupon.
    pub coupon: UserCoupon,
    /// Whether it is among those applied.
    pub selected: bool,
    /// Whether it is applied or could be added.
    pub applicable: bool,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<CouponReason>,
    /// What it takes off, or would take off if added, in won.
    pub discount_amount: i64,
    /// The lines of the cart that an item coupon is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cart_item_ids: Option<Vec<i64>>,
}

/// What an order would cost.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Quote {
    /// Its lines.
    pub items: Vec<QuoteLine>,
    /// Goods, before discounts.
    pub amount: i64,
    /// Taken off by item coupons.
    pub item_discount_amount: i64,
    /// Taken off by cart coupons.
    pub cart_discount_amount: i64,
    /// Taken off in all.
    pub discount_amount: i64,
    /// What the delivery costs.
    pub shipping_fee: i64,
    /// The part of it that is added by postcode.
    pub shipping_surcharge: i64,
    /// How much more of goods, after discounts, would be shipped free; absent where they are already, or never are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until_free_shipping: Option<i64>,
    /// To pay: amount − discountAmount + shippingFee.
    pub total_amount: i64,
    /// The coupons applied, in the order in which they apply.
    pub coupons: Vec<AppliedCoupon>,
    /// Every usable coupon of the caller and what it would do.
    pub choices: Vec<CouponChoice>,
    /// The choice of coupons that takes off most; what `couponIds` takes.
    pub best_coupon_ids: Vec<i64>,
    /// The caller's points.
    pub available_point: i64,
}
