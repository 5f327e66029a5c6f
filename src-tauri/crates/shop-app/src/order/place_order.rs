//! Places an order, from the cart or of products bought at once: reads, decision and writes run in one transaction.
//!
//! The lock keys are the customer's cart and the stock of every chosen product. The products are read before the locks
//! are taken and again under them; if the cart changed in between, the locks are taken again.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::TimeDelta;
use chrono_tz::Tz;
use shop_domain::coupon::{LineTotal, OwnedCoupon};
use shop_domain::limits::ORDER_EXPIRY_MINUTES;
use shop_domain::order::{DeliveryState, OrderNumber, OrderPlan, PlaceFacts, plan_order};
use shop_domain::{BusinessDay, Won};
use shop_store::cart::CartLine;
use shop_store::coupon::HeldCoupon;
use shop_store::order::{Item, Order as OrderRow, SoldItem, Tracking, UsedCoupon, WholeOrder, sort_as_changed};
use shop_store::payment::PaymentRow;
use shop_store::setting::read;
use shop_store::{Db, StoreError, StoreResult};

use super::bug_two_transactions::{bug_take_stock, is_split};
use super::choose::{Choice, full_name, full_name_en, named_coupons, place_lines};
use super::settle::{Settlement, settle};
use super::stock::take_stock;
use super::view;
use super::wanted::Wanted;
use crate::context::UserCall;
use crate::runtime::locks::{Keys, LockKey};
use crate::runtime::{WorkError, WriteError, Writing};
use crate::setting;
use crate::shipping::{self, Carriers};
use shop_contract::{ErrorCode, Order, PlaceOrder, ShopError, ShopEvent, operation};

/// Attempts to take the locks before the answer is `CONFLICT`.
const TRIES: usize = 3;
/// One week: the upper limit of the setting, so that unpaid orders always return their stock.
const LONGEST_EXPIRY_MINUTES: i64 = 7 * 24 * 60;

/// Places an order.
///
/// # Errors
/// `INVALID_INPUT`, `CART_ITEM_NOT_FOUND`, `CART_EMPTY`, `PRODUCT_NOT_FOUND`, `EXCEEDED_LIMITED_QUANTITY`,
/// `INSUFFICIENT_STOCK`, `INVALID_COUPON`, `AMOUNT_MISMATCH`, in this order; `CONFLICT` if the cart keeps changing;
/// as any write.
pub async fn place_order(call: UserCall, request: PlaceOrder) -> Result<Order, ShopError> {
    let user_id = call.user_id();
    let wanted = Arc::new(Wanted::parse(&request, user_id, call.shop.zone(), call.shop.random_bytes())?);
    for _ in 0..TRIES {
        let products = call.read_inline(|db| wanted.choice.products(db, user_id))?;
        let stock = products.iter().copied().map(LockKey::Stock);
        let keys = Keys::new([LockKey::User(user_id)].into_iter().chain(stock)).in_line(user_id);
        let writing = Arc::clone(&wanted);
        let work = move |w: &mut Writing<'_>| place(w, &writing, &products);
        match call.try_write(operation::place_order, &request, keys, work).await {
            Err(WriteError::StaleKeys) => {}
            Ok(placed) if is_split() => return Ok(bug_take_stock(&call, placed).await),
            placed => return placed.map_err(|error| call.refusal(error)),
        }
    }
    Err(ErrorCode::Conflict.into())
}

/// The transaction of [`place_order`] for products that are bought and handed over at once, for a caller that holds the writer, such
/// as the sale room.
///
/// # Errors
/// As [`place_order`].
pub fn place_in(writing: &mut Writing<'_>, user_id: i64, request: &PlaceOrder, zone: Tz) -> Result<Order, WorkError> {
    let wanted = Wanted::parse(request, user_id, zone, [0; 32])?.at_once();
    let products = wanted.choice.products(writing.tx, user_id)?;
    place(writing, &wanted, &products)
}

