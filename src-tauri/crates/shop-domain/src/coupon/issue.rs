//! Issuing coupons, first come, first served. The count is a conditional update; this decides before it, and again
//! under the lock.

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::coupon::types::CouponState;

/// Facts about the coupon and the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IssueFacts {
    /// The coupon's state.
    pub state: CouponState,
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
    /// `COUPON_NOT_FOUND`: it is no longer issued; customers are not told more.
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
pub fn check_issue(facts: &IssueFacts, now: DateTime<Utc>) -> Result<(), IssueRefusal> {
    if facts.state != CouponState::Normal {
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
            end_date: now,
            already_issued: true,
            total_quantity: 100,
            issued_quantity: 100,
        };
        assert_eq!(check_issue(&facts, now), Err(IssueRefusal::NotFound));
        facts.state = CouponState::Normal;
        assert_eq!(check_issue(&facts, now), Err(IssueRefusal::Ended), "at its end it has ended");
        facts.end_date = now + chrono::TimeDelta::milliseconds(1);
        assert_eq!(check_issue(&facts, now), Err(IssueRefusal::AlreadyIssued));
        facts.already_issued = false;
        assert_eq!(check_issue(&facts, now), Err(IssueRefusal::SoldOut));
        facts.issued_quantity = 99;
        assert_eq!(check_issue(&facts, now), Ok(()), "the last one is issued");
    }
}
