//! From a use case to the writer and back: queue for the keys, run in the group, publish the effects, answer.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use parking_lot::Mutex;
use shop_domain::PlaceInLine;
use shop_store::{Replacement, StorageFault, StoreError, Task, Tx, Verdict, WriteFailure};
use tokio::sync::oneshot;
use tracing::Span;

use super::Runtime;
use super::events::Effects;
use super::locks::{Keys, LinePlace, LockManager, Ticket};
use shop_contract::{ErrorCode, ShopError, ShopEvent};

/// How long a request waits for its turn, unless the shop is opened otherwise.
pub const LOCK_WAIT: Duration = Duration::from_secs(10);

/// Why work inside the transaction stopped: a business refusal, or a failure beneath it.
#[derive(Debug)]
pub enum WorkError {
    /// Refused; the client is told why.
    Refused(ShopError),
    /// The store failed.
    Failed(StoreError),
    /// The keys do not cover the rows that the work found; the work has to be asked again with others.
    StaleKeys,
}

impl From<StoreError> for WorkError {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

impl From<ShopError> for WorkError {
    fn from(error: ShopError) -> Self {
        Self::Refused(error)
    }
}

impl From<ErrorCode> for WorkError {
    fn from(code: ErrorCode) -> Self {
        Self::Refused(code.into())
    }
}

/// Why a write did not happen.
#[derive(Debug)]
pub enum WriteError {
    /// Refused by a rule.
    Refused(ShopError),
    /// Its turn did not come in time; nothing was changed.
    LockTimeout,
    /// Too many wait; nothing was changed.
    Overloaded,
    /// The shop that it was meant for is gone, another was restored in its place; nothing was changed.
    Restored,
    /// The keys did not cover the rows that the work found; nothing was changed.
    StaleKeys,
    /// The shop's file cannot be written to; nothing was changed.
    Unavailable(StorageFault),
    /// It failed for a reason that no rule names, and nothing was changed; in words for the log.
    Failed(String),
    /// The commit failed, and the file could not be asked what became of it; in words for the log.
    Unknown(String),
    /// It was refused because of rows that were not committed after all, and nothing was changed; in words for the log.
    Undecided(String),
}

impl From<StoreError> for WriteError {
    /// The error of a transaction that was rolled back.
    fn from(error: StoreError) -> Self {
        match error.storage_fault() {
            Some(fault) => Self::Unavailable(fault),
            None if error.is_ended() => Self::Overloaded,
            None => Self::Failed(error.to_string()),
        }
    }
}

/// The arguments of the work: the transaction, the instant, and the effects to publish.
pub struct Writing<'a> {
    /// The transaction.
    pub tx: &'a Tx<'a>,
    /// Now; the same for the whole work.
    pub now: DateTime<Utc>,
    /// Published after the commit.
    pub effects: &'a mut Effects,
    /// The place of a buyer in the line at a product or a coupon; `None` for other work, and where no line had formed.
    pub line: Option<PlaceInLine>,
    /// Whether an earlier run of this work was made to fail at a [`super::FaultPoint`].
    pub(crate) has_failed: &'a mut bool,
}

/// The time between two restores. Facts that were read in one epoch are not written in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Epoch(pub(super) u64);

impl Runtime {
    /// Runs `work` while it alone holds `keys`, commits, publishes its effects, and answers. `work` may run again after its
    /// transaction was rolled back; the effects of the last run count.
    ///
    /// Dropping the future gives the place up; work that has started is finished all the same.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub async fn write<T: Send + 'static>(
        self: &Arc<Self>,
        keys: impl Into<Keys>,
        work: impl FnMut(&mut Writing<'_>) -> Result<T, WorkError> + Send + 'static,
    ) -> Result<T, WriteError> {
        self.submit(self.epoch(), keys, None, work).await
    }

