//! Writes a decided order: number, order, items, stock, coupons and cart lines; for a total of 0 also the payment.

use chrono_tz::Tz;
use shop_domain::BusinessDay;
use shop_domain::coupon::LineTotal;
use shop_domain::order::{DeliveryState, OrderNumber, PaymentState};
use shop_store::order::{Address, Item, Order, SoldItem, UsedCoupon, WholeOrder};
use shop_store::payment::PaymentRow;
use shop_store::{StoreError, StoreResult};

use super::choose::{full_name, full_name_en};
use super::place_order::{Decided, Wanted};
use super::settle::{Settlement, settle};
use crate::runtime::Writing;
use shop_contract::ShopEvent;

/// Writes the order and returns it as stored.
pub(super) fn record(writing: &mut Writing<'_>, wanted: &Wanted, decided: Decided) -> StoreResult<WholeOrder> {
    let mut order = new_order(writing, wanted, &decided)?;
    order.id = shop_store::order::insert(writing.tx, &order)?;
    let items = record_items(writing, &order, &decided)?;
    let coupons = record_coupons(writing, wanted.zone, &order, &decided, &items)?;
    let line_ids: Vec<i64> = decided.lines.iter().map(|line| line.id).collect();
    shop_store::cart::mark_ordered(writing.tx, wanted.user_id, &line_ids, writing.now)?;
    writing.effects.tell(wanted.user_id, ShopEvent::Cart {});
    let payment = if decided.plan.is_confirmed_at_once() {
        Some(pay_nothing(writing, wanted, &order, &items)?)
    } else {
        let event = ShopEvent::Order { order_id: order.id, state: order.state.into(), delivery_state: None };
        writing.effects.tell_with_admins(wanted.user_id, event);
        None
    };
    Ok(WholeOrder { order, items, coupons, payment })
}

fn new_order(writing: &Writing<'_>, wanted: &Wanted, decided: &Decided) -> StoreResult<Order> {
    let (plan, now) = (&decided.plan, writing.now);
    let day = BusinessDay::of(now, wanted.zone);
    let sequence = shop_store::order::next_sequence(writing.tx, day, now)?;
    let number = OrderNumber::new(day, sequence).map_err(|error| StoreError::BadValue(error.to_string()))?;
    let is_paid = plan.is_confirmed_at_once();
    Ok(Order {
        id: 0,
        order_number: number.to_string(),
        user_id: wanted.user_id,
        state: plan.state,
        delivery_state: is_paid.then_some(DeliveryState::Preparing),
        amount: plan.priced.amount,
        discount_amount: plan.priced.discount_amount,
        total_amount: plan.priced.total_amount,
        address: Address {
            recipient_name: wanted.address.recipient_name().to_owned(),
            phone: wanted.address.phone().to_owned(),
            zip_code: wanted.address.zip_code().to_owned(),
            address: wanted.address.address().to_owned(),
            detail_address: wanted.address.detail_address().map(str::to_owned),
        },
        created_at: now,
        paid_at: is_paid.then_some(now),
        cancelled_at: None,
        expires_at: plan.expires_at,
    })
}

/// Writes the items and takes their stock; returns them by line id.
fn record_items(writing: &mut Writing<'_>, order: &Order, decided: &Decided) -> StoreResult<Vec<Item>> {
    let mut items = Vec::with_capacity(decided.lines.len());
    for total in &decided.plan.priced.lines {
        let mut item = new_item(order.id, total, decided);
        item.id = shop_store::order::insert_item(writing.tx, order.user_id, &item, writing.now)?;
        let available_quantity = shop_store::stock::take(writing.tx, item.sold().units, order.id, writing.now)?;
        writing.effects.tell_all(ShopEvent::Stock {
            product_id: item.product_id,
            product_option_id: item.option_id,
            available_quantity,
        });
        items.push(item);
    }
    Ok(items)
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
    }
}

/// Writes the coupons in the order in which they applied, and marks them used.
fn record_coupons(
    writing: &mut Writing<'_>,
    zone: Tz,
    order: &Order,
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
fn pay_nothing(writing: &mut Writing<'_>, wanted: &Wanted, order: &Order, items: &[Item]) -> StoreResult<PaymentRow> {
    let sold: Vec<SoldItem> = items.iter().map(Item::sold).collect();
    let settlement = Settlement {
        order_id: order.id,
        order_number: order.order_number.clone(),
        user_id: order.user_id,
        amount: order.total_amount,
        ledger_id: None,
    };
    let id = settle(writing, wanted.zone, &settlement, &sold)?;
    Ok(PaymentRow {
        id,
        order_id: order.id,
        amount: order.total_amount,
        state: PaymentState::Completed,
        failure_reason: None,
        paid_at: order.paid_at,
        balance: None,
    })
}
