//! Can the clock be believed? Jobs that take something away for good because its time has come (orders, coupons, sessions,
//! carts, kept answers, old copies) ask here first.
//!
//! While the program runs, the wall clock is compared with the monotonic clock, which nobody can set and which counts sleep
//! too: a difference of more than ten minutes since the start is a clock that was set. When it is set back, the difference is
//! gone, and the jobs go on by themselves. Across a restart nothing but the wall clock is left. There it is compared with the
//! last instant at which it was believed (written down every ten minutes), or else with the latest row: a clock that stands
//! more than ten minutes before it, or more than thirty days after it, is not believed. A machine that was off for a week is
//! believed. In both cases an admin can confirm the clock, and everything goes on from there.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use shop_store::setting::{latest_row, read, write};
use shop_store::{StoreError, StoreResult, Tx};

use super::Shop;
use super::events::{Audience, Notice};
use super::write::WriteError;
use crate::runtime::locks::LockKey;
use shop_contract::{AlertKind, ShopEvent};

/// A clock may be wrong by so much, or be set by so much, and is still believed.
pub(crate) const TOLERANCE: TimeDelta = TimeDelta::minutes(10);
/// A shop may have been closed for so long.
const LONGEST_REST: TimeDelta = TimeDelta::days(30);
/// The believed instant is written down so often.
const MARK_EVERY: TimeDelta = TimeDelta::minutes(10);
/// The setting that holds it.
const MARK: &str = "clockMark";

/// Both clocks at one moment.
#[derive(Debug, Clone, Copy)]
struct Reading {
    wall: DateTime<Utc>,
    monotonic: Duration,
}

/// The last instant at which the clock was believed.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Mark {
    believed: DateTime<Utc>,
}

#[derive(Debug, Default)]
struct State {
    /// Both clocks when the wall clock was last known to be right, which is at the start or when an admin has confirmed it.
    anchor: Option<Reading>,
    /// The last instant that was known at the start, where the clock was found wrong then and nobody has confirmed it since.
    contradicted_by: Option<DateTime<Utc>>,
    /// Since when the clock is not believed.
    doubted_since: Option<DateTime<Utc>>,
    marked: Option<DateTime<Utc>>,
}

/// What is known of the clock.
#[derive(Debug, Default)]
pub(crate) struct ClockWatch(Mutex<State>);

impl Shop {
    /// Whether the clock is right as far as the shop can tell. Each change is told to admins.
    ///
    /// # Errors
    /// As any read.
    pub fn is_clock_believed(&self) -> StoreResult<bool> {
        let now = self.reading();
        if self.clock_watch.0.lock().anchor.is_none() {
            let known = self.last_known()?.filter(|known| !is_plausible(now.wall, *known));
            let mut state = self.clock_watch.0.lock();
            state.anchor.get_or_insert(now);
            state.contradicted_by = known;
        }
        let mut state = self.clock_watch.0.lock();
        let was_set = state.anchor.is_some_and(|anchor| difference(anchor, now) > TOLERANCE);
        // A clock that was wrong at the start and has been set since to what the books say was put right.
        if was_set && state.contradicted_by.is_some_and(|known| is_plausible(now.wall, known)) {
            *state = State { anchor: Some(now), doubted_since: state.doubted_since, ..State::default() };
        }
        let was_set = state.anchor.is_some_and(|anchor| difference(anchor, now) > TOLERANCE);
        let is_believed = !was_set && state.contradicted_by.is_none();
        if is_believed == state.doubted_since.is_some() {
            state.doubted_since = (!is_believed).then_some(now.wall);
            drop(state);
            self.tell_clock(is_believed);
        }
        Ok(is_believed)
    }

    /// Since when the clock is not believed; `None` while it is.
    #[must_use]
    pub fn clock_doubted_since(&self) -> Option<DateTime<Utc>> {
        self.clock_watch.0.lock().doubted_since
    }

    /// The clock is right as it stands now: somebody has looked. Call it once the mark is committed.
    pub(crate) fn believe_clock(&self) {
        let now = self.reading();
        let mut state = self.clock_watch.0.lock();
        let was_doubted = state.doubted_since.is_some();
        *state = State { anchor: Some(now), marked: Some(now.wall), ..State::default() };
        drop(state);
        if was_doubted {
            self.tell_clock(true);
        }
    }

    fn tell_clock(&self, is_believed: bool) {
        let arisen = i64::from(!is_believed);
        if !is_believed {
            tracing::warn!("the clock was set, or is wrong; nothing expires until an admin confirms it");
        }
        let event = ShopEvent::Alert { kind: AlertKind::Clock, count: arisen, arisen, name: None, name_en: None };
        self.events().send(Notice { audience: Audience::Admins, event });
    }

    fn reading(&self) -> Reading {
        Reading { wall: self.wall_clock(), monotonic: self.monotonic_clock() }
    }

    /// The last instant at which the clock was believed, or else at which anything was written.
    fn last_known(&self) -> StoreResult<Option<DateTime<Utc>>> {
        self.read(|db| match read::<Mark>(db, MARK)? {
            Some(mark) => Ok(Some(mark.believed)),
            None => latest_row(db),
        })
    }
}

impl ClockWatch {
    /// The books are others now, whose mark is of another time.
    pub(super) fn forget_mark(&self) {
        self.0.lock().marked = None;
    }
}

/// Whether a clock may stand at `now` that stood at `known` when the shop was last open.
fn is_plausible(now: DateTime<Utc>, known: DateTime<Utc>) -> bool {
    (known - TOLERANCE..=known + LONGEST_REST).contains(&now)
}

/// Writes down that the clock is believed, where it is and that was not done lately.
///
/// # Errors
/// As any write.
pub async fn mark_clock(shop: &Arc<Shop>) -> Result<(), WriteError> {
    let is_believed = shop.is_clock_believed().map_err(|error| WriteError::Failed(error.to_string()))?;
    let now = shop.wall_clock();
    let is_marked = shop.clock_watch.0.lock().marked.is_some_and(|marked| (now - marked).abs() < MARK_EVERY);
    if !is_believed || is_marked {
        return Ok(());
    }
    shop.write(LockKey::Shop, move |writing| Ok(write_mark(writing.tx, now)?)).await?;
    shop.clock_watch.0.lock().marked = Some(now);
    Ok(())
}

/// Writes the mark, in the transaction of whoever vouches for the clock.
pub(crate) fn write_mark(tx: &Tx<'_>, now: DateTime<Utc>) -> Result<(), StoreError> {
    write(tx, MARK, &Mark { believed: now }, now)
}

/// How far the wall clock has moved away from the monotonic one.
fn difference(anchor: Reading, now: Reading) -> TimeDelta {
    let passed = |later: Duration, earlier: Duration| {
        TimeDelta::from_std(later.saturating_sub(earlier)).unwrap_or(TimeDelta::MAX)
    };
    // A clock of a test may go back.
    let monotonic = match now.monotonic.checked_sub(anchor.monotonic) {
        Some(_) => passed(now.monotonic, anchor.monotonic),
        None => -passed(anchor.monotonic, now.monotonic),
    };
    (now.wall - anchor.wall - monotonic).abs()
}
