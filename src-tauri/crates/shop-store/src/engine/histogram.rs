//! A histogram of durations with fixed bounds, so that all of them fit one chart.

use std::sync::atomic::{AtomicU64, Ordering};

/// Upper bounds of the buckets in microseconds; one more bucket counts longer durations.
pub const BUCKET_BOUNDS: [u64; 13] =
    [10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000];

/// Number of buckets.
pub const BUCKETS: usize = BUCKET_BOUNDS.len() + 1;

/// The bucket of a duration in microseconds.
#[must_use]
pub fn bucket_index(micros: u64) -> usize {
    BUCKET_BOUNDS.partition_point(|bound| *bound < micros)
}

/// Counters that can be read while they grow.
#[derive(Debug, Default)]
pub struct Histogram([AtomicU64; BUCKETS]);

impl Histogram {
    /// Counts one duration.
    pub(crate) fn count(&self, micros: u64) {
        self.0[bucket_index(micros)].fetch_add(1, Ordering::Relaxed);
    }

    /// The counts by bucket.
    #[must_use]
    pub fn counts(&self) -> [u64; BUCKETS] {
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
            assert_eq!(bucket_index(micros), place, "{micros} µs");
        }
        let histogram = Histogram::default();
        for micros in [5, 10, 40] {
            histogram.count(micros);
        }
        assert_eq!(
            (histogram.counts()[0], histogram.counts()[2], histogram.counts().iter().sum::<u64>()),
            (2, 1, 3),
            "each once"
        );
    }
}
