//! One write on a copy of a shop, with a fault at one of its calls, and what is asked of it afterwards.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use shop_app::context::Shop;
use shop_app::runtime::ManualClock;
use shop_contract::{ErrorCode, ShopError};
use shop_tests::fault_vfs::{Code, Fault, Op, mend, met, plan_after, seen, watch};
use tempfile::TempDir;

use crate::contents::Contents;
use crate::folder::{copy_of, file_in, open};
use crate::judge::{Expected, State};
use crate::listed::operation::Operation;
use crate::perform::Request;

/// A fault of one call, or of all calls from that one on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Injected {
    /// What the call reports.
    pub code: Code,
    /// Calls that pass before.
    pub skip: usize,
    /// Whether all later calls of the kind fail as well.
    pub is_lasting: bool,
}

/// Calls more than were counted, because their number varies with what the checkpointer has done before.
const BEYOND: usize = 8;

impl Injected {
    /// A fault of each of these calls, once and lasting, with each code that such a call reports.
    pub fn all(calls: &[Op]) -> Vec<Self> {
        let mut all = Vec::new();
        for code in Code::ALL {
            let count = calls.iter().filter(|op| code.result(**op).is_some()).count();
            for skip in 0..if count > 0 { count + BEYOND } else { 0 } {
                all.extend([false, true].map(|is_lasting| Self { code, skip, is_lasting }));
            }
        }
        all
    }

    /// Plans it for a folder.
    pub fn plan(self, folder: &Path) {
        let times = if self.is_lasting { usize::MAX } else { 1 };
        plan_after(folder, Fault::Any(self.code), self.skip, times);
    }
}

/// The time until what went before has taken effect: a sale begins.
const FIRST_TAKES: TimeDelta = TimeDelta::seconds(10);

/// Tables that hold the answer.
const WITH_THE_ANSWER: [&str; 2] = ["audit_log", "idempotency"];

/// Whether the answer depends on how often it was tried: the name of a copy is new if that of an earlier try is taken, and a
/// second buyer arrives second.
fn tells_of_its_try(operation: Operation) -> bool {
    matches!(operation, Operation::make_backup | Operation::restore_backup | Operation::buy_in_sale_room)
}

/// How an answer comes about: as the shop gives it, or, for a positive control, as a shop with a bug would.
pub type Answering = fn(Result<Value, ShopError>, &Value) -> Result<Value, ShopError>;

/// A shop in which one request is tried many times.
pub struct Case {
    /// The request.
    pub request: Request,
    /// The closed shop.
    pub template: TempDir,
    /// The time in it.
    pub now: DateTime<Utc>,
    /// A request that goes before, for what a shop only has in memory.
    pub first: Option<Request>,
    /// How its answer comes about.
    pub answering: Answering,
}

/// A case with what it does where nothing fails.
pub struct Trials {
    case: Case,
    expected: Expected,
    /// The calls of an undisturbed run.
    pub calls: Vec<Op>,
}

/// An open shop on a copy of the template. The shop is closed before the folder is removed.
struct Stage {
    shop: Arc<Shop>,
    clock: Arc<ManualClock>,
    folder: TempDir,
}

impl Case {
    async fn stage(&self) -> Result<Stage, String> {
        let folder = copy_of(self.template.path());
        let clock = Arc::new(ManualClock::new(self.now));
        let shop = open(folder.path(), &clock).map_err(|error| format!("the shop does not open: {error}"))?;
        if let Some(first) = &self.first {
            first.send(&shop).await.map_err(|error| format!("what goes before fails: {error:?}"))?;
            clock.advance(FIRST_TAKES);
        }
        Ok(Stage { shop, clock, folder })
    }

