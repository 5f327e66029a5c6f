//! All who call the server: customers, an admin, and those who only listen.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use tokio::task::JoinHandle;

use super::admin::Admin;
use super::client::{Client, Kind};
use super::customer::Customer;
use super::shared::Shared;
use super::{Plan, streams};

/// The part of all requests that the admin sends.
const ADMINS_SHARE: f64 = 0.02;
/// What the admin sends at the least, a second: coupons and stock have to be there.
const ADMINS_LEAST: f64 = 4.0;

/// How long everybody may take to sign in.
const ARRIVAL: Duration = Duration::from_secs(120);
const POLL: Duration = Duration::from_millis(50);

/// The load, until it is ended.
pub(super) struct Traffic {
    shared: Arc<Shared>,
    senders: Vec<JoinHandle<()>>,
    listeners: Vec<JoinHandle<()>>,
    customers: f64,
}

impl Traffic {
    /// Everybody signs in and begins; all are at work when it returns.
    ///
    /// # Errors
    /// There are no products, or the users do not come in.
    pub async fn start(client: &Client, plan: &Plan) -> Result<Self> {
        let shared = Arc::new(Shared::new(client, products(client).await?));
        let mut senders = vec![tokio::spawn(Admin::new(&shared).work())];
        senders.extend((1..=plan.customers).map(|number| tokio::spawn(Customer::new(&shared, number).shop())));
        let listeners = (1..=plan.streams).map(|number| tokio::spawn(streams::listen(Arc::clone(&shared), number)));
        let traffic = Self {
            senders,
            listeners: listeners.collect(),
            shared: Arc::clone(&shared),
            customers: plan.customers as f64,
        };
        let all = plan.customers + plan.streams + 1;
        let begun = Instant::now();
        while shared.at_work.load(Ordering::Relaxed) < all {
            ensure!(begun.elapsed() < ARRIVAL, "not all users could sign in within {} s", ARRIVAL.as_secs());
            tokio::time::sleep(POLL).await;
        }
        Ok(traffic)
    }

    /// All together send so many requests a second; infinitely many are as many as are answered.
    pub fn pace(&self, rate: f64) {
        let nanos = |rate: f64| if rate.is_finite() { (1e9 / rate) as u64 } else { 0 };
        let admin = (rate * ADMINS_SHARE).max(ADMINS_LEAST);
        let rest = if rate.is_finite() { (rate - admin).max(1.0) } else { rate };
        // The admin alone keeps a pace while the others have none.
        let admin = if admin.is_finite() { admin } else { ADMINS_LEAST };
        self.shared.pace(nanos(rest / self.customers), nanos(admin));
    }

    /// Ends the load when the last requests are answered; gives how many payments were made to fail.
    pub async fn end(self) -> u64 {
        self.shared.end();
        for sender in self.senders {
            // One that panicked has said so on the standard error, and its requests are missing from the load.
            let _ = sender.await;
        }
        self.listeners.iter().for_each(JoinHandle::abort);
        self.shared.faults.load(Ordering::Relaxed)
    }
}

async fn products(client: &Client) -> Result<Vec<i64>> {
    let answer = client.get(Kind::List, "/v1/products?limit=100", "").await;
    let page = answer.and_then(|answer| answer.made()).context("no products")?;
    let all = page["items"].as_array().context("no list of products")?.iter();
    let plain = all.filter(|product| product["options"].as_array().is_some_and(Vec::is_empty));
    Ok(plain.filter_map(|product| product["id"].as_i64()).collect())
}
