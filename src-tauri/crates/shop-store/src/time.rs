//! Instants as the database keeps them: RFC 3339 text in UTC with milliseconds, so that text order is time order.

use chrono::{DateTime, SecondsFormat, SubsecRound as _, Utc};
use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};

/// An instant on its way into or out of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp(pub DateTime<Utc>);

/// The instant as it will be read back: cut to the millisecond.
#[must_use]
pub fn to_millis(instant: DateTime<Utc>) -> DateTime<Utc> {
    instant.trunc_subsecs(3)
}

impl ToSql for Stamp {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_rfc3339_opts(SecondsFormat::Millis, true).into())
    }
}

impl FromSql for Stamp {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        let instant = DateTime::parse_from_rfc3339(text).map_err(|error| FromSqlError::Other(Box::new(error)))?;
        Ok(Self(instant.with_timezone(&Utc)))
    }
}
