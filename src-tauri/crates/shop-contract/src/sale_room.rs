//! A sale room, as its guests see it: a countdown, one thing to buy, and what became of it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::codes::mirrored;

mirrored! {
    /// How far a sale room has come.
    SaleRoomStage of shop_domain::sale_room::Stage {
        /// There is none.
        Closed,
        /// Guests join and wait for the start.
        Waiting,
        /// Guests buy.
        Selling,
        /// Sold out, or the time is over; the results are shown.
        Ended,
    }
}

/// What kind of thing a sale room sells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SaleObjectKind {
    /// A unit of a product, paid with points.
    Product,
    /// A coupon.
    Coupon,
}

/// The thing that a sale room sells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SaleObject {
    /// A product or a coupon.
    pub kind: SaleObjectKind,
    /// The product or the coupon.
    pub id: i64,
    /// Its name, with the option's.
    pub name: String,
    /// The same in English, where it has that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Path of the picture of a product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    /// The price of a product, in won.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<i64>,
    /// Percent that a coupon takes off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount_rate: Option<i64>,
    /// Won that a coupon takes off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount_price: Option<i64>,
}

/// What the caller got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SaleGrant {
    /// As which buyer, from 1.
    pub rank: i64,
    /// As which the request arrived, among all that wanted to buy.
    pub arrived: i64,
    /// As which it was served.
    pub served: i64,
    /// The paid order, where a product was sold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<i64>,
    /// The coupon of the caller, where a coupon was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_coupon_id: Option<i64>,
}

/// The sale of an open room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RoomSale {
    /// What is sold, one to each buyer.
    pub object: SaleObject,
    /// How many there were.
    pub quantity: i64,
    /// How many are left.
    pub remaining: i64,
    /// When guests can buy.
    pub starts_at: DateTime<Utc>,
    /// When they no longer can.
    pub ends_at: DateTime<Utc>,
    /// Guests that have joined.
    pub guest_count: i64,
    /// What the caller got, if the caller bought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grant: Option<SaleGrant>,
}

/// The sale room of the shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SaleRoom {
    /// How far it has come.
    pub stage: SaleRoomStage,
    /// The time of the shop, to which a countdown is set.
    pub now: DateTime<Utc>,
    /// The sale; absent while the room is closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sale: Option<RoomSale>,
}

/// Join the sale room as a guest. The answer signs the guest in.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JoinSaleRoom {
    /// The six digits that the room shows.
    #[schema(pattern = r"^[0-9]{6}$")]
    pub pin: String,
    /// What the room calls the guest, 1 to 20 characters.
    #[schema(pattern = r"^\s*[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,18}[^\s\x00-\x1f\x7f-\x9f])?\s*$")]
    pub name: String,
}

/// Why a sale room refuses something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SaleRoomConflict {
    /// Another room is open.
    RoomOpen,
    /// No room is open, or joining has ended.
    RoomClosed,
    /// As many guests have joined as a room takes.
    RoomFull,
    /// The sale has not started.
    NotStarted,
    /// The sale is over.
    Ended,
    /// The caller has bought already.
    AlreadyBought,
}
