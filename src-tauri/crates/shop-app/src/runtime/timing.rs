//! Measured durations with quantiles and their sum. Recording one costs some ten nanoseconds; the quantiles are
//! computed when they are read.

use std::time::Duration;

use hdrhistogram::Histogram;
pub use shop_store::BUCKET_BOUNDS;
use shop_store::{BUCKETS, bucket_index};

/// One minute; longer durations are counted as this.
const LONGEST_MICROS: u64 = 60_000_000;

pub(crate) struct Timing {
    micros: Histogram<u64>,
    sum: u64,
}

impl Timing {
    pub(crate) fn new() -> Self {
        let micros = Histogram::new_with_max(LONGEST_MICROS, 2).expect("BUG: the bounds are valid");
        Self { micros, sum: 0 }
    }

    pub(crate) fn note(&mut self, time: Duration) {
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        self.micros.saturating_record(micros);
        self.sum = self.sum.saturating_add(micros);
    }

    pub(crate) fn distribution(&self) -> Distribution {
        let mut places = [0; BUCKETS];
        for step in self.micros.iter_recorded() {
            let micros = self.micros.lowest_equivalent(step.value_iterated_to());
            places[bucket_index(micros)] += step.count_since_last_iteration();
        }
        Distribution {
            p50: self.micros.value_at_quantile(0.5),
            p99: self.micros.value_at_quantile(0.99),
            max: self.micros.max(),
            count: self.micros.len(),
            sum: self.sum,
            places,
        }
    }
}

/// Distribution of a time, in microseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Distribution {
    /// The median.
    pub p50: u64,
    /// The 99th percentile.
    pub p99: u64,
    /// The maximum.
    pub max: u64,
    /// The number of recorded durations.
    pub count: u64,
    /// The sum.
    pub sum: u64,
    /// The count of each bucket of [`bucket_index`]; durations within a hundredth of a bound may be counted in the
    /// neighbouring bucket.
    pub places: [u64; BUCKETS],
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_come_to_quantiles_a_sum_and_places() {
        let mut timing = Timing::new();
        for micros in [10, 1_000, 1_000, 20_000_000, u64::from(u32::MAX)] {
            timing.note(Duration::from_micros(micros));
        }
        let told = timing.distribution();
        assert_eq!((told.count, told.sum), (5, 20_002_010 + u64::from(u32::MAX)), "each counts in full");
        assert!((1_000..=1_010).contains(&told.p50), "half are at most a millisecond: {told:?}");
        assert_eq!((told.places[0], told.places[4], told.places[13]), (1, 2, 2), "at the bound itself, and beyond all");
        assert_eq!(told.places.iter().sum::<u64>(), told.count, "none is lost");
        assert_eq!(Timing::new().distribution(), Distribution::default(), "nothing measured is nothing");
    }
}
