//! Sales by day, what sold best, and the first page of the panel.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::coupon::AdminCoupon;
use crate::{Moment, OrderState};

/// A period of business days, both ends included.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StatisticsPeriod {
    /// First day, or an instant in it; 29 days before the last when absent.
    #[schema(value_type = Option<String>, pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    pub from: Option<Moment>,
    /// Last day, or the instant at which it has ended; today when absent. At most 366 days in all.
    #[schema(value_type = Option<String>, pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    pub to: Option<Moment>,
}

/// What sold in a period, best first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PopularPeriod {
    /// First day, or an instant in it; 29 days before the last when absent.
    #[schema(value_type = Option<String>, pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    pub from: Option<Moment>,
    /// Last day, or the instant at which it has ended; today when absent. At most 366 days in all.
    #[schema(value_type = Option<String>, pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    pub to: Option<Moment>,
    /// Products wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// Orders of a day or period added up: what was ordered in it, and what was paid in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SalesFigures {
    /// Orders that were paid then; those paid back do not count.
    pub orders: i64,
    /// Won ordered: what the orders placed then amount to after discounts, whatever became of them.
    pub ordered: i64,
    /// Won paid then, less what was paid back.
    pub sales: i64,
    /// Won taken off the paid orders by coupons.
    pub discounts: i64,
}

/// One business day's sales.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SalesDay {
    /// `YYYY-MM-DD`.
    pub day: String,
    /// Its figures.
    #[serde(flatten)]
    pub figures: SalesFigures,
}

/// Sales by business day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SalesStatistics {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// All days together.
    pub total: SalesFigures,
    /// Each day of the period, also those on which nothing was sold.
    pub days: Vec<SalesDay>,
}

/// What a product sold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SoldProduct {
    /// From 1.
    pub rank: i64,
    /// The product; also one that is gone.
    pub product_id: i64,
    /// Name.
    pub name: String,
    /// Name in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Path of the picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    /// Units sold, less those paid back.
    pub sales_count: i64,
    /// Won paid for them, less what was paid back.
    pub sales_amount: i64,
    /// The price now, in won; with options the lowest of theirs.
    pub price: i64,
    /// Units left, summed over the options on sale where there are options.
    pub available_quantity: i64,
    /// When the product was made.
    pub created_at: DateTime<Utc>,
}

/// What sold best in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PopularStatistics {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Best first.
    pub items: Vec<SoldProduct>,
    /// When it was counted.
    pub computed_at: DateTime<Utc>,
}

/// How many orders are in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StateCount {
    /// The state.
    pub state: OrderState,
    /// Where the parcels of paid ones are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_state: Option<super::order::DeliveryState>,
    /// How many.
    pub count: i64,
}

/// Stock that runs low.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LowStock {
    /// The product.
    pub product_id: i64,
    /// Its option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_option_id: Option<i64>,
    /// Name of product and option.
    pub product_name: String,
    /// The same in English, where the product has an English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_name_en: Option<String>,
    /// Units left.
    pub available_quantity: i64,
}

/// One day as the dashboard shows it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DashboardDay {
    /// What was ordered and what was paid.
    #[serde(flatten)]
    pub figures: SalesFigures,
    /// Orders placed, whatever became of them.
    pub placed: i64,
}

/// Counts of what needs an admin's attention.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Troubles {
    /// Orders of today whose payment failed.
    pub failed_payments: i64,
    /// Orders that await payment.
    pub unpaid_orders: i64,
    /// Requests for points that wait for their deposit.
    pub waiting_charges: i64,
    /// Their sum, in won.
    pub waiting_charge_amount: i64,
    /// Deposits for orders that are awaited.
    pub awaited_payments: i64,
    /// Their sum, in won.
    pub awaited_payment_amount: i64,
    /// Returns that were asked for, to be approved or rejected.
    pub requested_returns: i64,
    /// Returns that were received, to be refunded.
    pub received_returns: i64,
    /// Events that wait to be sent; 1,000 stands for that many or more.
    pub outbox_pending: i64,
    /// Events that were given up; 1,000 stands for that many or more.
    pub outbox_failed: i64,
}

/// The first page of the panel.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Dashboard {
    /// Today's business day.
    pub day: String,
    /// Today.
    pub today: DashboardDay,
    /// The day before, whole.
    pub yesterday: DashboardDay,
    /// The day before up to the time of day that it is now.
    pub yesterday_so_far: DashboardDay,
    /// The last 30 business days, today last.
    pub chart: Vec<SalesDay>,
    /// Every order that there is, by state.
    pub orders: Vec<StateCount>,
    /// The shop's threshold of stock.
    pub low_stock_threshold: i64,
    /// Stocks of products on sale at or below it; 1,000 stands for that many or more.
    pub low_stock_count: i64,
    /// The lowest of them, at most 10.
    pub low_stock: Vec<LowStock>,
    /// Coupons of which few are left by the shop's settings, at most 10.
    pub coupons_running_out: Vec<AdminCoupon>,
    /// What needs attention.
    pub troubles: Troubles,
    /// Users who sent a request in the last five minutes.
    pub people_here_now: i64,
}
