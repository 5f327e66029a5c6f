//! Ordered and paid amounts by business day.

use std::collections::HashMap;

use shop_store::statistics::{DaySales, ordered_by_day, sales_by_day};
use shop_store::{Db, StoreResult};

use crate::context::AdminCall;
use crate::period::Period;
use shop_contract::{SalesDay, SalesFigures, SalesStatistics, ShopError, StatisticsPeriod};

/// The ordered and paid amounts of each day of a period.
///
/// # Errors
/// `INVALID_INPUT` for invalid dates, or a period that is too long or ends before it begins.
pub async fn sales_statistics(call: AdminCall, request: StatisticsPeriod) -> Result<SalesStatistics, ShopError> {
    let period = Period::of(&call.shop, request.from, request.to)?;
    let days = call.read(move |db| Ok(days(db, period)?)).await?;
    let total = days.iter().fold(SalesFigures::default(), |sum, day| SalesFigures {
        orders: sum.orders + day.figures.orders,
        ordered: sum.ordered + day.figures.ordered,
        sales: sum.sales + day.figures.sales,
        discounts: sum.discounts + day.figures.discounts,
    });
    Ok(SalesStatistics { from: period.first.to_string(), to: period.last.to_string(), total, days })
}

/// Each day of the period, including days without sales.
pub(super) fn days(db: &Db, period: Period) -> StoreResult<Vec<SalesDay>> {
    let paid: HashMap<String, DaySales> = sales_by_day(db, period.first, period.last)?.into_iter().collect();
    let ordered: HashMap<String, i64> = ordered_by_day(db, period.first, period.last)?.into_iter().collect();
    let day = |day: String| {
        let (paid, ordered) = (paid.get(&day).copied().unwrap_or_default(), ordered.get(&day).copied());
        let DaySales { orders, amount: sales, discount_amount: discounts } = paid;
        SalesDay { figures: SalesFigures { orders, ordered: ordered.unwrap_or_default(), sales, discounts }, day }
    };
    Ok(period.days().map(day).collect())
}
