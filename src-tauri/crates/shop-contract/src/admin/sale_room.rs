//! A sale room, as its presenter opens it and shows it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::SaleRoom;

/// Open a sale room for one product or one coupon. The server of the window then listens in the network until the room closes.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenSaleRoom {
    /// The product to sell; in a demo shop alone.
    #[schema(minimum = 1)]
    pub product_id: Option<i64>,
    /// Its option, where it has options.
    #[schema(minimum = 1)]
    pub product_option_id: Option<i64>,
    /// The coupon to hand out, in place of a product.
    #[schema(minimum = 1)]
    pub coupon_id: Option<i64>,
    /// How many, 1 to 10,000; no more than are left.
    #[schema(minimum = 1, maximum = 10_000)]
    pub quantity: i64,
    /// Seconds until the start, 10 to 3,600.
    #[schema(minimum = 10, maximum = 3_600)]
    pub starts_in_seconds: i64,
    /// Seconds from the start to the end, 10 to 3,600.
    #[schema(minimum = 10, maximum = 3_600)]
    pub selling_seconds: i64,
    /// Points for each guest: 0, or 1,000 to 10,000,000; in a demo shop alone, and at least the price of the product.
    #[schema(minimum = 0, maximum = 10_000_000)]
    #[serde(default)]
    pub points: i64,
}

/// A guest of the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SaleGuest {
    /// The user.
    pub user_id: i64,
    /// What the room calls the guest.
    pub name: String,
    /// When the guest joined.
    pub joined_at: DateTime<Utc>,
}

/// A buyer of the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SaleBuyer {
    /// As which buyer, from 1.
    pub rank: i64,
    /// The user.
    pub user_id: i64,
    /// The name of the user.
    pub name: String,
    /// As which the request arrived, among all that wanted to buy.
    pub arrived: i64,
    /// As which it was served.
    pub served: i64,
    /// When it was bought.
    pub bought_at: DateTime<Utc>,
}

/// The sale room with what only the presenter sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminSaleRoom {
    /// What the guests see. Of a room that has closed the results stay until the next one opens.
    pub room: SaleRoom,
    /// The PIN, while guests can join.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pin: Option<String>,
    /// Where the shop's server is reached in the network, as URLs; empty where it listens on this machine alone.
    pub addresses: Vec<String>,
    /// The guests, in the order in which they joined.
    pub guests: Vec<SaleGuest>,
    /// The buyers, in the order in which they were served.
    pub buyers: Vec<SaleBuyer>,
    /// Requests that came too late.
    pub refused: i64,
    /// Accounts of guests of this room and earlier ones that can be removed.
    pub removable_guests: i64,
}

/// The accounts that were removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RemovedGuests {
    /// How many.
    pub removed: i64,
}
