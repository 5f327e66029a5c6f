//! The coupons of the demo market, one of every kind that the rules know and in every state that a shopper may meet it.

use chrono::{DateTime, TimeDelta, Utc};
use shop_domain::coupon::CouponKind;

/// A hand-written coupon. Hours count from the instant at which the demo is made.
#[derive(Debug, Clone, Copy)]
pub struct DemoCoupon {
    /// Name.
    pub name: &'static str,
    /// English name.
    pub name_en: &'static str,
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
    /// How many are left for others, about: the shop has a round number of them in all.
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

    /// How many of `willing` customers take one: of a coupon that is sold out or nearly so, as many as make a round number
    /// in all.
    #[must_use]
    pub fn takers(&self, willing: usize) -> usize {
        let in_all = willing + self.left as usize;
        if self.left >= SCARCE || in_all < 10 { willing } else { (in_all / 10 * 10).saturating_sub(self.left as usize) }
    }

    /// The total number of a coupon that so many customers take: a round one, as a merchant would choose it.
    #[must_use]
    pub fn total(&self, takers: i64) -> i64 {
        let in_all = takers + self.left;
        if self.left < SCARCE || in_all < 10 {
            return in_all;
        }
        let step = 10_i64.pow(in_all.ilog10() - 1) * 5;
        let round = (in_all + step / 2) / step * step;
        // One more is taken when the visitor comes in.
        if round > takers + 1 { round } else { round + step }
    }
}

const fn coupon(name: &'static str, name_en: &'static str, off: Off, min_order_amount: i64) -> DemoCoupon {
    DemoCoupon {
        name,
        name_en,
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

/// With fewer left a coupon is nearly gone, and exactly so many shall be left.
const SCARCE: i64 = 10;

/// All of them.
pub const COUPONS: [DemoCoupon; 13] = [
    coupon("첫 장보기 10% 할인", "10% off your first order", Off::Rate(10), 0)
        .cap(5_000)
        .taken(90, 9_000)
        .first(FirstCustomer::Early),
    coupon("오만 원 이상 3,000원 할인", "₩3,000 off orders over ₩50,000", Off::Price(3_000), 50_000)
        .taken(60, 7_000)
        .first(FirstCustomer::JustNow),
    coupon("단골 15% 할인", "15% off for regulars", Off::Rate(15), 100_000)
        .cap(20_000)
        .hours(-31 * 24, 45 * 24)
        .first(FirstCustomer::JustNow),
    coupon("장날 한정 30% 할인", "Market day only: 30% off", Off::Rate(30), 30_000)
        .cap(30_000)
        .hours(-20 * 24, 6)
        .taken(80, 3),
    coupon("새벽 선착순 10,000원 할인", "Early bird: ₩10,000 off", Off::Price(10_000), 60_000)
        .taken(35, 0)
        .first(FirstCustomer::Early),
    coupon("제철 먹거리 20% 할인", "20% off seasonal food", Off::Rate(20), 0)
        .cap(10_000)
        .of("food")
        .first(FirstCustomer::JustNow),
    coupon("주방용품 4,000원 할인", "₩4,000 off kitchenware", Off::Price(4_000), 0)
        .of("kitchen")
        .first(FirstCustomer::JustNow),
    coupon("캠핑 준비 25% 할인", "25% off camping gear", Off::Rate(25), 80_000)
        .cap(40_000)
        .of("camping")
        .hours(-7 * 24, 30),
    coupon("식품 1개 무료", "One food item free", Off::Rate(100), 20_000)
        .cap(6_000)
        .of("food")
        .hours(-7 * 24, 5 * 24)
        .taken(10, 40),
    coupon("다음 장날 5,000원 할인", "Next market day: ₩5,000 off", Off::Price(5_000), 30_000)
        .hours(50, 15 * 24)
        .taken(12, 800)
        .first(FirstCustomer::JustNow),
    coupon("주말 장터 7% 할인", "Weekend market: 7% off", Off::Rate(7), 20_000).cap(7_000).hours(-10 * 24, 52),
    coupon("문구 1,500원 할인", "₩1,500 off stationery", Off::Price(1_500), 0).of("stationery").hours(-14 * 24, 9 * 24),
    coupon("지난 장날 8% 할인", "Last market day: 8% off", Off::Rate(8), 10_000)
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
    fn totals_are_round_and_enough() {
        for (left, willing, takers, total) in [
            (5_000, 15, 15, 5_000),
            (9_000, 45, 45, 9_000),
            (800, 6, 6, 800),
            (40, 5, 5, 45),
            (60, 24, 24, 85),
            (5_000, 1_500, 1_500, 6_500),
            (3, 40, 37, 40),
            (0, 17, 10, 10),
            (3, 2, 2, 5),
            (0, 0, 0, 0),
            (40, 500, 500, 550),
            (40, 5_000, 5_000, 5_500),
        ] {
            let coupon = DemoCoupon { left, ..COUPONS[0] };
            assert_eq!(coupon.takers(willing), takers, "{willing} would take one, {left} are left");
            assert_eq!(coupon.total(takers as i64), total, "{takers} take one, {left} are left");
        }
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
