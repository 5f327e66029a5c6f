//! The beginning and the ends of a demo: it takes the place of an empty shop, is reset to a fresh one, or the shop of its owner
//! takes its place. The other shop is made whole in a temporary folder first.

#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;

use shop_app::backup::{Replacing, replace_shop};
use shop_app::catalog::{NewOption, NewProduct, create_products};
use shop_app::context::{Call, Shop};
use shop_app::runtime::ShopOptions;
use shop_app::setting;
use shop_app::shop::set_up_shop;
use shop_contract::{BeginOwnShop, DemoProducts, DemoProgress, ErrorCode, ShopError};
use shop_domain::catalog::{OptionState, ProductState};
use shop_store::product::{ProductRow, by_id, find};
use shop_store::setting::read;
use shop_store::{Db, StorageLimits, StoreError, StoreResult};
use tempfile::TempDir;

use crate::fill::{DemoError, LOCK_WAIT, fill};
use crate::plan::DemoSize;

/// The settings that a demo keeps when it is reset: how the window serves it, and how busy its shoppers are.
const KEPT: &[&str] = &[setting::SERVER_ENABLED, setting::SERVER_PORT, setting::SERVER_LAN, setting::DEMO_SHOPPERS];
/// Products that are read and created at once.
const BATCH: i64 = 200;

/// Makes the demo in an empty shop. It takes its place whole: a demo that is interrupted leaves nothing behind.
///
/// # Errors
/// `CONFLICT` for a shop that is set up or holds demo data; `INTERNAL_ERROR` where the demo could not be made. Nothing was
/// changed then.
pub async fn make_demo(
    call: &Call,
    size: DemoSize,
    progress: impl Fn(DemoProgress) + Send + Sync + 'static,
) -> Result<(), ShopError> {
    put_demo(call, size, is_empty, &[], progress).await
}

/// Replaces the demo by a fresh one, whose thirty days end now. Nothing of the old one is kept.
///
/// # Errors
/// `CONFLICT` for a shop that holds no demo data; `INTERNAL_ERROR` where it could not be made. Nothing was changed then.
pub async fn reset_demo(
    call: &Call,
    size: DemoSize,
    progress: impl Fn(DemoProgress) + Send + Sync + 'static,
) -> Result<(), ShopError> {
    put_demo(call, size, is_demo, KEPT, progress).await
}

async fn put_demo(
    call: &Call,
    size: DemoSize,
    is_expected: fn(&Db) -> StoreResult<bool>,
    carried: &'static [&'static str],
    progress: impl Fn(DemoProgress) + Send + Sync + 'static,
) -> Result<(), ShopError> {
    refuse_unless(call, is_expected)?;
    let folder = temporary(call)?;
    let fresh = open(call, folder.path())?;
    let filled = fill(&fresh, size, progress).await;
    filled.map_err(|error: DemoError| call.internal(&error.to_string()))?;
    close(call, fresh)?;
    let replacing = Replacing { with: Shop::file_in(folder.path()), carried, is_kept: false, is_expected };
    replace_shop(&call.shop, replacing).await.map_err(|error| call.refusal(error))
}

/// Replaces the demo by an own shop with its first admin.
///
/// # Errors
/// `CONFLICT` for a shop that holds no demo data; `INVALID_INPUT`, naming the field; `INTERNAL_ERROR` where it could not be
/// made. Nothing was changed then.
pub async fn begin_own_shop(call: &Call, request: &BeginOwnShop) -> Result<(), ShopError> {
    refuse_unless(call, is_demo)?;
    let folder = temporary(call)?;
    let fresh = open(call, folder.path())?;
    set_up_shop(Call::new(Arc::clone(&fresh), None, None), request.shop.clone()).await?;
    if request.products != DemoProducts::None {
        take_over_products(call, &fresh, request.products == DemoProducts::WithStock).await?;
    }
    close(call, fresh)?;
    let with = Shop::file_in(folder.path());
    let replacing = Replacing { with, carried: &[], is_kept: request.keep_demo, is_expected: is_demo };
    replace_shop(&call.shop, replacing).await.map_err(|error| call.refusal(error))
}

fn refuse_unless(call: &Call, is_expected: fn(&Db) -> StoreResult<bool>) -> Result<(), ShopError> {
    let found = call.shop.read(is_expected).map_err(|error| call.failed_read(&error))?;
    if found { Ok(()) } else { Err(ErrorCode::Conflict.into()) }
}

fn is_demo(db: &Db) -> StoreResult<bool> {
    Ok(read(db, setting::DEMO)?.unwrap_or(false))
}

fn is_empty(db: &Db) -> StoreResult<bool> {
    Ok(!is_demo(db)? && !read(db, setting::READY)?.unwrap_or(false))
}

fn temporary(call: &Call) -> Result<TempDir, ShopError> {
    let made = tempfile::Builder::new().prefix("jangteo-fresh-").tempdir();
    made.map_err(|error| call.internal(&error.to_string()))
}

fn open(call: &Call, folder: &Path) -> Result<Arc<Shop>, ShopError> {
    // The other shop is copied when it is whole: until then a crash may take it.
    let storage = StorageLimits { is_durable: false, ..StorageLimits::default() };
    let options = ShopOptions { lock_wait: LOCK_WAIT, zone: call.shop.zone(), storage, ..ShopOptions::new(folder) };
    Shop::open(options).map_err(|error| call.failed_read(&error))
}

/// Closes the prepared shop, so that its file is whole.
fn close(call: &Call, fresh: Arc<Shop>) -> Result<(), ShopError> {
    Arc::into_inner(fresh).map(drop).ok_or_else(|| call.internal("the prepared shop is still in use"))
}

/// Creates the demo's products in the other shop: all that are not deleted, without their sales, which are the demo's own.
async fn take_over_products(call: &Call, fresh: &Arc<Shop>, with_stock: bool) -> Result<(), ShopError> {
    let mut after = 0;
    loop {
        let rows = call.shop.read(|db| batch(db, after)).map_err(|error| call.failed_read(&error))?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.id;
        let news = rows.into_iter().map(|row| taken_over(row, with_stock)).collect();
        create_products(Call::new(Arc::clone(fresh), None, None), news).await?;
    }
}

/// The next products with all their texts.
fn batch(db: &Db, after: i64) -> StoreResult<Vec<ProductRow>> {
    let listed = by_id(db, after, BATCH)?;
    let whole = listed.into_iter().map(|row| Ok::<_, StoreError>(find(db, row.id)?.unwrap_or(row)));
    whole.collect()
}

fn taken_over(row: ProductRow, with_stock: bool) -> NewProduct {
    // What is not sold in the demo is not sold in the other shop either: nothing of it is in stock.
    let units = |is_sold: bool, units: i64| if with_stock && is_sold { units } else { 0 };
    let is_sold = row.state == ProductState::Normal;
    NewProduct {
        name: row.name,
        name_en: row.name_en,
        description: row.description,
        description_html: row.description_html,
        description_en: row.description_en,
        category: row.category,
        price: row.list_price.get(),
        stock: units(is_sold, row.own_stock),
        limited_quantity: row.limited_quantity,
        image: row.image,
        codes: row.codes,
        low_stock_threshold: row.low_stock_threshold,
        sale: None,
        options: row
            .options
            .into_iter()
            .map(|option| NewOption {
                name: option.name,
                name_en: option.name_en,
                price: option.list_price.get(),
                stock: units(is_sold && option.state == OptionState::Normal, option.available_quantity),
                codes: option.codes,
            })
            .collect(),
    }
}
