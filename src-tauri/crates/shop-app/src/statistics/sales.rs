//! Sales by business day.

use std::collections::HashMap;

use shop_store::statistics::{DaySales, sales_by_day};
use shop_store::{Db, Stored};

use super::Period;
use crate::contract::{SalesDay, SalesFigures, SalesStatistics, ShopError, StatisticsPeriod};
use crate::runtime::Call;

/// What was paid on each day of a period.
///
/// # Errors
/// `INVALID_INPUT` for days that are none, or a period that is too long or ends before it begins.
pub async fn sales_statistics(call: Call, request: StatisticsPeriod) -> Result<SalesStatistics, ShopError> {
    call.admin()?;
    let period = Period::of(&call.shop, request.from, request.to)?;
    let days = call.read(move |db| Ok(days(db, period)?)).await?;
    let total = days.iter().fold(SalesFigures::default(), |sum, day| SalesFigures {
        orders: sum.orders + day.figures.orders,
        sales: sum.sales + day.figures.sales,
        discounts: sum.discounts + day.figures.discounts,
    });
    Ok(SalesStatistics { from: period.first.to_string(), to: period.last.to_string(), total, days })
}

/// Each day of the period, also those on which nothing was sold.
pub(super) fn days(db: &Db, period: Period) -> Stored<Vec<SalesDay>> {
    let sold: HashMap<String, DaySales> = sales_by_day(db, period.first, period.last)?.into_iter().collect();
    let figures =
        |sales: DaySales| SalesFigures { orders: sales.orders, sales: sales.amount, discounts: sales.discount_amount };
    let day = |day: String| SalesDay { figures: sold.get(&day).copied().map_or_else(Default::default, figures), day };
    Ok(period.days().map(day).collect())
}
