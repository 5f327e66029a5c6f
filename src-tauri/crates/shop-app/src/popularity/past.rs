//! Sales by product for days that are no longer counted in memory. The days of a period are summed row by row on
//! request, which takes longer the more was sold. The sums are cached, because a report is read repeatedly: with
//! another limit, from another page, or with today's sales added. Past days change only by a refund.

use std::sync::Arc;

use chrono::NaiveDate;
use parking_lot::Mutex;
use shop_domain::ranking::Sales;

/// Maximum number of cached periods; at 100,000 products each takes about 2.5 MB.
const KEPT: usize = 4;

/// First and last day.
pub(super) type Days = (NaiveDate, NaiveDate);

/// The periods that were read last.
#[derive(Default)]
pub(super) struct Past {
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    /// Changes with every refund and restore, so that sums from before one are not cached after it.
    version: u64,
    /// The most recently read period is last.
    periods: Vec<(Days, Arc<Vec<Sales>>)>,
}

impl Past {
    /// The sales of each product in these days: cached, otherwise computed by `add_up`.
    pub(super) fn sums<E>(
        &self,
        days: Days,
        add_up: impl FnOnce() -> Result<Vec<Sales>, E>,
    ) -> Result<Arc<Vec<Sales>>, E> {
        let version = {
            let mut kept = self.kept.lock();
            if let Some(place) = kept.periods.iter().position(|(of, _)| *of == days) {
                kept.periods[place..].rotate_left(1);
                return Ok(Arc::clone(&kept.periods[kept.periods.len() - 1].1));
            }
            kept.version
        };
        let sums = Arc::new(add_up()?);
        let mut kept = self.kept.lock();
        if kept.version == version {
            kept.periods.push((days, Arc::clone(&sums)));
            let surplus = kept.periods.len().saturating_sub(KEPT);
            kept.periods.drain(..surplus);
        }
        Ok(sums)
    }

    /// Removes all cached periods: other data has taken the place of the table's.
    pub(super) fn forget_all(&self) {
        let mut kept = self.kept.lock();
        kept.version += 1;
        kept.periods.clear();
    }

    /// Removes the cached periods with this day: a sale of that day was refunded.
    pub(super) fn forget(&self, day: NaiveDate) {
        let mut kept = self.kept.lock();
        kept.version += 1;
        kept.periods.retain(|((first, last), _)| !(*first..=*last).contains(&day));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(first: u32, last: u32) -> Days {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).expect("March has it");
        (day(first), day(last))
    }

    /// Reads with `found` as the result of the table, and returns the answer.
    fn ask(past: &Past, of: Days, found: i64) -> i64 {
        let sales = Sales { product_id: 1, quantity: found, amount: found };
        past.sums::<()>(of, || Ok(vec![sales])).expect("it can be added up")[0].quantity
    }

    #[test]
    fn a_period_is_added_up_once_until_a_refund_within_it() {
        let past = Past::default();
        assert_eq!(ask(&past, days(1, 9), 5), 5, "the first look adds up");
        assert_eq!(ask(&past, days(1, 9), 6), 5, "the second finds it kept");
        past.forget(days(10, 10).0);
        assert_eq!(ask(&past, days(1, 9), 6), 5, "a refund of another day changes nothing");
        past.forget(days(9, 9).0);
        assert_eq!(ask(&past, days(1, 9), 4), 4, "one of its last day does");
    }

    #[test]
    fn what_was_read_before_a_refund_is_not_kept() {
        let past = Past::default();
        let read = past.sums::<()>(days(1, 9), || {
            past.forget(days(3, 3).0);
            Ok(Vec::new())
        });
        assert_eq!(read.map(|sums| sums.len()), Ok(0), "an earlier request gets what was true then");
        assert_eq!(ask(&past, days(1, 9), 7), 7, "a call after it gets a new answer");
    }

    #[test]
    fn the_periods_asked_for_last_are_kept() {
        let past = Past::default();
        for last in 1..=4 {
            ask(&past, days(1, last), 1);
        }
        ask(&past, days(1, 1), 2);
        ask(&past, days(1, 5), 1);
        let found: Vec<i64> = [1, 3, 4, 5].map(|last| ask(&past, days(1, last), 2)).into();
        assert_eq!(found, [1; 4], "four are kept");
        assert_eq!(ask(&past, days(1, 2), 2), 2, "and the one not asked for longest is not among them");
    }
}
