//! The engine alone: a plain line of tasks without keys, and each task a step of the mix.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use parking_lot::{Condvar, Mutex};
use shop_store::{Feed, Store, StoreResult, Task, Tx, Verdict, WriteFailure};
use tokio::sync::oneshot;

use crate::stage::now;
use crate::work::Step;

/// A store with a plain line in front. Dropping it ends the writer.
pub struct Engine {
    line: Arc<Line>,
    store: Store,
}

impl Engine {
    /// Opens the file.
    ///
    /// # Errors
    /// As opening a store does.
    pub fn open(file: &Path) -> Result<Self> {
        let line = Arc::new(Line::default());
        let store = Store::open(file, "bench".to_owned(), Arc::clone(&line) as _)?;
        Ok(Self { line, store })
    }

    /// Does a step in a group and gives the id of what it made; `None` where it failed.
    pub async fn run(&self, step: Step) -> Option<i64> {
        let (answer, answered) = oneshot::channel();
        self.line.push(Box::new(Asked { step, made: None, answer }));
        answered.await.ok().flatten()
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.line.close();
        self.store.close();
    }
}

#[derive(Default)]
struct Line {
    /// The tasks, and whether no more will come.
    tasks: Mutex<(VecDeque<Box<dyn Task>>, bool)>,
    arrived: Condvar,
}

impl Line {
    fn push(&self, task: Box<dyn Task>) {
        self.tasks.lock().0.push_back(task);
        self.arrived.notify_one();
    }

    fn close(&self) {
        self.tasks.lock().1 = true;
        self.arrived.notify_one();
    }
}

impl Feed for Line {
    fn wait(&self) -> Option<Box<dyn Task>> {
        let mut tasks = self.tasks.lock();
        while tasks.0.is_empty() && !tasks.1 {
            self.arrived.wait(&mut tasks);
        }
        tasks.0.pop_front()
    }

    fn poll(&self) -> Option<Box<dyn Task>> {
        self.tasks.lock().0.pop_front()
    }

    fn ran(&self, _held: Duration) {}
}

struct Asked {
    step: Step,
    made: Option<StoreResult<i64>>,
    answer: oneshot::Sender<Option<i64>>,
}

impl Task for Asked {
    fn run(&mut self, tx: &Tx<'_>) -> Verdict {
        let made = self.step.run(tx, now());
        let verdict = if made.is_ok() { Verdict::Keep } else { Verdict::RollBack };
        self.made = Some(made);
        verdict
    }

    fn finish(self: Box<Self>, end: Result<(), WriteFailure>) {
        let made = self.made.and_then(Result::ok);
        // Who has stopped listening needs no answer.
        let _ = self.answer.send(made.filter(|_| end.is_ok()));
    }
}
