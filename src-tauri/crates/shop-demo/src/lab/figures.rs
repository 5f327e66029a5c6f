//! What is counted while a crowd is in the shop.

use std::collections::BTreeMap;
use std::time::Duration;

use parking_lot::Mutex;
use shop_contract::{ErrorCode, LAB_WAIT_BUCKETS, ShopError};

use super::Progress;

/// The counters of a run.
#[derive(Default)]
pub(super) struct Figures(Mutex<Counted>);

/// What was counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Counted {
    pub(super) arrived: u64,
    pub(super) granted: u64,
    /// Refusals by code, in the words of the contract.
    pub(super) refusals: BTreeMap<String, u64>,
    /// Attempts that found the value changed and were made again.
    pub(super) retries: u64,
    /// Answers that asked the client to come again.
    pub(super) busy: u64,
    /// The time from the arrival to the answer.
    pub(super) waits: Vec<Duration>,
    /// The same by size, see [`Progress::waits`].
    pub(super) buckets: [u64; LAB_WAIT_BUCKETS],
}

impl Figures {
    pub(super) fn arrived(&self) {
        self.0.lock().arrived += 1;
    }

    pub(super) fn retried(&self) {
        self.0.lock().retries += 1;
    }

    pub(super) fn was_busy(&self) {
        self.0.lock().busy += 1;
    }

    pub(super) fn answered(&self, waited: Duration, answer: &Result<(), ShopError>) {
        let mut counted = self.0.lock();
        counted.waits.push(waited);
        counted.buckets[bucket(waited)] += 1;
        match answer {
            Ok(()) => counted.granted += 1,
            Err(error) => *counted.refusals.entry(name(error.code)).or_default() += 1,
        }
    }

    pub(super) fn progress(&self, elapsed: Duration, left: i64) -> Progress {
        let counted = self.0.lock();
        let refused = counted.refusals.values().sum();
        let waiting = counted.arrived.saturating_sub(counted.waits.len() as u64);
        let Counted { arrived, granted, buckets: waits, .. } = *counted;
        Progress { seconds: elapsed.as_secs_f64(), arrived, granted, refused, waiting, left, waits }
    }

    pub(super) fn counted(&self) -> Counted {
        self.0.lock().clone()
    }
}

/// The bucket of a time: 0 is less than 1 ms, each further one less than twice as much.
pub(super) fn bucket(waited: Duration) -> usize {
    let millis = waited.as_millis();
    let bucket = if millis == 0 { 0 } else { millis.ilog2() as usize + 1 };
    bucket.min(LAB_WAIT_BUCKETS - 1)
}

fn name(code: ErrorCode) -> String {
    serde_json::to_value(code).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
}
