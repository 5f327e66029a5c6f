//! How many requests one client may send: a bucket that holds a burst and fills again at a steady rate.

use std::collections::HashMap;
use std::hash::Hash;
use std::time::Instant;

use parking_lot::Mutex;

/// Clients remembered before those whose bucket is full again are forgotten.
const REMEMBERED: usize = 20_000;

/// What a bucket holds, and how fast it fills.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// Requests at once.
    pub burst: u32,
    /// Requests a second, for as long as one likes; above 0, and below 1 where there are seconds between two.
    pub a_second: f64,
}

/// The buckets of all clients, told apart by `K`.
pub struct Flood<K> {
    buckets: Mutex<Buckets<K>>,
}

struct Buckets<K> {
    of: HashMap<K, Bucket>,
    /// As many as this, and they are looked through.
    sweep_at: usize,
}

#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl<K: Eq + Hash> Flood<K> {
    pub fn new() -> Self {
        Self { buckets: Mutex::new(Buckets { of: HashMap::new(), sweep_at: REMEMBERED }) }
    }

    /// Takes one request out of the client's bucket; where it is empty, says how many seconds to wait.
    pub fn admit(&self, client: K, rate: Rate, now: Instant) -> Result<(), u64> {
        let mut buckets = self.buckets.lock();
        buckets.sweep(rate, now);
        let bucket = buckets.of.entry(client).or_insert(Bucket { left: f64::from(rate.burst), at: now });
        let left = bucket.filled(rate, now);
        *bucket = Bucket { left: if left >= 1.0 { left - 1.0 } else { left }, at: now };
        if left >= 1.0 { Ok(()) } else { Err(seconds_until_one(left, rate)) }
    }
}

impl<K: Eq + Hash> Buckets<K> {
    /// Forgets whose bucket is full again. Where hardly any is, the next look waits until there are twice as many, so that
    /// a crowd does not have every request look through all of it.
    fn sweep(&mut self, rate: Rate, now: Instant) {
        if self.of.len() < self.sweep_at {
            return;
        }
        self.of.retain(|_, bucket| bucket.filled(rate, now) < f64::from(rate.burst));
        self.of.shrink_to(REMEMBERED);
        self.sweep_at = REMEMBERED.max(2 * self.of.len());
    }
}

impl Bucket {
    fn filled(&self, rate: Rate, now: Instant) -> f64 {
        let since = now.saturating_duration_since(self.at).as_secs_f64();
        (self.left + since * rate.a_second).min(f64::from(rate.burst))
    }
}

/// At least one, as that is the finest that `Retry-After` can say.
fn seconds_until_one(left: f64, rate: Rate) -> u64 {
    ((1.0 - left) / rate.a_second).ceil().max(1.0) as u64
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_client_has_its_burst_and_then_its_rate() {
        let (flood, rate, start) = (Flood::new(), Rate { burst: 3, a_second: 2.0 }, Instant::now());
        for _ in 0..3 {
            assert_eq!(flood.admit("one", rate, start), Ok(()), "the burst is let in at once");
        }
        assert_eq!(flood.admit("one", rate, start), Err(1), "what is more has to wait");
        assert_eq!(flood.admit("other", rate, start), Ok(()), "others are not held up");
        let later = start + Duration::from_secs(1);
        assert_eq!(flood.admit("one", rate, later), Ok(()), "a second fills two");
        assert_eq!(flood.admit("one", rate, later), Ok(()), "a second fills two");
        assert_eq!(flood.admit("one", rate, later), Err(1), "and no third");
    }

    #[test]
    fn a_slow_rate_says_how_long_it_takes() {
        let (flood, rate, start) = (Flood::new(), Rate { burst: 1, a_second: 0.05 }, Instant::now());
        assert_eq!(flood.admit("one", rate, start), Ok(()), "the first is let in");
        assert_eq!(flood.admit("one", rate, start), Err(20), "the next one after twenty seconds");
        assert_eq!(flood.admit("one", rate, start + Duration::from_secs(15)), Err(5), "of which fifteen are over");
        assert_eq!(flood.admit("one", rate, start + Duration::from_secs(20)), Ok(()), "and now all");
    }

    #[test]
    fn who_has_been_quiet_is_forgotten() {
        let (flood, rate, start) = (Flood::new(), Rate { burst: 3, a_second: 2.0 }, Instant::now());
        let crowd = REMEMBERED + 10;
        (0..crowd).for_each(|client| assert_eq!(flood.admit(client, rate, start), Ok(()), "{client} is let in"));
        assert_eq!(flood.buckets.lock().of.len(), crowd, "those who are busy are all remembered");
        let later = start + Duration::from_secs(2);
        (crowd..3 * crowd)
            .for_each(|client| assert_eq!(flood.admit(client, rate, later), Ok(()), "{client} is let in"));
        assert!(flood.buckets.lock().of.len() < 2 * crowd + 10, "the quiet ones are gone");
    }
}
