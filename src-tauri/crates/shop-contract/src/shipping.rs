//! Shipping: what it costs, how an order reaches its customer, and the carriers.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::codes::mirrored;

mirrored! {
    /// How an order reaches its customer.
    DeliveryMethod of shop_domain::shipping::DeliveryMethod {
        /// A carrier brings it to an address.
        Delivery,
        /// The customer picks it up at the shop.
        Pickup,
    }
}

#[expect(clippy::derivable_impls, reason = "the macro makes the enum")]
impl Default for DeliveryMethod {
    fn default() -> Self {
        Self::Delivery
    }
}

/// What is added to the fee for a range of postcodes, its ends included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShippingSurcharge {
    /// The first postcode, five digits.
    #[schema(pattern = r"^\s*[0-9]{5}\s*$")]
    pub from: String,
    /// The last postcode, five digits.
    #[schema(pattern = r"^\s*[0-9]{5}\s*$")]
    pub to: String,
    /// Won.
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub amount: i64,
}

/// A carrier of the shop's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShippingCarrier {
    /// Name, 1 to 50 characters.
    #[schema(max_length = 200)]
    pub name: String,
    /// The page on which it shows a parcel: `https`, with `{number}` where the tracking number stands.
    #[schema(max_length = 300)]
    pub url: String,
}

/// How the shop ships. All is 0 and off by default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ShippingSettings {
    /// The fee of an order, in won.
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub base: i64,
    /// The amount of goods after discounts from which an order has no fee, in won; 0 where every order has it.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    pub free_over: i64,
    /// What is added by postcode. At most 200 ranges, none of which overlap.
    #[schema(max_items = 200)]
    pub surcharge: Vec<ShippingSurcharge>,
    /// Whether the surcharge is added also where an order reaches `freeOver`.
    pub surcharge_when_free: bool,
    /// Whether customers can pick orders up.
    pub pickup: bool,
    /// Where they do, up to 200 characters.
    #[schema(max_length = 400)]
    pub pickup_address: String,
    /// When they can, up to 200 characters.
    #[schema(max_length = 400)]
    pub pickup_hours: String,
    /// Carriers beside the known ones, at most 30. One with the name of a known carrier takes its place.
    #[schema(max_items = 30)]
    pub carriers: Vec<ShippingCarrier>,
}

/// How the shop ships, as everybody may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ShopShipping {
    /// The fee of an order, in won.
    pub base: i64,
    /// The amount of goods after discounts from which an order has no fee, in won; 0 where every order has it.
    pub free_over: i64,
    /// What is added by postcode.
    pub surcharge: Vec<ShippingSurcharge>,
    /// Whether the surcharge is added also where an order reaches `freeOver`.
    pub surcharge_when_free: bool,
    /// Whether customers can pick orders up.
    pub pickup: bool,
    /// Where they do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pickup_address: Option<String>,
    /// When they can.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pickup_hours: Option<String>,
    /// The names of the carriers, the shop's own first.
    pub carriers: Vec<String>,
}
