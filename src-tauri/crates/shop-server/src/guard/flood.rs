//! How many requests one client may send: a bucket that holds a burst and fills again at a steady rate.

use std::collections::HashMap;
use std::hash::Hash;
use std::time::Instant;

use parking_lot::Mutex;

/// Clients remembered at most; those whose bucket is full again are forgotten first.
const REMEMBERED: usize = 20_000;

/// What a bucket holds, and how fast it fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Requests at once.
    pub burst: u32,
    /// Requests a second, for as long as one likes.
    pub a_second: u32,
}

/// The buckets of all clients, told apart by `K`.
pub struct Flood<K> {
    buckets: Mutex<HashMap<K, Bucket>>,
}

#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl<K: Eq + Hash> Flood<K> {
    pub fn new() -> Self {
        Self { buckets: Mutex::new(HashMap::new()) }
    }

    /// Takes one request out of the client's bucket; where it is empty, says how many seconds to wait.
    pub fn admit(&self, client: K, rate: Rate, now: Instant) -> Result<(), u64> {
        let mut buckets = self.buckets.lock();
        if buckets.len() >= REMEMBERED {
            buckets.retain(|_, bucket| bucket.filled(rate, now) < f64::from(rate.burst));
        }
        let bucket = buckets.entry(client).or_insert(Bucket { left: f64::from(rate.burst), at: now });
        let left = bucket.filled(rate, now);
        *bucket = Bucket { left: if left >= 1.0 { left - 1.0 } else { left }, at: now };
        if left >= 1.0 { Ok(()) } else { Err(seconds_until_one(left, rate)) }
    }
}

impl Bucket {
    fn filled(&self, rate: Rate, now: Instant) -> f64 {
        let since = now.saturating_duration_since(self.at).as_secs_f64();
        (self.left + since * f64::from(rate.a_second)).min(f64::from(rate.burst))
    }
}

/// At least one, as that is the finest that `Retry-After` can say.
fn seconds_until_one(left: f64, rate: Rate) -> u64 {
    let seconds = (1.0 - left) / f64::from(rate.a_second.max(1));
    seconds.ceil().max(1.0) as u64
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_client_has_its_burst_and_then_its_rate() {
        let (flood, rate, start) = (Flood::new(), Rate { burst: 3, a_second: 2 }, Instant::now());
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
}
