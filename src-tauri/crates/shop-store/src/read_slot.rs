//! The read that runs on a connection of the pool, as seen by the thread that may end it.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use rusqlite::InterruptHandle;

/// The start of a read while none runs.
const IDLE: u64 = u64::MAX;

/// When the read on a connection began, and whether it was ended.
pub(crate) struct ReadSlot {
    /// Milliseconds from the pool's start to the beginning of the read, or [`IDLE`].
    began: AtomicU64,
    ended: AtomicBool,
    interrupt: InterruptHandle,
}

impl ReadSlot {
    pub(crate) fn new(interrupt: InterruptHandle) -> Self {
        Self { began: AtomicU64::new(IDLE), ended: AtomicBool::new(false), interrupt }
    }

    /// A read begins so many milliseconds after the pool's start.
    pub(crate) fn begin(&self, at_ms: u64) {
        self.ended.store(false, Ordering::Relaxed);
        self.began.store(at_ms, Ordering::Release);
    }

    /// The read is over.
    pub(crate) fn finish(&self) {
        self.began.store(IDLE, Ordering::Release);
    }

    /// Ends the read: the statement that runs is interrupted, and the next one is refused.
    pub(crate) fn end(&self) {
        self.ended.store(true, Ordering::Relaxed);
        self.interrupt.interrupt();
    }

    /// Whether the next statement of the read is to be refused.
    pub(crate) fn is_ended(&self) -> bool {
        self.ended.load(Ordering::Relaxed)
    }

    /// Whether a read has run for at least `age` at `now_ms`.
    pub(crate) fn has_run_for(&self, age: Duration, now_ms: u64) -> bool {
        let began = self.began.load(Ordering::Acquire);
        began != IDLE && u128::from(now_ms.saturating_sub(began)) >= age.as_millis()
    }
}
