//! The thirty days, lived through in order of time. What happens within the same half hour happens at once, each customer's
//! own events in their order.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use chrono::TimeDelta;
use shop_domain::limits::CHARGE_MAX;

use super::opening::Market;
use super::together::{in_turn, together};
use super::{DemoError, DemoSummary, Tell};
use crate::coupons::COUPONS;
use crate::plan::{Act, Event, Fate, Plan, PlannedOrder};
use shop_app::context::Call;
use shop_app::runtime::Past;
use shop_app::{cart, coupon, order, payment, point};
use shop_contract::{
    AddCartItem, ById, ChargePoints, DemoStage, ErrorCode, Order, OrderState, PayOrder, PlaceOrder, QuoteOrder,
    ShopError,
};

/// Events within so many minutes happen at once.
const MINUTES_AT_ONCE: i64 = 30;
/// For every so many orders it is a minute more: a large shop is made to be large, and should not take all day.
const ORDERS_A_MINUTE: usize = 250;
/// Events that happen at once, at most.
const MOST_AT_ONCE: usize = 2_048;
/// From placing an order to paying it.
const AT_THE_TILL: TimeDelta = TimeDelta::seconds(40);
/// Orders given up by time in one piece.
const PIECE: i64 = 200;
/// Points are charged in round sums of so many won.
const ROUND_SUM: i64 = 300_000;

/// Carries out every event of the plan.
pub(super) async fn live_through(
    market: &Arc<Market>,
    plan: &Arc<Plan>,
    past: &Past,
    tell: &Tell,
) -> Result<DemoSummary, DemoError> {
    let mut life = Life { market, plan, past, ids: vec![0; plan.orders.len()], summary: DemoSummary::default() };
    let mut rest = plan.events.as_slice();
    while !rest.is_empty() {
        let (batch, later) = rest.split_at(batch_length(rest, plan));
        life.live(batch).await?;
        tell.tell(DemoStage::Orders, life.summary.orders, plan.orders.len());
        rest = later;
    }
    Ok(DemoSummary { coupons: COUPONS.len(), ..life.summary })
}

/// How many of the next events may happen at once: those of the same time, none about an order that is placed in it.
fn batch_length(events: &[Event], plan: &Plan) -> usize {
    let minutes = MINUTES_AT_ONCE + (plan.orders.len() / ORDERS_A_MINUTE) as i64;
    let until = events[0].at + TimeDelta::minutes(minutes);
    let mut placed = HashSet::new();
    let mut fits = |event: &Event| {
        let free = match event.act {
            Act::Buy(number) => placed.insert(number),
            Act::Refund(number) | Act::Ship(number) | Act::Deliver(number) => !placed.contains(&number),
            Act::Take { .. } | Act::Expire => true,
        };
        free && event.at < until && !must_be_alone(event.act, plan)
    };
    events.iter().take(MOST_AT_ONCE).take_while(|event| fits(event)).count().max(1)
}

/// What time does must happen at its time. A payment that is made to break off must be the only one. What still awaits
/// payment has its own minute.
fn must_be_alone(act: Act, plan: &Plan) -> bool {
    match act {
        Act::Buy(number) => matches!(plan.orders[number].fate, Fate::Failed | Fate::Unpaid),
        Act::Expire => true,
        Act::Take { .. } | Act::Refund(_) | Act::Ship(_) | Act::Deliver(_) => false,
    }
}

/// The customer of the event; `None` for those of the admin and of the jobs, which do not wait for one another.
fn customer_of(act: Act, plan: &Plan) -> Option<usize> {
    match act {
        Act::Take { customer, .. } => Some(customer),
        Act::Buy(number) | Act::Refund(number) => Some(plan.orders[number].customer),
        Act::Ship(_) | Act::Deliver(_) | Act::Expire => None,
    }
}

