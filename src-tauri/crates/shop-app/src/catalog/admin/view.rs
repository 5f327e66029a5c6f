//! Products in the admin view.

use chrono::{DateTime, Utc};
use shop_domain::catalog::{self as domain, OptionState, Sale};
use shop_domain::limits::{LOW_STOCK_THRESHOLD, LOW_STOCK_THRESHOLD_MAX};
use shop_store::product::{OptionRow, ProductRow, find, with_codes};
use shop_store::setting::read;
use shop_store::stock::{LevelRow, levels};
use shop_store::{Db, StoreResult};

use crate::catalog::view;
use crate::runtime::WorkError;
use crate::setting;
use shop_contract::{AdminProduct, AdminProductOption, ErrorCode, ProductOptionState, ProductSale, ProductState};

/// Reads one product in any state.
///
/// # Errors
/// `PRODUCT_NOT_FOUND`.
pub(super) fn kept(db: &Db, id: i64, now: DateTime<Utc>) -> Result<AdminProduct, WorkError> {
    let row = find(db, id)?.ok_or(ErrorCode::ProductNotFound)?;
    Ok(kept_all(db, vec![row], now)?.remove(0))
}

/// Converts products and reads their stock facts.
pub(super) fn kept_all(db: &Db, rows: Vec<ProductRow>, now: DateTime<Utc>) -> StoreResult<Vec<AdminProduct>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let stock = StockFacts::read(db, &ids)?;
    let rows = with_codes(db, rows)?;
    Ok(rows.into_iter().map(|row| stock.view(row, now)).collect())
}

/// The data of a view that is not in the product's row. An edit does not change it, so one read serves the views before
/// and after the edit.
pub(super) struct StockFacts {
    levels: Vec<LevelRow>,
    low_threshold: i64,
}

impl StockFacts {
    pub(super) fn read(db: &Db, product_ids: &[i64]) -> StoreResult<Self> {
        Ok(Self { levels: levels(db, product_ids)?, low_threshold: low_threshold(db)? })
    }

    pub(super) fn view(&self, row: ProductRow, now: DateTime<Utc>) -> AdminProduct {
        let of_product = self.levels.iter().filter(|level| level.product_id == row.id);
        product(&of_product.copied().collect::<Vec<_>>(), row, self.low_threshold, now)
    }
}

/// The stock at which a level counts as low.
pub(super) fn low_threshold(db: &Db) -> StoreResult<i64> {
    let threshold = read(db, setting::LOW_STOCK)?.unwrap_or(LOW_STOCK_THRESHOLD);
    Ok(threshold.clamp(0, LOW_STOCK_THRESHOLD_MAX))
}

/// Whether a level is low, by the rule of the list's filter: only levels that can be sold count.
fn is_low(row: &ProductRow, of_shop: i64) -> bool {
    let threshold = row.low_stock_threshold.unwrap_or(of_shop);
    let is_sold = |option: &&OptionRow| option.state == OptionState::Normal;
    if row.options.is_empty() {
        return row.own_stock <= threshold;
    }
    row.options.iter().filter(is_sold).any(|option| option.available_quantity <= threshold)
}

fn product(levels: &[LevelRow], row: ProductRow, threshold: i64, now: DateTime<Utc>) -> AdminProduct {
    let low_stock = is_low(&row, threshold);
    let (base_price, sale, state) = (row.list_price.get(), row.sale, row.state);
    let (popularity, options) = (row.popularity, row.options.clone());
    let (low_stock_threshold, codes) = (row.low_stock_threshold, row.codes.clone());
    let seen = view::product(row, now);
    let prices = seen.options.iter().map(|option| option.price);
    AdminProduct {
        id: seen.id,
        name: seen.name,
        name_en: seen.name_en,
        description: seen.description,
        description_html: seen.description_html,
        description_en: seen.description_en,
        category: seen.category,
        price: seen.price,
        price_from: seen.price_from,
        price_to: seen.price_to,
        base_price,
        sale: sale.map(shown_sale),
        on_sale: seen.list_price.is_some(),
        state: shown_state(state),
        status: seen.status,
        limited_quantity: seen.limited_quantity,
        available_quantity: seen.available_quantity,
        low_stock,
        low_stock_threshold,
        sold_quantity: levels.iter().map(|level| level.sold).sum(),
        popularity,
        sku: codes.sku,
        barcode: codes.barcode,
        options: options.into_iter().zip(prices).map(|(row, price)| option(levels, row, price)).collect(),
        image_url: seen.image_url,
        images: seen.images,
        created_at: seen.created_at,
        updated_at: seen.updated_at,
    }
}

fn option(levels: &[LevelRow], row: OptionRow, price: i64) -> AdminProductOption {
    let level = levels.iter().find(|level| level.option_id == Some(row.id));
    AdminProductOption {
        id: row.id,
        name: row.name,
        name_en: row.name_en,
        price,
        base_price: row.list_price.get(),
        available_quantity: row.available_quantity,
        sold_quantity: level.map_or(0, |level| level.sold),
        sku: row.codes.sku,
        barcode: row.codes.barcode,
        state: match row.state {
            OptionState::Normal => ProductOptionState::Normal,
            OptionState::Discontinued => ProductOptionState::Discontinued,
            OptionState::Deleted => ProductOptionState::Deleted,
        },
    }
}

pub(super) fn shown_sale(sale: Sale) -> ProductSale {
    ProductSale { rate: sale.rate().get(), begins_at: sale.begins_at(), ends_at: sale.ends_at() }
}

pub(super) fn shown_state(state: domain::ProductState) -> ProductState {
    match state {
        domain::ProductState::Normal => ProductState::Normal,
        domain::ProductState::OutOfStock => ProductState::OutOfStock,
        domain::ProductState::Discontinued => ProductState::Discontinued,
        domain::ProductState::Deleted => ProductState::Deleted,
    }
}