/// The data that was read and the decision made from it; only writing it is left.
struct Decided {
    lines: Vec<CartLine>,
    coupons: Vec<HeldCoupon>,
    plan: OrderPlan,
}

fn place(writing: &mut Writing<'_>, wanted: &Wanted, held: &BTreeSet<i64>) -> Result<Order, WorkError> {
    let (tx, now) = (writing.tx, writing.now);
    let shipping = shipping::found(tx)?;
    shipping::check_method(&shipping, wanted.method())?;
    let lines = wanted.choice.lines(tx, wanted.user_id)?;
    if lines.iter().any(|line| !held.contains(&line.product_id)) {
        return Err(WorkError::StaleKeys);
    }
    let (coupons, named): (_, Vec<OwnedCoupon>) = named_coupons(tx, wanted.user_id, &wanted.coupon_ids)?;
    let plan = plan_order(&PlaceFacts {
        lines: place_lines(tx, wanted.user_id, &lines, now)?,
        coupons: named,
        shipping: shipping::rules(&shipping)?,
        destination: wanted.destination(),
        expected_total: wanted.expected_total,
        expires_after: expiry(tx)?,
        now,
    })
    .map_err(ShopError::from)?;
    Ok(view::order(record(writing, wanted, Decided { lines, coupons, plan })?, &Carriers::default()))
}

/// How long the order waits for its payment: the shop's setting, limited to one week.
fn expiry(db: &Db) -> StoreResult<TimeDelta> {
    let minutes = read(db, setting::ORDER_EXPIRY)?.unwrap_or(ORDER_EXPIRY_MINUTES);
    Ok(TimeDelta::minutes(minutes.clamp(1, LONGEST_EXPIRY_MINUTES)))
}

/// Writes the order and returns it as stored.
fn record(writing: &mut Writing<'_>, wanted: &Wanted, decided: Decided) -> StoreResult<WholeOrder> {
    let mut order = new_order(writing, wanted, &decided)?;
    order.id = shop_store::order::insert(writing.tx, &order)?;
    let items = record_items(writing, &order, &decided)?;
    let mut sold: Vec<SoldItem> = items.iter().map(Item::sold).collect();
    sort_as_changed(&mut sold);
    if !is_split() {
        take_stock(writing, order.id, &sold)?;
    }
    let coupons = record_coupons(writing, wanted.zone, &order, &decided, &items)?;
    if !matches!(wanted.choice, Choice::Products(_)) {
        let line_ids: Vec<i64> = decided.lines.iter().map(|line| line.id).collect();
        shop_store::cart::mark_ordered(writing.tx, wanted.user_id, &line_ids, writing.now)?;
        writing.effects.tell(wanted.user_id, ShopEvent::Cart {});
    }
    let payment = if decided.plan.is_confirmed_at_once() {
        Some(pay_nothing(writing, wanted, &order, &sold)?)
    } else {
        let event = ShopEvent::Order {
            order_id: order.id,
            state: order.state.into(),
            delivery_state: None,
            delivery_method: None,
        };
        writing.effects.tell_with_admins(wanted.user_id, event);
        None
    };
    Ok(WholeOrder { order, items, coupons, payments: payment.iter().cloned().collect(), payment, refunds: Vec::new() })
}

fn new_order(writing: &Writing<'_>, wanted: &Wanted, decided: &Decided) -> StoreResult<OrderRow> {
    let (plan, now) = (&decided.plan, writing.now);
    let day = BusinessDay::of(now, wanted.zone);
    let sequence = shop_store::order::next_sequence(writing.tx, day, now)?;
    let number = OrderNumber::new(day, sequence).map_err(|error| StoreError::BadValue(error.to_string()))?;
    let is_paid = plan.is_confirmed_at_once();
    Ok(OrderRow {
        id: 0,
        order_number: number.to_string(),
        user_id: wanted.user_id,
        state: plan.state,
        delivery_state: is_paid.then_some(DeliveryState::Preparing),
        amount: plan.priced.amount,
        discount_amount: plan.priced.discount_amount,
        shipping_fee: plan.fee.amount,
        total_amount: plan.total_amount,
        refunded_amount: Won::ZERO,
        refunded_fee: Won::ZERO,
        delivered_at: None,
        delivery_method: wanted.method().into(),
        address: wanted.address.clone(),
        tracking: Tracking::default(),
        pickup_code: wanted.pickup_code(),
        delivery_memo: wanted.delivery_memo.clone(),
        created_at: now,
        updated_at: now,
        paid_at: is_paid.then_some(now),
        shipped_at: None,
        cancelled_at: None,
        expires_at: plan.expires_at,
        line: writing.line,
    })
}

