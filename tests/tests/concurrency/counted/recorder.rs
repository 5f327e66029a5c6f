//! Records what happens to one counter, for the check of its history.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use parking_lot::Mutex;
use shop_contract::ShopError;

use crate::linearize::{History, LogicalClock, Recorded, Step};

/// How the fault of a history begins.
pub const NOT_LINEARIZABLE: &str = "not linearizable";

static CHECKED: AtomicU64 = AtomicU64::new(0);

/// An attempt and its answer, or a read, which has none.
pub type Act = Pin<Box<dyn Future<Output = Option<Result<(), ShopError>>> + Send>>;

/// How many histories were checked.
pub fn checked() -> u64 {
    CHECKED.load(Ordering::Relaxed)
}

/// The recorder of one counter.
#[derive(Default)]
pub struct Recorder {
    clock: LogicalClock,
    steps: Mutex<Vec<Recorded>>,
}

impl Recorder {
    /// A recorder that tasks share.
    pub fn new() -> Arc<Self> {
        Arc::default()
    }

    /// An attempt, with the step that its answer stands for.
    pub fn attempt<T: 'static>(
        self: &Arc<Self>,
        act: impl Future<Output = Result<T, ShopError>> + Send + 'static,
        step: impl FnOnce(&Result<T, ShopError>) -> Step + Send + 'static,
    ) -> Act {
        let recorder = Arc::clone(self);
        Box::pin(async move {
            let invoked = recorder.clock.now();
            let answer = act.await;
            recorder.add(invoked, step(&answer));
            Some(answer.map(drop))
        })
    }

    /// A look at the value.
    pub fn look(self: &Arc<Self>, value: impl FnOnce() -> i64 + Send + 'static) -> Act {
        let recorder = Arc::clone(self);
        Box::pin(async move {
            let invoked = recorder.clock.now();
            let read = value();
            recorder.add(invoked, Step::Read(read));
            None
        })
    }

    fn add(&self, invoked: u64, step: Step) {
        let responded = self.clock.now();
        self.steps.lock().push(Recorded { step, invoked, responded });
    }

    /// Fails unless the history is that of a counter from `start` to at most `limit`.
    #[track_caller]
    pub fn check(&self, start: i64, limit: i64) {
        let history = History { start, limit, steps: std::mem::take(&mut *self.steps.lock()) };
        CHECKED.fetch_add(1, Ordering::Relaxed);
        assert!(history.linearization().is_some(), "{NOT_LINEARIZABLE}: {history:?}");
    }
}
