//! Watches the statements of one thread: their text with its values, what SQLite answered, and the connection on which they
//! ran. Only the Lab installs a probe, on the threads of its scratch shop; `tests/tests/tidy/doors.rs` finds other users.
//!
//! A thread without a probe pays one look at a flag for each statement. A probe cannot change what a statement does.

use std::cell::{Cell, RefCell};

use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Row};

use super::Db;

/// What a probe is told.
pub enum Event<'a> {
    /// A statement is about to run on this connection; its text as the store wrote it.
    Before(&'a Db, &'a str),
    /// A statement has run.
    After(Sent<'a>),
}

/// A statement that has run.
pub struct Sent<'a> {
    /// Its connection, inside the same transaction. What the probe reads on it is not told again.
    pub db: &'a Db,
    /// Its text as the store wrote it.
    pub template: &'a str,
    /// The text that SQLite ran, with all values.
    pub text: String,
    /// What SQLite answered.
    pub answer: Answer,
}

/// What SQLite answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Rows, and the columns of the first one with their values.
    Rows(u64, Vec<(String, String)>),
    /// It changed so many rows.
    Changed(u64),
    /// It failed.
    Failed(String),
}

type Probe = Box<dyn FnMut(Event<'_>)>;

thread_local! {
    static IS_ON: Cell<bool> = const { Cell::new(false) };
    static PROBE: RefCell<Option<Probe>> = const { RefCell::new(None) };
}

/// Watches this thread from now on, in the place of an earlier probe.
pub fn install(probe: impl FnMut(Event<'_>) + 'static) {
    PROBE.with_borrow_mut(|place| *place = Some(Box::new(probe)));
    IS_ON.set(true);
}

/// Ends the watch of this thread.
pub fn remove() {
    IS_ON.set(false);
    PROBE.with_borrow_mut(Option::take);
}

/// Whether this thread has a probe.
pub(crate) fn is_watching() -> bool {
    IS_ON.get()
}

/// Works on this thread without its probe.
pub fn without<T>(work: impl FnOnce() -> T) -> T {
    let was_on = IS_ON.replace(false);
    let done = work();
    IS_ON.set(was_on);
    done
}

/// Tells the probe; meanwhile there is none, so that its own statements are not told.
fn tell(event: Event<'_>) {
    let Some(mut probe) = PROBE.with_borrow_mut(Option::take) else { return };
    IS_ON.set(false);
    probe(event);
    PROBE.with_borrow_mut(|place| *place = Some(probe));
    IS_ON.set(true);
}

/// A statement under watch.
pub(super) struct Watched<'a> {
    template: &'a str,
    rows: u64,
    first: Vec<(String, String)>,
}

impl<'a> Watched<'a> {
    /// Begins the watch of a statement, if this thread has a probe.
    pub(super) fn begin(db: &Db, template: &'a str) -> Option<Self> {
        if !IS_ON.get() {
            return None;
        }
        tell(Event::Before(db, template));
        Some(Self { template, rows: 0, first: Vec::new() })
    }

    /// A row came.
    pub(super) fn row(&mut self, row: &Row<'_>) {
        self.rows += 1;
        if self.rows == 1 {
            let columns = row.as_ref().column_names();
            let value = |(index, name): (usize, &str)| Some((name.to_owned(), shown(row.get_ref(index).ok()?)));
            self.first = columns.enumerate().filter_map(value).collect();
        }
    }

    /// It ran to its end, or failed.
    pub(super) fn end<T>(
        self,
        db: &Db,
        statement: &CachedStatement<'_>,
        result: &rusqlite::Result<T>,
        changed: Option<usize>,
    ) {
        let answer = match (result, changed) {
            (Err(error), _) => Answer::Failed(error.to_string()),
            (Ok(_), Some(changed)) => Answer::Changed(changed as u64),
            (Ok(_), None) => Answer::Rows(self.rows, self.first),
        };
        let text = statement.expanded_sql().unwrap_or_else(|| self.template.to_owned());
        tell(Event::After(Sent { db, template: self.template, text, answer }));
    }
}

fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "NULL".to_owned(),
        ValueRef::Integer(value) => value.to_string(),
        ValueRef::Real(value) => value.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => format!("{} bytes", bytes.len()),
    }
}
