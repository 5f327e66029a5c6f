//! A measurement: so many seconds after a warm-up, the latency of each piece of work, and how many there were.

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::Result;
use hdrhistogram::Histogram;

/// Caches fill and files grow to their size before anything counts.
const WARM_UP: Duration = Duration::from_millis(400);
/// Ten minutes; nothing here takes longer.
const LONGEST_NANOS: u64 = 600_000_000_000;

/// How long and how often to measure.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    rounds: usize,
    length: Duration,
}

impl Plan {
    /// `rounds` times `seconds`.
    pub fn new(rounds: usize, seconds: f64) -> Self {
        Self { rounds: rounds.max(1), length: Duration::from_secs_f64(seconds) }
    }

    /// How often each contender is measured.
    pub fn rounds(self) -> usize {
        self.rounds
    }

    /// The window of a measurement that begins now.
    pub fn window(self) -> Window {
        let from = Instant::now() + WARM_UP;
        Window { from, until: from + self.length }
    }

    /// Measures each contender in turn, round after round, and keeps the best of each: neighbours on the machine only
    /// ever slow a run down, and they slow all contenders of a round alike.
    ///
    /// # Errors
    /// Those of a contender.
    pub fn best<const N: usize>(self, contenders: [&dyn Fn() -> Result<Measured>; N]) -> Result<[Measured; N]> {
        let mut best = [const { None::<Measured> }; N];
        for _ in 0..self.rounds {
            for (best, contender) in best.iter_mut().zip(contenders) {
                let found = contender()?;
                if best.as_ref().is_none_or(|best| found.per_second() > best.per_second()) {
                    *best = Some(found);
                }
            }
        }
        Ok(best.map(|found| found.expect("BUG: there is at least one round")))
    }
}

/// When a measurement counts.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    from: Instant,
    until: Instant,
}

impl Window {
    /// Whether work that starts now is too late to count.
    pub fn is_over(&self) -> bool {
        Instant::now() >= self.until
    }
}

/// What was measured.
pub struct Measured {
    window: Window,
    last: Instant,
    latency: Histogram<u64>,
    failures: u64,
}

impl Measured {
    /// Nothing yet.
    pub fn new(window: Window) -> Self {
        let latency = Histogram::new_with_max(LONGEST_NANOS, 3).expect("BUG: the bounds are valid");
        Self { window, last: window.from, latency, failures: 0 }
    }

    /// A piece of work that began at `started` is done now.
    pub fn record(&mut self, started: Instant, ok: bool) {
        let now = Instant::now();
        if now < self.window.from || now >= self.window.until {
            return;
        }
        self.last = now;
        if ok {
            self.latency.saturating_record(u64::try_from((now - started).as_nanos()).unwrap_or(u64::MAX));
        } else {
            self.failures += 1;
        }
    }

    /// Takes in what another client measured in the same window.
    pub fn merge(&mut self, other: &Self) {
        self.latency.add(&other.latency).expect("BUG: the bounds are the same");
        self.last = self.last.max(other.last);
        self.failures += other.failures;
    }

    /// Pieces of work a second.
    pub fn per_second(&self) -> f64 {
        let seconds = (self.last - self.window.from).as_secs_f64();
        if seconds > 0.0 { self.latency.len() as f64 / seconds } else { 0.0 }
    }

    /// The latency that this share of the work kept to, in milliseconds.
    pub fn millis_at(&self, quantile: f64) -> f64 {
        self.latency.value_at_quantile(quantile) as f64 / 1e6
    }

    /// The longest, in milliseconds.
    pub fn worst_millis(&self) -> f64 {
        self.latency.max() as f64 / 1e6
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [p50, p99] = [0.5, 0.99].map(|quantile| self.millis_at(quantile));
        write!(f, "{:>8.0}/s  p50 {p50:.2} ms  p99 {p99:.2} ms  max {:.2} ms", self.per_second(), self.worst_millis())?;
        if self.failures > 0 {
            write!(f, "  {} failed", self.failures)?;
        }
        Ok(())
    }
}
