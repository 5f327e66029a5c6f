//! What a user does in the shop, under each guard.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rand::{RngExt as _, SeedableRng as _, rngs::Xoshiro256PlusPlus};
use shop_app::coupon::{issue_coupon, issue_in};
use shop_app::order::{place_in, place_order};
use shop_app::payment::{pay_in, pay_order};
use shop_app::runtime::locks::LockKey;
use shop_app::runtime::{WorkError, WriteError, Writing};
use shop_contract::{ById, ErrorCode, LabAct, Order, ShopError};
use shop_store::{StoreResult, Tx, lab};
use tokio::sync::{Mutex, MutexGuard};
use tokio::task::JoinSet;

use super::figures::Figures;
use super::script::{Gate, Point, Script};
use super::stage::{Stage, order_of, payment, payment_of};
use super::{Crowd, Guard, Intent, Settings, Visit};

/// Attempts of a compare-and-set before the user gives up.
const TRIES: u32 = 200;
/// The longest pause before another attempt, in microseconds; it grows with the attempts.
const LONGEST_PAUSE: u64 = 20_000;
/// The pause of a client that was asked to come again, in milliseconds.
const COME_AGAIN: std::ops::Range<u64> = 50..150;

/// A stop is seen within this time, also while nobody arrives.
const STOP_SEEN_IN: Duration = Duration::from_millis(50);

/// Sends the users in, in the order of their arrival, and waits for the last answer.
pub(super) async fn arrive(crowd: Arc<Crowd>, actor: Actor, figures: Arc<Figures>, stop: Arc<AtomicBool>) {
    let (actor, started, mut inside) = (Arc::new(actor), Instant::now(), JoinSet::new());
    for visit in crowd.visits.iter().copied() {
        while !stop.load(Ordering::Relaxed)
            && let Some(left) = visit.at.checked_sub(started.elapsed()).filter(|left| !left.is_zero())
        {
            tokio::time::sleep(left.min(STOP_SEEN_IN)).await;
        }
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let (actor, figures) = (Arc::clone(&actor), Arc::clone(&figures));
        inside.spawn(async move {
            figures.arrived();
            let came = Instant::now();
            let answer = actor.visit(visit, &figures).await;
            figures.answered(came.elapsed(), &answer);
        });
    }
    while inside.join_next().await.is_some() {}
}

/// Acts for the users of one run.
pub(super) struct Actor {
    stage: Arc<Stage>,
    guard: Guard,
    one_lock: Mutex<()>,
    pauses: parking_lot::Mutex<Xoshiro256PlusPlus>,
    /// Whose turn it is.
    gate: Gate,
}

impl Actor {
    pub(super) fn new(stage: Arc<Stage>, guard: Guard, seed: u64) -> Self {
        let pauses = parking_lot::Mutex::new(Xoshiro256PlusPlus::seed_from_u64(seed ^ 0x70_6175_7365));
        Self { stage, guard, one_lock: Mutex::new(()), pauses, gate: Gate::default() }
    }

    /// As [`Actor::new`], for a race whose turns a script decides.
    pub(super) fn scripted(stage: Arc<Stage>, settings: Settings, script: Arc<Script>) -> Self {
        Self { gate: Gate(Some(script)), ..Self::new(stage, settings.guard, settings.seed) }
    }

    /// Whether its users take the one lock.
    pub(super) fn is_locking(&self) -> bool {
        self.guard == Guard::OneLock
    }

    async fn visit(&self, visit: Visit, figures: &Figures) -> Result<(), ShopError> {
        loop {
            match self.once(visit, figures).await {
                // As a client does that is told to come again.
                Err(error) if matches!(error.code, ErrorCode::Overloaded | ErrorCode::LockTimeout) => {
                    figures.was_busy();
                    let pause = self.pauses.lock().random_range(COME_AGAIN);
                    tokio::time::sleep(Duration::from_millis(pause)).await;
                }
                answer => return answer,
            }
        }
    }

