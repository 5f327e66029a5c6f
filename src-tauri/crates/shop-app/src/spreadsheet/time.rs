//! Times in the shop's zone, as tables for readers have them: `2026-03-05 14:30`, without an offset.

use chrono::{DateTime, NaiveDate, NaiveTime, SubsecRound, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

/// Writes an instant in the zone, with seconds and milliseconds only where it has some.
pub(crate) fn local_text(at: DateTime<Utc>, zone: Tz) -> String {
    let at = at.with_timezone(&zone).trunc_subsecs(3);
    let format = match (at.second(), at.nanosecond()) {
        (0, 0) => "%Y-%m-%d %H:%M",
        (_, 0) => "%Y-%m-%d %H:%M:%S",
        _ => "%Y-%m-%d %H:%M:%S%.3f",
    };
    at.format(format).to_string()
}

/// Reads an instant with an offset, or a date and a time of the zone as spreadsheets write them. `None` for a date alone,
/// which could mean the beginning or the end of the day, and for one that begins with the day or the month. A time that
/// the zone passes over is none either; of one that comes twice the first is taken.
pub(crate) fn instant_in(text: &str, zone: Tz) -> Option<DateTime<Utc>> {
    if let Ok(at) = shop_domain::instant::parse(text) {
        return Some(at);
    }
    let text = text.replace('T', " ");
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let half = words.iter().position(|word| half_of_day(word).is_some()).map(|place| words.remove(place));
    let time = words.iter().position(|word| word.contains(':')).map(|place| words.remove(place))?;
    let at = date(&words.join(" "))?.and_time(time_of_day(time, half.and_then(half_of_day))?);
    let at = zone.from_local_datetime(&at).earliest()?.with_timezone(&Utc);
    shop_domain::instant::check(at).ok()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

fn half_of_day(word: &str) -> Option<Half> {
    match word.to_ascii_uppercase().as_str() {
        "오전" | "AM" => Some(Half::Am),
        "오후" | "PM" => Some(Half::Pm),
        _ => None,
    }
}

/// Year, month and day, in this order.
fn date(text: &str) -> Option<NaiveDate> {
    let parts = text.split(['-', '/', '.', ' ', '년', '월', '일']).filter(|part| !part.is_empty());
    let numbers: Vec<u32> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [year @ 1_000..=9_999, month, day] = numbers[..] else { return None };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn time_of_day(text: &str, half: Option<Half>) -> Option<NaiveTime> {
    let time = NaiveTime::parse_from_str(text, "%H:%M").or_else(|_| NaiveTime::parse_from_str(text, "%H:%M:%S%.f"));
    let time = time.ok()?;
    match (half, time.hour()) {
        (None, _) | (Some(Half::Am), 1..=11) | (Some(Half::Pm), 12) => Some(time),
        (Some(Half::Am), 12) | (Some(Half::Pm), 1..=11) => Some(time.overflowing_add_signed(TimeDelta::hours(12)).0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZONE: Tz = chrono_tz::Asia::Seoul;

    #[test]
    fn a_time_without_an_offset_is_one_of_the_zone() {
        for text in [
            "2026-03-05T05:30:00Z",
            "2026-03-05 14:30",
            "2026-03-05T14:30",
            "2026-3-5 14:30:00",
            "2026/03/05 14:30",
            "2026. 3. 5. 오후 2:30",
            "2026-03-05 2:30 PM",
            "2026년 3월 5일 14:30",
            "2026-03-05 14:30:00.000",
        ] {
            let at = instant_in(text, ZONE).map(|at| at.to_rfc3339());
            assert_eq!(at.as_deref(), Some("2026-03-05T05:30:00+00:00"), "{text}");
        }
        for text in [
            "2026-03-05",
            "3/5/2026 14:30",
            "05-03-2026 14:30",
            "2026-13-05 14:30",
            "14:30",
            "2026-03-05 25:00",
            "2026-03-05 오후 14:30",
            "30:15.1",
            "46000.6",
            "어제",
            "",
        ] {
            assert_eq!(instant_in(text, ZONE), None, "{text:?}");
        }
    }

    #[test]
    fn every_instant_comes_back_as_it_was() {
        for text in ["2026-03-05T05:30:00Z", "2026-03-05T15:00:01Z", "2026-12-31T23:59:59.999Z"] {
            let at = shop_domain::instant::parse(text).expect("an instant");
            assert_eq!(instant_in(&local_text(at, ZONE), ZONE), Some(at), "{text}");
        }
        let at = shop_domain::instant::parse("2026-03-05T15:00:00Z").expect("an instant");
        assert_eq!(local_text(at, ZONE), "2026-03-06 00:00", "no seconds where there are none");
    }

    #[test]
    fn the_hour_that_comes_twice_is_the_first_and_the_one_left_out_is_none() {
        let zone = chrono_tz::Europe::Berlin;
        assert_eq!(instant_in("2026-03-29 02:30", zone), None, "the clocks go forward");
        let first = instant_in("2026-10-25 02:30", zone).expect("it comes twice");
        assert_eq!(first.to_rfc3339(), "2026-10-25T00:30:00+00:00");
    }
}
