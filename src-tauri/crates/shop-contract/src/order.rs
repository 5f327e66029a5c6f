//! Orders as their customers place and see them; quotes are in `quote.rs`.

use crate::codes::mirrored;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::common::page;
use super::moment::Moment;
use super::order_item::{AppliedCoupon, OrderItem};
use super::payment::Payment;
use super::returns::OrderRefund;
use super::{DeliveryMethod, DeliveryState};

/// Where an order goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShippingAddress {
    /// The recipient's name, 1 to 100 characters.
    #[schema(pattern = r"^\s*[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,98}[^\s\x00-\x1f\x7f-\x9f])?\s*$")]
    pub recipient_name: String,
    /// 7 to 15 digits, with what usually divides them and `+` before them; kept as digits with hyphens.
    #[schema(
        pattern = r"^\s*[-\s./()·‐-―−－．／（）]*[+＋]?([-\s./()·‐-―−－．／（）]*[0-9０-９]){7,15}[-\s./()·‐-―−－．／（）]*\s*$"
    )]
    pub phone: String,
    /// Five digits; empty or left out for an order that is picked up.
    #[schema(required = true, pattern = r"^\s*([0-9]{5})?\s*$")]
    #[serde(default)]
    pub zip_code: String,
    /// Street, 1 to 200 characters; empty or left out for an order that is picked up.
    #[schema(
        required = true,
        pattern = r"^\s*([^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,198}[^\s\x00-\x1f\x7f-\x9f])?)?\s*$"
    )]
    #[serde(default)]
    pub address: String,
    /// Flat, floor, up to 200 characters.
    #[schema(pattern = r"^\s*([^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,198}[^\s\x00-\x1f\x7f-\x9f])?)?\s*$")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail_address: Option<String>,
}

/// A product that is bought at once, without the cart. A product and option may stand in an order once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderedProduct {
    /// The product.
    pub product_id: i64,
    /// Its option, where it has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_option_id: Option<i64>,
    /// How many.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i64,
}

/// Place an order, from the cart or of products that are bought at once.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlaceOrder {
    /// Where it goes.
    pub shipping_address: ShippingAddress,
    /// Ids of the caller's coupons, in the order in which they apply.
    #[schema(max_items = 102)]
    #[serde(default)]
    pub coupon_ids: Vec<i64>,
    /// Lines of the cart; all of them when absent.
    #[schema(max_items = 100)]
    pub cart_item_ids: Option<Vec<i64>>,
    /// Products that are bought at once, in place of `cartItemIds`; the cart is left alone.
    #[schema(max_items = 100)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<OrderedProduct>>,
    /// What the customer asks of the delivery, in one line of up to 200 characters; an empty text counts as none.
    #[schema(pattern = r"^\s*([^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,198}[^\s\x00-\x1f\x7f-\x9f])?)?\s*$")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_memo: Option<String>,
    /// How it reaches its customer; `DELIVERY` when absent. `PICKUP` only where the shop has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_method: Option<DeliveryMethod>,
    /// The total that the client showed, with the shipping fee; another total is refused.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    pub expected_total: Option<i64>,
}

mirrored! {
    /// The state of an order.
    OrderState of shop_domain::order::OrderState {
        /// Placed, awaits payment.
        Normal,
        /// Paid.
        Confirmed,
        /// Its payment failed and everything was given back.
        PaymentFailed,
        /// Given up before it was paid.
        Cancelled,
        /// Paid, then given back.
        Refunded,
    }
}

/// What can be asked of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum OrderAction {
    /// To be paid.
    Pay,
    /// To record that its payment failed.
    FailPayment,
    /// To be cancelled by the customer.
    Cancel,
    /// To be cancelled because it was not paid in time.
    Expire,
    /// To be refunded.
    Refund,
    /// To be handed to the carrier.
    Ship,
    /// To be marked as delivered.
    Deliver,
    /// Not to be shipped after all.
    Unship,
    /// To be the order of a customer that leaves.
    Leave,
    /// To have its tracking set.
    Track,
    /// To be returned by its customer.
    Return,
}

/// An order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    /// Id.
    pub id: i64,
    /// `ORD-YYYYMMDD-NNNNNN`.
    pub order_number: String,
    /// Its state.
    pub state: OrderState,
    /// Where the parcel is, once paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_state: Option<DeliveryState>,
    /// Goods, before discounts.
    pub amount: i64,
    /// Taken off.
    pub discount_amount: i64,
    /// What the delivery costs.
    #[serde(default)]
    #[schema(required = true)]
    pub shipping_fee: i64,
    /// To pay, or paid: amount − discountAmount + shippingFee.
    pub total_amount: i64,
    /// The VAT in the total, an eleventh rounded down; the rest is the supply value.
    #[serde(default)]
    pub vat_amount: i64,
    /// Paid back.
    #[serde(default)]
    #[schema(required = true)]
    pub refunded_amount: i64,
    /// Its items.
    pub items: Vec<OrderItem>,
    /// The coupons used.
    pub coupons: Vec<AppliedCoupon>,
    /// The last payment; of several the deposit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment: Option<Payment>,
    /// All payments and attempts, oldest first, where a deposit is among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
    /// Its refunds, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refunds: Vec<OrderRefund>,
    /// How it reaches its customer.
    #[serde(default)]
    #[schema(required = true)]
    pub delivery_method: DeliveryMethod,
    /// Where it goes.
    pub shipping_address: ShippingAddress,
    /// The carrier of its parcel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// The carrier's number of its parcel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_number: Option<String>,
    /// The carrier's page of its parcel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_url: Option<String>,
    /// The six digits with which it is picked up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pickup_code: Option<String>,
    /// What the customer asks of the delivery.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_memo: Option<String>,
    /// When it was placed.
    pub created_at: DateTime<Utc>,
    /// When it was changed last.
    #[serde(default)]
    #[schema(required = true)]
    pub updated_at: DateTime<Utc>,
    /// When it was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid_at: Option<DateTime<Utc>>,
    /// When it arrived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<DateTime<Utc>>,
    /// When it was cancelled or refunded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cancelled_at: Option<DateTime<Utc>>,
    /// Unpaid, it expires then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<DateTime<Utc>>,
    /// Its place in the line at a product, where others waited there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place_in_line: Option<PlaceInLine>,
}

/// The place of a request among those for the same product or coupon, each from 1, since the line formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlaceInLine {
    /// As which it arrived.
    pub arrived: i64,
    /// As which it was served.
    pub served: i64,
}

impl From<shop_domain::PlaceInLine> for PlaceInLine {
    fn from(place: shop_domain::PlaceInLine) -> Self {
        Self { arrived: place.arrived, served: place.served }
    }
}

/// Which of the caller's orders are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListOrders {
    /// Only those in this state.
    pub state: Option<OrderState>,
    /// Placed at or after this instant, or from this day on.
    #[schema(value_type = Option<String>, pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    pub from: Option<Moment>,
    /// Placed before this instant, or up to and on this day.
    #[schema(value_type = Option<String>, pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    pub to: Option<Moment>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

page!(
    /// A page of orders, latest first.
    OrderPage of Order
);