    async fn once(&self, visit: Visit, figures: &Figures) -> Result<(), ShopError> {
        let user_id = self.stage.user_ids[visit.user];
        match visit.intent {
            Intent::Coupon => self.take_coupon(user_id, figures).await.map(drop),
            Intent::Order(number) => self.order(user_id, number, Vec::new(), figures).await.map(drop),
            Intent::Buy(number) => {
                let order = self.order(user_id, number, Vec::new(), figures).await?;
                self.pay_own(user_id, &order).await
            }
            Intent::BuyWithCoupon(number) => {
                let coupon_id = self.take_coupon(user_id, figures).await?;
                let order = self.order(user_id, number, vec![coupon_id], figures).await?;
                self.pay_own(user_id, &order).await
            }
            Intent::Pay => self.pay_from_wallet(visit.user, figures).await,
        }
    }

    /// Takes a coupon; returns the id of the user's own.
    async fn take_coupon(&self, user_id: i64, figures: &Figures) -> Result<i64, ShopError> {
        let stage = &self.stage;
        let coupon_id = stage.coupon_id.ok_or(ErrorCode::CouponNotFound)?;
        if self.guard == Guard::Keyed {
            return Ok(issue_coupon(stage.call(user_id)?, ById { id: coupon_id }).await?.id);
        }
        let look = || {
            let coupon = stage.shop.read(|db| shop_store::coupon::find(db, user_id, coupon_id))?;
            let coupon = coupon.ok_or(ErrorCode::CouponNotFound)?;
            let is_left = coupon.issued_quantity < coupon.terms.total_quantity;
            if is_left { Ok(coupon.issued_quantity) } else { Err(WorkError::from(ErrorCode::CouponSoldOut)) }
        };
        let now_there = move |tx: &Tx<'_>| {
            Ok(shop_store::coupon::find(tx, user_id, coupon_id)?.map_or(0, |coupon| coupon.issued_quantity))
        };
        let zone = stage.shop.zone();
        let write = move |writing: &mut Writing<'_>, seen: &i64| {
            lab::overwrite_issued(writing.tx, coupon_id, *seen)?;
            Ok(issue_in(writing, user_id, coupon_id, zone)?.id)
        };
        self.unguarded(user_id, figures, look, now_there, write).await
    }

    /// Orders a unit.
    pub(super) async fn order(
        &self,
        user_id: i64,
        number: usize,
        coupon_ids: Vec<i64>,
        figures: &Figures,
    ) -> Result<Order, ShopError> {
        let stage = &self.stage;
        let product_id = stage.product_ids[number];
        let request = order_of(product_id, coupon_ids);
        if self.guard == Guard::Keyed {
            return self.gate.queued(user_id, place_order(stage.call(user_id)?, request)).await;
        }
        let level = move |db: &shop_store::Db| {
            let row = shop_store::stock::levels(db, &[product_id])?.into_iter().next();
            Ok::<_, shop_store::StoreError>(row.map_or((0, 0), |row| (row.available, row.sold)))
        };
        let look = || {
            let seen: (i64, i64) = stage.shop.read(level)?;
            if seen.0 > 0 { Ok(seen) } else { Err(WorkError::from(ErrorCode::InsufficientStock)) }
        };
        let now_there = move |tx: &Tx<'_>| level(tx);
        let zone = stage.shop.zone();
        let write = move |writing: &mut Writing<'_>, seen: &(i64, i64)| {
            lab::overwrite_level(writing.tx, product_id, seen.0, seen.1)?;
            place_in(writing, user_id, &request, zone)
        };
        self.unguarded(user_id, figures, look, now_there, write).await
    }

    /// Pays with the user's own points, for which nobody else competes.
    async fn pay_own(&self, user_id: i64, order: &Order) -> Result<(), ShopError> {
        pay_order(self.stage.call(user_id)?, payment_of(order)).await.map(drop)
    }

    /// Pays an order out of the wallet that all share.
    async fn pay_from_wallet(&self, user: usize, figures: &Figures) -> Result<(), ShopError> {
        let stage = &self.stage;
        let wallet = stage.wallet.as_ref().ok_or(ErrorCode::OrderNotFound)?;
        let (user_id, request) = (wallet.user_id, payment(wallet.order_ids[user], super::stage::PRICE));
        if self.guard == Guard::Keyed {
            return pay_order(stage.call(user_id)?, request).await.map(drop);
        }
        let points = move |db: &shop_store::Db| {
            let balance = shop_store::point::balance(db, user_id)?;
            Ok::<_, shop_store::StoreError>(balance.map_or((0, 0), |b| (b.available.get(), b.used.get())))
        };
        let amount = request.amount;
        let look = || {
            let seen: (i64, i64) = stage.shop.read(points)?;
            if seen.0 >= amount { Ok(seen) } else { Err(WorkError::from(ErrorCode::InsufficientBalance)) }
        };
        let now_there = move |tx: &Tx<'_>| points(tx);
        let shop = Arc::clone(&stage.shop);
        let write = move |writing: &mut Writing<'_>, seen: &(i64, i64)| {
            lab::overwrite_points(writing.tx, user_id, seen.0, seen.1)?;
            pay_in(writing, &shop, user_id, &request).map(drop)
        };
        // Payments of one user share no key here, or they would queue.
        self.unguarded(-1 - user as i64, figures, look, now_there, write).await
    }

    /// Check, then act. `look` reads the value and refuses where it is not enough, `now_there` reads it in the transaction,
    /// and `write` goes on as if the value were still the one that was seen. `own` is a key that nobody else has.
    async fn unguarded<S, T>(
        &self,
        own: i64,
        figures: &Figures,
        look: impl Fn() -> Result<S, WorkError>,
        now_there: impl Fn(&Tx<'_>) -> StoreResult<S> + Send + Clone + 'static,
        write: impl Fn(&mut Writing<'_>, &S) -> Result<T, WorkError> + Send + Clone + 'static,
    ) -> Result<T, ShopError>
    where
        S: PartialEq + Send + 'static,
        T: Send + 'static,
    {
        let _held = if self.is_locking() { Some(self.lock(own).await) } else { None };
        for attempt in 1..=TRIES {
            self.gate.turn(own, Point::Check).await;
            let seen = look().map_err(refusal)?;
            self.gate.turn(own, Point::Act).await;
            let (now_there, write, compares) = (now_there.clone(), write.clone(), self.guard == Guard::CompareAndSet);
            let work = move |writing: &mut Writing<'_>| {
                if compares && now_there(writing.tx)? != seen {
                    return Err(WorkError::StaleKeys);
                }
                write(writing, &seen)
            };
            match self.stage.shop.write(LockKey::User(own), work).await {
                Err(WriteError::StaleKeys) => {
                    figures.retried();
                    self.gate.note(own, LabAct::Retry);
                    let most = LONGEST_PAUSE.min(200 << attempt.min(10));
                    let pause = self.pauses.lock().random_range(0..most);
                    tokio::time::sleep(Duration::from_micros(pause)).await;
                }
                Ok(value) => return Ok(value),
                Err(WriteError::Refused(error)) => return Err(error),
                Err(WriteError::Overloaded) => return Err(ErrorCode::Overloaded.into()),
                Err(WriteError::LockTimeout) => return Err(ErrorCode::LockTimeout.into()),
                Err(error) => {
                    tracing::error!(?error, "a write of the Lab failed");
                    return Err(ErrorCode::InternalError.into());
                }
            }
        }
        Err(ErrorCode::Conflict.into())
    }

    async fn lock(&self, own: i64) -> MutexGuard<'_, ()> {
        self.gate.turn(own, Point::Lock).await;
        if let Ok(held) = self.one_lock.try_lock() {
            self.gate.note(own, LabAct::Lock);
            return held;
        }
        self.gate.note(own, LabAct::WaitForLock);
        let held = self.one_lock.lock().await;
        self.gate.note(own, LabAct::Lock);
        held
    }
}

fn refusal(error: WorkError) -> ShopError {
    match error {
        WorkError::Refused(error) => error,
        WorkError::StaleKeys => ErrorCode::Conflict.into(),
        WorkError::Failed(error) => {
            tracing::error!(%error, "a read of the Lab failed");
            ErrorCode::InternalError.into()
        }
    }
}
