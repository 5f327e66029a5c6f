//! Instants in the database: RFC 3339 text in UTC with milliseconds, so that text order is time order. An instant that
//! could not be read back is not written.

use chrono::{DateTime, Datelike as _, NaiveDate, SubsecRound as _, Timelike as _, Utc};
use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use shop_domain::instant;

/// The format of every instant.
const FORM: &[u8] = b"0000-00-00T00:00:00.000Z";

/// An instant as a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp(pub DateTime<Utc>);

/// The instant truncated to milliseconds, as it is read back.
#[must_use]
pub fn to_millis(instant: DateTime<Utc>) -> DateTime<Utc> {
    instant.trunc_subsecs(3)
}

impl ToSql for Stamp {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let instant =
            instant::check(self.0).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        Ok(text(instant).into())
    }
}

/// Formats digit by digit, because nearly every statement has two instants and the general formatter of chrono costs as
/// much as a small statement. The year is one of 0 to 9999.
fn text(instant: DateTime<Utc>) -> String {
    // A leap second is written as the last millisecond before it, so that texts sort.
    let millis = (instant.nanosecond() / 1_000_000).min(999);
    let fields = [
        (instant.year().unsigned_abs(), 4, '-'),
        (instant.month(), 2, '-'),
        (instant.day(), 2, 'T'),
        (instant.hour(), 2, ':'),
        (instant.minute(), 2, ':'),
        (instant.second(), 2, '.'),
        (millis, 3, 'Z'),
    ];
    let mut text = String::with_capacity(FORM.len());
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
        let instant = match written(text.as_bytes()) {
            Some(instant) => instant,
            None => instant::parse(text).map_err(|error| FromSqlError::Other(Box::new(error)))?,
        };
        Ok(Self(instant))
    }
}

/// Parses the one format that [`text`] writes; `None` for any other. It spares most rows the general parser.
fn written(text: &[u8]) -> Option<DateTime<Utc>> {
    let is_form = text.len() == FORM.len()
        && text.iter().zip(FORM).all(|(c, form)| if *form == b'0' { c.is_ascii_digit() } else { c == form });
    if !is_form {
        return None;
    }
    let number = |from: usize, to: usize| text[from..to].iter().fold(0, |sum, c| sum * 10 + u32::from(c - b'0'));
    let day = NaiveDate::from_ymd_opt(i32::try_from(number(0, 4)).ok()?, number(5, 7), number(8, 10))?;
    Some(day.and_hms_milli_opt(number(11, 13), number(14, 16), number(17, 19), number(20, 23))?.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_written_as_rfc3339_writes_it_and_read_back() {
        for form in [
            "0000-01-01T00:00:00.000Z",
            "1970-01-01T00:00:00.000Z",
            "2026-03-05T23:59:59.999Z",
            "2028-02-29T09:08:07.065Z",
            "0001-01-01T00:00:00.000Z",
            "9999-12-31T23:59:59.001Z",
        ] {
            let instant: DateTime<Utc> = form.parse().expect("it is one");
            assert_eq!(text(instant), form, "digit by digit");
            assert_eq!(instant.to_rfc3339_opts(chrono::SecondsFormat::Millis, true), form, "as chrono does");
            assert_eq!(written(form.as_bytes()), Some(instant), "read digit by digit");
            assert_eq!(Stamp::column_result(ValueRef::Text(form.as_bytes())), Ok(Stamp(instant)), "read back");
        }
    }

    #[test]
    fn an_instant_that_cannot_be_read_back_is_not_written() {
        for beyond in ["+10000-01-01T04:59:59Z", "+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59Z"] {
            let instant: DateTime<Utc> = beyond.parse().expect("chrono knows it");
            assert!(Stamp(instant).to_sql().is_err(), "{beyond} is refused");
        }
        let last = instant::parse("9999-12-31T23:59:59.999Z").expect("an instant");
        assert!(Stamp(last).to_sql().is_ok(), "the last millisecond is written");
    }

    #[test]
    fn a_text_in_another_form_is_read_where_it_is_an_instant() {
        let same = "2026-03-05T00:00:00.000Z".parse::<DateTime<Utc>>().map(Stamp).ok();
        for other in ["2026-03-05T00:00:00Z", "2026-03-05T09:00:00+09:00", "2026-03-05T00:00:00.000000Z"] {
            assert_eq!(Stamp::column_result(ValueRef::Text(other.as_bytes())).ok(), same, "{other}");
        }
        for none in ["+10000-01-01T04:59:59.000Z", "2026-02-30T00:00:00.000Z", "2026-03-05T24:00:00.000Z", "T", ""] {
            assert!(Stamp::column_result(ValueRef::Text(none.as_bytes())).is_err(), "{none:?}");
        }
    }
}
