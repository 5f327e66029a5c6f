//! Filling an empty shop with the demo market: the plan is carried out through the use cases, in its own time.
//!
//! First the products, coupons and users are created, then the events of the thirty days are carried out, then the
//! first customers get carts and wish lists, and last the shop is marked as ready. A shop whose filling was interrupted
//! therefore never counts as ready.

mod history;
mod opening;
mod together;
mod visitor;

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use serde::Serialize;
use shop_domain::user::UserType;
use shop_store::StoreError;

use super::plan::{DAYS, DemoSize, Plan};
use shop_app::context::Shop;
use shop_app::jobs::{self, Left};
use shop_app::runtime::locks::LockKey;
use shop_app::runtime::{Past, WriteError};
use shop_app::setting;
use shop_app::{catalog, ranking};
use shop_contract::{DemoProgress, DemoStage, ShopError};

/// The name of the demo shop.
const SHOP_NAME: &str = "장터";
/// The shop opens so long before its first order.
const BEFORE: TimeDelta = TimeDelta::hours(20);

/// How long a call may wait for its locks in a shop that is opened to be filled, where thousands of calls wait at once.
pub const LOCK_WAIT: Duration = Duration::from_secs(300);

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DemoSummary {
    /// Products.
    pub products: usize,
    /// Customers, beside the admin.
    pub users: usize,
    /// Coupons.
    pub coupons: usize,
    /// Orders of every state; a basket that would have broken a rule is left out.
    pub orders: usize,
    /// Orders that are paid.
    pub paid: usize,
    /// Orders that were paid and given back.
    pub refunded: usize,
    /// Orders that were given up, by the customer or by time.
    pub cancelled: usize,
    /// Orders whose payment broke off.
    pub failed: usize,
    /// Orders that await payment.
    pub unpaid: usize,
    /// Won paid for the orders that are paid.
    pub sales: i64,
    /// Won taken off them by coupons.
    pub discounts: i64,
}

/// Why the demo could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The shop has users or products, or another call is filling it.
    #[error("the shop is not empty; demo data is made only in an empty one")]
    NotEmpty,
    /// A use case refused what the plan asks for.
    #[error("the shop refused: {0}")]
    Refused(#[from] ShopError),
    /// The store failed.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// A write failed, for a reason in words.
    #[error("{0}")]
    Write(String),
}

impl From<WriteError> for DemoError {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Refused(refusal) => Self::Refused(refusal),
            other => Self::Write(format!("{other:?}")),
        }
    }
}

/// Fills an empty shop. The shop lives through its past meanwhile, its jobs with it.
///
/// # Errors
/// [`DemoError::NotEmpty`] before anything is changed; else whatever stopped it, with the data so far left behind.
pub async fn fill(
    shop: &Arc<Shop>,
    size: DemoSize,
    progress: impl Fn(DemoProgress) + Send + Sync + 'static,
) -> Result<DemoSummary, DemoError> {
    refuse_unless_empty(shop)?;
    declare_demo(shop).await?;
    let now = shop.now();
    let plan = tokio::task::spawn_blocking(move || Plan::new(size, now)).await;
    let plan = Arc::new(plan.map_err(|error| DemoError::Write(error.to_string()))?);
    let tell = Tell { progress: Box::new(progress) };
    let past = Past::begin(shop, now - TimeDelta::days(DAYS) - BEFORE).ok_or(DemoError::NotEmpty)?;
    let market = Arc::new(opening::open(shop, &plan, now, &tell).await?);
    let summary = history::live_through(&market, &plan, &past, &tell).await?;
    past.move_to(now - TimeDelta::minutes(1));
    visitor::prepare(&market).await?;
    drop(past);
    bring_lists_up_to_date(shop).await?;
    declare_open(shop).await?;
    Ok(DemoSummary { products: market.products.len(), users: market.customers.len(), ..summary })
}

/// What the jobs would do within their next round: the visitor should not have to wait for it.
async fn bring_lists_up_to_date(shop: &Arc<Shop>) -> Result<(), WriteError> {
    catalog::refresh_sales(shop, i64::MAX).await?;
    ranking::refresh_popularity(shop).await?;
    while jobs::fill_search(shop).await? == Left::More {}
    shop.popularity().forget_answers();
    Ok(())
}

/// Called before the first user is created, so that an interrupted filling can be recognised.
async fn declare_demo(shop: &Arc<Shop>) -> Result<(), WriteError> {
    shop.write(LockKey::Shop, |writing| Ok(shop_store::setting::write(writing.tx, setting::DEMO, &true, writing.now)?))
        .await
}

async fn declare_open(shop: &Arc<Shop>) -> Result<(), WriteError> {
    shop.write(LockKey::Shop, |writing| {
        let (tx, now) = (writing.tx, writing.now);
        shop_store::setting::write(tx, setting::NAME, &SHOP_NAME, now)?;
        Ok(shop_store::setting::write(tx, setting::READY, &true, now)?)
    })
    .await
}

fn refuse_unless_empty(shop: &Shop) -> Result<(), DemoError> {
    let empty = shop.read(|db| {
        let users = shop_store::user::first(db, UserType::Customer, 1)?.len()
            + shop_store::user::first(db, UserType::Admin, 1)?.len();
        Ok::<_, StoreError>(users == 0 && shop_store::product::by_ids(db, &[1])?.is_empty())
    })?;
    if empty { Ok(()) } else { Err(DemoError::NotEmpty) }
}

/// The listener to the progress.
struct Tell {
    progress: Box<dyn Fn(DemoProgress) + Send + Sync>,
}

impl Tell {
    fn tell(&self, stage: DemoStage, done: usize, total: usize) {
        (self.progress)(DemoProgress { stage, done: done as u64, total: total as u64 });
    }
}
