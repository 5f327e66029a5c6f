//! The two views of a connection: [`Db`] reads, [`Tx`] also writes.
//!
//! Each connection prepares a statement once. A write states how many rows it must change.

pub mod probe;

use std::ops::{ControlFlow, Deref};
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _, Params, Row};

use crate::error::StoreError;
use crate::health::StorageHealth;
use crate::read_slot::ReadSlot;
use probe::Watched;

/// The result of a store function.
pub type StoreResult<T> = Result<T, StoreError>;

/// A connection for reading.
pub struct Db {
    pub(crate) conn: Connection,
    /// Receives its errors, if it is a connection to the live file of an open store.
    pub(crate) health: Option<Arc<StorageHealth>>,
    /// The running read, if the connection belongs to the pool.
    pub(crate) slot: Option<Arc<ReadSlot>>,
}

impl Db {
    /// A connection to a file without an open store, such as a copy.
    pub(crate) fn new(conn: Connection) -> Self {
        Self { conn, health: None, slot: None }
    }

    /// The same connection, reporting its errors to `health`.
    pub(crate) fn watched(self, health: &Arc<StorageHealth>) -> Self {
        Self { health: Some(Arc::clone(health)), ..self }
    }

    /// Converts an error of SQLite and reports it.
    pub(crate) fn seen<T>(&self, result: rusqlite::Result<T>) -> StoreResult<T> {
        result.map_err(|error| {
            let error = StoreError::from(error);
            if let Some(health) = &self.health {
                health.note(&error);
            }
            error
        })
    }

    /// Refuses the next statement of a read that was ended.
    fn go_on(&self) -> StoreResult<()> {
        let is_ended = self.slot.as_ref().is_some_and(|slot| slot.is_ended());
        if is_ended { Err(StoreError::Ended) } else { Ok(()) }
    }

    /// The only row, or `None`.
    pub(crate) fn row<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> StoreResult<Option<T>> {
        self.go_on()?;
        let run = || {
            let mut statement = self.conn.prepare_cached(sql)?;
            let Some(mut watched) = Watched::begin(self, sql) else {
                return statement.query_row(params, read).optional();
            };
            let found = statement.query_row(params, |row| {
                watched.row(row);
                read(row)
            });
            let found = found.optional();
            watched.end(self, &statement, &found, None);
            found
        };
        self.seen(run())
    }

    /// All rows.
    pub(crate) fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> StoreResult<Vec<T>> {
        self.go_on()?;
        let run = || {
            let mut statement = self.conn.prepare_cached(sql)?;
            let Some(mut watched) = Watched::begin(self, sql) else {
                return statement.query_map(params, read)?.collect();
            };
            let watched_read = |row: &Row<'_>| {
                watched.row(row);
                read(row)
            };
            let found = statement.query_map(params, watched_read).and_then(Iterator::collect);
            watched.end(self, &statement, &found, None);
            found
        };
        self.seen(run())
    }

    /// Calls `take` for each row until it breaks; returns whether all rows were read.
    pub(crate) fn each(
        &self,
        sql: &str,
        params: impl Params,
        mut take: impl FnMut(&Row<'_>) -> StoreResult<ControlFlow<()>>,
    ) -> StoreResult<bool> {
        self.go_on()?;
        let mut statement = self.seen(self.conn.prepare_cached(sql))?;
        let mut watched = Watched::begin(self, sql);
        let mut rows = self.seen(statement.query(params))?;
        let mut is_whole = true;
        while let Some(row) = self.seen(rows.next())? {
            if let Some(watched) = &mut watched {
                watched.row(row);
            }
            if take(row)?.is_break() {
                is_whole = false;
                break;
            }
        }
        drop(rows);
        if let Some(watched) = watched {
            watched.end(self, &statement, &Ok(()), None);
        }
        Ok(is_whole)
    }
}

/// The writing connection inside the transaction of the current group. Only the writer makes one.
pub struct Tx<'a> {
    pub(crate) db: &'a Db,
}

impl Deref for Tx<'_> {
    type Target = Db;

    fn deref(&self) -> &Db {
        self.db
    }
}

impl Tx<'_> {
    /// Changes any number of rows; returns how many.
    pub(crate) fn change(&self, sql: &str, params: impl Params) -> StoreResult<usize> {
        let run = || {
            let mut statement = self.conn.prepare_cached(sql)?;
            let Some(watched) = Watched::begin(self, sql) else { return statement.execute(params) };
            let changed = statement.execute(params);
            watched.end(self, &statement, &changed, changed.as_ref().ok().copied());
            changed
        };
        self.seen(run())
    }

    /// Changes exactly one row.
    pub(crate) fn change_one(&self, sql: &'static str, params: impl Params) -> StoreResult<()> {
        match self.change(sql, params)? {
            1 => Ok(()),
            changed => Err(StoreError::NotOneRow { changed, statement: sql }),
        }
    }

    /// Inserts a row and returns its id.
    pub(crate) fn insert(&self, sql: &'static str, params: impl Params) -> StoreResult<i64> {
        self.change_one(sql, params)?;
        Ok(self.conn.last_insert_rowid())
    }
}
