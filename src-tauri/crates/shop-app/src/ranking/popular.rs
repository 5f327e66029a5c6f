//! The best-selling products.

use std::collections::HashMap;
use std::sync::Arc;

use shop_domain::BusinessDay;
use shop_domain::catalog::ProductState;
use shop_domain::limits::{POPULAR_MAX_DAYS, POPULAR_MAX_LIMIT};
use shop_domain::ranking::Sales;
use shop_store::product::{ProductRow, by_ids};
use shop_store::{StoreError, StoreResult};

use crate::catalog;
use crate::context::{Call, Shop};
use crate::popularity::Question;
use shop_contract::{ListPopular, Period, PopularProduct, PopularProducts, ShopError};

/// Default number of business days.
pub(super) const DAYS: i64 = 3;
/// Default number of products.
pub(super) const LIMIT: usize = 5;
/// Additional products that are ranked, because some may be deleted.
const SPARE: usize = 20;

/// The best sellers of the last business days, including today; includes sold-out products, excludes deleted ones.
///
/// # Errors
/// `INVALID_INPUT` for days not 1 to 30 or a limit not 1 to 100.
pub async fn popular_products(call: Call, request: ListPopular) -> Result<PopularProducts, ShopError> {
    let question = parse(&call.shop, &request)?;
    if let Some(answer) = call.shop.popularity.cache.fresh(question, call.now()) {
        return Ok((*answer).clone());
    }
    let shop = Arc::clone(&call.shop);
    let asked = tokio::task::spawn_blocking(move || {
        shop.popularity.cache.answer(question, shop.now(), || compute(&shop, question))
    });
    match asked.await {
        Ok(Ok(Some(answer))) => Ok((*answer).clone()),
        // Another caller's computation failed; the next call tries again.
        Ok(Ok(None)) => Err(call.internal("popular products could not be computed")),
        Ok(Err(error)) => Err(call.internal(&error.to_string())),
        Err(error) => Err(call.internal(&error.to_string())),
    }
}

fn parse(shop: &Shop, request: &ListPopular) -> Result<Question, ShopError> {
    let days = request.days.unwrap_or(DAYS);
    if !(1..=POPULAR_MAX_DAYS).contains(&days) {
        return Err(ShopError::invalid("days", "1 to 30"));
    }
    let limit = request.limit.map_or(Some(LIMIT), |limit| usize::try_from(limit).ok());
    let limit = limit.filter(|limit| (1..=POPULAR_MAX_LIMIT).contains(limit));
    let limit = limit.ok_or_else(|| ShopError::invalid("limit", "1 to 100"))?;
    Ok(Question { today: shop.today().date(), days, limit })
}

pub(super) fn compute(shop: &Shop, question: Question) -> StoreResult<PopularProducts> {
    let computed_at = shop.now();
    let today = BusinessDay::of(computed_at, shop.zone());
    let first = today.minus_days(question.days.unsigned_abs() - 1);
    let ranked = |limit| shop.popularity.best(first.date(), today.date(), limit);
    let sold = shop.read::<_, StoreError>(|db| {
        let mut wanted = question.limit + SPARE;
        loop {
            let best = ranked(wanted);
            let rows = by_ids(db, &best.iter().map(|sales| sales.product_id).collect::<Vec<_>>())?;
            let sold = not_deleted(&best, rows);
            if sold.len() >= question.limit || best.len() < wanted {
                return Ok(sold);
            }
            wanted *= 4;
        }
    })?;
    let items = (1..).zip(sold.into_iter().take(question.limit)).map(|(rank, (sales, row))| PopularProduct {
        rank,
        product: catalog::product(row, computed_at),
        sales_count: sales.quantity,
        sales_amount: sales.amount,
    });
    let period = Period { from: first.to_string(), to: today.to_string() };
    Ok(PopularProducts { items: items.collect(), period, computed_at })
}

fn not_deleted(best: &[Sales], rows: Vec<ProductRow>) -> Vec<(Sales, ProductRow)> {
    let rows = rows.into_iter().filter(|row| row.state != ProductState::Deleted);
    let mut rows: HashMap<i64, ProductRow> = rows.map(|row| (row.id, row)).collect();
    best.iter().filter_map(|sales| Some((*sales, rows.remove(&sales.product_id)?))).collect()
}
