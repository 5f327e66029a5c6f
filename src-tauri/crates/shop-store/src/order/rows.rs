//! Rows of orders and of the tables that belong to them.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use shop_domain::coupon::CouponKind;
use shop_domain::order::{DeliveryState, OrderState};
use shop_domain::shipping::DeliveryMethod;
use shop_domain::{BusinessDay, PlaceInLine, Quantity, Won};

use super::tally::Counted;
use crate::payment::PaymentRow;
use crate::refund::WholeRefund;
use crate::stock::Units;

/// The shipping address of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Name of the recipient.
    pub recipient_name: String,
    /// Telephone number of the recipient.
    pub phone: String,
    /// Five digits.
    pub zip_code: String,
    /// Street and number.
    pub address: String,
    /// Flat or floor.
    pub detail_address: Option<String>,
}

/// The carrier and the tracking number of a parcel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tracking {
    /// Name of the carrier.
    pub carrier: Option<String>,
    /// Its number of the parcel.
    pub number: Option<String>,
}

/// A row of `order`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Id; 0 until it is written.
    pub id: i64,
    /// `ORD-YYYYMMDD-NNNNNN`.
    pub order_number: String,
    /// The customer.
    pub user_id: i64,
    /// State.
    pub state: OrderState,
    /// Delivery state, once it is paid.
    pub delivery_state: Option<DeliveryState>,
    /// Amount before discounts.
    pub amount: Won,
    /// Discount.
    pub discount_amount: Won,
    /// What the delivery costs.
    pub shipping_fee: Won,
    /// Amount to be paid: the goods less the discount, and the fee.
    pub total_amount: Won,
    /// What was refunded of it.
    pub refunded_amount: Won,
    /// The part of it that was shipping fee.
    pub refunded_fee: Won,
    /// How it reaches its customer.
    pub delivery_method: DeliveryMethod,
    /// Shipping address; of an order that is picked up, name and telephone number alone.
    pub address: Address,
    /// Where its parcel is.
    pub tracking: Tracking,
    /// The code with which it is picked up.
    pub pickup_code: Option<String>,
    /// What the customer asks of the delivery.
    pub delivery_memo: Option<String>,
    /// When it was placed.
    pub created_at: DateTime<Utc>,
    /// When it was changed last.
    pub updated_at: DateTime<Utc>,
    /// When it was paid.
    pub paid_at: Option<DateTime<Utc>>,
    /// When it was shipped; `None` also for an order that was shipped before this was recorded.
    pub shipped_at: Option<DateTime<Utc>>,
    /// When it arrived.
    pub delivered_at: Option<DateTime<Utc>>,
    /// When it was cancelled, expired, failed or was refunded.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// The instant at which it expires unpaid; `None` if there was nothing to pay.
    pub expires_at: Option<DateTime<Utc>>,
    /// Its place in the line at a product, where others waited.
    pub line: Option<PlaceInLine>,
}

impl Order {
    /// The order for the tally without the day of payment, which depends on the zone.
    #[must_use]
    pub fn counted(&self) -> Counted<'_> {
        Counted {
            order_number: &self.order_number,
            amount: self.amount,
            discount_amount: self.discount_amount,
            shipping_fee: self.shipping_fee,
            refunded_amount: self.refunded_amount,
            refunded_fee: self.refunded_fee,
            paid_day: None,
        }
    }

    /// The order for the tally, with the business day of payment in `zone`.
    #[must_use]
    pub fn counted_in(&self, zone: Tz) -> Counted<'_> {
        Counted { paid_day: self.paid_at.map(|paid_at| BusinessDay::of(paid_at, zone)), ..self.counted() }
    }
}

/// A row of `order_item`; names and prices are those of the sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Id; 0 until it is written.
    pub id: i64,
    /// The order.
    pub order_id: i64,
    /// The product.
    pub product_id: i64,
    /// Its option.
    pub option_id: Option<i64>,
    /// Name of product and option.
    pub product_name: String,
    /// The same in English, if the product had an English name.
    pub product_name_en: Option<String>,
    /// The current picture of the product.
    pub image: Option<String>,
    /// Price of a unit.
    pub price: Won,
    /// Units.
    pub quantity: Quantity,
    /// Discount.
    pub discount_amount: Won,
    /// Price × quantity less the discount.
    pub total_amount: Won,
    /// Units that were refunded.
    pub cancelled_quantity: i64,
    /// What was refunded for them.
    pub refunded_amount: Won,
}

impl Item {
    /// Units that were not refunded.
    #[must_use]
    pub const fn units_left(&self) -> i64 {
        self.quantity.get() - self.cancelled_quantity
    }

    /// The item for stock and sales.
    #[must_use]
    pub fn sold(&self) -> SoldItem {
        let units = Units { product_id: self.product_id, option_id: self.option_id, quantity: self.quantity.get() };
        SoldItem { units, amount: self.total_amount.get() }
    }
}

/// An item for stock and sales.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SoldItem {
    /// Product, option and units.
    pub units: Units,
    /// Amount paid for it, in won.
    pub amount: i64,
}

/// The sequence in which rows that many orders share are changed. One sequence for all orders, because on an engine that
/// locks rows two orders of the same products would otherwise wait for each other.
pub fn sort_as_changed(items: &mut [SoldItem]) {
    items.sort_by_key(|item| (item.units.product_id, item.units.option_id));
}

/// A row of `order_coupon`; its fields are those of the time of the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedCoupon {
    /// The order.
    pub order_id: i64,
    /// The coupon that the customer holds.
    pub user_coupon_id: i64,
    /// Its name.
    pub name: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// Kind of the coupon.
    pub kind: CouponKind,
    /// For a `CART_ITEM` coupon, the item that represents its product.
    pub order_item_id: Option<i64>,
    /// Discount in won.
    pub discount_amount: Won,
}

/// An order with its items, coupons and payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholeOrder {
    /// The order.
    pub order: Order,
    /// Its items by id.
    pub items: Vec<Item>,
    /// Its coupons in the order in which they were applied.
    pub coupons: Vec<UsedCoupon>,
    /// The payment that succeeded or is awaited, of several the deposit; else the last attempt.
    pub payment: Option<PaymentRow>,
    /// All its payments and attempts, oldest first.
    pub payments: Vec<PaymentRow>,
    /// Its refunds, oldest first.
    pub refunds: Vec<WholeRefund>,
}
