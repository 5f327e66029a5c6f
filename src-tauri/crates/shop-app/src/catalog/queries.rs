//! Reads of the catalogue.

use chrono::{DateTime, Utc};
use shop_domain::catalog::ProductState;
use shop_store::cart::already_bought;
use shop_store::product::{ByRank, Filter, ProductRow, RankKey, Sort, categories, count, find, list, search_by_rank};
use shop_store::{Db, StoreResult};

use super::filter::{Asked, parse};
use super::view;
use crate::context::Call;
use crate::paging::Listing;
use crate::runtime::WorkError;
use shop_contract::{ById, Category, CategoryList, Empty, ErrorCode, ListProducts, Product, ProductPage, ShopError};

/// Maximum count; larger lists are not counted exactly.
const COUNTED: i64 = 1_000;

/// A page of products.
///
/// # Errors
/// `INVALID_INPUT`, also for a cursor of another list.
pub async fn list_products(call: Call, request: ListProducts) -> Result<ProductPage, ShopError> {
    let now = call.now();
    let asked = parse(&request, now)?;
    let cursor = request.cursor.clone();
    let limit = request.limit;
    let filter = ListProducts { cursor: None, limit: None, ..request };
    let listing = Listing::new("products", &filter, limit)?;
    match asked {
        Asked::Nothing => {
            // An empty result gives no cursor, so any cursor belongs to another list.
            listing.after::<()>(cursor.as_deref())?;
            Ok(ProductPage { items: Vec::new(), next_cursor: None, total_count: Some(0) })
        }
        Asked::Sorted(filter, sort) => {
            let after = listing.after(cursor.as_deref())?;
            call.read(move |db| Ok(sorted(db, &listing, &filter, sort, after)?)).await
        }
        Asked::ByRank(filter) => {
            let after = listing.after::<(u64, i64)>(cursor.as_deref())?.map(|(bits, id)| (f64::from_bits(bits), id));
            call.read(move |db| Ok(by_rank(db, &listing, &filter, after)?)).await
        }
    }
}

fn sorted(
    db: &Db,
    listing: &Listing,
    filter: &Filter,
    sort: Sort,
    after: Option<(i64, i64)>,
) -> StoreResult<ProductPage> {
    let rows = list(db, filter, sort, after, listing.fetch())?;
    let (rows, next_cursor) = listing.page(rows, |row| sort.key(row));
    page(db, filter, rows, next_cursor, after.is_none())
}

fn by_rank(db: &Db, listing: &Listing, filter: &Filter, after: Option<RankKey>) -> StoreResult<ProductPage> {
    let rows = search_by_rank(db, filter, after, listing.fetch())?;
    // The bits of the rank, because a rounded rank would skip or repeat a product.
    let (rows, next_cursor) = listing.page(rows, |row: &ByRank| (row.rank.to_bits(), row.product.id));
    let rows = rows.into_iter().map(|row| row.product).collect();
    page(db, filter, rows, next_cursor, after.is_none())
}

fn page(
    db: &Db,
    filter: &Filter,
    rows: Vec<ProductRow>,
    next_cursor: Option<String>,
    is_first: bool,
) -> StoreResult<ProductPage> {
    let shown = i64::try_from(rows.len()).unwrap_or(COUNTED);
    let total_count = match (is_first, &next_cursor) {
        (false, _) => None,
        (true, None) => Some(shown),
        (true, Some(_)) => Some(count(db, filter, COUNTED)?),
    };
    let items = rows.into_iter().map(|row| view::product(row, filter.now)).collect();
    Ok(ProductPage { items, next_cursor, total_count })
}

/// One product. For a signed-in user it also has the number of units that the user has already bought.
///
/// # Errors
/// `PRODUCT_NOT_FOUND`, also for a deleted product.
pub async fn get_product(call: Call, request: ById) -> Result<Product, ShopError> {
    let (now, user_id) = (call.now(), call.principal.map(|principal| principal.user_id));
    call.read(move |db| one(db, request.id, user_id, now)).await
}

fn one(db: &Db, id: i64, user_id: Option<i64>, now: DateTime<Utc>) -> Result<Product, WorkError> {
    let row = find(db, id)?.filter(|row| row.state != ProductState::Deleted).ok_or(ErrorCode::ProductNotFound)?;
    let mut product = view::product(row, now);
    if let Some(user_id) = user_id {
        product.already_bought = Some(already_bought(db, user_id, id)?);
    }
    Ok(product)
}

/// All categories that hold a product.
pub async fn list_categories(call: Call, _: Empty) -> Result<CategoryList, ShopError> {
    let rows = call.read(|db| Ok(categories(db)?)).await?;
    let items = rows.into_iter().map(|(code, product_count)| Category { code, product_count }).collect();
    Ok(CategoryList { items, next_cursor: None })
}
