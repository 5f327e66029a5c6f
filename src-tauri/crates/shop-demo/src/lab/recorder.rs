//! Records what the connections of a scratch shop send to SQLite, as steps of a replay.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use parking_lot::Mutex;
use shop_app::context::Shop;
use shop_app::runtime::locks::LockKey;
use shop_contract::{ErrorCode, LabAct, LabAnswer, LabSide, LabState, LabStep, LabValue};
use shop_store::lab::{Standing, standing};
use shop_store::probe::{self, Answer, Event, Sent};
use shop_store::{Db, StoreResult};

use super::LabError;

/// The steps of one replay. Shared by the threads that run statements.
pub(super) struct Recorder {
    steps: Mutex<Vec<LabStep>>,
    side: Mutex<LabSide>,
    is_on: AtomicBool,
    subject: Subject,
}

/// What a replay is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject {
    /// The product whose stock is shown.
    pub(super) product_id: i64,
    /// The user whose points are shown.
    pub(super) user_id: i64,
    /// Statements that name one of these tables are key steps.
    pub(super) tables: &'static [&'static str],
}

impl Recorder {
    pub(super) fn new(subject: Subject) -> Arc<Self> {
        let (steps, side) = (Mutex::default(), Mutex::new(LabSide::Shop));
        Arc::new(Self { steps, side, is_on: AtomicBool::new(false), subject })
    }

    /// Watches this thread and the writer of the shop. `before` is called on the writer before each statement.
    pub(super) async fn begin(
        self: &Arc<Self>,
        shop: &Arc<Shop>,
        mut before: impl FnMut(&Db, &str) + Send + 'static,
    ) -> Result<(), LabError> {
        let recorder = Arc::clone(self);
        on_writer(shop, move || {
            probe::install(move |event| match event {
                Event::Before(db, template) if recorder.is_on() => before(db, template),
                Event::Before(..) => {}
                Event::After(sent) => recorder.sent(sent),
            });
        })
        .await?;
        let recorder = Arc::clone(self);
        probe::install(move |event| {
            if let Event::After(sent) = event {
                recorder.sent(sent);
            }
        });
        self.is_on.store(true, Ordering::SeqCst);
        Ok(())
    }

    /// Ends the watch and returns the steps.
    pub(super) async fn end(&self, shop: &Arc<Shop>) -> Result<Vec<LabStep>, LabError> {
        self.is_on.store(false, Ordering::SeqCst);
        probe::remove();
        on_writer(shop, probe::remove).await?;
        Ok(std::mem::take(&mut self.steps.lock()))
    }

    /// The next statements are of this side.
    pub(super) fn turn_to(&self, side: LabSide) {
        *self.side.lock() = side;
    }

    /// A step that is no statement. The state is the committed one.
    pub(super) fn note(
        &self,
        shop: &Arc<Shop>,
        side: LabSide,
        act: LabAct,
        code: Option<ErrorCode>,
    ) -> StoreResult<()> {
        let state = probe::without(|| shop.read(|db| self.state(db)))?;
        self.push(side, act, code, state);
        Ok(())
    }

    /// The same, with the state as `db` sees it.
    pub(super) fn note_at(&self, db: &Db, side: LabSide, act: LabAct) -> StoreResult<()> {
        self.push(side, act, None, self.state(db)?);
        Ok(())
    }

    fn push(&self, side: LabSide, act: LabAct, code: Option<ErrorCode>, state: LabState) {
        self.steps.lock().push(LabStep { side, act, statement: None, is_key: true, answer: None, code, state });
    }

    /// The state as a connection sees it.
    pub(super) fn state(&self, db: &Db) -> StoreResult<LabState> {
        standing(db, self.subject.product_id, self.subject.user_id).map(state)
    }

    fn is_on(&self) -> bool {
        self.is_on.load(Ordering::SeqCst)
    }

    fn sent(&self, sent: Sent<'_>) {
        if !self.is_on() {
            return;
        }
        let state = self.state(sent.db).unwrap_or_default();
        // The bounds of a group belong to the writer, those of a task to its side.
        let is_of_group = ["BEGIN", "COMMIT"].contains(&verb(sent.template)) || names(sent.template, "commit_mark");
        self.steps.lock().push(LabStep {
            side: if is_of_group { LabSide::Shop } else { *self.side.lock() },
            act: LabAct::Statement,
            is_key: self.is_key(sent.template),
            statement: Some(one_line(&sent.text)),
            answer: Some(answer(sent.answer, verb(sent.template))),
            code: None,
            state,
        });
    }

    fn is_key(&self, template: &str) -> bool {
        ["BEGIN", "COMMIT", "ROLLBACK"].contains(&verb(template))
            || self.subject.tables.iter().any(|table| names(template, table))
    }
}

/// Runs `work` on the thread of the writer.
pub(super) async fn on_writer(shop: &Arc<Shop>, work: impl FnOnce() + Send + 'static) -> Result<(), LabError> {
    let mut work = Some(work);
    let written = shop.write(LockKey::Shop, move |_| {
        if let Some(work) = work.take() {
            work();
        }
        Ok(())
    });
    written.await.map_err(|error| LabError::Write(format!("{error:?}")))
}

/// The state in the shape of the contract.
pub(super) fn state(standing: Standing) -> LabState {
    let Standing { available, sold, orders, paid, failed, points, coupons_used, answers } = standing;
    LabState { available, sold, orders, paid, failed, points, coupons_used, answers }
}

/// The answer in the shape of the contract. SQLite counts changed rows for three verbs; for others the count is an old one.
fn answer(answer: Answer, verb: &str) -> LabAnswer {
    let none = LabAnswer { rows: None, changed: None, values: Vec::new(), error: None };
    match answer {
        Answer::Rows(rows, first) => {
            let values = first.into_iter().map(|(name, value)| LabValue { name: one_line(&name), value }).collect();
            LabAnswer { rows: Some(rows), values, ..none }
        }
        Answer::Changed(changed) if ["INSERT", "UPDATE", "DELETE"].contains(&verb) => {
            LabAnswer { changed: Some(changed), ..none }
        }
        Answer::Changed(_) => none,
        Answer::Failed(error) => LabAnswer { error: Some(error), ..none },
    }
}

fn verb(template: &str) -> &str {
    template.split_whitespace().next().unwrap_or_default()
}

/// Whether a statement names a table. The names of tables are in lower case, the words of SQL in capitals.
fn names(template: &str, table: &str) -> bool {
    template.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_').any(|word| word == table)
}

/// A statement as one line: the store writes long ones over several.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
