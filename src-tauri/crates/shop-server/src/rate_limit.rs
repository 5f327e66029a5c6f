//! How many requests one client may send: a burst at once, and then a steady rate. The arithmetic is that of the crate
//! `governor`; here the states of clients that are idle are dropped, so that memory stays bounded.

use std::hash::Hash;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use governor::Quota;
use governor::clock::{Clock, DefaultClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;

/// The number of stored clients from which idle ones are looked for.
const SWEEP_FROM: usize = 20_000;

/// A burst and the rate at which it is regained.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// Requests at once, at least 1.
    pub burst: u32,
    /// Requests a second over a longer time; more than 0, and less than 1 where seconds lie between two requests.
    pub per_second: f64,
}

impl Rate {
    fn quota(self) -> Quota {
        let burst = NonZeroU32::new(self.burst).unwrap_or(NonZeroU32::MIN);
        let period = Duration::from_secs_f64(self.per_second.recip());
        Quota::with_period(period).expect("BUG: a rate is more than 0").allow_burst(burst)
    }
}

/// One rate for each client, which `K` tells apart.
pub struct RateLimiter<K: Clone + Eq + Hash, C: Clock = DefaultClock> {
    limiter: governor::RateLimiter<K, HashMapStateStore<K>, C, NoOpMiddleware<C::Instant>>,
    sweep_at: AtomicUsize,
}

impl<K: Clone + Eq + Hash> RateLimiter<K> {
    pub fn new(rate: Rate) -> Self {
        Self::with_clock(rate, DefaultClock::default())
    }
}

impl<K: Clone + Eq + Hash, C: Clock> RateLimiter<K, C> {
    fn with_clock(rate: Rate, clock: C) -> Self {
        let limiter = governor::RateLimiter::hashmap_with_clock(rate.quota(), clock);
        Self { limiter, sweep_at: AtomicUsize::new(SWEEP_FROM) }
    }

    /// Counts one request of the client; refuses it with the seconds after which the next is admitted, at least 1.
    pub fn admit(&self, client: &K) -> Result<(), u64> {
        self.sweep();
        self.limiter.check_key(client).map_err(|refused| {
            let wait = refused.wait_time_from(self.limiter.clock().now());
            wait.as_secs_f64().ceil().max(1.0) as u64
        })
    }

    /// Drops clients that have regained their whole burst. Where few are dropped, the next sweep waits until there are twice
    /// as many, so that not every request of a crowd walks through all of them.
    fn sweep(&self) {
        if self.limiter.len() < self.sweep_at.load(Ordering::Relaxed) {
            return;
        }
        self.limiter.retain_recent();
        self.limiter.shrink_to_fit();
        self.sweep_at.store(SWEEP_FROM.max(2 * self.limiter.len()), Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use governor::clock::FakeRelativeClock;

    use super::*;

    fn limiter<K: Clone + Eq + Hash>(
        burst: u32,
        per_second: f64,
    ) -> (RateLimiter<K, FakeRelativeClock>, FakeRelativeClock) {
        let clock = FakeRelativeClock::default();
        (RateLimiter::with_clock(Rate { burst, per_second }, clock.clone()), clock)
    }

    #[test]
    fn a_client_has_its_burst_and_then_its_rate() {
        let (limiter, clock) = limiter(3, 2.0);
        for _ in 0..3 {
            assert_eq!(limiter.admit(&"one"), Ok(()), "the burst is admitted at once");
        }
        assert_eq!(limiter.admit(&"one"), Err(1), "the next one has to wait");
        assert_eq!(limiter.admit(&"other"), Ok(()), "other clients are not delayed");
        clock.advance(Duration::from_secs(1));
        assert_eq!(limiter.admit(&"one"), Ok(()), "a second regains two");
        assert_eq!(limiter.admit(&"one"), Ok(()), "a second regains two");
        assert_eq!(limiter.admit(&"one"), Err(1), "and no third");
    }

    #[test]
    fn a_slow_rate_says_how_long_it_takes() {
        let (limiter, clock) = limiter(1, 0.05);
        assert_eq!(limiter.admit(&"one"), Ok(()), "the first is admitted");
        assert_eq!(limiter.admit(&"one"), Err(20), "the next one after twenty seconds");
        clock.advance(Duration::from_secs(15));
        assert_eq!(limiter.admit(&"one"), Err(5), "of which fifteen are over");
        clock.advance(Duration::from_secs(5));
        assert_eq!(limiter.admit(&"one"), Ok(()), "and now all");
    }

    #[test]
    fn an_idle_client_is_dropped() {
        let (limiter, clock) = limiter(3, 2.0);
        let crowd = SWEEP_FROM + 10;
        (0..crowd).for_each(|client| assert_eq!(limiter.admit(&client), Ok(()), "{client} is admitted"));
        assert_eq!(limiter.limiter.len(), crowd, "busy clients are all stored");
        clock.advance(Duration::from_secs(2));
        (crowd..3 * crowd).for_each(|client| assert_eq!(limiter.admit(&client), Ok(()), "{client} is admitted"));
        assert!(limiter.limiter.len() < 2 * crowd + 10, "the idle ones are gone");
    }
}
