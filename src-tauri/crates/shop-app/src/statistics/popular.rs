//! The best sellers of a period. The last 30 days are counted in memory; earlier days are read from the table.

use std::collections::HashMap;

use shop_domain::limits::POPULAR_MAX_LIMIT;
use shop_domain::ranking::Sales;
use shop_store::product::by_ids;

use crate::catalog::product;
use crate::context::AdminCall;
use crate::period::Period;
use crate::popularity::first_counted;
use crate::runtime::WorkError;
use shop_contract::{PopularPeriod, PopularStatistics, Product, ShopError, SoldProduct};

/// Default number of products.
const LIMIT: usize = 20;

/// The best sellers of a period, including deleted products.
///
/// # Errors
/// `INVALID_INPUT` for invalid dates, a period that is too long or ends before it begins, or a limit not 1 to 100.
pub async fn popular_statistics(call: AdminCall, request: PopularPeriod) -> Result<PopularStatistics, ShopError> {
    let period = Period::of(&call.shop, request.from, request.to)?;
    let limit = request.limit.map_or(Some(LIMIT), |limit| usize::try_from(limit).ok());
    let limit = limit.filter(|limit| (1..=POPULAR_MAX_LIMIT).contains(limit));
    let limit = limit.ok_or_else(|| ShopError::invalid("limit", "1 to 100"))?;
    let counted = first_counted(call.shop.today());
    let (shop, now) = (call.shop.clone(), call.now());
    call.read(move |db| {
        let best = shop.popularity.best_of_all(db, [period.first, period.last], counted, limit)?;
        let rows = by_ids(db, &best.iter().map(|sales| sales.product_id).collect::<Vec<_>>())?;
        let rows: HashMap<i64, Product> = rows.into_iter().map(|row| (row.id, product(row, now))).collect();
        let items = (1..).zip(best).filter_map(|(rank, sales)| Some(view(rank, sales, rows.get(&sales.product_id)?)));
        let (from, to) = (period.first.to_string(), period.last.to_string());
        Ok::<_, WorkError>(PopularStatistics { from, to, items: items.collect(), computed_at: now })
    })
    .await
}

fn view(rank: i64, sales: Sales, product: &Product) -> SoldProduct {
    SoldProduct {
        rank,
        product_id: sales.product_id,
        name: product.name.clone(),
        name_en: product.name_en.clone(),
        image_url: product.image_url.clone(),
        sales_count: sales.quantity,
        sales_amount: sales.amount,
        price: product.price,
        available_quantity: product.available_quantity,
        created_at: product.created_at,
    }
}
