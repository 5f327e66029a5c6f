//! The instants of the orders: few at night, many at noon and in the evening, more at weekends, and more every day.

use chrono::{DateTime, Datelike as _, TimeDelta, Timelike as _, Utc};
use rand::{RngExt as _, rngs::Xoshiro256PlusPlus};

use super::DAYS;

/// Weight of each hour of the day in Seoul.
const HOURS: [u64; 24] = [14, 8, 4, 2, 2, 3, 8, 16, 26, 34, 40, 46, 58, 48, 40, 38, 38, 40, 46, 54, 66, 74, 60, 32];
/// Weight of each day of the week, from Monday.
const WEEKDAYS: [u64; 7] = [10, 9, 9, 10, 11, 15, 14];

/// `count` instants of the past thirty days up to an hour ago, in order.
pub(super) fn instants(count: usize, now: DateTime<Utc>, random: &mut Xoshiro256PlusPlus) -> Vec<DateTime<Utc>> {
    let start = now - TimeDelta::days(DAYS);
    let slots = DAYS * 24 - 1;
    let mut total = 0;
    let ends: Vec<u64> = (0..slots)
        .map(|slot| {
            total += weight(start + TimeDelta::hours(slot), slot);
            total
        })
        .collect();
    let mut instants: Vec<_> = (0..count)
        .map(|_| {
            let drawn = random.random_range(0..total);
            let slot = ends.partition_point(|&end| end <= drawn) as i64;
            start + TimeDelta::hours(slot) + TimeDelta::milliseconds(random.random_range(0..3_600_000))
        })
        .collect();
    instants.sort_unstable();
    instants
}

fn weight(hour: DateTime<Utc>, slot: i64) -> u64 {
    let local = hour.with_timezone(&chrono_tz::Asia::Seoul);
    let growth = 100 + slot.unsigned_abs() / 16;
    HOURS[local.hour() as usize % 24] * WEEKDAYS[local.weekday().num_days_from_monday() as usize] * growth
}
