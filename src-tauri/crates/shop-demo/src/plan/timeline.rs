//! Everything of the thirty days in order of time: coupons taken, orders placed, given back, sent and delivered.

use chrono::{DateTime, Duration, TimeDelta, TimeZone as _, Utc};
use rand::{RngExt as _, rngs::Xoshiro256PlusPlus};

use super::{DAYS, Fate, PlannedOrder};
use crate::coupons::{COUPONS, DemoCoupon, FirstCustomer};

/// Something that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub act: Act,
}

/// What happens. Numbers are those of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// A customer takes a coupon.
    Take {
        /// The customer's number.
        customer: usize,
        /// The coupon's number.
        coupon: usize,
    },
    /// An order is placed and, at once, what its fate asks for.
    Buy(usize),
    /// The shop cancels the orders that were not paid in time.
    Expire,
    /// A paid order is given back.
    Refund(usize),
    /// A paid order is sent.
    Ship(usize),
    /// It arrives.
    Deliver(usize),
}

/// Parcels leave at five in the afternoon in Seoul.
const SHIPPING_HOUR: u32 = 17;
/// An order is packed for so long at least.
const PACKING: TimeDelta = TimeDelta::hours(3);
/// Paid orders, the latest, that wait for their parcel whatever the time of day is: a visitor finds something to send.
const WAITING: usize = 4;
/// A parcel is on its way for so long: to one o'clock two days later.
const ON_THE_WAY: TimeDelta = TimeDelta::hours(44);
/// An order that is not paid for so long has expired.
const GIVEN_UP: TimeDelta = TimeDelta::minutes(31);
/// The shop looks for unpaid orders at whole multiples of so many minutes.
const LOOKS: i64 = 120;

/// The customers that take each coupon in these days. The first customer takes those that the table says.
pub(super) fn takers(users: usize, random: &mut Xoshiro256PlusPlus) -> Vec<Vec<usize>> {
    let takes = |coupon: &DemoCoupon, customer: usize, drawn: u32| match customer {
        0 => coupon.first_customer == FirstCustomer::Early,
        _ => drawn < coupon.taken_percent,
    };
    let mut takers_of = |coupon: &DemoCoupon| {
        let mut takers: Vec<usize> =
            (0..users).filter(|&customer| takes(coupon, customer, random.random_range(0..100))).collect();
        takers.truncate(coupon.takers(takers.len()));
        takers
    };
    COUPONS.iter().map(&mut takers_of).collect()
}

/// All events, in order.
pub(super) fn events(
    orders: &[PlannedOrder],
    takers: &[Vec<usize>],
    now: DateTime<Utc>,
    random: &mut Xoshiro256PlusPlus,
) -> Vec<Event> {
    let mut events = Vec::with_capacity(orders.len() * 3);
    for (coupon, takers) in takers.iter().enumerate() {
        for &customer in takers {
            events.push(Event { at: moment(&COUPONS[coupon], now, random), act: Act::Take { customer, coupon } });
        }
    }
    let paid = (0..orders.len()).rev().filter(|&number| orders[number].fate == Fate::Paid);
    let first_waiting = paid.take(WAITING).last().unwrap_or(orders.len());
    for (number, order) in orders.iter().enumerate() {
        events.push(Event { at: order.at, act: Act::Buy(number) });
        if order.fate != Fate::Paid || number < first_waiting {
            follow_up(&mut events, number, order, now, random);
        }
    }
    // Stable, so that equal instants stay in the order of the plan.
    events.sort_by_key(|event| event.at);
    // One look at the unpaid orders is enough for all of that time.
    events.dedup_by(|later, event| later.act == Act::Expire && later == event);
    events
}

/// What comes of an order later, as far as it comes before the visitor does.
fn follow_up(
    events: &mut Vec<Event>,
    number: usize,
    order: &PlannedOrder,
    now: DateTime<Utc>,
    random: &mut Xoshiro256PlusPlus,
) {
    let mut later = |at: DateTime<Utc>, act: Act| {
        if at < now {
            events.push(Event { at, act });
        }
    };
    match order.fate {
        Fate::Paid => {
            let shipped = shipping_after(order.at + PACKING);
            later(shipped, Act::Ship(number));
            later(shipped + ON_THE_WAY, Act::Deliver(number));
        }
        Fate::Refunded => {
            // Also the latest ones are given back before the visitor comes in.
            let at = order.at + TimeDelta::minutes(random.random_range(20..120));
            later(at.min(now - TimeDelta::minutes(25)), Act::Refund(number));
        }
        Fate::Abandoned => later(look_after(order.at + GIVEN_UP).min(now - TimeDelta::minutes(24)), Act::Expire),
        Fate::Cancelled | Fate::Failed | Fate::Unpaid => {}
    }
}

/// The next time at which the shop looks for unpaid orders.
fn look_after(instant: DateTime<Utc>) -> DateTime<Utc> {
    let seconds = LOOKS * 60;
    let next = (instant.timestamp() / seconds + 1) * seconds;
    DateTime::from_timestamp(next, 0).unwrap_or(instant)
}

/// The next time at which parcels leave.
fn shipping_after(instant: DateTime<Utc>) -> DateTime<Utc> {
    let zone = chrono_tz::Asia::Seoul;
    let day = instant.with_timezone(&zone).date_naive();
    let at_hour = |day: chrono::NaiveDate| {
        let local = day.and_hms_opt(SHIPPING_HOUR, 0, 0).expect("BUG: the hour is one of the day");
        zone.from_local_datetime(&local).earliest().map_or(instant, |local| local.with_timezone(&Utc))
    };
    let today = at_hour(day);
    if today >= instant { today } else { today + Duration::days(1) }
}

/// The instant at which a customer takes a coupon: within its period and the thirty days, but not in their last hour.
fn moment(coupon: &DemoCoupon, now: DateTime<Utc>, random: &mut Xoshiro256PlusPlus) -> DateTime<Utc> {
    let (begins, ends) = coupon.period(now);
    let from = begins.min(now - TimeDelta::days(3)).max(now - TimeDelta::days(DAYS));
    let until = ends.min(now) - TimeDelta::hours(1);
    let minutes = (until - from).num_minutes().max(1);
    // Most come early: the news goes round.
    let early = random.random_range(0..minutes).min(random.random_range(0..minutes));
    from + TimeDelta::minutes(early)
}
