//! The pictures of a product, as an admin sets, adds and arranges them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The main picture for a product, in the place of the one it has.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetProductImage {
    /// The product.
    #[schema(minimum = 1)]
    pub id: i64,
    /// PNG, JPEG or WebP in base64: at most 5 MiB, 50 megapixels. Its metadata is not kept. When absent the
    /// main picture is removed, and the next one is the main picture.
    #[schema(max_length = 6_990_508, pattern = r"^[A-Za-z0-9+/]+={0,2}$")]
    pub data: Option<String>,
}

/// A picture behind those that a product has, at most ten in all.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddProductImage {
    /// The product.
    #[schema(minimum = 1)]
    pub id: i64,
    /// PNG, JPEG or WebP in base64: at most 5 MiB, 50 megapixels. Its metadata is not kept.
    #[schema(max_length = 6_990_508, pattern = r"^[A-Za-z0-9+/]+={0,2}$")]
    pub data: String,
}

/// The pictures of a product as they shall be from now on.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ArrangeProductImages {
    /// The product.
    #[schema(minimum = 1)]
    pub id: i64,
    /// The product's `updatedAt` as it was read; where it has been changed since, nothing is.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub updated_at: DateTime<Utc>,
    /// Paths of its pictures in their order, the main one first; those that are left out are removed.
    #[schema(max_items = 10)]
    pub images: Vec<String>,
}
