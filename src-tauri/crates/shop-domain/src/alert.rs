//! Alerts for the merchant: each is reported once when it arises, and again only after it was cleared.

use std::collections::BTreeSet;

use crate::code::coded;

coded! {
    /// Kind of an alert.
    AlertKind {
        /// Stock of a product or option is low.
        LowStock => "LOW_STOCK",
        /// Few coupons are left.
        CouponRunningOut => "COUPON_RUNNING_OUT",
        /// A payment of an order of today failed.
        PaymentFailed => "PAYMENT_FAILED",
        /// Events for the webhook were given up.
        OutboxFailed => "OUTBOX_FAILED",
        /// The disk is nearly full.
        LowDisk => "LOW_DISK",
        /// The shop's file cannot be written to.
        Storage => "STORAGE",
        /// The clock was set or is wrong.
        Clock => "CLOCK",
    }
}

impl AlertKind {
    /// Whether the database records since when it is open. The running program alone knows of conditions that keep the
    /// shop from writing or from knowing the time.
    #[must_use]
    pub fn is_remembered(self) -> bool {
        !matches!(self, Self::Storage | Self::Clock)
    }
}

/// The current conditions of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The kind.
    pub kind: AlertKind,
    /// The subjects with that condition.
    pub subjects: BTreeSet<String>,
    /// Whether `subjects` is complete. If there are too many to read each time, it holds the first ones.
    pub is_whole: bool,
}

/// The difference between the current conditions and the open alerts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertDiff {
    /// The kind.
    pub kind: AlertKind,
    /// New conditions.
    pub arisen: Vec<String>,
    /// Conditions that ended.
    pub cleared: Vec<String>,
    /// Whether the new ones are to be reported.
    pub is_told: bool,
}

/// Compares the current conditions with the `known` ones; `None` if nothing differs.
///
/// If the subjects are incomplete, a missing one may still have the condition, and a new one is not worth a report.
#[must_use]
pub fn diff(standing: &Standing, known: &BTreeSet<String>) -> Option<AlertDiff> {
    let Standing { kind, subjects, is_whole } = standing;
    let arisen: Vec<String> = subjects.difference(known).cloned().collect();
    let cleared: Vec<String> = if *is_whole { known.difference(subjects).cloned().collect() } else { Vec::new() };
    let is_same = arisen.is_empty() && cleared.is_empty();
    (!is_same).then_some(AlertDiff { kind: *kind, arisen, cleared, is_told: *is_whole })
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
            let expected = expected.map(|(arisen, cleared, is_told)| AlertDiff {
                kind: AlertKind::LowStock,
                arisen: list(arisen),
                cleared: list(cleared),
                is_told,
            });
            assert_eq!(diff(&standing, &set(known)), expected, "{why}");
        }
    }

    #[test]
    fn codes_are_read_as_they_are_written() {
        for kind in AlertKind::ALL {
            assert_eq!(AlertKind::parse(kind.as_str()), Ok(*kind), "{kind}");
        }
    }
}
