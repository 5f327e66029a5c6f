//! What a soak has seen, from which its checks are made.

use super::{Kind, Line, Sample, fit};

/// Everything that was measured.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// How long the steady load lasted.
    pub seconds: f64,
    /// In the order in which they were taken.
    pub samples: Vec<Sample>,
    /// How slow each kind of request was in the second fifth and in the last.
    pub slowness: Vec<Slowness>,
    /// Answers with a status of 500 or more that nobody provoked, and requests that were not answered.
    pub server_errors: u64,
    /// Refusals that the customers do not provoke, such as of malformed input.
    pub unexpected: u64,
    /// Keys and requests in the lock manager after the last request.
    pub locks_at_rest: u64,
    /// Invariants that `jangteo verify` found broken.
    pub broken: u64,
    /// The pace of the load.
    pub kept: Kept,
}

/// Requests a second, over the steady load.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    /// As planned.
    pub asked: f64,
    /// As they were answered.
    pub answered: f64,
}

/// One kind of request.
#[derive(Debug, Clone, Copy)]
pub struct Slowness {
    /// Which.
    pub kind: Kind,
    /// How many were answered in the second fifth and in the last.
    pub counts: [u64; 2],
    /// The 99th percentiles of the two, in milliseconds.
    pub p99_ms: [f64; 2],
}

impl Evidence {
    /// The line through a figure in the second half.
    #[must_use]
    pub fn drift(&self, of: fn(&Sample) -> f64) -> Line {
        let half = self.seconds / 2.0;
        let points: Vec<_> =
            self.samples.iter().filter(|one| one.second >= half).map(|one| (one.second, of(one))).collect();
        fit(&points)
    }

    /// By how much a figure grew in the second half, by that line.
    #[must_use]
    pub fn growth(&self, of: fn(&Sample) -> f64) -> f64 {
        self.drift(of).slope * self.seconds / 2.0
    }
}
