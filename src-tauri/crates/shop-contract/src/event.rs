//! What the shop tells while it runs. Sent after the commit, never before.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::DeliveryMethod;
use super::admin::{AlertKind, BackupStage, DeliveryState};
use super::charge::ChargeState;
use super::order::OrderState;
use super::returns::ReturnState;
use super::sale_room::SaleRoomStage;
use super::storage::StorageReason;

/// Something changed. An event about a user reaches that user alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum ShopEvent {
    /// A product's stock, summed over its options.
    #[serde(rename_all = "camelCase")]
    Stock {
        /// The product.
        product_id: i64,
        /// Its option, where that one changed.
        #[serde(skip_serializing_if = "Option::is_none")]
        product_option_id: Option<i64>,
        /// Units left of that product or option.
        available_quantity: i64,
    },
    /// A product was made, changed, deleted or restored.
    #[serde(rename_all = "camelCase")]
    Product {
        /// The product.
        product_id: i64,
    },
    /// How far my import has come; it counts only when it is whole.
    #[serde(rename_all = "camelCase")]
    ImportProgress {
        /// Lines written so far.
        done: i64,
        /// Lines in all.
        total: i64,
    },
    /// How far the copy of the shop is that I asked for, or the one that I go back to.
    #[serde(rename_all = "camelCase")]
    BackupProgress {
        /// What is being done.
        stage: BackupStage,
        /// How much of it.
        percent: i64,
    },
    /// The shop was replaced by a backup: all earlier answers are out of date, and every session has ended.
    #[serde(rename_all = "camelCase")]
    Restored {},
    /// The shop was replaced by another one: a fresh demo, or the shop of its owner in place of the demo. All earlier answers
    /// are out of date, and every session has ended.
    #[serde(rename_all = "camelCase")]
    Replaced {},
    /// The shop can no longer be written to, or can be again.
    #[serde(rename_all = "camelCase")]
    Storage {
        /// Why it cannot; absent where it can.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<StorageReason>,
    },
    /// A coupon's count.
    #[serde(rename_all = "camelCase")]
    Coupon {
        /// The coupon.
        coupon_id: i64,
        /// How many have been taken.
        issued_quantity: i64,
        /// How many there are in all.
        total_quantity: i64,
    },
    /// One of my orders; for admins, any order.
    #[serde(rename_all = "camelCase")]
    Order {
        /// The order.
        order_id: i64,
        /// Its state.
        state: OrderState,
        /// Where its parcel is, when that is what has changed.
        #[serde(skip_serializing_if = "Option::is_none")]
        delivery_state: Option<DeliveryState>,
        /// How it comes to the customer, with `deliveryState`.
        #[serde(skip_serializing_if = "Option::is_none")]
        delivery_method: Option<DeliveryMethod>,
    },
    /// What needs an admin's attention: more stands of this kind, or some of it is over. Admins alone hear of it.
    #[serde(rename_all = "camelCase")]
    Alert {
        /// Of which kind.
        kind: AlertKind,
        /// How many stand; 1,000 for that many or more.
        count: i64,
        /// How many of them are new; 0 where some are only over.
        arisen: i64,
        /// One of the new ones by its name, where it has one.
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// The same in English, where it has that.
        #[serde(skip_serializing_if = "Option::is_none")]
        name_en: Option<String>,
    },
    /// My points.
    #[serde(rename_all = "camelCase")]
    Points {
        /// To spend.
        available_point: i64,
    },
    /// One of my requests for points; for admins, any of them.
    #[serde(rename_all = "camelCase")]
    Charge {
        /// The request.
        charge_id: i64,
        /// Its state.
        state: ChargeState,
    },
    /// One of my returns; for admins, any of them.
    #[serde(rename_all = "camelCase")]
    Return {
        /// The return.
        return_id: i64,
        /// Its order.
        order_id: i64,
        /// Its state.
        state: ReturnState,
    },
    /// My cart, in this or another window.
    #[serde(rename_all = "camelCase")]
    Cart {},
    /// What I wait for is in stock again.
    #[serde(rename_all = "camelCase")]
    Restock {
        /// My request.
        notice_id: i64,
        /// The product.
        product_id: i64,
        /// Its name.
        product_name: String,
        /// The same in English.
        #[serde(skip_serializing_if = "Option::is_none")]
        product_name_en: Option<String>,
    },
    /// My coupons.
    #[serde(rename_all = "camelCase")]
    MyCoupons {},
    /// How many wait before me where my order or coupon waits for its turn; sent while others do.
    #[serde(rename_all = "camelCase")]
    Line {
        /// As which it arrived, since the line formed.
        arrived: i64,
        /// How many are before it.
        before: i64,
    },
    /// The sale room: a guest joined, one was sold, or its stage changed.
    #[serde(rename_all = "camelCase")]
    SaleRoom {
        /// How far it has come.
        stage: SaleRoomStage,
        /// Guests that have joined.
        guest_count: i64,
        /// How many are left.
        remaining: i64,
    },
    /// The listener was too slow and missed some; it should ask anew.
    #[serde(rename_all = "camelCase")]
    Missed {},
}

/// What the demo data consist of, in the order in which they are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum DemoStage {
    /// Products with their stock.
    Products,
    /// Customers with their addresses and points.
    Customers,
    /// Coupons.
    Coupons,
    /// Thirty days of orders.
    Orders,
}

/// How far the demo data has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DemoProgress {
    /// What is being made.
    pub stage: DemoStage,
    /// Made so far in this stage.
    pub done: u64,
    /// To make in this stage.
    pub total: u64,
}
