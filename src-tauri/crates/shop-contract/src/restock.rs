//! Requests of customers to be told when something is in stock again.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::common::page;

/// What a customer wants to be told of when it is in stock again.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RequestRestockNotice {
    /// The product.
    #[schema(minimum = 1)]
    pub product_id: i64,
    /// Its option; named where the product has options, else absent.
    #[schema(minimum = 1)]
    pub product_option_id: Option<i64>,
}

/// Where a request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RestockNoticeState {
    /// It is not in stock yet.
    Waiting,
    /// It was in stock again, and the customer was told.
    Notified,
}

/// A request of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RestockNotice {
    /// Id.
    pub id: i64,
    /// The product.
    pub product_id: i64,
    /// Its option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_option_id: Option<i64>,
    /// Name of the product.
    pub product_name: String,
    /// The same in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_name_en: Option<String>,
    /// Name of the option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option_name: Option<String>,
    /// The same in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option_name_en: Option<String>,
    /// Path of the product's main picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    /// State.
    pub state: RestockNoticeState,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
    /// When the customer was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notified_at: Option<DateTime<Utc>>,
}

page!(
    /// Requests of a customer.
    RestockNoticePage of RestockNotice
);

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RestockConflict {
    /// It can be bought now.
    InStock,
}
