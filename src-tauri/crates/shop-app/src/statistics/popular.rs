//! The best sellers of a period. The last 30 days are counted in memory; earlier days are read from the table.

use std::collections::HashMap;

use shop_domain::limits::POPULAR_MAX_LIMIT;
use shop_domain::ranking::Sales;
use shop_store::product::{ProductRow, by_ids};

use crate::context::AdminCall;
use crate::period::Period;
use crate::popularity::first_counted;
use crate::runtime::WorkError;
use shop_contract::{PopularPeriod, PopularStatistics, ShopError, SoldProduct};

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
    let shop = call.shop.clone();
    call.read(move |db| {
        let best = shop.popularity.best_of_all(db, [period.first, period.last], counted, limit)?;
        let rows = by_ids(db, &best.iter().map(|sales| sales.product_id).collect::<Vec<_>>())?;
        let rows: HashMap<i64, ProductRow> = rows.into_iter().map(|row| (row.id, row)).collect();
        let items = (1..).zip(best).map(|(rank, sales)| view(rank, sales, rows.get(&sales.product_id))).collect();
        Ok::<_, WorkError>(PopularStatistics { from: period.first.to_string(), to: period.last.to_string(), items })
    })
    .await
}

fn view(rank: i64, sales: Sales, row: Option<&ProductRow>) -> SoldProduct {
    SoldProduct {
        rank,
        product_id: sales.product_id,
        name: row.map(|row| row.name.clone()).unwrap_or_default(),
        name_en: row.and_then(|row| row.name_en.clone()),
        image_url: row.and_then(|row| row.image.as_ref()).map(|image| format!("/images/{image}")),
        sales_count: sales.quantity,
        sales_amount: sales.amount,
    }
}
