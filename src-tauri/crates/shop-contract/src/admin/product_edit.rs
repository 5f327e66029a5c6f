//! What the admin asks to be made or changed of a product.
//!
//! A whole product is sent, so that two edits never mix; `updatedAt` says which product the edit was made of.

use crate::codes::mirrored;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::catalog::{EditedProductState, ProductOptionState, ProductSale};

/// A product to be made.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateProduct {
    /// Korean name, 1 to 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    /// English name, 1 to 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    pub name_en: Option<String>,
    /// Korean description, up to 5,000 characters; empty when absent.
    #[schema(max_length = 5000)]
    pub description: Option<String>,
    /// The Korean description with headings, lists and emphasis: at most 20,000 characters of HTML with the tags `p`, `br`,
    /// `strong`, `em`, `h2`, `h3`, `ul`, `ol`, `li` and `a`; others are removed. Where it is given, `description` is its text,
    /// whatever was sent for it.
    #[schema(max_length = 20_000)]
    pub description_html: Option<String>,
    /// English description, up to 5,000 characters.
    #[schema(max_length = 5000)]
    pub description_en: Option<String>,
    /// Category code, 1 to 50 characters.
    #[schema(min_length = 1, max_length = 50)]
    pub category: String,
    /// Price of a unit without a sale, in won; ignored where there are options, each of which has its own.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    pub price: i64,
    /// Units in stock; where there are options, each has its own and this counts for nothing.
    #[schema(minimum = 0, maximum = 1_000_000_000_i64)]
    pub stock: i64,
    /// How many one customer may buy; no limit when absent.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub limited_quantity: Option<i64>,
    /// The merchant's own code, at most 64 characters, which no other product or option has; none when absent.
    #[schema(max_length = 64)]
    pub sku: Option<String>,
    /// The code that is printed on it, at most 64 characters, which no other product or option has; none when absent.
    #[schema(max_length = 64)]
    pub barcode: Option<String>,
    /// The stock at which it counts as low, 0 to 100; the shop's threshold when absent.
    #[schema(minimum = 0, maximum = 100)]
    pub low_stock_threshold: Option<i64>,
    /// A sale.
    pub sale: Option<ProductSale>,
    /// Options, at most 100.
    #[schema(max_items = 100)]
    pub options: Option<Vec<CreateProductOption>>,
}

/// An option to be made together with its product.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateProductOption {
    /// Name, 1 to 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    /// English name, 1 to 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    pub name_en: Option<String>,
    /// Price of a unit without a sale, in won.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    pub price: i64,
    /// Units in stock.
    #[schema(minimum = 0, maximum = 1_000_000_000_i64)]
    pub stock: i64,
    /// The merchant's own code, at most 64 characters, which no other product or option has; none when absent.
    #[schema(max_length = 64)]
    pub sku: Option<String>,
    /// The code that is printed on it, at most 64 characters, which no other product or option has; none when absent.
    #[schema(max_length = 64)]
    pub barcode: Option<String>,
}

/// A product as it shall be from now on: what may be absent and is, it will not have.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateProduct {
    /// The product.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Its `updatedAt` as it was read; where it has been changed since, nothing is.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub updated_at: DateTime<Utc>,
    /// Korean name, 1 to 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    /// English name, 1 to 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    pub name_en: Option<String>,
    /// Korean description, up to 5,000 characters; empty when absent.
    #[schema(max_length = 5000)]
    pub description: Option<String>,
    /// The Korean description with headings, lists and emphasis: at most 20,000 characters of HTML with the tags `p`, `br`,
    /// `strong`, `em`, `h2`, `h3`, `ul`, `ol`, `li` and `a`; others are removed. Where it is given, `description` is its text,
    /// whatever was sent for it. Where it is absent, the
    /// HTML stays if `description` is as it was, and goes otherwise; an empty text removes it.
    #[schema(max_length = 20_000)]
    pub description_html: Option<String>,
    /// English description, up to 5,000 characters.
    #[schema(max_length = 5000)]
    pub description_en: Option<String>,
    /// Category code, 1 to 50 characters.
    #[schema(min_length = 1, max_length = 50)]
    pub category: String,
    /// Price of a unit without a sale, in won; ignored where there are options, each of which has its own.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    pub price: i64,
    /// How many one customer may buy; no limit when absent.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub limited_quantity: Option<i64>,
    /// The merchant's own code, at most 64 characters, which no other product or option has; none when absent.
    #[schema(max_length = 64)]
    pub sku: Option<String>,
    /// The code that is printed on it, at most 64 characters, which no other product or option has; none when absent.
    #[schema(max_length = 64)]
    pub barcode: Option<String>,
    /// The stock at which it counts as low, 0 to 100; the shop's threshold when absent.
    #[schema(minimum = 0, maximum = 100)]
    pub low_stock_threshold: Option<i64>,
    /// The sale; none when absent.
    pub sale: Option<ProductSale>,
    /// State; as it is when absent.
    pub state: Option<EditedProductState>,
}

mirrored! {
    /// What becomes of the stock of a product itself when it gets its first option.
    OwnStock of shop_domain::stock::OwnStock {
        /// It becomes stock of the option, in addition to the option's own.
        Move,
        /// It is written off.
        WriteOff,
    }
}

/// An option to be added to a product.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddProductOption {
    /// The product.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Name, 1 to 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    /// English name, 1 to 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    pub name_en: Option<String>,
    /// Price of a unit without a sale, in won.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    pub price: i64,
    /// Units in stock.
    #[schema(minimum = 0, maximum = 1_000_000_000_i64)]
    pub stock: i64,
    /// The merchant's own code, at most 64 characters, which no other product or option has; none when absent.
    #[schema(max_length = 64)]
    pub sku: Option<String>,
    /// The code that is printed on it, at most 64 characters, which no other product or option has; none when absent.
    #[schema(max_length = 64)]
    pub barcode: Option<String>,
    /// What becomes of the product's own stock, where this is its first option. When absent it is not sold, and is there again
    /// when the product has no option any more.
    pub own_stock: Option<OwnStock>,
    /// Why, 1 to 200 characters; it stands in the history of the stock. The names of the product and the option when absent.
    #[schema(min_length = 1, max_length = 200)]
    pub own_stock_reason: Option<String>,
}

/// An option as it shall be from now on.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateProductOption {
    /// The product.
    #[schema(minimum = 1)]
    pub id: i64,
    /// The option.
    #[schema(minimum = 1)]
    pub option_id: i64,
    /// The product's `updatedAt` as it was read; where it has been changed since, nothing is.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub updated_at: DateTime<Utc>,
    /// Name, 1 to 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    /// English name, 1 to 100 characters; none when absent.
    #[schema(min_length = 1, max_length = 100)]
    pub name_en: Option<String>,
    /// Price of a unit without a sale, in won.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    pub price: i64,
    /// The merchant's own code, at most 64 characters, which no other product or option has; none when absent.
    #[schema(max_length = 64)]
    pub sku: Option<String>,
    /// The code that is printed on it, at most 64 characters, which no other product or option has; none when absent.
    #[schema(max_length = 64)]
    pub barcode: Option<String>,
    /// State; a deleted option can be brought back.
    pub state: ProductOptionState,
}
