//! The shop as the rules describe it, in vectors and maps.

use std::collections::{BTreeMap, BTreeSet};

use shop_contract::ErrorCode;

use crate::price::Off;
use crate::step::{COUPONS, PRODUCTS, Step, USERS};

/// What a step answers: figures of what it made, or the refusal.
pub type Answer = Result<Vec<i64>, ErrorCode>;

#[derive(Debug, Clone)]
pub struct Product {
    pub price: i64,
    pub available: i64,
    pub sold: i64,
    pub limit: Option<i64>,
    pub is_offered: bool,
    pub is_deleted: bool,
}

impl Product {
    pub fn new(price: i64, available: i64, limit: Option<i64>) -> Self {
        Self { price, available, sold: 0, limit, is_offered: true, is_deleted: false }
    }

    /// Whether it can be bought.
    pub fn is_sold(&self) -> bool {
        self.is_offered && !self.is_deleted
    }
}

#[derive(Debug, Clone)]
pub struct Coupon {
    pub off: Off,
    /// The product that it is for; without one it is for the cart.
    pub product: Option<usize>,
    pub min_order: i64,
    pub total: i64,
    pub issued: i64,
    /// Minutes after the beginning.
    pub begins: i64,
    pub ends: i64,
    pub is_offered: bool,
    pub is_deleted: bool,
    /// Whether customers get it by its code, in place of the list.
    pub has_code: bool,
}

/// Minutes after the beginning at which most coupons end.
pub const LATE: i64 = 100_000;

impl Coupon {
    /// For the cart, from a minute on.
    pub fn new(off: Off, total: i64, begins: i64) -> Self {
        Self {
            off,
            product: None,
            min_order: 0,
            total,
            issued: 0,
            begins,
            ends: LATE,
            is_offered: true,
            is_deleted: false,
            has_code: false,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldState {
    Available,
    Used,
    Expired,
}

/// A coupon that a user has.
#[derive(Debug, Clone)]
pub struct Held {
    pub user: usize,
    pub coupon: usize,
    pub state: HeldState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Normal,
    Preparing,
    Shipped,
    Delivered,
    Cancelled,
    Failed,
    Refunded,
}

#[derive(Debug, Clone)]
pub struct Item {
    pub product: usize,
    pub quantity: i64,
    pub total: i64,
}

#[derive(Debug, Clone)]
pub struct Order {
    pub user: usize,
    pub items: Vec<Item>,
    pub held: Vec<usize>,
    pub amount: i64,
    /// With the shipping fee.
    pub total: i64,
    pub state: State,
    pub expires: i64,
    /// Points that were taken for it.
    pub points: i64,
    /// Whether its deposit is or was awaited.
    pub is_transferred: bool,
    /// The minute in which it was shipped.
    pub shipped: Option<i64>,
}

impl Order {
    pub fn stands(&self) -> bool {
        self.state == State::Normal || self.is_paid()
    }

    pub fn is_paid(&self) -> bool {
        matches!(self.state, State::Preparing | State::Shipped | State::Delivered)
    }
}

/// A request for points.
#[derive(Debug, Clone)]
pub struct Request {
    pub user: usize,
    pub amount: i64,
    pub state: RequestState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestState {
    Requested,
    Confirmed,
    Rejected,
}

/// An answer that is kept with an idempotency key: whose, and of which request.
type Kept = BTreeMap<(usize, &'static str, u8), (Step, Answer)>;

#[derive(Debug, Clone)]
pub struct Model {
    pub minutes: i64,
    /// Points that can be spent, and that were.
    pub points: Vec<(i64, i64)>,
    /// The names of those that have registered.
    pub newcomers: BTreeSet<usize>,
    /// The shipping fee, and the goods from which there is none; 0 for never.
    pub shipping: (i64, i64),
    /// Requests for points, in their order.
    pub requests: Vec<Request>,
    pub products: Vec<Product>,
    pub coupons: Vec<Coupon>,
    pub held: Vec<Held>,
    /// Product and quantity of each line, in the order in which they were added.
    pub carts: Vec<Vec<(usize, i64)>>,
    pub orders: Vec<Order>,
    kept: Kept,
    pub does_payment_fail: bool,
    /// The answer of the last step.
    pub answer: Answer,
}

impl Model {
    /// The shop in which every sequence begins.
    pub fn new() -> Self {
        let coupon = |off, product, min_order, total| Coupon { product, min_order, ..Coupon::new(off, total, -60) };
        let products = vec![
            Product::new(1_000, 3, None),
            Product::new(2_500, 10, Some(2)),
            Product::new(990, 1, None),
            Product::new(3, 50, None),
        ];
        let coupons = vec![
            coupon(Off::Rate { percent: 10, most: Some(500) }, None, 0, 2),
            coupon(Off::Price(1_000), None, 2_000, 3),
            coupon(Off::Rate { percent: 50, most: None }, Some(0), 0, 5),
            Coupon { ends: 40, ..coupon(Off::Rate { percent: 100, most: None }, None, 0, 1) },
            Coupon { begins: 20, ..coupon(Off::Price(300), Some(1), 0, 2) },
        ];
        assert_eq!((products.len(), coupons.len()), (PRODUCTS, COUPONS), "as many as steps name");
        Self {
            minutes: 0,
            points: vec![(0, 0); USERS],
            newcomers: BTreeSet::new(),
            shipping: (0, 0),
            requests: Vec::new(),
            products,
            coupons,
            held: Vec::new(),
            carts: vec![Vec::new(); USERS],
            orders: Vec::new(),
            kept: Kept::new(),
            does_payment_fail: false,
            answer: Ok(Vec::new()),
        }
    }

    /// Does a step and keeps its answer.
    pub fn apply(&mut self, step: &Step) {
        let step = &self.resolved(step);
        let key = match step {
            Step::Place { user, key: Some(key), .. } => Some((*user, "place", *key)),
            Step::Charge { user, key: Some(key), .. } => Some((*user, "charge", *key)),
            _ => None,
        };
        self.answer = match key.and_then(|key| self.kept.get(&key)) {
            Some((first, answer)) if first == step => answer.clone(),
            Some(_) => Err(ErrorCode::IdempotencyKeyReused),
            None => self.perform(step),
        };
        // What was refused changed nothing, and is decided anew.
        if let Some(key) = key.filter(|_| self.answer.is_ok()) {
            self.kept.entry(key).or_insert_with(|| (step.clone(), self.answer.clone()));
        }
    }

    /// The step with what it means now, as a request names it.
    fn resolved(&self, step: &Step) -> Step {
        let mut step = step.clone().among(self.points.len(), self.products.len(), self.coupons.len());
        if let Step::Place { held, .. } = &mut step {
            *held = held.iter().filter_map(|place| place.checked_rem(self.held.len())).collect();
        }
        step
    }
}
