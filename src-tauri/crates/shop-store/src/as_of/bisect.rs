//! The place of an instant among rows with rising ids.

use chrono::{DateTime, Utc};

use crate::db::StoreResult;

/// The id with which the rows after `instant` begin: rows with lower ids are dated at or before it. `first_from` finds
/// the first row with at least this id; `newest` is the last id of all. Needs one step for each bit of `newest`.
pub(super) fn id_after(
    instant: DateTime<Utc>,
    newest: i64,
    first_from: impl Fn(i64) -> StoreResult<Option<(i64, DateTime<Utc>)>>,
) -> StoreResult<i64> {
    let (mut low, mut high) = (0, newest + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        match first_from(middle)? {
            Some((id, at)) if at <= instant => low = id + 1,
            _ => high = middle,
        }
    }
    Ok(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(second, 0).expect("an instant")
    }

    fn place(rows: &[(i64, i64)], second: i64) -> i64 {
        let newest = rows.last().map_or(0, |(id, _)| *id);
        let first_from = |from| Ok(rows.iter().find(|(id, _)| *id >= from).map(|(id, second)| (*id, at(*second))));
        id_after(at(second), newest, first_from).expect("it is found")
    }

    #[test]
    fn rows_at_the_instant_itself_are_before_the_place() {
        let rows = [(3, 10), (4, 20), (9, 20), (12, 30)];
        for second in 9..=31 {
            let place = place(&rows, second);
            for (id, dated) in rows {
                assert_eq!(id < place, dated <= second, "row {id} of {dated} at {second}: the place is {place}");
            }
        }
        assert_eq!(place(&[], 10), 0, "there is no row");
    }

    #[test]
    fn where_the_clock_was_set_back_the_place_is_still_between_two_rows() {
        let rows = [(1, 10), (2, 20), (3, 50), (4, 30), (5, 40)];
        for second in 9..=51 {
            let place = place(&rows, second);
            let before = rows.iter().rfind(|(id, _)| *id < place);
            let after = rows.iter().find(|(id, _)| *id >= place);
            assert!(before.is_none_or(|(_, dated)| *dated <= second), "{second}: {before:?}");
            assert!(after.is_none_or(|(_, dated)| *dated > second), "{second}: {after:?}");
        }
    }
}
