//! The two views of a connection: [`Db`] reads, [`Tx`] also writes.
//!
//! Every statement is prepared once a connection. A write says how many rows it must change.

use std::ops::{ControlFlow, Deref};

use rusqlite::{Connection, OptionalExtension as _, Params, Row};

use crate::error::StoreError;

/// What a store function returns.
pub type Stored<T> = Result<T, StoreError>;

/// A connection that is read from.
pub struct Db {
    pub(crate) conn: Connection,
}

impl Db {
    /// The only row, or `None` where there is none.
    pub(crate) fn row<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Stored<Option<T>> {
        Ok(self.conn.prepare_cached(sql)?.query_row(params, read).optional()?)
    }

    /// All rows.
    pub(crate) fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Stored<Vec<T>> {
        Ok(self.conn.prepare_cached(sql)?.query_map(params, read)?.collect::<Result<_, _>>()?)
    }

    /// One row after the other until `take` has enough; says whether the rows came to their end first.
    pub(crate) fn each(
        &self,
        sql: &str,
        params: impl Params,
        mut take: impl FnMut(&Row<'_>) -> Stored<ControlFlow<()>>,
    ) -> Stored<bool> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            if take(row)?.is_break() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The writing connection, inside the transaction of the current group. Only the writer makes one.
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
    /// Changes any number of rows and says how many.
    pub(crate) fn change(&self, sql: &str, params: impl Params) -> Stored<usize> {
        Ok(self.conn.prepare_cached(sql)?.execute(params)?)
    }

    /// Changes exactly one row.
    pub(crate) fn change_one(&self, sql: &'static str, params: impl Params) -> Stored<()> {
        match self.change(sql, params)? {
            1 => Ok(()),
            changed => Err(StoreError::NotOneRow { changed, statement: sql }),
        }
    }

    /// Inserts a row and gives its id.
    pub(crate) fn insert(&self, sql: &'static str, params: impl Params) -> Stored<i64> {
        self.change_one(sql, params)?;
        Ok(self.conn.last_insert_rowid())
    }
}
