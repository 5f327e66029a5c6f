//! The mix: a fifth coupons, two fifths orders of three lines, two fifths payments, made of the store functions that the
//! use cases are made of. Every contender runs these, so that only the way to the file differs.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use shop_domain::BusinessDay;
use shop_domain::order::{OrderNumber, OrderState};
use shop_domain::ranking::Sales;
use shop_domain::shipping::DeliveryMethod;
use shop_store::cart::CartLine;
use shop_store::order::{Address, Counted, Item, Order, StateTransition, Tracking};
use shop_store::point::ForOrder;
use shop_store::{StoreError, StoreResult, Tx};

use crate::stage::{COUPONS, USERS, won};

/// One piece of work.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// Take a coupon.
    Issue {
        /// Who.
        user_id: i64,
        /// Which.
        coupon_id: i64,
    },
    /// Order what is in the cart.
    Place {
        /// Who.
        user_id: i64,
    },
    /// Pay that.
    Pay {
        /// Who.
        user_id: i64,
        /// Which.
        order_id: i64,
    },
}

impl Step {
    /// Does it and gives the id of what it made.
    ///
    /// # Errors
    /// As the store functions have them.
    pub fn run(self, tx: &Tx<'_>, now: DateTime<Utc>) -> StoreResult<i64> {
        match self {
            Self::Issue { user_id, coupon_id } => issue(tx, user_id, coupon_id, now),
            Self::Place { user_id } => place(tx, user_id, now),
            Self::Pay { user_id, order_id } => pay(tx, user_id, order_id, now),
        }
    }
}

/// Hands out coupons and full carts to the clients, each once.
#[derive(Default)]
pub struct Supply {
    carts: AtomicI64,
    coupons: AtomicI64,
}

/// One client, who takes a coupon, then twice orders and pays.
pub struct Shopper {
    supply: Arc<Supply>,
    turn: usize,
    placed: Option<(i64, i64)>,
    doing: Option<Step>,
}

impl Shopper {
    /// A client who begins somewhere in the cycle, so that not all do the same at once.
    pub fn new(supply: &Arc<Supply>, number: usize) -> Self {
        Self { supply: Arc::clone(supply), turn: number % 5, placed: None, doing: None }
    }

    /// What comes next; `None` when all carts have been ordered.
    pub fn next_step(&mut self) -> Option<Step> {
        let turn = self.turn % 5;
        self.turn += 1;
        let step = match (turn, self.placed.take()) {
            (_, Some((user_id, order_id))) => Step::Pay { user_id, order_id },
            (0, None) => self.supply.coupon(),
            (_, None) => {
                // A client that begins in the middle has nothing to pay yet, and orders first.
                self.turn = if turn < 3 { 2 } else { 4 };
                Step::Place { user_id: self.supply.user()? }
            }
        };
        self.doing = Some(step);
        Some(step)
    }

    /// The last step made this.
    pub fn made(&mut self, id: i64) {
        if let Some(Step::Place { user_id }) = self.doing {
            self.placed = Some((user_id, id));
        }
    }
}

impl Supply {
    /// The next user, whose cart is full; `None` when everybody has come.
    pub fn user(&self) -> Option<i64> {
        let user_id = self.carts.fetch_add(1, Ordering::Relaxed) + 1;
        (user_id <= USERS).then_some(user_id)
    }

    fn coupon(&self) -> Step {
        let number = self.coupons.fetch_add(1, Ordering::Relaxed);
        Step::Issue { user_id: number % USERS + 1, coupon_id: number / USERS % COUPONS + 1 }
    }
}

// The three are not inlined, so that a profiler tells them apart.
#[inline(never)]
fn issue(tx: &Tx<'_>, user_id: i64, coupon_id: i64, now: DateTime<Utc>) -> StoreResult<i64> {
    let coupon = shop_store::coupon::find(tx, user_id, coupon_id)?.ok_or_else(|| missing("coupon"))?;
    shop_store::coupon::count_issued(tx, coupon_id)?.ok_or_else(|| missing("coupon left"))?;
    let id = shop_store::coupon::hand_out(tx, user_id, coupon_id, coupon.terms.end_date, now)?;
    shop_store::daily_coupon::issued(tx, BusinessDay::of(now, chrono_tz::Asia::Seoul), coupon_id, 1, now)?;
    Ok(id)
}

