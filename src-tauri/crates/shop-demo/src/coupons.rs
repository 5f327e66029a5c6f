//! The coupons of the demo market, one of every kind that the rules know and in every state that a shopper may meet it.

use chrono::{DateTime, TimeDelta, Utc};
use shop_domain::coupon::CouponKind;

/// A hand-written coupon. Hours count from the instant at which the demo is made.
#[derive(Debug, Clone, Copy)]
pub struct DemoCoupon {
    /// Name.
    pub name: &'static str,
    /// What it takes off.
    pub off: Off,
    /// The most it takes off, in won.
    pub cap: Option<i64>,
    /// The least amount of an order before discounts, in won.
    pub min_order_amount: i64,
    /// The category whose products it is for; `None` is a `CART` coupon.
    pub category: Option<&'static str>,
    /// Usable from.
    pub begins_hours: i64,
    /// Had and usable until.
    pub ends_hours: i64,
    /// How many of a hundred customers have taken it.
    pub taken_percent: u32,
    /// How many are left for others.
    pub left: i64,
    /// Whether the first customer has it.
    pub first_customer: FirstCustomer,
}

/// What a coupon takes off.
#[derive(Debug, Clone, Copy)]
pub enum Off {
    /// Per cent.
    Rate(i64),
    /// Won.
    Price(i64),
}

/// Whether the first customer, as whom a visitor of the demo is signed in, has a coupon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstCustomer {
    /// Took it long ago and may have used it.
    Early,
    /// Has just taken it, so that there is something to check out with.
    JustNow,
    /// Not yet, so that there is something to take.
    NotYet,
}

impl DemoCoupon {
    /// What it takes its discount from.
    #[must_use]
    pub fn kind(&self) -> CouponKind {
        if self.category.is_some() { CouponKind::CartItem } else { CouponKind::Cart }
    }

    /// The first instant at which it can be used, and the first at which it no longer can.
    #[must_use]
    pub fn period(&self, now: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
        (now + TimeDelta::hours(self.begins_hours), now + TimeDelta::hours(self.ends_hours))
    }
}

const fn coupon(name: &'static str, off: Off, min_order_amount: i64) -> DemoCoupon {
    DemoCoupon {
        name,
        off,
        cap: None,
        min_order_amount,
        category: None,
        begins_hours: -31 * 24,
        ends_hours: 21 * 24,
        taken_percent: 30,
        left: 5_000,
        first_customer: FirstCustomer::NotYet,
    }
}

impl DemoCoupon {
    const fn cap(mut self, won: i64) -> Self {
        self.cap = Some(won);
        self
    }

    const fn of(mut self, category: &'static str) -> Self {
        self.category = Some(category);
        self
    }

    const fn hours(mut self, begins: i64, ends: i64) -> Self {
        (self.begins_hours, self.ends_hours) = (begins, ends);
        self
    }

    const fn taken(mut self, percent: u32, left: i64) -> Self {
        (self.taken_percent, self.left) = (percent, left);
        self
    }

    const fn first(mut self, first_customer: FirstCustomer) -> Self {
        self.first_customer = first_customer;
        self
    }
}

/// All of them.
pub const COUPONS: [DemoCoupon; 13] = [
    coupon("첫 장보기 10% 할인", Off::Rate(10), 0).cap(5_000).taken(90, 9_000).first(FirstCustomer::Early),
    coupon("오만 원 이상 3,000원 할인", Off::Price(3_000), 50_000).taken(60, 7_000).first(FirstCustomer::JustNow),
    coupon("단골 15% 할인", Off::Rate(15), 100_000).cap(20_000).hours(-31 * 24, 45 * 24).first(FirstCustomer::JustNow),
    coupon("장날 한정 30% 할인", Off::Rate(30), 30_000).cap(30_000).hours(-20 * 24, 6).taken(80, 3),
    coupon("새벽 선착순 10,000원 할인", Off::Price(10_000), 60_000).taken(35, 0).first(FirstCustomer::Early),
    coupon("제철 먹거리 20% 할인", Off::Rate(20), 0).cap(10_000).of("food").first(FirstCustomer::JustNow),
    coupon("주방용품 4,000원 할인", Off::Price(4_000), 0).of("kitchen").first(FirstCustomer::JustNow),
    coupon("캠핑 준비 25% 할인", Off::Rate(25), 80_000).cap(40_000).of("camping").hours(-7 * 24, 30),
    coupon("식품 1개 무료", Off::Rate(100), 20_000).cap(6_000).of("food").hours(-7 * 24, 5 * 24).taken(10, 40),
    coupon("다음 장날 5,000원 할인", Off::Price(5_000), 30_000)
        .hours(50, 15 * 24)
        .taken(12, 800)
        .first(FirstCustomer::JustNow),
    coupon("주말 장터 7% 할인", Off::Rate(7), 20_000).cap(7_000).hours(-10 * 24, 52),
    coupon("문구 1,500원 할인", Off::Price(1_500), 0).of("stationery").hours(-14 * 24, 9 * 24),
    coupon("지난 장날 8% 할인", Off::Rate(8), 10_000)
        .cap(4_000)
        .hours(-28 * 24, -40)
        .taken(50, 60)
        .first(FirstCustomer::Early),
];

#[cfg(test)]
mod tests {
    use shop_domain::coupon::Discount;

    use super::*;
    use crate::catalogue::CATEGORIES;

    #[test]
    fn every_kind_and_state_is_there() {
        let has = |test: fn(&DemoCoupon) -> bool| COUPONS.iter().any(test);
        for kind in [CouponKind::Cart, CouponKind::CartItem] {
            assert!(
                COUPONS.iter().any(|coupon| coupon.kind() == kind && matches!(coupon.off, Off::Rate(_))),
                "{kind} rate"
            );
            assert!(
                COUPONS.iter().any(|coupon| coupon.kind() == kind && matches!(coupon.off, Off::Price(_))),
                "{kind} price"
            );
        }
        assert!(has(|coupon| coupon.cap.is_some()) && has(|coupon| coupon.min_order_amount > 0), "caps and minima");
        assert!(has(|coupon| coupon.left == 0), "one is sold out");
        assert!(has(|coupon| (1..10).contains(&coupon.left)), "one is nearly gone");
        assert!(has(|coupon| coupon.begins_hours > 0), "one has not begun");
        assert!(has(|coupon| coupon.ends_hours < 0), "one has ended");
    }

    #[test]
    fn every_row_is_whole() {
        for coupon in COUPONS {
            let (rate, price) = match coupon.off {
                Off::Rate(rate) => (Some(rate), None),
                Off::Price(price) => (None, Some(price)),
            };
            assert!(Discount::new(rate, price).is_ok(), "{} takes something off", coupon.name);
            assert!(coupon.begins_hours < coupon.ends_hours, "{} ends after it begins", coupon.name);
            assert!(coupon.taken_percent <= 100 && coupon.left >= 0, "{}", coupon.name);
            let known = |code| CATEGORIES.iter().any(|category| category.code == code);
            assert!(coupon.category.is_none_or(known), "{} is for a category that there is", coupon.name);
        }
    }
}
