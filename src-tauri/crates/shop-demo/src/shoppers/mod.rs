//! Simulated shoppers: in a demo shop they browse, fill carts, take coupons, order, pay and sometimes cancel, and a clerk sends
//! parcels and refills the stock, so that the pages show a shop at work. Everything goes through the operations of the shop.
//!
//! What each visit is for comes from a seed. The shoppers never act in a shop that holds no demo data, as no user that is
//! offered for sign-in, or while other requests wait for the writer.

mod clerk;
mod market;
mod visit;

#[cfg(test)]
mod tests;

use std::sync::{Arc, Weak};
use std::time::Duration;

use shop_app::context::Shop;
use shop_app::runtime::WriteError;
use shop_app::runtime::locks::LockKey;
use shop_app::setting;
use shop_contract::ShopperRate;
use shop_store::StoreResult;
use shop_store::setting::{read, write};
use tokio::sync::watch;

use market::Market;
use visit::{Plans, Visit};

/// Requests that wait for the writer. With more of them no visit begins.
const MOST_WAITING: usize = 8;

/// The simulated shoppers of an open shop. They are gone when this is dropped.
pub struct Shoppers {
    rate: watch::Sender<ShopperRate>,
}

impl Shoppers {
    /// Starts them. Must be called on an async thread.
    #[must_use]
    pub fn start(shop: &Arc<Shop>, seed: u64, rate: ShopperRate) -> Self {
        let (rate, heard) = watch::channel(rate);
        tokio::spawn(come(Arc::downgrade(shop), Plans::new(seed), heard));
        Self { rate }
    }

    /// Changes how busy they are. With `Off` a visit that has begun ends before its next act.
    pub fn set_rate(&self, rate: ShopperRate) {
        self.rate.send_replace(rate);
    }

    /// How busy they are.
    #[must_use]
    pub fn rate(&self) -> ShopperRate {
        *self.rate.borrow()
    }
}

/// The rate that was chosen for this shop; `None` where none was.
///
/// # Errors
/// Those of the store.
pub fn chosen_rate(shop: &Shop) -> StoreResult<Option<ShopperRate>> {
    shop.read(|db| read(db, setting::DEMO_SHOPPERS))
}

/// Keeps the chosen rate with the shop, for its next start.
///
/// # Errors
/// As any write.
pub async fn keep_rate(shop: &Arc<Shop>, rate: ShopperRate) -> Result<(), WriteError> {
    shop.write(LockKey::Shop, move |writing| Ok(write(writing.tx, setting::DEMO_SHOPPERS, &rate, writing.now)?)).await
}

/// What became of a visit that was due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Other requests wait for the writer, or the shop holds no demo data, or has no user to act as.
    NoVisit,
    /// The visit ended before its end, because the shoppers were switched off or the shop refused.
    CutShort,
    /// All acts were carried out.
    Done,
}

/// Mean time between two visits.
const fn pause_of(rate: ShopperRate) -> Option<Duration> {
    match rate {
        ShopperRate::Off => None,
        ShopperRate::Quiet => Some(Duration::from_secs(10)),
        ShopperRate::Lively => Some(Duration::from_secs(2)),
    }
}

async fn come(shop: Weak<Shop>, mut plans: Plans, mut rate: watch::Receiver<ShopperRate>) {
    loop {
        let mean = pause_of(*rate.borrow_and_update());
        let pause = async {
            match mean {
                Some(mean) => tokio::time::sleep(plans.pause(mean)).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            changed = rate.changed() => match changed {
                Ok(()) => continue,
                Err(_) => return,
            },
            () = pause => {}
        }
        let Some(shop) = shop.upgrade() else { return };
        let is_on = || *rate.borrow() != ShopperRate::Off && rate.has_changed().is_ok();
        let visit = plans.next_visit();
        let outcome = carry_out(&shop, &visit, &is_on).await;
        tracing::debug!(?outcome, "a simulated visit");
    }
}

/// Carries out one visit and what the clerk does after it. `is_on` is asked before each act.
async fn carry_out(shop: &Arc<Shop>, visit: &Visit, is_on: &(impl Fn() -> bool + Sync)) -> Outcome {
    if shop.locks().stats().waiters > MOST_WAITING {
        return Outcome::NoVisit;
    }
    let Some(market) = Market::of(shop) else { return Outcome::NoVisit };
    let visited = visit::carry_out(&market, visit, is_on).await;
    let bought = visited.as_ref().map_or(&[][..], |visited| &visited.bought);
    let served = clerk::serve(&market, visit.with_parcel, bought, is_on).await;
    for refusal in [visited.as_ref().err(), served.as_ref().err()].into_iter().flatten() {
        // Another user may have bought the last unit, or ended the coupon: the next visit finds the shop as it is then.
        tracing::debug!(code = ?refusal.code, "a simulated visit was refused");
    }
    let is_over = visited.is_ok_and(|visited| visited.is_over);
    if is_over && served.is_ok() { Outcome::Done } else { Outcome::CutShort }
}
