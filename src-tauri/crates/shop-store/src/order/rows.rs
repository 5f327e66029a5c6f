//! What an order is in the database.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use shop_domain::coupon::CouponKind;
use shop_domain::order::{DeliveryState, OrderState};
use shop_domain::{BusinessDay, Quantity, Won};

use super::tally::Counted;
use crate::payment::Payment;
use crate::stock::Units;

/// Where an order goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Who receives it.
    pub recipient_name: String,
    /// How to reach them.
    pub phone: String,
    /// Five digits.
    pub zip_code: String,
    /// Street and number.
    pub address: String,
    /// Flat or floor.
    pub detail_address: Option<String>,
}

/// An order without what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Id; 0 until it is written.
    pub id: i64,
    /// `ORD-YYYYMMDD-NNNNNN`.
    pub order_number: String,
    /// Whose it is.
    pub user_id: i64,
    /// Where it stands.
    pub state: OrderState,
    /// Where its parcel is, once it is paid.
    pub delivery_state: Option<DeliveryState>,
    /// Before discounts.
    pub amount: Won,
    /// Taken off.
    pub discount_amount: Won,
    /// To be paid.
    pub total_amount: Won,
    /// Where it goes.
    pub address: Address,
    /// When it was placed.
    pub created_at: DateTime<Utc>,
    /// When it was paid.
    pub paid_at: Option<DateTime<Utc>>,
    /// When it came to nothing or was refunded.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// The first instant at which it can no longer be paid; none where there was nothing to pay.
    pub expires_at: Option<DateTime<Utc>>,
}

impl Order {
    /// As the tally counts it, but for the day of payment, which only a zone can tell.
    #[must_use]
    pub fn counted(&self) -> Counted<'_> {
        Counted {
            order_number: &self.order_number,
            amount: self.amount,
            discount_amount: self.discount_amount,
            paid_day: None,
        }
    }

    /// The same with the business day of payment in `zone`.
    #[must_use]
    pub fn counted_in(&self, zone: Tz) -> Counted<'_> {
        Counted { paid_day: self.paid_at.map(|paid_at| BusinessDay::of(paid_at, zone)), ..self.counted() }
    }
}

/// An item, as it was sold.
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
    /// Name of product and option, as sold.
    pub product_name: String,
    /// The same in English, where the product had an English name.
    pub product_name_en: Option<String>,
    /// The product's picture of today.
    pub image: Option<String>,
    /// Price of a unit, as sold.
    pub price: Won,
    /// Units.
    pub quantity: Quantity,
    /// Taken off.
    pub discount_amount: Won,
    /// price × quantity less what was taken off.
    pub total_amount: Won,
}

impl Item {
    /// As stock and sales count it.
    #[must_use]
    pub fn sold(&self) -> SoldItem {
        let units = Units { product_id: self.product_id, option_id: self.option_id, quantity: self.quantity.get() };
        SoldItem { units, amount: self.total_amount.get() }
    }
}

/// An item as stock and sales count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SoldItem {
    /// What was sold.
    pub units: Units,
    /// For how much, in won.
    pub amount: i64,
}

/// A coupon that an order used, as it was then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedCoupon {
    /// The order.
    pub order_id: i64,
    /// The coupon in the customer's hands.
    pub user_coupon_id: i64,
    /// Its name.
    pub name: String,
    /// What it took its discount from.
    pub kind: CouponKind,
    /// For a `CART_ITEM` coupon, the item that stands for its product.
    pub order_item_id: Option<i64>,
    /// What it took off.
    pub discount_amount: Won,
}

/// An order with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholeOrder {
    /// The order.
    pub order: Order,
    /// Its items, in the order in which they were written.
    pub items: Vec<Item>,
    /// The coupons it used, in the order in which they applied.
    pub coupons: Vec<UsedCoupon>,
    /// The payment that succeeded, else the last attempt.
    pub payment: Option<Payment>,
}
