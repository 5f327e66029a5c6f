//! The shop's business day: the calendar day of an instant in the shop's zone (Asia/Seoul unless configured). Order
//! numbers, popular products and reports use it; everything else is in UTC. Days are of the years 0 to 9999, as
//! instants are: their order is that of their texts.

use std::fmt;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use crate::instant;
use crate::limits::OutOfRange;

/// A calendar day in the shop's zone, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BusinessDay(NaiveDate);

impl BusinessDay {
    /// The day on which `instant` falls in `zone`.
    #[must_use]
    pub fn of(instant: DateTime<Utc>, zone: Tz) -> BusinessDay {
        BusinessDay::nearest(instant::clamp(instant).with_timezone(&zone).date_naive())
    }

    /// Reads `YYYY-MM-DD`, and only that.
    ///
    /// # Errors
    /// [`OutOfRange`] for any other text.
    pub fn parse(text: &str) -> Result<BusinessDay, OutOfRange> {
        // chrono also accepts "2026-3-5"; the days in the database sort as text, so only one form is accepted.
        NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .ok()
            .map(BusinessDay)
            .filter(|day| text.len() == 10 && day.to_string() == text)
            .ok_or(OutOfRange)
    }

    /// The day as a date without a zone.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// The day that many days before, or the first day.
    #[must_use]
    pub fn minus_days(self, days: u64) -> BusinessDay {
        let earlier = self.0.checked_sub_days(Days::new(days));
        BusinessDay::nearest(earlier.unwrap_or(NaiveDate::MIN))
    }

    /// The day that many days later, or the last day.
    #[must_use]
    pub fn plus_days(self, days: u64) -> BusinessDay {
        let later = self.0.checked_add_days(Days::new(days));
        BusinessDay::nearest(later.unwrap_or(NaiveDate::MAX))
    }

    /// The next day, or the last day.
    #[must_use]
    pub fn next(self) -> BusinessDay {
        BusinessDay::nearest(self.0.succ_opt().unwrap_or(NaiveDate::MAX))
    }

    /// The first instant of the day in `zone`. If the clocks skip midnight, the day begins after the gap; if they pass
    /// it twice, at the first time.
    #[must_use]
    pub fn starts_at(self, zone: Tz) -> DateTime<Utc> {
        let midnight = self.0.and_time(NaiveTime::MIN);
        (0..24)
            .filter_map(|hour| zone.from_local_datetime(&(midnight + chrono::TimeDelta::hours(hour))).earliest())
            .next()
            .map_or_else(|| instant::clamp(midnight.and_utc()), |start| instant::clamp(start.with_timezone(&Utc)))
    }

    /// Clamps to the first and last day.
    fn nearest(day: NaiveDate) -> BusinessDay {
        let at = |year, month, date| NaiveDate::from_ymd_opt(year, month, date).unwrap_or(day);
        match day.year() {
            ..0 => BusinessDay(at(0, 1, 1)),
            0..=9_999 => BusinessDay(day),
            _ => BusinessDay(at(9_999, 12, 31)),
        }
    }
}

impl fmt::Display for BusinessDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Asia::Seoul;

    fn instant(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn midnight_in_seoul_begins_the_day() {
        for (at, day) in [
            ("2026-03-04T14:59:59.999Z", "2026-03-04"),
            ("2026-03-04T15:00:00.000Z", "2026-03-05"),
            ("2028-02-28T15:00:00.000Z", "2028-02-29"),
            ("2025-12-31T15:00:00.000Z", "2026-01-01"),
        ] {
            assert_eq!(BusinessDay::of(instant(at), Seoul).to_string(), day, "{at}");
        }
    }

    #[test]
    fn only_a_day_in_its_one_form_is_read() {
        for good in ["2026-03-05", "2028-02-29"] {
            assert_eq!(BusinessDay::parse(good).unwrap().to_string(), good);
        }
        for bad in ["", "2026-3-5", "2026-02-29", "20260305", "2026-03-05 ", "+2026-03-5", "x"] {
            assert!(BusinessDay::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_day_starts_at_its_midnight_even_where_clocks_skip_it() {
        let seoul = BusinessDay::parse("2026-03-05").unwrap().starts_at(Seoul);
        assert_eq!(seoul, instant("2026-03-04T15:00:00Z"));
        // In Beirut the clocks skip from 00:00 to 01:00 on this day.
        let beirut = BusinessDay::parse("2024-03-31").unwrap().starts_at(chrono_tz::Asia::Beirut);
        assert_eq!(beirut, instant("2024-03-30T22:00:00Z"));
    }

    #[test]
    fn days_count_backwards_and_forwards_over_months() {
        let day = BusinessDay::parse("2026-03-01").unwrap();
        assert_eq!(day.minus_days(1).to_string(), "2026-02-28");
        assert_eq!(day.minus_days(1).next(), day);
        assert_eq!(day.minus_days(1).plus_days(2).to_string(), "2026-03-02");
        assert_eq!(day.plus_days(u64::MAX).to_string(), "9999-12-31", "the last day there is");
        assert_eq!(day.date().to_string(), "2026-03-01");
        assert_eq!(day.minus_days(u64::MAX).to_string(), "0000-01-01", "the first day there is");
        let last = BusinessDay::parse("9999-12-31").unwrap();
        assert_eq!((last.next(), BusinessDay::of(DateTime::<Utc>::MAX_UTC, Seoul)), (last, last), "the last one");
    }
}
