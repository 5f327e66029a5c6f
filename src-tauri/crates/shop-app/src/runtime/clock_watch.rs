//! Checks whether the system clock can be trusted. Jobs that irreversibly remove expired data (orders, coupons,
//! sessions, carts, stored answers, old backups) ask here first.
//!
//! While the program runs, the wall clock is compared with the monotonic clock, which cannot be set and includes sleep:
//! a difference of more than ten minutes since the start means that the clock was set. When it is set back, the
//! difference disappears and the jobs continue. After a restart only the wall clock is available. It is compared with
//! the last trusted instant (stored every ten minutes), or else with the latest row: a clock more than ten minutes
//! before it, or more than thirty days after it, is not trusted. A machine that was off for a week is accepted. In both
//! cases an admin can confirm the clock, and the jobs continue from there.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use shop_store::setting::{latest_row, read, write};
use shop_store::{StoreError, StoreResult, Tx};

use super::Runtime;
use super::events::{Audience, Notice};
use super::write::WriteError;
use crate::runtime::locks::LockKey;
use shop_contract::{AlertKind, ShopEvent};

/// Deviation or adjustment of the clock that is still trusted.
pub(crate) const TOLERANCE: TimeDelta = TimeDelta::minutes(10);
/// Maximum time that a shop is expected to be closed.
const LONGEST_REST: TimeDelta = TimeDelta::days(30);
/// Interval at which the trusted instant is stored.
const MARK_EVERY: TimeDelta = TimeDelta::minutes(10);
/// The setting of the trusted instant.
const MARK: &str = "clockMark";

/// Both clocks at the same moment.
#[derive(Debug, Clone, Copy)]
struct Reading {
    wall: DateTime<Utc>,
    monotonic: Duration,
}

/// The last instant at which the clock was trusted.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Mark {
    believed: DateTime<Utc>,
}

#[derive(Debug, Default)]
struct State {
    /// Both clocks when the wall clock was last known to be right: at the start, or when an admin confirmed it.
    anchor: Option<Reading>,
    /// The last instant known at the start, if the clock contradicted it and was not confirmed since.
    contradicted_by: Option<DateTime<Utc>>,
    /// The time since which the clock is not trusted.
    doubted_since: Option<DateTime<Utc>>,
    marked: Option<DateTime<Utc>>,
}

/// The state of the clock check.
#[derive(Debug, Default)]
pub(crate) struct ClockWatch(Mutex<State>);

impl Runtime {
    /// Whether the clock can be trusted. Each change is sent to the admins.
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
        // A clock that was wrong at the start and was set since to a time that fits the data is correct again.
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

    /// The time since which the clock is not trusted; `None` while it is trusted.
    #[must_use]
    pub fn clock_doubted_since(&self) -> Option<DateTime<Utc>> {
        self.clock_watch.0.lock().doubted_since
    }

    /// Marks the current clock as trusted, after an admin confirmed it. Call it after the mark is committed.
    pub(crate) fn trust_clock(&self) {
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
        Reading { wall: self.clock.wall(), monotonic: self.clock.monotonic() }
    }

    /// The last instant at which the clock was trusted, otherwise the last write.
    fn last_known(&self) -> StoreResult<Option<DateTime<Utc>>> {
        self.read(|db| match read::<Mark>(db, MARK)? {
            Some(mark) => Ok(Some(mark.believed)),
            None => latest_row(db),
        })
    }
}

impl ClockWatch {
    /// Forgets the mark after a restore: the restored data has a mark of another time.
    pub(super) fn forget_mark(&self) {
        self.0.lock().marked = None;
    }
}

/// Whether `now` is plausible for a shop that was last open at `known`.
fn is_plausible(now: DateTime<Utc>, known: DateTime<Utc>) -> bool {
    (known - TOLERANCE..=known + LONGEST_REST).contains(&now)
}

/// Stores the trusted instant, if the clock is trusted and the stored one is old.
pub async fn mark_clock(runtime: &Arc<Runtime>) -> Result<(), WriteError> {
    let is_believed = runtime.is_clock_believed().map_err(|error| WriteError::Failed(error.to_string()))?;
    let now = runtime.clock.wall();
    let is_marked = runtime.clock_watch.0.lock().marked.is_some_and(|marked| (now - marked).abs() < MARK_EVERY);
    if !is_believed || is_marked {
        return Ok(());
    }
    runtime.write(LockKey::Shop, move |writing| Ok(write_mark(writing.tx, now)?)).await?;
    runtime.clock_watch.0.lock().marked = Some(now);
    Ok(())
}

/// Writes the mark in the transaction that confirms the clock.
pub(crate) fn write_mark(tx: &Tx<'_>, now: DateTime<Utc>) -> Result<(), StoreError> {
    write(tx, MARK, &Mark { believed: now }, now)
}

/// The drift of the wall clock from the monotonic clock.
fn difference(anchor: Reading, now: Reading) -> TimeDelta {
    let passed = |later: Duration, earlier: Duration| {
        TimeDelta::from_std(later.saturating_sub(earlier)).unwrap_or(TimeDelta::MAX)
    };
    // A test clock can go back.
    let monotonic = match now.monotonic.checked_sub(anchor.monotonic) {
        Some(_) => passed(now.monotonic, anchor.monotonic),
        None => -passed(anchor.monotonic, now.monotonic),
    };
    (now.wall - anchor.wall - monotonic).abs()
}