/// Writes the items; returns them by line id.
fn record_items(writing: &Writing<'_>, order: &OrderRow, decided: &Decided) -> StoreResult<Vec<Item>> {
    let record = |total| {
        let mut item = new_item(order.id, total, decided);
        item.id = shop_store::order::insert_item(writing.tx, order.user_id, &item, writing.now)?;
        Ok(item)
    };
    decided.plan.priced.lines.iter().map(record).collect()
}

fn new_item(order_id: i64, total: &LineTotal, decided: &Decided) -> Item {
    let line = decided.lines.iter().find(|line| line.id == total.line.line_id);
    let line = line.expect("BUG: the plan has just the lines that it was made of");
    Item {
        id: 0,
        order_id,
        product_id: line.product_id,
        option_id: line.option_id,
        product_name: full_name(line),
        product_name_en: full_name_en(line),
        image: line.image.clone(),
        price: total.line.price,
        quantity: total.line.quantity,
        discount_amount: total.discount,
        total_amount: total.total,
        cancelled_quantity: 0,
        refunded_amount: Won::ZERO,
    }
}

/// Writes the coupons in the order in which they applied, and marks them used.
fn record_coupons(
    writing: &mut Writing<'_>,
    zone: Tz,
    order: &OrderRow,
    decided: &Decided,
    items: &[Item],
) -> StoreResult<Vec<UsedCoupon>> {
    let (tx, now, day) = (writing.tx, writing.now, BusinessDay::of(writing.now, zone));
    let mut used = Vec::with_capacity(decided.coupons.len());
    for applied in &decided.plan.priced.coupons {
        let held = decided.coupons.iter().find(|held| held.rules.user_coupon_id == applied.user_coupon_id);
        let held = held.expect("BUG: the plan applies just the coupons that it was given");
        // Items are in the same order as the plan's lines.
        let line = |id| decided.plan.priced.lines.iter().position(|total| total.line.line_id == id);
        let coupon = UsedCoupon {
            order_id: order.id,
            user_coupon_id: applied.user_coupon_id,
            name: held.name.clone(),
            name_en: held.name_en.clone(),
            kind: held.rules.kind,
            order_item_id: applied.line_id.and_then(line).map(|index| items[index].id),
            discount_amount: applied.discount,
        };
        shop_store::order::insert_coupon(tx, &coupon, now)?;
        shop_store::coupon::mark_used(tx, coupon.user_coupon_id, now)?;
        shop_store::daily_coupon::used(tx, day, held.rules.coupon_id, coupon.discount_amount, now)?;
        used.push(coupon);
    }
    if !used.is_empty() {
        writing.effects.tell(order.user_id, ShopEvent::MyCoupons {});
    }
    Ok(used)
}

/// Writes the payment of 0; it moves no points and has no ledger row.
fn pay_nothing(
    writing: &mut Writing<'_>,
    wanted: &Wanted,
    order: &OrderRow,
    sold: &[SoldItem],
) -> StoreResult<PaymentRow> {
    let settlement = Settlement {
        order_id: order.id,
        order_number: order.order_number.clone(),
        user_id: order.user_id,
        total: order.total_amount,
    };
    let id = shop_store::payment::complete(writing.tx, order.id, order.total_amount, None, writing.now)?;
    settle(writing, wanted.zone, &settlement, sold)?;
    Ok(PaymentRow::with_points(id, order.id, order.total_amount, None, order.paid_at))
}