    /// As [`Runtime::write`], for work that builds on what was read in `epoch`: [`WriteError::Restored`] where the shop has been
    /// restored since.
    ///
    /// With a `replacement`, that file takes the place of the shop's file. `work` writes into it beforehand, while nothing can
    /// write to the present file and a copy of that has been made. What is still queued is then [`WriteError::Restored`].
    pub(crate) async fn submit<T: Send + 'static>(
        self: &Arc<Self>,
        epoch: Epoch,
        keys: impl Into<Keys>,
        replacement: Option<Replacement>,
        mut work: impl FnMut(&mut Writing<'_>) -> Result<T, WorkError> + Send + 'static,
    ) -> Result<T, WriteError> {
        let value = Arc::new(Mutex::new(None));
        let made = Arc::clone(&value);
        let work = Box::new(move |writing: &mut Writing<'_>| {
            let value = work(writing)?;
            *made.lock() = Some(value);
            Ok(())
        });
        self.run(epoch, keys.into(), replacement, work).await?;
        let value = value.lock().take();
        value.ok_or_else(|| WriteError::Failed(WriteFailure::Stopped.to_string()))
    }

    /// [`Runtime::submit`] without the type of the answer, so that it is compiled once and not for each use case.
    async fn run(
        self: &Arc<Self>,
        epoch: Epoch,
        keys: Keys,
        replacement: Option<Replacement>,
        work: Work,
    ) -> Result<(), WriteError> {
        let deadline = Instant::now() + self.queues.lock_wait;
        let (answer, mut receiver) = oneshot::channel();
        let (runtime, effects, span) = (Arc::clone(self), Effects::default(), Span::current());
        let line = keys.line().cloned();
        let (result, has_failed) = (None, false);
        let job =
            Job { runtime, epoch, replacement, work, result, effects, answer, span, line: line.clone(), has_failed };
        let ticket = self.queues.writes.execute(keys, deadline, Box::new(job)).map_err(|_| WriteError::Overloaded)?;
        let mut place = Place { locks: self.locks(), ticket: Some(ticket) };
        if let Some(line) = line
            && let Some(answer) = self.wait_in_line(&mut receiver, &line, &place, deadline).await
        {
            place.ticket = None;
            return answer;
        }
        let answer = match tokio::time::timeout_at(deadline.into(), &mut receiver).await {
            Ok(answer) => answer,
            Err(_) if place.give_up() => return Err(WriteError::LockTimeout),
            Err(_) => receiver.await,
        };
        place.ticket = None;
        answer.unwrap_or_else(|_| Err(WriteError::Failed(WriteFailure::Stopped.to_string())))
    }
}

/// After so long a wait a buyer is told how many requests are served before.
const LINE_SHOWN_AFTER: Duration = Duration::from_millis(300);
/// The pause between two such messages.
const LINE_TOLD_EVERY: Duration = Duration::from_millis(500);

impl Runtime {
    /// Waits for the answer of a buyer until the deadline, and tells the buyer meanwhile how many are before the request.
    /// `None` at the deadline.
    async fn wait_in_line(
        &self,
        receiver: &mut oneshot::Receiver<Result<(), WriteError>>,
        line: &LinePlace,
        place: &Place<'_>,
        deadline: Instant,
    ) -> Option<Result<(), WriteError>> {
        let mut until = Instant::now() + LINE_SHOWN_AFTER;
        while until < deadline {
            if let Ok(answer) = tokio::time::timeout_at(until.into(), &mut *receiver).await {
                let stopped = |_| Err(WriteError::Failed(WriteFailure::Stopped.to_string()));
                return Some(answer.unwrap_or_else(stopped));
            }
            let before = place.ticket.as_ref().and_then(|ticket| place.locks.before(ticket));
            let before = before.and_then(|before| i64::try_from(before).ok()).filter(|before| *before > 0);
            if let (Some(before), Some(arrived)) = (before, line.arrived()) {
                self.events().tell_directly(line.user_id(), ShopEvent::Line { arrived, before });
            }
            until += LINE_TOLD_EVERY;
        }
        None
    }
}

