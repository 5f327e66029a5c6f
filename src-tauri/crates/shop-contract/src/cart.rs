//! The cart.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::common::Done;
use crate::codes::mirrored;

/// What to put in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddCartItem {
    /// The product.
    #[schema(minimum = 1)]
    pub product_id: i64,
    /// Its option, where it has options.
    #[schema(minimum = 1)]
    pub product_option_id: Option<i64>,
    /// How many, from 1.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i64,
}

/// A new quantity for a line.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeCartItem {
    /// The line.
    #[schema(minimum = 1)]
    pub id: i64,
    /// How many; 0 removes the line.
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub quantity: i64,
}

/// The line after the change, or nothing where it was removed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum ChangedCartItem {
    /// The line as it is now.
    Line(Box<CartItem>),
    /// It was removed.
    Removed(Done),
}

/// One line, with what is true of the product now.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CartItem {
    /// Id of the line.
    pub id: i64,
    /// The product.
    pub product_id: i64,
    /// Its option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_option_id: Option<i64>,
    /// Korean name of the product.
    pub product_name: String,
    /// English name of the product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_name_en: Option<String>,
    /// Name of the option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option_name: Option<String>,
    /// English name of the option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option_name_en: Option<String>,
    /// Path of the picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    /// The price now, in won.
    pub price: i64,
    /// The price when it was last put in, where that differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_price: Option<i64>,
    /// How many.
    pub quantity: i64,
    /// price × quantity.
    pub subtotal: i64,
    /// Units left.
    pub available_quantity: i64,
    /// How many one customer may buy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limited_quantity: Option<i64>,
    /// Whether it could be ordered now.
    pub orderable: bool,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<LineProblem>,
}

mirrored! {
    /// Why a line of the cart cannot be ordered now.
    LineProblem of shop_domain::cart::LineProblem {
        /// The product or its option is not for sale.
        ProductNotFound,
        /// There are fewer units than the line asks for.
        InsufficientStock,
        /// It is more than one customer may buy.
        ExceededLimitedQuantity,
    }
}

/// The caller's cart.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Cart {
    /// Its lines, oldest first.
    pub items: Vec<CartItem>,
    /// Sum over the lines that can be ordered, in won.
    pub total_amount: i64,
    /// Number of lines.
    pub item_count: i64,
}