/// The plan as far as it has been carried out.
struct Life<'a> {
    market: &'a Arc<Market>,
    plan: &'a Arc<Plan>,
    past: &'a Past,
    /// Ids of the orders, under the numbers of the plan; 0 until one is placed.
    ids: Vec<i64>,
    summary: DemoSummary,
}

/// An order that was placed, under its number.
type Placed = (usize, Order);

impl Life<'_> {
    /// First everything but the till, then the till.
    async fn live(&mut self, batch: &[Event]) -> Result<(), DemoError> {
        let Some(first) = batch.first() else { return Ok(()) };
        self.past.move_to(first.at);
        let errands =
            self.errands(batch).into_iter().map(|acts| run_errands(self.market.clone(), self.plan.clone(), acts));
        let placed = together(errands).await?;
        self.past.move_to(first.at + AT_THE_TILL);
        let settled = placed.into_iter().map(|placed| settle_all(self.market.clone(), self.plan.clone(), placed));
        for (number, order) in together(settled).await?.into_iter().flatten() {
            self.ids[number] = order.id;
            self.count(self.plan.orders[number].fate, &order);
        }
        Ok(())
    }

    /// The events of each customer, in order, and each other event on its own; with the ids of the orders they change.
    fn errands(&self, batch: &[Event]) -> Vec<Vec<(Act, i64)>> {
        let mut own: BTreeMap<usize, Vec<(Act, i64)>> = BTreeMap::new();
        let mut others = Vec::new();
        for event in batch {
            let errand = (event.act, self.id(event.act));
            match customer_of(event.act, self.plan) {
                Some(customer) => own.entry(customer).or_default().push(errand),
                None => others.push(vec![errand]),
            }
        }
        own.into_values().chain(others).collect()
    }

    fn id(&self, act: Act) -> i64 {
        match act {
            Act::Refund(number) | Act::Ship(number) | Act::Deliver(number) => self.ids[number],
            Act::Take { .. } | Act::Buy(_) | Act::Expire => 0,
        }
    }

    /// Counts an order for what becomes of it in the end.
    fn count(&mut self, fate: Fate, order: &Order) {
        let summary = &mut self.summary;
        summary.orders += 1;
        match fate {
            Fate::Paid => {
                summary.paid += 1;
                summary.sales += order.total_amount;
                summary.discounts += order.discount_amount;
            }
            Fate::Refunded => summary.refunded += 1,
            Fate::Cancelled | Fate::Abandoned => summary.cancelled += 1,
            Fate::Failed => summary.failed += 1,
            Fate::Unpaid => summary.unpaid += 1,
        }
    }
}

/// One thing after the other; gives the orders that were placed.
async fn run_errands(market: Arc<Market>, plan: Arc<Plan>, acts: Vec<(Act, i64)>) -> Result<Vec<Placed>, ShopError> {
    let mut placed = Vec::new();
    for (act, order_id) in acts {
        placed.extend(run_errand(&market, &plan, act, order_id).await?);
    }
    Ok(placed)
}

/// One event. `order_id` is that of an earlier order which it is about.
async fn run_errand(market: &Market, plan: &Plan, act: Act, order_id: i64) -> Result<Option<Placed>, ShopError> {
    match act {
        Act::Take { customer, coupon } => {
            coupon::issue_coupon(market.call(customer)?, ById { id: market.coupons[coupon] }).await?;
        }
        Act::Buy(number) => return Ok(Some((number, place(market, &plan.orders[number]).await?))),
        Act::Expire => {
            let expired = order::expire_orders(&market.shop, PIECE).await;
            expired.map_err(|error| Call::new(Arc::clone(&market.shop), None, None).refusal(error))?;
        }
        Act::Refund(number) => refund(market, plan.orders[number].customer, order_id).await?,
        Act::Ship(_) => order::ship_order(market.admin()?, ById { id: order_id }).await.map(drop)?,
        Act::Deliver(_) => order::deliver_order(market.admin()?, ById { id: order_id }).await.map(drop)?,
    }
    Ok(None)
}

