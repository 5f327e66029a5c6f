//! Coupons: issuing, use, discounts, and the best combination.

mod best;
#[cfg(test)]
mod best_tests;
mod code;
mod issue;
mod lines;
mod price;
#[cfg(test)]
mod price_tests;
mod prorate;
#[cfg(test)]
mod samples;
mod types;
mod usable;

pub use best::best_combination;
pub use code::{CouponCode, InvalidCouponCode};
pub use issue::{IssueFacts, IssueRefusal, IssueWay, check_issue};
pub use lines::{LineTotal, OrderLines, PricedLine};
pub use price::{AppliedCoupon, CouponRefusal, PricedOrder, Quote, judge, price_order, quote};
pub use types::{
    CouponKind, CouponReason, CouponState, Discount, Distribution, InvalidDiscount, OwnedCoupon, UserCouponState,
};
pub use usable::{check_usable, state_at, state_when_given_back};
