//! A histogram of durations with fixed bounds, so that all of them fit one chart.

use std::sync::atomic::{AtomicU64, Ordering};

/// Upper bounds of the buckets in microseconds; one more bucket counts longer durations.
pub const TIME_BOUNDS: [u64; 13] =
    [10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000];

/// Number of buckets.
pub const TIME_PLACES: usize = TIME_BOUNDS.len() + 1;

/// The bucket of a duration in microseconds.
#[must_use]
pub fn time_place(micros: u64) -> usize {
    TIME_BOUNDS.partition_point(|bound| *bound < micros)
}

/// Counters that can be read while they grow.
#[derive(Debug, Default)]
pub struct Spread([AtomicU64; TIME_PLACES]);

impl Spread {
    /// Counts one duration.
    pub(crate) fn count(&self, micros: u64) {
        self.0[time_place(micros)].fetch_add(1, Ordering::Relaxed);
    }

    /// The counts by bucket.
    #[must_use]
    pub fn counts(&self) -> [u64; TIME_PLACES] {
        std::array::from_fn(|place| self.0[place].load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_counted_at_the_first_bound_that_it_does_not_pass() {
        for (micros, place) in
            [(0, 0), (10, 0), (11, 1), (30, 1), (1_000, 4), (1_001, 5), (10_000_000, 12), (u64::MAX, 13)]
        {
            assert_eq!(time_place(micros), place, "{micros} µs");
        }
        let spread = Spread::default();
        for micros in [5, 10, 40] {
            spread.count(micros);
        }
        assert_eq!(
            (spread.counts()[0], spread.counts()[2], spread.counts().iter().sum::<u64>()),
            (2, 1, 3),
            "each once"
        );
    }
}
