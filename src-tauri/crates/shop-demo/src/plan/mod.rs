//! The plan of the demo shop's thirty days, made before any of it is carried out: which customer orders which products
//! at which instant, and how each order ends.
//!
//! The plan is pure and comes from a seed. It counts the shelves as it goes and has the shop open with what will be sold
//! on top of what shall be left, so that everything planned succeeds whatever the order in which buyers of the same
//! minute reach the writer. That is what makes the demo repeatable although it is made by many customers at once.

mod basket;
mod rhythm;
mod timeline;

#[cfg(test)]
mod tests;

use chrono::{DateTime, TimeDelta, Utc};
use rand::{RngExt as _, SeedableRng as _, rngs::Xoshiro256PlusPlus};

use super::catalogue::DemoProduct;
use basket::Shelves;

pub use timeline::{Act, Event};

/// Days of history.
pub const DAYS: i64 = 30;

/// How large a demo shop is made, and from which seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoSize {
    /// Products, at least one; the hand-written ones first.
    pub products: usize,
    /// Customers, beside the admin; at least one.
    pub users: usize,
    /// Orders in the thirty days.
    pub orders: usize,
    /// The same seed gives the same shop.
    pub seed: u64,
}

impl Default for DemoSize {
    /// The hand-written catalogue, 50 customers, and a month of about fifty orders a day.
    fn default() -> Self {
        Self { products: super::catalogue::base_count(), users: 50, orders: 1_500, seed: 1 }
    }
}

/// Everything that will happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// How many customers there are.
    pub users: usize,
    /// What the shop opens with: stock is what shall be left plus what will be taken.
    pub products: Vec<DemoProduct>,
    /// The orders, in the order in which they are placed.
    pub orders: Vec<PlannedOrder>,
    /// For each coupon, the customers that take one.
    pub takers: Vec<Vec<usize>>,
    /// Everything in order of time.
    pub events: Vec<Event>,
}

/// One order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedOrder {
    /// When it is placed.
    pub at: DateTime<Utc>,
    /// The number of its customer, from 0.
    pub customer: usize,
    /// What is bought; never empty, each product once.
    pub lines: Vec<PlannedLine>,
    /// Whether the customer's best coupons are used.
    pub with_coupons: bool,
    /// How it ends.
    pub fate: Fate,
}

/// A line of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedLine {
    /// Number of the product.
    pub product: usize,
    /// Number of its option, where it has options.
    pub option: Option<usize>,
    /// Units.
    pub quantity: i64,
}

/// How an order ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// Paid, and sent when its day comes.
    Paid,
    /// Paid and given back before it was sent.
    Refunded,
    /// Given up by the customer at once.
    Cancelled,
    /// Forgotten, until the shop gives it up.
    Abandoned,
    /// Its payment breaks off.
    Failed,
    /// Just placed when the visitor comes in.
    Unpaid,
}

/// Minutes before the visitor comes in at which the unpaid orders are placed, the first customer's last.
const UNPAID_MINUTES: [i64; 4] = [2, 6, 11, 19];
/// One order in so many breaks off while it is paid.
const FAILURES: usize = 500;

impl Plan {
    /// Thinks out the thirty days before `now`.
    #[must_use]
    pub fn new(size: DemoSize, now: DateTime<Utc>) -> Self {
        let size = DemoSize { products: size.products.max(1), users: size.users.max(1), ..size };
        let mut random = Xoshiro256PlusPlus::seed_from_u64(size.seed);
        let mut shelves = Shelves::new(size.products, &mut random);
        let unpaid = UNPAID_MINUTES.len().min(size.users).min(size.orders);
        let instants = rhythm::instants(size.orders - unpaid, now, &mut random);
        let mut orders = Vec::with_capacity(size.orders);
        for (n, at) in instants.into_iter().enumerate() {
            let customer = customer(size, &mut random);
            let fate = if n % FAILURES == FAILURES / 3 { Fate::Failed } else { fate(&mut random) };
            orders.extend(shelves.order(at, customer, fate, &mut random));
        }
        for (customer, minutes) in UNPAID_MINUTES.into_iter().take(unpaid).enumerate().rev() {
            let at = now - TimeDelta::minutes(minutes);
            orders.extend(shelves.order(at, customer, Fate::Unpaid, &mut random));
        }
        let takers = timeline::takers(size.users, &mut random);
        let events = timeline::events(&orders, &takers, now, &mut random);
        Self { users: size.users, products: shelves.opening(), orders, takers, events }
    }
}

/// One order in so many is the first customer's.
const REGULARLY: usize = 40;
/// The most orders of the first customer, about. More would not look real, and they are placed one after the other.
const REGULAR_ORDERS: usize = 400;

/// The first customer is a regular; of the others, lower numbers come a little more often.
fn customer(DemoSize { users, orders, .. }: DemoSize, random: &mut Xoshiro256PlusPlus) -> usize {
    if random.random_range(0..REGULARLY.max(orders / REGULAR_ORDERS)) == 0 {
        return 0;
    }
    random.random_range(0..users).min(random.random_range(0..users.saturating_mul(2)))
}

fn fate(random: &mut Xoshiro256PlusPlus) -> Fate {
    match random.random_range(0..100) {
        0..=3 => Fate::Cancelled,
        4..=6 => Fate::Refunded,
        7..=8 => Fate::Abandoned,
        _ => Fate::Paid,
    }
}
