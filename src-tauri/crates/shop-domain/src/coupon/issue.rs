//! Issuing coupons, first come, first served. The count is a conditional update; this decides before it, and again
//! under the lock.

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::coupon::types::{CouponState, Distribution};

/// How a coupon is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssueWay {
    /// A customer chose it from the list.
    Chosen,
    /// A customer entered its code.
    Redeemed,
    /// An admin gives it.
    Granted,
}

impl IssueWay {
    /// Whether a coupon of this distribution is got this way. An admin may give any.
    #[must_use]
    pub const fn suits(self, distribution: Distribution) -> bool {
        matches!(
            (self, distribution),
            (Self::Chosen, Distribution::Open) | (Self::Redeemed, Distribution::Code) | (Self::Granted, _)
        )
    }
}

/// Facts about the coupon and the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IssueFacts {
    /// The coupon's state.
    pub state: CouponState,
    /// How customers get it.
    pub distribution: Distribution,
    /// The first instant at which it is no longer issued.
    pub end_date: DateTime<Utc>,
    /// Whether it was issued to the user.
    pub already_issued: bool,
    /// Total number.
    pub total_quantity: i64,
    /// Number issued.
    pub issued_quantity: i64,
}

/// Why a coupon is not issued, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum IssueRefusal {
    /// `COUPON_NOT_FOUND`: it is no longer issued, or not this way; customers are not told more.
    #[error("coupon not handed out")]
    NotFound,
    /// `COUPON_NOT_FOUND`: its end has passed.
    #[error("coupon has ended")]
    Ended,
    /// `COUPON_ALREADY_ISSUED`: one for each user.
    #[error("already issued")]
    AlreadyIssued,
    /// `COUPON_SOLD_OUT`: none is left.
    #[error("sold out")]
    SoldOut,
}

/// Decides whether the coupon is issued to the user at `now`. A coupon may be issued before it can be used.
///
/// # Errors
/// [`IssueRefusal`], in its order.
pub fn check_issue(facts: &IssueFacts, way: IssueWay, now: DateTime<Utc>) -> Result<(), IssueRefusal> {
    if facts.state != CouponState::Normal || !way.suits(facts.distribution) {
        Err(IssueRefusal::NotFound)
    } else if now >= facts.end_date {
        Err(IssueRefusal::Ended)
    } else if facts.already_issued {
        Err(IssueRefusal::AlreadyIssued)
    } else if facts.issued_quantity >= facts.total_quantity {
        Err(IssueRefusal::SoldOut)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_come_in_their_order() {
        let now = DateTime::from_timestamp(1_000, 0).unwrap();
        let mut facts = IssueFacts {
            state: CouponState::Discontinued,
            distribution: Distribution::Open,
            end_date: now,
            already_issued: true,
            total_quantity: 100,
            issued_quantity: 100,
        };
        assert_eq!(check_issue(&facts, IssueWay::Chosen, now), Err(IssueRefusal::NotFound));
        facts.state = CouponState::Normal;
        assert_eq!(check_issue(&facts, IssueWay::Chosen, now), Err(IssueRefusal::Ended), "at its end it has ended");
        facts.end_date = now + chrono::TimeDelta::milliseconds(1);
        assert_eq!(check_issue(&facts, IssueWay::Chosen, now), Err(IssueRefusal::AlreadyIssued));
        facts.already_issued = false;
        assert_eq!(check_issue(&facts, IssueWay::Chosen, now), Err(IssueRefusal::SoldOut));
        facts.issued_quantity = 99;
        assert_eq!(check_issue(&facts, IssueWay::Chosen, now), Ok(()), "the last one is issued");
    }

    #[test]
    fn a_coupon_is_got_the_way_that_the_shop_chose_for_it() {
        let now = DateTime::from_timestamp(1_000, 0).unwrap();
        let by = |distribution, way| {
            let facts = IssueFacts {
                state: CouponState::Normal,
                distribution,
                end_date: now + chrono::TimeDelta::milliseconds(1),
                already_issued: false,
                total_quantity: 1,
                issued_quantity: 0,
            };
            check_issue(&facts, way, now)
        };
        let not_found = Err(IssueRefusal::NotFound);
        for (distribution, chosen, redeemed) in [
            (Distribution::Open, Ok(()), not_found),
            (Distribution::Code, not_found, Ok(())),
            (Distribution::Grant, not_found, not_found),
        ] {
            assert_eq!(by(distribution, IssueWay::Chosen), chosen, "{distribution:?} from the list");
            assert_eq!(by(distribution, IssueWay::Redeemed), redeemed, "{distribution:?} by a code");
            assert_eq!(by(distribution, IssueWay::Granted), Ok(()), "{distribution:?} by an admin");
        }
    }
}
