//! All answers, counted and timed while the load goes on.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use hdrhistogram::Histogram;
use parking_lot::Mutex;
use tokio::time::Instant;

use super::{Kind, Slowness};

const KINDS: usize = Kind::ALL.len();
const FIFTHS: usize = 5;
/// A hundred seconds; no answer takes so long.
const LONGEST_MICROS: u64 = 100_000_000;
/// The fifths that are compared: caches are warm in the second.
const COMPARED: [usize; 2] = [1, 4];
/// Refusals that customers and admin provoke: a sold-out product, a coupon taken twice, an order that has expired meanwhile.
const EXPECTED: [&str; 11] = [
    "INSUFFICIENT_STOCK",
    "EXCEEDED_LIMITED_QUANTITY",
    "CART_EMPTY",
    "INVALID_COUPON",
    "INVALID_ORDER_STATE",
    "INSUFFICIENT_BALANCE",
    "COUPON_NOT_FOUND",
    "COUPON_ALREADY_ISSUED",
    "COUPON_SOLD_OUT",
    "PRODUCT_NOT_FOUND",
    "CONFLICT",
];
/// What a payment that was made to fail is answered.
const PROVOKED: &str = "PAYMENT_FAILED";

/// Half and 99 of 100 requests of a kind took at most so many milliseconds.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Quantiles {
    pub p50_ms: f64,
    pub p99_ms: f64,
}

/// The counts.
pub(super) struct Tally {
    times: Mutex<Times>,
    total: AtomicU64,
    unanswered: AtomicU64,
    /// By kind and code.
    refusals: Mutex<BTreeMap<(&'static str, String), Refused>>,
}

/// Answers with the same code.
#[derive(Default)]
struct Refused {
    status: u16,
    count: u64,
}

struct Times {
    begun: Option<(Instant, Duration)>,
    answered: u64,
    since_sample: Vec<Histogram<u64>>,
    fifths: Vec<Histogram<u64>>,
}

impl Tally {
    pub fn new() -> Self {
        let histogram = |_| Histogram::new_with_max(LONGEST_MICROS, 2).expect("BUG: the bounds are valid");
        let histograms = |count| (0..count).map(histogram).collect();
        let times =
            Times { begun: None, answered: 0, since_sample: histograms(KINDS), fifths: histograms(KINDS * FIFTHS) };
        Self {
            times: Mutex::new(times),
            total: AtomicU64::new(0),
            unanswered: AtomicU64::new(0),
            refusals: Mutex::default(),
        }
    }

    /// The steady load begins now. What was refused before came from everybody signing in at once.
    pub fn begin(&self, length: Duration) {
        self.refusals.lock().clear();
        self.unanswered.store(0, Ordering::Relaxed);
        let mut times = self.times.lock();
        times.begun = Some((Instant::now(), length));
        times.since_sample.iter_mut().for_each(Histogram::reset);
    }

    pub fn answered_in(&self, kind: Kind, took: Duration) {
        self.total.fetch_add(1, Ordering::Relaxed);
        self.times.lock().record(kind, took);
    }

    pub fn refused_in(&self, kind: Kind, took: Duration, status: u16, code: &str) {
        self.answered_in(kind, took);
        let mut refusals = self.refusals.lock();
        let refused = refusals.entry((kind.name(), code.to_owned())).or_default();
        *refused = Refused { status, count: refused.count + 1 };
    }

    pub fn unanswered(&self) {
        self.unanswered.fetch_add(1, Ordering::Relaxed);
    }

    /// Answers so far.
    pub fn total(&self) -> u64 {
        self.total.load(Ordering::Relaxed)
    }

    /// Answers of the steady load so far.
    pub fn answered(&self) -> u64 {
        self.times.lock().answered
    }

    /// The quantiles since the last call, by kind.
    pub fn take(&self) -> Vec<(Kind, Quantiles)> {
        let mut times = self.times.lock();
        let quantiles = |(kind, times): (Kind, &mut Histogram<u64>)| {
            let [p50_ms, p99_ms] = [0.5, 0.99].map(|quantile| millis(times, quantile));
            times.reset();
            (kind, Quantiles { p50_ms, p99_ms })
        };
        Kind::ALL.into_iter().zip(&mut times.since_sample).map(quantiles).collect()
    }

    /// The fifths that are compared.
    pub fn slowness(&self) -> Vec<Slowness> {
        let times = self.times.lock();
        let of = |kind: Kind, fifth: usize| &times.fifths[fifth * KINDS + kind as usize];
        let slowness = |kind| Slowness {
            kind,
            counts: COMPARED.map(|fifth| of(kind, fifth).len()),
            p99_ms: COMPARED.map(|fifth| millis(of(kind, fifth), 0.99)),
        };
        Kind::ALL.map(slowness).into()
    }

    /// Answers with 500 or more, and requests without an answer; `provoked` payments were made to fail.
    pub fn server_errors(&self, provoked: u64) -> u64 {
        let errors = self.count(|_, status| status >= 500);
        let failed = self.count(|code, _| code == PROVOKED);
        errors - failed.min(provoked) + self.unanswered.load(Ordering::Relaxed)
    }

    /// Refusals below 500 that nobody provokes.
    pub fn unexpected(&self) -> u64 {
        self.count(|code, status| status < 500 && !EXPECTED.contains(&code))
    }

    /// How often each code was the answer, by kind of request.
    pub fn refusals(&self) -> BTreeMap<String, u64> {
        let refusals = self.refusals.lock();
        refusals.iter().map(|((kind, code), refused)| (format!("{kind}: {code}"), refused.count)).collect()
    }

    fn count(&self, is_counted: impl Fn(&str, u16) -> bool) -> u64 {
        let refusals = self.refusals.lock();
        let counted = refusals.iter().filter(|((_, code), refused)| is_counted(code, refused.status));
        counted.map(|(_, refused)| refused.count).sum()
    }
}

impl Times {
    fn record(&mut self, kind: Kind, took: Duration) {
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.since_sample[kind as usize].saturating_record(micros);
        let Some((begun, length)) = self.begun else { return };
        let past = begun.elapsed().as_secs_f64() / length.as_secs_f64();
        if past < 1.0 {
            self.answered += 1;
            self.fifths[(past * FIFTHS as f64) as usize * KINDS + kind as usize].saturating_record(micros);
        }
    }
}

fn millis(times: &Histogram<u64>, quantile: f64) -> f64 {
    times.value_at_quantile(quantile) as f64 / 1e3
}
