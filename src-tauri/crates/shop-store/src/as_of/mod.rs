//! Rows that say what a thing was at an instant: the changes of a stock level or a balance, the holders and uses of a
//! coupon, the acts of admins. Only reads.
//!
//! The rows of one thing are found by its index, and the place of an instant among them by bisection of their ids
//! ([`Figure::id_after`]), because their ids and instants rise together. After the clock was set back they do not: then
//! the place is one at which an earlier row is dated up to the instant, and the next one after it, so that the answer is
//! still something that the shop has had. No index by time is needed, which every order would pay for.

mod acts;
mod bisect;
mod coupon;
mod figure;
#[cfg(test)]
mod tests;

pub use acts::{ActsOn, FailedAttempt, failed_attempts};
pub use coupon::{
    CouponUse, Issue, MOST_USES, coupon_uses, first_issue_from, issue_id_after, issued_before, issues_before, used_now,
};
pub use figure::{Entry, EntryKind, Figure, Origin};
