//! Whether a coupon may be used at all, before lines and other coupons are considered; and its state after its order
//! ends.

use chrono::{DateTime, Utc};

use crate::coupon::types::{CouponReason, OwnedCoupon, UserCouponState};
use crate::money::Won;

/// Checks a coupon alone, for an order of `amount` before discounts. A coupon that a job has marked as expired is
/// `EXPIRED` too: the result must not depend on whether the job has run.
///
/// # Errors
/// The first [`CouponReason`] that holds, up to `MIN_ORDER_AMOUNT`.
pub fn check_usable(coupon: &OwnedCoupon, amount: Won, now: DateTime<Utc>) -> Result<(), CouponReason> {
    if !coupon.owned {
        return Err(CouponReason::NotOwned);
    }
    match coupon.state {
        UserCouponState::Used | UserCouponState::Deleted => return Err(CouponReason::NotAvailable),
        UserCouponState::Expired => return Err(CouponReason::Expired),
        UserCouponState::Available => {}
    }
    if now >= coupon.expires_at {
        Err(CouponReason::Expired)
    } else if now < coupon.begin {
        Err(CouponReason::NotStarted)
    } else if amount < coupon.min_order_amount {
        Err(CouponReason::MinOrderAmount)
    } else {
        Ok(())
    }
}

/// The state of a used coupon after its order is cancelled, refunded, expires or fails: available again unless it has
/// expired.
#[must_use]
pub fn state_when_given_back(expires_at: DateTime<Utc>, now: DateTime<Utc>) -> UserCouponState {
    if now < expires_at { UserCouponState::Available } else { UserCouponState::Expired }
}

/// The state of an issued coupon at `now`: an available one after its end is `EXPIRED`, whether or not a job has marked
/// it.
#[must_use]
pub fn state_at(state: UserCouponState, expires_at: DateTime<Utc>, now: DateTime<Utc>) -> UserCouponState {
    match state {
        UserCouponState::Available => state_when_given_back(expires_at, now),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coupon::samples::{at, cart_price, won};

    #[test]
    fn a_coupon_is_usable_from_its_beginning_up_to_its_end() {
        let coupon = OwnedCoupon { begin: at(100), expires_at: at(200), ..cart_price(1, 500) };
        for (second, expected) in
            [(99, Err(CouponReason::NotStarted)), (100, Ok(())), (199, Ok(())), (200, Err(CouponReason::Expired))]
        {
            assert_eq!(check_usable(&coupon, won(1), at(second)), expected, "at {second}");
        }
    }

    #[test]
    fn reasons_come_in_their_order() {
        let mut coupon = OwnedCoupon {
            owned: false,
            state: UserCouponState::Used,
            begin: at(100),
            expires_at: at(10),
            min_order_amount: won(1_000),
            ..cart_price(1, 500)
        };
        let reason = |coupon: &OwnedCoupon| check_usable(coupon, won(999), at(50)).err();
        assert_eq!(reason(&coupon), Some(CouponReason::NotOwned));
        coupon.owned = true;
        assert_eq!(reason(&coupon), Some(CouponReason::NotAvailable));
        coupon.state = UserCouponState::Deleted;
        assert_eq!(reason(&coupon), Some(CouponReason::NotAvailable));
        coupon.state = UserCouponState::Expired;
        assert_eq!(reason(&coupon), Some(CouponReason::Expired), "as the job marks it");
        coupon.state = UserCouponState::Available;
        assert_eq!(reason(&coupon), Some(CouponReason::Expired), "as the clock says");
        coupon.expires_at = at(200);
        assert_eq!(reason(&coupon), Some(CouponReason::NotStarted));
        coupon.begin = at(50);
        assert_eq!(reason(&coupon), Some(CouponReason::MinOrderAmount));
        coupon.min_order_amount = won(999);
        assert_eq!(reason(&coupon), None, "the minimum itself is enough");
    }

    #[test]
    fn an_unknown_coupon_is_refused_as_a_strangers_is() {
        let unknown = check_usable(&OwnedCoupon::unknown(7), won(1), at(50));
        assert_eq!(unknown, Err(CouponReason::NotOwned));
    }

    #[test]
    fn a_coupon_comes_back_unless_it_ran_out() {
        assert_eq!(state_when_given_back(at(10), at(9)), UserCouponState::Available);
        assert_eq!(state_when_given_back(at(10), at(10)), UserCouponState::Expired);
    }

    #[test]
    fn only_an_available_coupon_runs_out_by_itself() {
        for (state, second, expected) in [
            (UserCouponState::Available, 9, UserCouponState::Available),
            (UserCouponState::Available, 10, UserCouponState::Expired),
            (UserCouponState::Used, 10, UserCouponState::Used),
            (UserCouponState::Expired, 9, UserCouponState::Expired),
            (UserCouponState::Deleted, 10, UserCouponState::Deleted),
        ] {
            assert_eq!(state_at(state, at(10), at(second)), expected, "{state} at {second}");
        }
    }
}
