//! A figure, such as a stock level or a balance, from its changes.

/// One recorded change of a figure, with the figure that was recorded after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// What was added; below 0 what was taken.
    pub change: i64,
    /// The figure after it, as the row says.
    pub after: i64,
}

/// A figure that was made from changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The figure.
    pub value: i64,
    /// Whether each row says the figure that its change makes.
    pub is_consistent: bool,
}

/// Adds the changes to `first`, the oldest change first.
pub fn figure(first: i64, changes: impl IntoIterator<Item = Change>) -> Figure {
    changes.into_iter().fold(Figure { value: first, is_consistent: true }, |figure, Change { change, after }| {
        let value = figure.value.saturating_add(change);
        Figure { value, is_consistent: figure.is_consistent && value == after }
    })
}

/// Whether the rows of a figure agree with the figure that is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reconciled {
    /// The sum of all changes is the stored figure.
    Matches,
    /// It is not, or a row does not say what its change makes.
    Differs,
    /// There are more changes than are added up for one answer.
    NotChecked,
}

/// Compares the sum of all changes with the stored figure. `recorded` is absent where too many changes exist.
#[must_use]
pub fn reconcile(recorded: Option<i64>, stored: i64, is_consistent: bool) -> Reconciled {
    match recorded {
        _ if !is_consistent => Reconciled::Differs,
        None => Reconciled::NotChecked,
        Some(recorded) if recorded == stored => Reconciled::Matches,
        Some(_) => Reconciled::Differs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_its_first_value_and_all_changes() {
        let rows =
            |rows: &[(i64, i64)]| rows.iter().map(|&(change, after)| Change { change, after }).collect::<Vec<_>>();
        for (why, first, changes, expected) in [
            ("nothing happened", 7, rows(&[]), (7, true)),
            ("sold and given back", 7, rows(&[(-3, 4), (3, 7), (-1, 6)]), (6, true)),
            ("a row says another figure", 7, rows(&[(-3, 4), (1, 9)]), (5, false)),
            ("a row is missing", 7, rows(&[(-3, 4), (-1, 2)]), (3, false)),
            ("the end of the range", i64::MAX, rows(&[(1, i64::MAX)]), (i64::MAX, true)),
        ] {
            let figure = figure(first, changes);
            assert_eq!((figure.value, figure.is_consistent), expected, "{why}");
        }
    }

    #[test]
    fn a_sum_is_compared_where_there_is_one() {
        for (recorded, stored, is_consistent, expected) in [
            (Some(6), 6, true, Reconciled::Matches),
            (Some(6), 7, true, Reconciled::Differs),
            (Some(6), 6, false, Reconciled::Differs),
            (None, 6, true, Reconciled::NotChecked),
            (None, 6, false, Reconciled::Differs),
        ] {
            assert_eq!(reconcile(recorded, stored, is_consistent), expected, "{recorded:?} {stored} {is_consistent}");
        }
    }
}
