//! Products as the admin keeps them: whole, with what shoppers do not see. Every change answers with the product as it is
//! after it, so that its `updatedAt` can go with the next one.

use crate::codes::mirrored;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::StockStatus;

/// How the admin's list of products is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum AdminProductSort {
    /// Latest first.
    #[default]
    Newest,
    /// Cheapest first, by the price without a sale.
    PriceAsc,
    /// Dearest first, by the price without a sale.
    PriceDesc,
    /// Most sold in the last 30 days first.
    Popular,
}

mirrored! {
    /// Whether a product is sold.
    ProductState of shop_domain::catalog::ProductState {
        /// On sale.
        Normal,
        /// Shown, but taken off sale until there is more.
        OutOfStock,
        /// Will not come back.
        Discontinued,
        /// Gone from the shop; it can be restored.
        Deleted,
    }
}

/// The states that an edit can set; deleting and restoring are acts of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EditedProductState {
    /// On sale.
    Normal,
    /// Shown, but taken off sale until there is more.
    OutOfStock,
    /// Will not come back.
    Discontinued,
}

mirrored! {
    /// Whether an option of a product is sold.
    ProductOptionState of shop_domain::catalog::OptionState {
        /// On sale.
        Normal,
        /// Will not come back.
        Discontinued,
        /// Gone from the shop; the next edit can bring it back.
        Deleted,
    }
}

mirrored! {
    /// Kind of a code by which goods are known.
    GoodsCodeKind of shop_domain::catalog::CodeKind {
        /// The merchant's own code.
        Sku,
        /// The code that is printed on it.
        Barcode,
    }
}

/// Which products lack stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum StockShortage {
    /// The product, or an option of it that is on sale, has no more units than its threshold, or than the shop's.
    Low,
    /// The product, or an option of it that is on sale, has none.
    Out,
}

/// What the admin's list shall hold.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListProductsForAdmin {
    /// Words to look for; also initial consonants, and the beginning of a SKU or a barcode. Of more than 10,000 that match, the latest are looked at.
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub q: Option<String>,
    /// Only products that bear this SKU or barcode, or an option of which does; not together with `q` or `stock`.
    #[schema(max_length = 64)]
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub code: Option<String>,
    /// Category code.
    #[schema(max_length = 50)]
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub category: Option<String>,
    /// Only products in this state; all but deleted ones when absent.
    pub state: Option<ProductState>,
    /// Only products that lack stock.
    pub stock: Option<StockShortage>,
    /// Order of the list.
    pub sort: Option<AdminProductSort>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// A sale of one product, running or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProductSale {
    /// Percent off, 1 to 90.
    #[schema(minimum = 1, maximum = 90)]
    pub rate: i64,
    /// First instant.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub begins_at: DateTime<Utc>,
    /// First instant after it; later than the beginning.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub ends_at: DateTime<Utc>,
}

/// A product as the admin sees it: as shoppers do, and what stands behind that.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminProduct {
    /// Id.
    pub id: i64,
    /// Korean name.
    pub name: String,
    /// English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Korean description.
    pub description: String,
    /// The Korean description as HTML, where it has headings, lists or emphasis; absent in lists.
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
    /// The price without a sale, in won; the one that is edited. With options the lowest of theirs, which follows them.
    pub base_price: i64,
    /// The sale, running or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sale: Option<ProductSale>,
    /// Whether the sale runs now.
    pub on_sale: bool,
    /// State.
    pub state: ProductState,
    /// Whether it can be bought now.
    pub status: StockStatus,
    /// How many one customer may buy; absent = no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limited_quantity: Option<i64>,
    /// Units left, summed over the options on sale where there are options.
    pub available_quantity: i64,
    /// Whether it, or an option of it that is on sale, has no more units than its threshold, or than the shop's.
    pub low_stock: bool,
    /// Its own threshold; absent = the shop's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low_stock_threshold: Option<i64>,
    /// Units in orders that are placed or paid, options included, also those that are gone.
    pub sold_quantity: i64,
    /// Units sold in the last 30 days, as of the last count.
    pub popularity: i64,
    /// The merchant's own code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// The code that is printed on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub barcode: Option<String>,
    /// Its options but the deleted ones, in the order they were made.
    pub options: Vec<AdminProductOption>,
    /// Path of the main picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    /// Paths of its pictures, the main one first.
    pub images: Vec<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed, options and picture included; an edit sends it back. No two changes have the same.
    pub updated_at: DateTime<Utc>,
}

/// An option as the admin sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminProductOption {
    /// Id.
    pub id: i64,
    /// Name.
    pub name: String,
    /// English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The price now, in won.
    pub price: i64,
    /// The price without a sale, in won; the one that is edited.
    pub base_price: i64,
    /// Units left.
    pub available_quantity: i64,
    /// Units in orders that are placed or paid.
    pub sold_quantity: i64,
    /// The merchant's own code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// The code that is printed on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub barcode: Option<String>,
    /// State.
    pub state: ProductOptionState,
}

/// A page of the admin's products.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminProductPage {
    /// The rows of this page.
    pub items: Vec<AdminProduct>,
    /// Send it back as `cursor` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Products in the whole list, on its first page; counted up to 10,000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_count: Option<i64>,
}