/// Leaves the queue when the waiting future is dropped.
struct Place<'a> {
    locks: &'a dyn LockManager,
    ticket: Option<Ticket>,
}

impl Place<'_> {
    fn give_up(&mut self) -> bool {
        self.ticket.take().is_some_and(|ticket| self.locks.leave(&ticket))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.give_up();
    }
}

/// The work of a write. What it answers with, it keeps for the waiting future.
type Work = Box<dyn FnMut(&mut Writing<'_>) -> Result<(), WorkError> + Send>;

struct Job {
    runtime: Arc<Runtime>,
    epoch: Epoch,
    replacement: Option<Replacement>,
    work: Work,
    result: Option<Result<(), WorkError>>,
    effects: Effects,
    answer: oneshot::Sender<Result<(), WriteError>>,
    /// The span of the request, so that log lines of the writer thread have its trace id.
    span: Span,
    line: Option<Arc<LinePlace>>,
    has_failed: bool,
}

impl Task for Job {
    fn run(&mut self, tx: &Tx<'_>) -> Verdict {
        let _entered = self.span.clone().entered();
        // Of a run that was rolled back.
        (self.result, self.effects) = (None, Effects::default());
        if self.epoch != self.runtime.epoch() {
            return Verdict::RollBack;
        }
        let now = self.runtime.now();
        let line = self.line.as_ref().and_then(|line| line.place());
        let result =
            (self.work)(&mut Writing { tx, now, effects: &mut self.effects, line, has_failed: &mut self.has_failed });
        let verdict = if result.is_ok() { Verdict::Keep } else { Verdict::RollBack };
        self.result = Some(result);
        verdict
    }

    fn replacement(&self) -> Option<Replacement> {
        self.replacement.clone()
    }

    fn finish(self: Box<Self>, end: Result<(), WriteFailure>) {
        let Self { runtime, replacement, work, result, effects, answer, span, .. } = *self;
        let _entered = span.entered();
        let answered = match (end, result) {
            (Ok(()), Some(Ok(()))) => {
                // It is committed whatever becomes of its effects, and must be answered so.
                let followed = catch_unwind(AssertUnwindSafe(|| {
                    if replacement.is_some() {
                        runtime.reset_after_restore();
                    }
                    runtime.publish(effects);
                }));
                if followed.is_err() {
                    tracing::error!("what follows from a committed write panicked");
                }
                Ok(())
            }
            (Ok(()), Some(Err(WorkError::Refused(refusal)))) => Err(WriteError::Refused(refusal)),
            (_, Some(Err(WorkError::Failed(error)))) => Err(WriteError::from(error)),
            // Whatever the work has seen, it is done again.
            (_, Some(Err(WorkError::StaleKeys))) => Err(WriteError::StaleKeys),
            (Err(WriteFailure::TimedOut), _) => Err(WriteError::LockTimeout),
            (Err(WriteFailure::Unavailable(fault)), _) => Err(WriteError::Unavailable(fault)),
            (Err(WriteFailure::Busy), _) => Err(WriteError::Overloaded),
            (Err(failure), Some(Err(WorkError::Refused(_)))) => Err(WriteError::Undecided(failure.to_string())),
            (Err(failure @ WriteFailure::Unknown(_)), _) => Err(WriteError::Unknown(failure.to_string())),
            (Err(failure), _) => Err(WriteError::Failed(failure.to_string())),
            // The work did not run: the epoch has changed.
            (Ok(()), None) => Err(WriteError::Restored),
        };
        // Before the answer, so that a receiver that then closes the shop holds the last reference and waits for the file. The work
        // may hold the shop, too.
        drop((work, runtime));
        // A dropped receiver needs no answer.
        let _ = answer.send(answered);
    }
}
