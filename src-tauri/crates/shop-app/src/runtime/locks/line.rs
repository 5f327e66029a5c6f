//! The place of buyers in the line at a product or a coupon: as which a request arrived, and as which it was served. Counted
//! where a line has formed, and from the moment on at which a sale begins; forgotten when a line is idle, so that a key costs
//! nothing at rest.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use shop_domain::PlaceInLine;

use super::LockKey;

/// So many waiting requests are a line.
pub(super) const LINE: usize = 5;
/// A line without arrivals for so long is forgotten.
const IDLE: Duration = Duration::from_secs(60);
/// The most lines that are counted at once; the one that would be forgotten first makes room.
const MOST: usize = 256;

/// The place of one request, which the queue fills in and the request reads. 0 is not counted.
#[derive(Debug)]
pub struct LinePlace {
    user_id: i64,
    arrived: AtomicI64,
    served: AtomicI64,
}

impl LinePlace {
    /// The place of a request of this user, not yet counted.
    pub(super) fn new(user_id: i64) -> Self {
        Self { user_id, arrived: AtomicI64::new(0), served: AtomicI64::new(0) }
    }

    /// The waiting user.
    #[must_use]
    pub fn user_id(&self) -> i64 {
        self.user_id
    }

    /// As which the request arrived; `None` where no line is counted.
    #[must_use]
    pub fn arrived(&self) -> Option<i64> {
        Some(self.arrived.load(Ordering::Relaxed)).filter(|arrived| *arrived > 0)
    }

    /// The whole place, once the request is served; `None` where no line is counted.
    #[must_use]
    pub fn place(&self) -> Option<PlaceInLine> {
        let served = Some(self.served.load(Ordering::Relaxed)).filter(|served| *served > 0);
        let (arrived, served) = self.arrived().zip(served)?;
        Some(PlaceInLine { arrived, served })
    }

    pub(super) fn arrive(&self, arrived: i64) {
        self.arrived.store(arrived, Ordering::Relaxed);
    }

    pub(super) fn serve(&self, served: i64) {
        self.served.store(served, Ordering::Relaxed);
    }
}

#[derive(Debug, Clone, Copy)]
struct Tally {
    arrived: i64,
    served: i64,
    /// Forgotten at the first arrival after this instant that finds nothing waiting.
    kept_until: Instant,
}

/// The counts of the lines.
#[derive(Debug, Default)]
pub(super) struct Tallies {
    by_key: HashMap<LockKey, Tally>,
}

impl Tallies {
    /// Counts the line of a key from now on until this instant, also while nothing waits there.
    pub(super) fn begin(&mut self, key: LockKey, until: Instant) {
        self.insert(key, Tally { arrived: 0, served: 0, kept_until: until });
    }

    /// Counts the arrival of a buyer behind `waiting` requests at the key; `None` where there is no line.
    pub(super) fn arrive(&mut self, key: LockKey, waiting: usize, now: Instant) -> Option<i64> {
        if let Some(tally) = self.by_key.get_mut(&key).filter(|tally| now < tally.kept_until || waiting > 0) {
            tally.arrived += 1;
            tally.kept_until = tally.kept_until.max(now + IDLE);
            return Some(tally.arrived);
        }
        self.by_key.remove(&key);
        if waiting < LINE {
            return None;
        }
        // The ones that formed the line were not counted, and are served before this one.
        let before = i64::try_from(waiting).unwrap_or(i64::MAX - 1);
        self.insert(key, Tally { arrived: before + 1, served: before, kept_until: now + IDLE });
        Some(before + 1)
    }

    /// Counts the service of a buyer that was counted on arrival; `None` where the line was forgotten since.
    pub(super) fn serve(&mut self, key: LockKey) -> Option<i64> {
        let tally = self.by_key.get_mut(&key)?;
        tally.served += 1;
        Some(tally.served)
    }

    fn insert(&mut self, key: LockKey, tally: Tally) {
        if self.by_key.len() >= MOST
            && let Some(idle) = self.by_key.iter().min_by_key(|(_, tally)| tally.kept_until).map(|(key, _)| *key)
        {
            self.by_key.remove(&idle);
        }
        self.by_key.insert(key, tally);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUP: LockKey = LockKey::Stock(1);

    #[test]
    fn a_line_is_counted_once_it_has_formed() {
        let (mut tallies, now) = (Tallies::default(), Instant::now());
        for waiting in 0..LINE {
            assert_eq!(tallies.arrive(CUP, waiting, now), None, "{waiting} that wait are no line");
        }
        assert_eq!(tallies.arrive(CUP, LINE, now), Some(6), "behind the five that have formed it");
        assert_eq!(tallies.arrive(CUP, 1, now), Some(7), "it is counted also while it is short");
        assert_eq!((tallies.serve(CUP), tallies.serve(CUP)), (Some(6), Some(7)), "served in the order of arrival");
        assert_eq!(tallies.arrive(CUP, 0, now + IDLE), None, "an idle line is forgotten");
        assert_eq!(tallies.by_key.len(), 0, "and costs nothing");
    }

    #[test]
    fn a_sale_counts_from_its_beginning() {
        let (mut tallies, now) = (Tallies::default(), Instant::now());
        tallies.begin(CUP, now + IDLE);
        assert_eq!(tallies.arrive(CUP, 0, now), Some(1), "the first one");
        tallies.begin(CUP, now + IDLE);
        assert_eq!(tallies.arrive(CUP, 0, now), Some(1), "another sale counts anew");
    }

    #[test]
    fn the_number_of_lines_is_bounded() {
        let (mut tallies, now) = (Tallies::default(), Instant::now());
        for id in 0..1_000 {
            tallies.begin(LockKey::Stock(id), now + IDLE + Duration::from_millis(id.unsigned_abs()));
        }
        assert_eq!(tallies.by_key.len(), MOST, "the idle ones make room");
        assert_eq!(tallies.arrive(LockKey::Stock(999), 0, now), Some(1), "the latest are counted");
        assert_eq!(tallies.arrive(LockKey::Stock(0), 0, now), None, "the earliest are not");
    }

    #[test]
    fn a_place_is_whole_once_it_is_served() {
        let place = LinePlace::new(7);
        assert_eq!((place.arrived(), place.place()), (None, None), "not counted yet");
        place.arrive(212);
        assert_eq!((place.arrived(), place.place()), (Some(212), None), "it waits");
        place.serve(211);
        assert_eq!(place.place(), Some(PlaceInLine { arrived: 212, served: 211 }), "one before it has left");
    }
}
