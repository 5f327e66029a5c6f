//! The script of a race: whose turn it is, and when the writer goes on. Without a script nobody waits.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use parking_lot::Mutex;
use shop_app::context::Shop;
use shop_contract::{ErrorCode, LabAct, LabSide, ShopError};
use tokio::sync::Notify;

use super::Guard;
use super::recorder::Recorder;

/// Where a customer waits for the turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    /// Before the lock.
    Lock,
    /// Before the check.
    Check,
    /// Between the check and the act.
    Act,
    /// Before the request joins the queue.
    Queue,
    /// After the answer.
    End,
}

use LabSide::{First, Second};
use Point::{Act, Check, End, Lock, Queue};

/// The turns of each guard.
fn turns(guard: Guard) -> &'static [(LabSide, Point)] {
    match guard {
        Guard::None => &[(First, Check), (Second, Check), (First, Act), (First, End), (Second, Act), (Second, End)],
        Guard::OneLock => {
            &[(First, Lock), (Second, Lock), (First, Check), (First, Act), (First, End), (Second, Check), (Second, End)]
        }
        Guard::CompareAndSet => &[
            (First, Check),
            (Second, Check),
            (First, Act),
            (First, End),
            (Second, Act),
            (Second, Check),
            (Second, End),
        ],
        Guard::Keyed => &[(First, Queue), (Second, Queue), (First, End), (Second, End)],
    }
}

/// The longest time that the writer or a customer waits for another; longer means that the script is wrong.
const LONGEST_HOLD: Duration = Duration::from_secs(10);

fn in_time<T: Future>(waited: T) -> tokio::time::Timeout<T> {
    tokio::time::timeout(LONGEST_HOLD, waited)
}

/// Whose turn it is.
pub(super) struct Script {
    turns: Mutex<VecDeque<(LabSide, Point)>>,
    changed: Notify,
    /// Told when the writer is about to commit the transaction of the first customer.
    committing: Arc<Notify>,
    /// Lets the writer go on.
    go_on: Sender<()>,
    first_user: i64,
    recorder: Arc<Recorder>,
    shop: Arc<Shop>,
}

impl Script {
    /// The script of a guard, and what holds the writer under the keyed queue.
    pub(super) fn new(
        guard: Guard,
        first_user: i64,
        recorder: Arc<Recorder>,
        shop: Arc<Shop>,
    ) -> (Arc<Self>, Option<Hold>) {
        let (go_on, may_go_on) = channel();
        let committing = Arc::new(Notify::new());
        let holder = Hold {
            committing: Arc::clone(&committing),
            may_go_on,
            recorder: Arc::clone(&recorder),
            begun: 0,
            committed: 0,
            tasks: 0,
        };
        let turns = Mutex::new(turns(guard).iter().copied().collect());
        let script = Self { turns, changed: Notify::new(), committing, go_on, first_user, recorder, shop };
        (Arc::new(script), (guard == Guard::Keyed).then_some(holder))
    }

    /// Waits for the turn.
    pub(super) async fn pass(&self, user_id: i64, point: Point) {
        let turn = (self.side(user_id), point);
        loop {
            let changed = self.changed.notified();
            if self.turns.lock().pop_front_if(|next| *next == turn).is_some() {
                break;
            }
            if in_time(changed).await.is_err() {
                // Never in a race of this program; the steps then show another order, and no customer waits for ever.
                tracing::error!(?turn, "the turn of a race did not come");
                break;
            }
        }
        if turn == (Second, Queue) && in_time(self.committing.notified()).await.is_err() {
            tracing::error!("the first customer of a race did not commit");
        }
        self.recorder.turn_to(turn.0);
        self.changed.notify_waiters();
    }

    /// Records a step that is no statement.
    pub(super) fn note(&self, user_id: i64, act: LabAct) {
        self.note_step(self.side(user_id), act, None);
    }

    /// The request of a user is in the queue: the writer may go on.
    pub(super) fn is_queued(&self, user_id: i64) {
        self.note(user_id, LabAct::Queue);
        // A writer that is gone needs no leave.
        let _ = self.go_on.send(());
    }

    /// The answer of a user: granted, or refused with a code.
    pub(super) fn answered(&self, user_id: i64, refused: Option<ErrorCode>) {
        let act = if refused.is_some() { LabAct::Refused } else { LabAct::Granted };
        self.note_step(self.side(user_id), act, refused);
        let _ = self.go_on.send(());
    }

    fn note_step(&self, side: LabSide, act: LabAct, code: Option<ErrorCode>) {
        if let Err(error) = self.recorder.note(&self.shop, side, act, code) {
            tracing::error!(%error, "a step of a race was not recorded");
        }
    }

    fn side(&self, user_id: i64) -> LabSide {
        if user_id == self.first_user { First } else { Second }
    }
}

/// The turns of the users of a run: those of a script in a race, none in a crowd.
#[derive(Clone, Default)]
pub(super) struct Gate(pub(super) Option<Arc<Script>>);

impl Gate {
    /// Between the check and the act others come: the thread that a real program loses here. In a race the script decides.
    pub(super) async fn turn(&self, own: i64, point: Point) {
        match &self.0 {
            Some(script) => script.pass(own, point).await,
            None if point == Act => tokio::task::yield_now().await,
            None => {}
        }
    }

    /// A request of the shop as it is. In a race the script is told when it is in the queue.
    pub(super) async fn queued<T>(
        &self,
        own: i64,
        request: impl Future<Output = Result<T, ShopError>>,
    ) -> Result<T, ShopError> {
        let Some(script) = &self.0 else { return request.await };
        script.pass(own, Queue).await;
        let mut request = std::pin::pin!(request);
        tokio::select! {
            // The first look at it puts it into the queue.
            biased;
            answer = &mut request => return answer,
            () = std::future::ready(()) => script.is_queued(own),
        }
        request.await
    }

    /// Records a step that is no statement.
    pub(super) fn note(&self, own: i64, act: LabAct) {
        if let Some(script) = &self.0 {
            script.note(own, act);
        }
    }
}

/// Holds the writer under the keyed queue: it begins when the first request is in the queue, commits that one when the second
/// is, and goes on with the second when the first is answered.
pub(super) struct Hold {
    committing: Arc<Notify>,
    may_go_on: Receiver<()>,
    recorder: Arc<Recorder>,
    begun: usize,
    committed: usize,
    tasks: usize,
}

impl Hold {
    /// Called on the writer before each statement.
    pub(super) fn before(&mut self, template: &str) {
        match template {
            "BEGIN IMMEDIATE" => {
                self.begun += 1;
                if self.begun <= 2 {
                    self.wait();
                }
            }
            "SAVEPOINT task" => {
                self.tasks += 1;
                self.recorder.turn_to(if self.tasks == 1 { First } else { Second });
            }
            "COMMIT" => {
                self.committed += 1;
                if self.committed == 1 {
                    self.committing.notify_one();
                    self.wait();
                }
            }
            _ => {}
        }
    }

    fn wait(&self) {
        if self.may_go_on.recv_timeout(LONGEST_HOLD).is_err() {
            tracing::error!("the second customer of a race did not come");
        }
    }
}
