//! Coupon statistics by coupon and by day: issued, used, and the discount given.

use std::collections::HashMap;

use shop_store::daily_coupon::{Use, by_coupon, by_day};

use crate::context::AdminCall;
use crate::period::Period;
use crate::runtime::WorkError;
use shop_contract::{CouponDay, CouponStatistics, CouponStatisticsRow, CouponUse, ShopError, StatisticsPeriod};

/// Returns the coupon statistics of a period.
///
/// # Errors
/// `INVALID_INPUT` for invalid dates, or a period that is too long or ends before it begins.
pub async fn coupon_statistics(call: AdminCall, request: StatisticsPeriod) -> Result<CouponStatistics, ShopError> {
    let period = Period::of(&call.shop, request.from, request.to)?;
    call.read(move |db| {
        let coupons = by_coupon(db, period.first, period.last)?.into_iter();
        let coupons = coupons.map(|row| CouponStatisticsRow {
            coupon_id: row.coupon_id,
            name: row.name,
            name_en: row.name_en,
            usage: view(row.usage),
        });
        let kept: HashMap<String, Use> = by_day(db, period.first, period.last)?.into_iter().collect();
        let total = kept.values().fold(Use::default(), |sum, usage| Use {
            issued: sum.issued + usage.issued,
            used: sum.used + usage.used,
            discount_amount: sum.discount_amount + usage.discount_amount,
        });
        let day = |day: String| CouponDay { usage: view(kept.get(&day).copied().unwrap_or_default()), day };
        Ok::<_, WorkError>(CouponStatistics {
            from: period.first.to_string(),
            to: period.last.to_string(),
            total: view(total),
            coupons: coupons.collect(),
            days: period.days().map(day).collect(),
        })
    })
    .await
}

fn view(usage: Use) -> CouponUse {
    let Use { issued, used, discount_amount } = usage;
    let average_discount = discount_amount.checked_div(used).unwrap_or(0);
    CouponUse {
        issued,
        used,
        use_rate: (used * 100).checked_div(issued).unwrap_or(0),
        discount_amount,
        average_discount,
    }
}
