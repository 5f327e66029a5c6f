//! What a merchant should hear of without looking, and when: once as it arises, and again only after it was over.

use std::collections::BTreeSet;

use crate::code::coded;

coded! {
    /// What a merchant is warned of.
    AlertKind {
        /// A product or option of which few are left.
        LowStock => "LOW_STOCK",
        /// A coupon of which few are left.
        CouponRunningOut => "COUPON_RUNNING_OUT",
        /// An order of today whose payment broke off.
        PaymentFailed => "PAYMENT_FAILED",
        /// Events for the merchant's own system that were given up.
        OutboxFailed => "OUTBOX_FAILED",
        /// Little room left where the shop's data lies.
        LowDisk => "LOW_DISK",
        /// The shop's file cannot be written to.
        Storage => "STORAGE",
        /// The clock was set or is wrong.
        Clock => "CLOCK",
    }
}

impl AlertKind {
    /// Whether since when it stands is remembered in the database. Of what keeps the shop from writing, or from knowing the
    /// time, the running program alone knows.
    #[must_use]
    pub fn is_remembered(self) -> bool {
        !matches!(self, Self::Storage | Self::Clock)
    }
}

/// What is so at this moment, of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The kind.
    pub kind: AlertKind,
    /// What it is so of, each by a text that tells it from the others.
    pub subjects: BTreeSet<String>,
    /// Whether those are all. Where there are too many to look at each time, they are the first that were found.
    pub is_whole: bool,
}

/// How what stands differs from what was known to stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The kind.
    pub kind: AlertKind,
    /// Stands, and did not.
    pub arisen: Vec<String>,
    /// Stood, and does no longer.
    pub cleared: Vec<String>,
    /// Whether what has arisen is to be told.
    pub is_told: bool,
}

/// Compares what stands with what was `known` to; `None` where nothing is different.
///
/// Where not all were looked at, one that is missing is not known to be over, and one more in the crowd is no news.
#[must_use]
pub fn turn(standing: &Standing, known: &BTreeSet<String>) -> Option<Turn> {
    let Standing { kind, subjects, is_whole } = standing;
    let arisen: Vec<String> = subjects.difference(known).cloned().collect();
    let cleared: Vec<String> = if *is_whole { known.difference(subjects).cloned().collect() } else { Vec::new() };
    let is_same = arisen.is_empty() && cleared.is_empty();
    (!is_same).then_some(Turn { kind: *kind, arisen, cleared, is_told: *is_whole })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(names: &str) -> BTreeSet<String> {
        names.split_whitespace().map(str::to_owned).collect()
    }

    fn list(names: &str) -> Vec<String> {
        set(names).into_iter().collect()
    }

    #[test]
    fn what_is_new_and_what_is_over_is_a_turn() {
        for (why, stands, known, is_whole, expected) in [
            ("nothing at all", "", "", true, None),
            ("the same as before", "a b", "a b", true, None),
            ("the first", "a", "", true, Some(("a", "", true))),
            ("one more", "a b", "a", true, Some(("b", "", true))),
            ("one fewer", "a", "a b", true, Some(("", "b", true))),
            ("another one", "b", "a", true, Some(("b", "a", true))),
            ("among too many, one that was not seen", "a", "a b", false, None),
            ("among too many, one that was not known", "a c", "a b", false, Some(("c", "", false))),
        ] {
            let standing = Standing { kind: AlertKind::LowStock, subjects: set(stands), is_whole };
            let expected = expected.map(|(arisen, cleared, is_told)| Turn {
                kind: AlertKind::LowStock,
                arisen: list(arisen),
                cleared: list(cleared),
                is_told,
            });
            assert_eq!(turn(&standing, &set(known)), expected, "{why}");
        }
    }

    #[test]
    fn codes_are_read_as_they_are_written() {
        for kind in AlertKind::ALL {
            assert_eq!(AlertKind::parse(kind.as_str()), Ok(*kind), "{kind}");
        }
    }
}