    /// Runs it twice undisturbed, to know what it does and which cells vary.
    ///
    /// # Errors
    /// In words, where it is refused.
    pub async fn undisturbed(self) -> Result<Trials, String> {
        let (mut runs, mut calls) = (Vec::new(), Vec::new());
        for _ in 0..2 {
            let stage = self.stage().await?;
            let before = Contents::read(&file_in(stage.folder.path()))?;
            watch(stage.folder.path());
            let answer = self.request.send(&stage.shop).await;
            calls = seen(stage.folder.path());
            let answer = answer.map_err(|error| format!("it is refused undisturbed: {error:?}"))?;
            runs.push((before, answer, Contents::read(&file_in(stage.folder.path()))?));
        }
        let (before, answer, after) = runs.remove(0);
        let mut varying = before.varying(&runs[0].0)?;
        varying.append(&mut after.varying(&runs[0].2)?);
        let is_same_answer = answer == runs[0].1 && !tells_of_its_try(self.request.operation);
        if tells_of_its_try(self.request.operation) {
            varying.append(&mut after.cells_of(&WITH_THE_ANSWER));
        }
        let expected = Expected { before, after, varying, answer, is_same_answer };
        Ok(Trials { case: self, expected, calls })
    }
}

impl Trials {
    /// Sends the request while a fault is planned; then, the fault gone, sends it again. Whether the fault was met.
    ///
    /// # Errors
    /// In words, where the shop has done or said something wrong.
    pub async fn run(&self, injected: Injected) -> Result<bool, String> {
        let mut stage = self.case.stage().await?;
        let folder = stage.folder.path();
        injected.plan(folder);
        let answer = self.case.request.send(&stage.shop).await;
        let answer = (self.case.answering)(answer, &self.expected.answer);
        let is_met = met(folder) > 0;
        mend(folder);
        if !is_met && answer.is_err() {
            return Err(format!("nothing failed, and it was answered {answer:?}"));
        }
        let found = Contents::read(&file_in(folder))?;
        let state = self.expected.judge(self.case.request.operation, &answer, &found)?;
        if stage.shop.store().health().fault().is_some() {
            if self.case.first.is_some() {
                return Ok(is_met);
            }
            // A start ends the fault: it checks the pages, and a full disk has room by now.
            stage = stage.restart()?;
        }
        self.again(&stage, state).await?;
        Ok(is_met)
    }

    /// The fault is gone: the same request is done once, whatever it was answered before.
    async fn again(&self, stage: &Stage, state: State) -> Result<(), String> {
        let Self { case, expected, .. } = self;
        if state == State::Compensated {
            compensated(&stage.shop).await?;
            return match case.request.send(&stage.shop).await {
                Err(error) if error.code == ErrorCode::PaymentFailed => Ok(()),
                other => Err(format!("the payment has failed, and the same request is answered {other:?}")),
            };
        }
        // A request whose answer has a secret is not stored, and would be done twice. So would a closing whose outcome was
        // unknown: it is recorded again. A code for a new password is used up, and a customer leaves once.
        let keeps_no_key = matches!(
            case.request.operation,
            Operation::change_password | Operation::reset_password | Operation::leave_shop | Operation::close_sale_room
        );
        let is_stored = expected.is_same_answer && !keeps_no_key;
        if state == State::After && !is_stored {
            return Ok(());
        }
        // A restore has ended the caller's session.
        if state == State::After && case.request.operation == Operation::restore_backup {
            return Ok(());
        }
        let again = case.request.send(&stage.shop).await;
        let found = Contents::read(&file_in(stage.folder.path()))?;
        let judged = expected.judge(case.request.operation, &again, &found).map_err(|why| format!("again: {why}"))?;
        if judged != State::After {
            return Err(format!("the fault is gone, and it is answered {again:?}"));
        }
        Ok(())
    }
}

/// A payment that failed is compensated, and all invariants hold.
async fn compensated(shop: &Arc<Shop>) -> Result<(), String> {
    let finished = shop_app::payment::finish_compensations(shop).await;
    finished.map_err(|error| format!("the compensation is not finished: {error:?}"))?;
    let open = shop.read(|db| shop_store::payment::uncompensated(db, 1)).map_err(|error| error.to_string())?;
    let broken = shop_app::verify(shop).map_err(|error| error.to_string())?;
    if open.is_empty() && broken.is_empty() { Ok(()) } else { Err(format!("{open:?} is left open, {broken:?} broken")) }
}

impl Stage {
    fn restart(self) -> Result<Self, String> {
        let Self { shop, clock, folder } = self;
        drop(shop);
        let shop = open(folder.path(), &clock).map_err(|error| format!("it does not open again: {error}"))?;
        Ok(Self { shop, clock, folder })
    }
}
