//! The panel's dashboard: today and yesterday, the orders by state, and open tasks.

use shop_domain::BusinessDay;
use shop_domain::limits::LOW_STOCK_THRESHOLD;
use shop_domain::order::OrderState;
use shop_store::statistics::{
    LowStock as Low, PartOfDay, StateCount as Count, low_stock, orders_by_state, outbox_counts, part_of_day,
};
use shop_store::{Db, StoreResult};

use super::sales;
use crate::alert;
use crate::context::AdminCall;
use crate::context::Shop;
use crate::coupon::admin_coupon;
use crate::period::Period;
use crate::setting;
use crate::stock::{low_stock_name, low_stock_name_en};
use shop_contract::{
    Dashboard, DashboardDay, Empty, LowStock, SalesDay, SalesFigures, ShopError, StateCount, Troubles,
};

/// Rows of a list on the page.
const ROWS: usize = 10;

/// All data of the page, read at the same time.
pub async fn get_dashboard(call: AdminCall, _: Empty) -> Result<Dashboard, ShopError> {
    let shop = call.shop.clone();
    call.read(move |db| Ok(dashboard(db, &shop)?)).await
}

fn dashboard(db: &Db, shop: &Shop) -> StoreResult<Dashboard> {
    let (now, period) = (shop.now(), Period::recent(shop));
    let today = period.last;
    let chart = sales::days(db, period)?;
    let placed_today = placed(db, shop, today)?;
    let orders = orders_by_state(db, None)?;
    let threshold = shop_store::setting::read(db, setting::LOW_STOCK)?.unwrap_or(LOW_STOCK_THRESHOLD);
    let (low_stock_count, low) = low_stock(db, threshold, ROWS)?;
    let coupon_percent = alert::found(db)?.coupon_percent_left;
    let (outbox_pending, outbox_failed) = outbox_counts(db)?;
    let charges = shop_store::charge::waiting(db)?;
    let deposits = shop_store::payment::awaited(db)?;
    let returns = shop_store::returns::waiting(db)?;
    let coupons = shop_store::coupon::running_out(db, now, coupon_percent, ROWS as i64)?;
    Ok(Dashboard {
        day: today.to_string(),
        today: day(&chart, 0, &placed_today),
        yesterday: day(&chart, 1, &placed(db, shop, today.minus_days(1))?),
        yesterday_so_far: yesterday_so_far(db, shop, today)?,
        chart,
        low_stock_threshold: threshold,
        low_stock_count,
        low_stock: low.into_iter().map(view_low).collect(),
        coupons_running_out: coupons.into_iter().map(admin_coupon).collect(),
        troubles: Troubles {
            failed_payments: count(&placed_today, OrderState::PaymentFailed),
            unpaid_orders: count(&orders, OrderState::Normal),
            waiting_charges: charges.count,
            waiting_charge_amount: charges.amount,
            awaited_payments: deposits.count,
            awaited_payment_amount: deposits.amount,
            requested_returns: returns.requested,
            received_returns: returns.received,
            outbox_pending,
            outbox_failed,
        },
        orders: orders.into_iter().map(view_count).collect(),
        people_here_now: shop.figures().users_here as i64,
    })
}

/// The orders of a day, counted by state.
fn placed(db: &Db, shop: &Shop, day: BusinessDay) -> StoreResult<Vec<Count>> {
    let zone = shop.zone();
    orders_by_state(db, Some((day, day.starts_at(zone), day.next().starts_at(zone))))
}

fn count(counts: &[Count], state: OrderState) -> i64 {
    counts.iter().filter(|count| count.state == state).map(|count| count.orders).sum()
}

/// A day of the chart, counted from its end.
fn day(chart: &[SalesDay], back: usize, placed: &[Count]) -> DashboardDay {
    let figures = chart.iter().rev().nth(back).map(|day| day.figures).unwrap_or_default();
    DashboardDay { figures, placed: placed.iter().map(|count| count.orders).sum() }
}

/// Yesterday from its beginning for as long as today has lasted, and never beyond its end.
fn yesterday_so_far(db: &Db, shop: &Shop, today: BusinessDay) -> StoreResult<DashboardDay> {
    let (zone, day) = (shop.zone(), today.minus_days(1));
    let (begins, ends) = (day.starts_at(zone), today.starts_at(zone));
    let until = (begins + (shop.now() - ends)).min(ends);
    let PartOfDay { placed, ordered, paid } = part_of_day(db, day, begins, until)?;
    let figures = SalesFigures { orders: paid.orders, ordered, sales: paid.amount, discounts: paid.discount_amount };
    Ok(DashboardDay { figures, placed })
}

fn view_count(count: Count) -> StateCount {
    StateCount { state: count.state.into(), delivery_state: count.delivery_state.map(Into::into), count: count.orders }
}

fn view_low(low: Low) -> LowStock {
    LowStock {
        product_name: low_stock_name(&low),
        product_name_en: low_stock_name_en(&low),
        product_id: low.product_id,
        product_option_id: low.option_id,
        available_quantity: low.available_quantity,
    }
}
