//! One end of a period that a request asks for.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use shop_domain::BusinessDay;
use shop_domain::instant::{self, NotAnInstant};

/// An instant (RFC 3339), or a whole business day of the shop (`YYYY-MM-DD`): as the beginning of a period the day's first
/// instant, as its end the whole day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Moment {
    /// An instant; as an end the period stops before it.
    Instant(DateTime<Utc>),
    /// A day; as an end it is part of the period.
    Day(BusinessDay),
}

impl Moment {
    /// The first instant of a period that begins with it.
    #[must_use]
    pub fn begins(self, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Instant(instant) => instant,
            Self::Day(day) => day.starts_at(zone),
        }
    }

    /// The first instant after a period that ends with it.
    #[must_use]
    pub fn ends(self, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Instant(instant) => instant,
            Self::Day(day) => day.next().starts_at(zone),
        }
    }

    /// The first day of a period that begins with it.
    #[must_use]
    pub fn first_day(self, zone: Tz) -> BusinessDay {
        BusinessDay::of(self.begins(zone), zone)
    }

    /// The last day of a period that ends with it.
    #[must_use]
    pub fn last_day(self, zone: Tz) -> BusinessDay {
        match self {
            Self::Instant(instant) => BusinessDay::of(instant - TimeDelta::nanoseconds(1), zone),
            Self::Day(day) => day,
        }
    }
}

impl TryFrom<String> for Moment {
    type Error = NotAnInstant;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        BusinessDay::parse(&text).map(Self::Day).or_else(|_| instant::parse(&text).map(Self::Instant))
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        match moment {
            Moment::Instant(instant) => instant.to_rfc3339_opts(SecondsFormat::AutoSi, true),
            Moment::Day(day) => day.to_string(),
        }
    }
}

impl From<DateTime<Utc>> for Moment {
    fn from(instant: DateTime<Utc>) -> Self {
        Self::Instant(instant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_the_last_day_begin_and_end_at_instants_that_there_are() {
        for zone in [chrono_tz::Asia::Seoul, chrono_tz::America::New_York] {
            for day in ["0000-01-01", "9999-12-31"] {
                let moment = Moment::try_from(day.to_owned()).expect("it is a day");
                for end in [moment.begins(zone), moment.ends(zone)] {
                    assert!(instant::check(end).is_ok(), "{day} in {zone}: {end}");
                }
            }
        }
    }

    #[test]
    fn a_period_has_whole_days_or_stops_at_an_instant() {
        let zone = chrono_tz::Asia::Seoul;
        for (text, begins, ends, first_day, last_day) in [
            ("2026-03-05", "2026-03-04T15:00:00Z", "2026-03-05T15:00:00Z", "2026-03-05", "2026-03-05"),
            ("2026-03-04T15:00:00Z", "2026-03-04T15:00:00Z", "2026-03-04T15:00:00Z", "2026-03-05", "2026-03-04"),
            (
                "2026-03-05T09:30:00.5+09:00",
                "2026-03-05T00:30:00.500Z",
                "2026-03-05T00:30:00.500Z",
                "2026-03-05",
                "2026-03-05",
            ),
        ] {
            let moment = Moment::try_from(text.to_owned()).expect("it is one");
            let shown = |instant: DateTime<Utc>| String::from(Moment::from(instant));
            assert_eq!(
                (shown(moment.begins(zone)).as_str(), shown(moment.ends(zone)).as_str()),
                (begins, ends),
                "{text}"
            );
            let days = (moment.first_day(zone).to_string(), moment.last_day(zone).to_string());
            assert_eq!((days.0.as_str(), days.1.as_str()), (first_day, last_day), "{text}");
        }
        for bad in [
            "",
            "never",
            "2026-3-5",
            "2026-02-30",
            "2026-03-05T",
            "20260305",
            "+10000-01-01T00:00:00Z",
            "9999-12-31T23:59:59-05:00",
        ] {
            assert!(Moment::try_from(bad.to_owned()).is_err(), "{bad:?}");
        }
    }
}
