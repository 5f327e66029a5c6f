//! Valid instants: those of the years 0 to 9999 in UTC. RFC 3339 has no other years, so another instant could be
//! written and not read back; and the order of instants is that of their texts.

use std::sync::LazyLock;

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use thiserror::Error;

/// Not an instant, or one outside the years 0 to 9999; `INVALID_INPUT` in the API. Clients branch on its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("NOT_AN_INSTANT")]
pub struct NotAnInstant;

/// The first instant of the year 0, and the last millisecond of the year 9999.
static BOUNDS: LazyLock<(DateTime<Utc>, DateTime<Utc>)> = LazyLock::new(|| {
    let first = NaiveDate::from_ymd_opt(0, 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0));
    let last = NaiveDate::from_ymd_opt(9_999, 12, 31).and_then(|day| day.and_hms_milli_opt(23, 59, 59, 999));
    let (first, last) = first.zip(last).expect("BUG: both are instants");
    (first.and_utc(), last.and_utc())
});

/// Parses RFC 3339. The year is the one in UTC, after the offset is applied.
pub fn parse(text: &str) -> Result<DateTime<Utc>, NotAnInstant> {
    let instant = DateTime::parse_from_rfc3339(text).map_err(|_| NotAnInstant)?;
    check(instant.with_timezone(&Utc))
}

/// Checks that an instant can be written and read back.
pub fn check(instant: DateTime<Utc>) -> Result<DateTime<Utc>, NotAnInstant> {
    if (0..=9_999).contains(&instant.year()) { Ok(instant) } else { Err(NotAnInstant) }
}

/// The nearest valid instant, for computed ends of a period.
#[must_use]
pub fn clamp(instant: DateTime<Utc>) -> DateTime<Utc> {
    let (first, last) = *BOUNDS;
    instant.clamp(first, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_counts_after_the_offset_is_applied() {
        for text in [
            "9999-12-31T23:59:59.999Z",
            "9999-12-31T23:59:59+00:01",
            "0000-01-01T00:00:00Z",
            "0000-01-01T00:00:00-00:01",
            "2026-03-10T12:00:00+09:00",
        ] {
            assert!(parse(text).is_ok(), "{text}");
        }
        for text in [
            "9999-12-31T23:59:59-05:00",
            "9999-12-31T23:59:00-00:01",
            "0000-01-01T00:00:00+09:00",
            "+10000-01-01T00:00:00Z",
            "-0001-12-31T23:59:59Z",
            "2026-02-30T00:00:00Z",
            "2026-03-10T12:00:00",
            "2026-03-10",
            "never",
            "",
        ] {
            assert_eq!(parse(text), Err(NotAnInstant), "{text:?}");
        }
    }

    #[test]
    fn what_was_worked_out_beyond_the_years_is_brought_to_their_ends() {
        let (first, last) = (parse("0000-01-01T00:00:00Z"), parse("9999-12-31T23:59:59.999Z"));
        assert_eq!(clamp(DateTime::<Utc>::MAX_UTC), last.unwrap());
        assert_eq!(clamp(DateTime::<Utc>::MIN_UTC), first.unwrap());
        let noon = parse("2026-03-10T03:00:00Z").unwrap();
        assert_eq!(clamp(noon), noon);
    }
}
