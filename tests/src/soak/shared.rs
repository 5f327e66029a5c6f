//! What everybody who calls the server knows: the products, the coupon of the moment, and the pace.

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use tokio::time::Instant;

use super::client::Client;

/// What all of them know.
pub(super) struct Shared {
    pub client: Client,
    /// Products that can be bought without an option.
    pub products: Vec<i64>,
    /// The coupon that is handed out now; 0 for none.
    pub coupon: AtomicU64,
    /// Payments that were made to fail.
    pub faults: AtomicU64,
    /// Customers, streams and the admin that have signed in once and are at work.
    pub at_work: AtomicUsize,
    customer_nanos: AtomicU64,
    admin_nanos: AtomicU64,
    is_over: AtomicBool,
}

/// Whose pace it is.
#[derive(Clone, Copy)]
pub(super) enum Pace {
    Customer,
    Admin,
}

impl Shared {
    pub fn new(client: &Client, products: Vec<i64>) -> Self {
        Self {
            client: client.clone(),
            products,
            coupon: AtomicU64::new(0),
            faults: AtomicU64::new(0),
            at_work: AtomicUsize::new(0),
            customer_nanos: AtomicU64::new(0),
            admin_nanos: AtomicU64::new(0),
            is_over: AtomicBool::new(false),
        }
    }

    /// From one request of a customer, or of the admin, to its next, in nanoseconds; 0 for at once.
    pub fn pace(&self, customer_nanos: u64, admin_nanos: u64) {
        self.customer_nanos.store(customer_nanos, Ordering::Relaxed);
        self.admin_nanos.store(admin_nanos, Ordering::Relaxed);
    }

    /// Nobody sends anything more.
    pub fn end(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    pub fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
    }

    /// Waits for the moment of the next request, `planned` for now at the earliest; a sender that is late catches up.
    pub async fn wait(&self, planned: &mut Instant, pace: Pace) {
        let nanos = match pace {
            Pace::Customer => &self.customer_nanos,
            Pace::Admin => &self.admin_nanos,
        };
        match nanos.load(Ordering::Relaxed) {
            0 => *planned = Instant::now(),
            nanos => {
                *planned += Duration::from_nanos(nanos);
                tokio::time::sleep_until(*planned).await;
            }
        }
    }
}
