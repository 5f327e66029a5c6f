//! Products, categories, wishes.

use crate::codes::mirrored;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::common::page;
use super::{ProductOptionState, ProductState};

/// How a list of products is sorted. A closed list, so that no text of a client reaches the SQL.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum ProductSort {
    /// Latest first.
    #[default]
    Newest,
    /// Cheapest first.
    PriceAsc,
    /// Dearest first.
    PriceDesc,
    /// Most sold in the last 30 days first.
    Popular,
    /// Best match first, of more than 1,000 the older ones behind; the same as newest where nothing is searched for.
    Relevance,
}

/// What the list shall hold.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListProducts {
    /// Words to look for; also initial consonants.
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub q: Option<String>,
    /// Category code.
    #[schema(max_length = 50)]
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub category: Option<String>,
    /// Lowest price in won.
    #[schema(minimum = 0)]
    pub min_price: Option<i64>,
    /// Highest price in won.
    #[schema(minimum = 0)]
    pub max_price: Option<i64>,
    /// Only what is in stock.
    pub in_stock: Option<bool>,
    /// Only what is in a running sale.
    pub on_sale: Option<bool>,
    /// Order of the list.
    pub sort: Option<ProductSort>,
    /// Comma-separated ids, at most 100; the list then holds just these.
    #[schema(pattern = r"^\s*\+?[0-9]+\s*(,\s*\+?[0-9]+\s*)*$")]
    pub ids: Option<String>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

mirrored! {
    /// Whether it can be bought now.
    StockStatus of shop_domain::catalog::StockStatus {
        /// Some are left.
        Available,
        /// None is left.
        OutOfStock,
    }
}

/// A product as shoppers see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Product {
    /// Id.
    pub id: i64,
    /// Korean name.
    pub name: String,
    /// English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Korean description.
    pub description: String,
    /// The Korean description as HTML, where it has headings, lists or emphasis; only in the answer for one product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description_html: Option<String>,
    /// English description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description_en: Option<String>,
    /// Category code.
    pub category: String,
    /// The price now, in won; in a running sale the reduced one. With options the lowest of theirs.
    pub price: i64,
    /// The lowest price now among the options on sale; without options the price.
    pub price_from: i64,
    /// The highest price now among the options on sale; without options the price.
    pub price_to: i64,
    /// The price without the running sale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list_price: Option<i64>,
    /// Percent off in the running sale, 1 to 90.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sale_rate: Option<i64>,
    /// When the running sale ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sale_ends_at: Option<DateTime<Utc>>,
    /// Whether the merchant sells it.
    pub state: ProductState,
    /// Whether it can be bought now.
    pub status: StockStatus,
    /// How many one customer may buy; absent = no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limited_quantity: Option<i64>,
    /// Units left, summed over the options where there are any.
    pub available_quantity: i64,
    /// Its options, in the order they were made.
    pub options: Vec<ProductOption>,
    /// Path of the main picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    /// Paths of its pictures, the main one first.
    pub images: Vec<String>,
    /// How many of it the caller already bought; only in the answer for one product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub already_bought: Option<i64>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}

/// One way in which a product is sold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProductOption {
    /// Id.
    pub id: i64,
    /// Name.
    pub name: String,
    /// English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The price now, in won.
    pub price: i64,
    /// Units left.
    pub available_quantity: i64,
    /// Whether the merchant sells it.
    pub state: ProductOptionState,
}

/// A page of products, with the size of the whole list where that is cheap to know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProductPage {
    /// The rows of this page.
    pub items: Vec<Product>,
    /// Send it back as `cursor` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Products in the whole list, on its first page; counted up to 1,000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_count: Option<i64>,
}

/// A category and what it holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Category {
    /// Code; the UI has its name.
    pub code: String,
    /// Products in it that are for sale.
    pub product_count: i64,
}

page!(
    /// All categories.
    CategoryList of Category
);

/// A product to wish for, or no longer.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WishFor {
    /// The product.
    pub product_id: i64,
}

/// The products that the caller wishes for, latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WishIds {
    /// Product ids.
    pub product_ids: Vec<i64>,
}

/// Which popular products are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListPopular {
    /// Business days to look back, 1 to 30; 3 when absent.
    #[schema(minimum = 1, maximum = 30)]
    pub days: Option<i64>,
    /// Products wanted, 1 to 100; 5 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// One row of the ranking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PopularProduct {
    /// Place, from 1.
    pub rank: i64,
    /// The product.
    pub product: Product,
    /// Units sold in the period.
    pub sales_count: i64,
    /// Won sold in the period.
    pub sales_amount: i64,
}

/// The business days that were counted, both included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Last day, `YYYY-MM-DD`.
    pub to: String,
}

/// The ranking and its age.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PopularProducts {
    /// Best first.
    pub items: Vec<PopularProduct>,
    /// What was counted.
    pub period: Period,
    /// When it was counted.
    pub computed_at: DateTime<Utc>,
}
