//! Limits log lines that clients could cause thousands of times a second, such as refusals. Each kind has a few lines a
//! minute, and the first line after that reports the number of dropped lines.

use std::collections::HashMap;
use std::hash::Hash;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

/// Lines of one kind in one window.
const LINES: u32 = 10;
/// The length of the window.
const WINDOW: Duration = Duration::from_secs(60);
/// Number of kinds above which those of past windows are removed.
const REMEMBERED: usize = 10_000;

/// Counts lines by their kind.
pub(crate) struct LogSampler<K> {
    kinds: Mutex<HashMap<K, Window>>,
}

struct Window {
    began: Instant,
    lines: u32,
    left_out: u64,
}

impl<K: Eq + Hash> Default for LogSampler<K> {
    fn default() -> Self {
        Self { kinds: Mutex::default() }
    }
}

impl<K: Eq + Hash> LogSampler<K> {
    /// Whether a line of this kind is logged at `now`, and if so, the number of lines dropped before it.
    pub(crate) fn admit(&self, kind: K, now: Instant) -> Option<u64> {
        let mut kinds = self.kinds.lock();
        if kinds.len() >= REMEMBERED {
            kinds.retain(|_, window| !window.is_over(now));
            if kinds.len() >= REMEMBERED {
                // Too many kinds in one window; a further kind is neither stored nor logged.
                return None;
            }
        }
        let window = kinds.entry(kind).or_insert(Window { began: now, lines: 0, left_out: 0 });
        if window.is_over(now) {
            *window = Window { began: now, lines: 0, left_out: window.left_out };
        }
        if window.lines >= LINES {
            window.left_out += 1;
            return None;
        }
        window.lines += 1;
        Some(std::mem::take(&mut window.left_out))
    }
}

impl Window {
    fn is_over(&self, now: Instant) -> bool {
        now.saturating_duration_since(self.began) >= WINDOW
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_one_kind_leave_ten_lines_a_minute_and_a_count() {
        let (sampler, start) = (LogSampler::default(), Instant::now());
        let logged = (0..1_000).filter(|_| sampler.admit("login", start) == Some(0)).count();
        assert_eq!(logged, 10, "ten of a thousand");
        assert_eq!(sampler.admit("order", start), Some(0), "another kind has its own room");
        let later = start + WINDOW;
        assert_eq!(sampler.admit("login", later), Some(990), "the next line says how many were left out");
        assert_eq!(sampler.admit("login", later), Some(0), "once");
    }

    #[test]
    fn many_kinds_take_bounded_memory() {
        let (sampler, start) = (LogSampler::default(), Instant::now());
        let logged = (0..3 * REMEMBERED).filter(|kind| sampler.admit(*kind, start).is_some()).count();
        assert_eq!((logged, sampler.kinds.lock().len()), (REMEMBERED, REMEMBERED), "no more is remembered");
        assert_eq!(sampler.admit(usize::MAX, start + WINDOW), Some(0), "a minute later they are forgotten");
        assert_eq!(sampler.kinds.lock().len(), 1, "all of them");
    }
}
