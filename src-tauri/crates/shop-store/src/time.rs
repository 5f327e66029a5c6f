//! Instants as the database keeps them: RFC 3339 text in UTC with milliseconds, so that text order is time order.

use chrono::{DateTime, Datelike as _, SecondsFormat, SubsecRound as _, Timelike as _, Utc};
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
        Ok(text(self.0).into())
    }
}

/// Two of these go into nearly every statement, and chrono's general formatter costs as much as a small statement; so
/// the one form that the shop writes is written digit by digit.
fn text(instant: DateTime<Utc>) -> String {
    let Ok(year @ 0..=9_999) = u32::try_from(instant.year()) else {
        return instant.to_rfc3339_opts(SecondsFormat::Millis, true);
    };
    // A leap second is written as the last millisecond before it, as a text that sorts must.
    let millis = (instant.nanosecond() / 1_000_000).min(999);
    let fields = [
        (year, 4, '-'),
        (instant.month(), 2, '-'),
        (instant.day(), 2, 'T'),
        (instant.hour(), 2, ':'),
        (instant.minute(), 2, ':'),
        (instant.second(), 2, '.'),
        (millis, 3, 'Z'),
    ];
    let mut text = String::with_capacity("2026-03-05T00:00:00.000Z".len());
    for (number, digits, after) in fields {
        for place in (0..digits).rev() {
            text.push(char::from(b'0' + (number / 10_u32.pow(place) % 10) as u8));
        }
        text.push(after);
    }
    text
}

impl FromSql for Stamp {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        let instant = DateTime::parse_from_rfc3339(text).map_err(|error| FromSqlError::Other(Box::new(error)))?;
        Ok(Self(instant.with_timezone(&Utc)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_written_as_rfc3339_writes_it() {
        for written in [
            "1970-01-01T00:00:00.000Z",
            "2026-03-05T23:59:59.999Z",
            "2028-02-29T09:08:07.065Z",
            "0001-01-01T00:00:00.000Z",
            "9999-12-31T23:59:59.001Z",
        ] {
            let instant: DateTime<Utc> = written.parse().unwrap();
            assert_eq!(text(instant), written, "digit by digit");
            assert_eq!(instant.to_rfc3339_opts(SecondsFormat::Millis, true), written, "as chrono does");
        }
    }
}
