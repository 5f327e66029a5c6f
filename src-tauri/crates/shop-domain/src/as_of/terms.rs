//! The terms of a coupon, from the acts that changed them: each act says the terms before and after it.

use chrono::{DateTime, Utc};

use crate::coupon::CouponState;

/// The terms at an instant: those after the last act up to it; else those before the first act after it; else, where
/// no act ever changed them, those that are stored. `None` where an act does not say them.
pub fn terms_at<T>(after_last: Option<Option<T>>, before_next: Option<Option<T>>, stored: T) -> Option<T> {
    after_last.or(before_next).unwrap_or(Some(stored))
}

/// The state of a coupon at an instant: it expires by itself at its end, whether or not that is written down yet.
/// `is_of_then` says whether `recorded` was written at or before the instant; a later row may say `EXPIRED` of what was
/// not expired yet.
#[must_use]
pub fn coupon_state_at(
    recorded: CouponState,
    is_of_then: bool,
    end: DateTime<Utc>,
    instant: DateTime<Utc>,
) -> CouponState {
    match recorded {
        CouponState::Normal if instant >= end => CouponState::Expired,
        CouponState::Expired if !is_of_then && instant < end => CouponState::Normal,
        recorded => recorded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_come_from_the_nearest_act() {
        for (after_last, before_next, expected) in [
            (Some(Some("last")), Some(Some("next")), Some("last")),
            (Some(Some("last")), None, Some("last")),
            (None, Some(Some("next")), Some("next")),
            (None, None, Some("stored")),
            (Some(None), Some(Some("next")), None),
            (None, Some(None), None),
        ] {
            assert_eq!(terms_at(after_last, before_next, "stored"), expected, "{after_last:?} {before_next:?}");
        }
    }

    #[test]
    fn a_coupon_expires_at_its_end() {
        use CouponState::{Deleted, Discontinued, Expired, Normal};
        let at = |second| DateTime::from_timestamp(second, 0).unwrap();
        for (recorded, is_of_then, second, expected) in [
            (Normal, true, 9, Normal),
            (Normal, true, 10, Expired),
            (Normal, false, 10, Expired),
            (Expired, true, 9, Expired),
            (Expired, false, 9, Normal),
            (Expired, false, 10, Expired),
            (Discontinued, true, 10, Discontinued),
            (Deleted, false, 10, Deleted),
        ] {
            let found = coupon_state_at(recorded, is_of_then, at(10), at(second));
            assert_eq!(found, expected, "{recorded} {is_of_then} at {second}");
        }
    }
}