async fn place(market: &Market, planned: &PlannedOrder) -> Result<Order, ShopError> {
    let call = market.call(planned.customer)?;
    let added = planned.lines.iter().map(|line| {
        let product = &market.products[line.product];
        let product_option_id = line.option.map(|option| product.option_ids[option]);
        let add = AddCartItem { product_id: product.id, product_option_id, quantity: line.quantity };
        cart::add_cart_item(call.clone(), add)
    });
    let lines: Vec<i64> = in_turn(added).await?.into_iter().map(|line| line.id).collect();
    let mut coupon_ids = Vec::new();
    if planned.with_coupons {
        let quote = QuoteOrder { coupon_ids: Vec::new(), cart_item_ids: Some(lines.clone()), ..QuoteOrder::default() };
        coupon_ids = order::quote_order(call.clone(), quote).await?.best_coupon_ids;
    }
    let shipping_address = market.customers[planned.customer].profile.home.clone();
    let request = PlaceOrder {
        shipping_address,
        coupon_ids,
        cart_item_ids: Some(lines),
        items: None,
        delivery_memo: None,
        delivery_method: None,
        expected_total: None,
    };
    order::place_order(call, request).await
}

/// At the till: what happens to a customer's orders right after they are placed.
async fn settle_all(market: Arc<Market>, plan: Arc<Plan>, placed: Vec<Placed>) -> Result<Vec<Placed>, ShopError> {
    for (number, order) in &placed {
        let PlannedOrder { customer, fate, .. } = plan.orders[*number];
        settle(&market, customer, order, fate).await?;
    }
    Ok(placed)
}

async fn settle(market: &Market, customer: usize, order: &Order, fate: Fate) -> Result<(), ShopError> {
    let id = order.id;
    match fate {
        // Coupons may have left nothing to pay.
        Fate::Paid | Fate::Refunded if order.state == OrderState::Normal => pay(market, customer, order).await?,
        Fate::Cancelled => order::cancel_order(market.call(customer)?, ById { id }).await.map(drop)?,
        Fate::Failed => {
            market.shop.arm_payment_fault(1);
            match pay(market, customer, order).await {
                Err(refusal) if refusal.code == ErrorCode::PaymentFailed => {}
                other => other?,
            }
        }
        Fate::Paid | Fate::Refunded | Fate::Abandoned | Fate::Unpaid => {}
    }
    Ok(())
}

/// Pays, and charges points first where too few are left.
async fn pay(market: &Market, customer: usize, order: &Order) -> Result<(), ShopError> {
    let amount = order.total_amount;
    top_up(market, customer, amount).await?;
    let pay = PayOrder::with_points(order.id, amount);
    let payment = payment::pay_order(market.call(customer)?, pay).await?;
    if let Some(balance) = payment.balance {
        market.customers[customer].balance.store(balance.after, Ordering::Relaxed);
    }
    Ok(())
}

/// Charges round sums until the customer has `needed` points.
pub(super) async fn top_up(market: &Market, customer: usize, needed: i64) -> Result<(), ShopError> {
    let balance = &market.customers[customer].balance;
    loop {
        let short = needed - balance.load(Ordering::Relaxed);
        if short <= 0 {
            return Ok(());
        }
        let amount = ((short + ROUND_SUM - 1) / ROUND_SUM * ROUND_SUM).min(CHARGE_MAX);
        let answer = point::charge_points(market.call(customer)?, ChargePoints::of(amount)).await?;
        // A new shop gives the points at once.
        let charged = answer.charged().ok_or(ErrorCode::Conflict)?;
        balance.store(charged.balance_after, Ordering::Relaxed);
    }
}

async fn refund(market: &Market, customer: usize, order_id: i64) -> Result<(), ShopError> {
    let order = order::cancel_order(market.call(customer)?, ById { id: order_id }).await?;
    market.customers[customer].balance.fetch_add(order.total_amount, Ordering::Relaxed);
    Ok(())
}
