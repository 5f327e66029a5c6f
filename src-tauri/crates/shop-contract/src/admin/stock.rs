//! Stock as the admin corrects it, and the history that says how a level came to be.

use crate::codes::mirrored;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::common::page;

mirrored! {
    /// How a stock level is changed.
    AdjustmentType of shop_domain::stock::AdjustmentType {
        /// Adds units.
        Increase,
        /// Takes units away.
        Decrease,
        /// States what was counted.
        Set,
    }
}

/// A change of a stock level.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdjustStock {
    /// The product.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Its option; named where the product has options, else absent.
    #[schema(minimum = 1)]
    pub product_option_id: Option<i64>,
    /// How.
    #[serde(rename = "type")]
    pub kind: AdjustmentType,
    /// Units to add or to take away, 1 to 1,000,000; with `SET` the units counted, 0 to 1,000,000,000.
    #[schema(minimum = 0, maximum = 1_000_000_000_i64)]
    pub quantity: i64,
    /// The units in stock as they were seen, only with `SET`; where the stock has changed since, nothing is set. Not
    /// compared when absent.
    #[schema(minimum = 0, maximum = 1_000_000_000_i64)]
    pub seen_quantity: Option<i64>,
    /// Why, 1 to 200 characters; it stands in the history.
    #[schema(min_length = 1, max_length = 200)]
    pub reason: String,
}

/// A stock level before and after it was adjusted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StockAdjusted {
    /// The product.
    pub product_id: i64,
    /// Its option, where one was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_option_id: Option<i64>,
    /// Units before.
    pub before: i64,
    /// Units after.
    pub after: i64,
}

/// Which movements of a product's stock are wanted, latest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListStockMovements {
    /// The product.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Only those of this option.
    pub product_option_id: Option<i64>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

mirrored! {
    /// What moved a stock level.
    MovementType of shop_domain::stock::MovementType {
        /// An order took the units.
        Sale,
        /// An order that came to nothing, or was refunded, gave them back.
        Restore,
        /// An admin added units.
        Increase,
        /// An admin took units away.
        Decrease,
        /// An admin stated what was counted.
        Set,
    }
}

/// One movement of a stock level.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StockMovement {
    /// Id.
    pub id: i64,
    /// The option, where it was one's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_option_id: Option<i64>,
    /// Its name now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option_name: Option<String>,
    /// What moved it.
    #[serde(rename = "type")]
    pub kind: MovementType,
    /// The change in units, signed.
    pub quantity: i64,
    /// Units left after it.
    pub available_after: i64,
    /// Why, where an admin did it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The order, where one did it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_id: Option<i64>,
    /// Its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_number: Option<String>,
    /// The admin who did it, or the customer whose order did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<i64>,
    /// The name of that admin or customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
    /// When.
    pub created_at: DateTime<Utc>,
}

page!(
    /// Movements of a product's stock.
    StockMovementPage of StockMovement
);