#[inline(never)]
fn place(tx: &Tx<'_>, user_id: i64, now: DateTime<Utc>) -> StoreResult<i64> {
    let lines = shop_store::cart::open_lines(tx, user_id)?;
    let amount = lines.iter().map(|line| line.price(now).get() * line.quantity.get()).sum();
    let day = BusinessDay::of(now, chrono_tz::Asia::Seoul);
    let sequence = shop_store::order::next_sequence(tx, day, now)?;
    let number = OrderNumber::new(day, sequence).map_err(|error| StoreError::BadValue(error.to_string()))?;
    let order_id = shop_store::order::insert(tx, &order(user_id, number, amount, now))?;
    for line in &lines {
        let item = item(order_id, line, now);
        shop_store::order::insert_item(tx, user_id, &item, now)?;
        shop_store::stock::take(tx, item.sold().units, order_id, now)?;
    }
    let line_ids: Vec<_> = lines.iter().map(|line| line.id).collect();
    shop_store::cart::mark_ordered(tx, user_id, &line_ids, now)?;
    Ok(order_id)
}

#[inline(never)]
fn pay(tx: &Tx<'_>, user_id: i64, order_id: i64, now: DateTime<Utc>) -> StoreResult<i64> {
    let payable = shop_store::order::payable(tx, order_id, user_id)?.ok_or_else(|| missing("order"))?;
    let amount = payable.order.total_amount;
    let movement = ForOrder { user_id, order_id, amount, description: &payable.order_number };
    let ledger = shop_store::point::pay(tx, movement, now)?;
    let payment_id = shop_store::payment::complete(tx, order_id, amount, Some(ledger.id), now)?;
    let day = BusinessDay::of(now, chrono_tz::Asia::Seoul);
    // No coupons are used here.
    let counted = Counted {
        order_number: &payable.order_number,
        amount,
        discount_amount: payable.discount_amount,
        shipping_fee: payable.shipping_fee,
        refunded_amount: won(0),
        refunded_fee: won(0),
        paid_day: Some(day),
    };
    let turn = StateTransition {
        order_id,
        from: OrderState::Normal,
        delivery_state: None,
        to: OrderState::Confirmed,
        counted,
    };
    shop_store::order::transition(tx, turn, now)?;
    for sold in shop_store::order::sold_items(tx, order_id)? {
        let sales = Sales { product_id: sold.units.product_id, quantity: sold.units.quantity, amount: sold.amount };
        shop_store::daily_sales::add(tx, day, sales, now)?;
    }
    shop_store::outbox::put(tx, "ORDER_PAID", order_id, &json!({"orderId": order_id, "amount": amount.get()}), now)?;
    Ok(payment_id)
}

fn order(user_id: i64, number: OrderNumber, amount: i64, now: DateTime<Utc>) -> Order {
    Order {
        id: 0,
        order_number: number.to_string(),
        user_id,
        state: OrderState::Normal,
        delivery_state: None,
        amount: won(amount),
        discount_amount: won(0),
        shipping_fee: won(0),
        total_amount: won(amount),
        refunded_amount: won(0),
        refunded_fee: won(0),
        delivered_at: None,
        delivery_method: DeliveryMethod::Delivery,
        address: Address {
            recipient_name: "Buyer".to_owned(),
            phone: "010-1234-5678".to_owned(),
            zip_code: "04524".to_owned(),
            address: "110 Sejong-daero, Jung-gu, Seoul".to_owned(),
            detail_address: None,
        },
        tracking: Tracking::default(),
        pickup_code: None,
        delivery_memo: None,
        created_at: now,
        updated_at: now,
        paid_at: None,
        shipped_at: None,
        cancelled_at: None,
        expires_at: Some(now + TimeDelta::minutes(30)),
        line: None,
    }
}

fn item(order_id: i64, line: &CartLine, now: DateTime<Utc>) -> Item {
    let price = line.price(now);
    Item {
        id: 0,
        order_id,
        product_id: line.product_id,
        option_id: line.option_id,
        product_name: line.product_name.clone(),
        product_name_en: line.product_name_en.clone(),
        image: None,
        price,
        quantity: line.quantity,
        discount_amount: won(0),
        total_amount: won(price.get() * line.quantity.get()),
        cancelled_quantity: 0,
        refunded_amount: won(0),
    }
}

fn missing(what: &str) -> StoreError {
    StoreError::BadValue(format!("no {what}"))
}
