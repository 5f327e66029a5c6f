//! Confirms the deposit for an order: the order is paid, with its sales and its event, in one transaction.

use serde_json::json;
use shop_domain::BusinessDay;
use shop_domain::order::{DepositFacts, OrderEvent, PaymentState, confirm_deposit, next_state};
use shop_store::order::{Counted, Order, StateTransition, sold_items, transition};
use shop_store::payment::find_deposit;

use super::view::admin_payment;
use crate::audit;
use crate::context::{AdminCall, Shop};
use crate::order::{Settlement, settle};
use crate::runtime::locks::LockKey;
use crate::runtime::{Principal, WorkError, Writing};
use shop_contract::{AdminPayment, AuditTarget, ConfirmPayment, ErrorCode, ShopError, operation};

/// Confirms that the deposit for an order came.
///
/// # Errors
/// `NOT_FOUND`, also for a payment with points; `INVALID_INPUT` for an amount that is none; `INVALID_ORDER_STATE` for an order
/// that is paid, has ended or has expired; `AMOUNT_MISMATCH` with both figures; as any write.
pub async fn confirm_payment(call: AdminCall, request: ConfirmPayment) -> Result<AdminPayment, ShopError> {
    let (actor, shop, id, arrived) = (call.admin(), call.shop.clone(), request.id, request.amount);
    let found = call.read(move |db| Ok(find_deposit(db, id)?)).await?;
    // A payment never changes its order.
    let order = LockKey::Order(found.ok_or(ErrorCode::NotFound)?.payment.order_id);
    call.write(operation::confirm_payment, &request, order, move |writing| confirm(writing, &shop, actor, id, arrived))
        .await
}

fn confirm(
    writing: &mut Writing<'_>,
    shop: &Shop,
    actor: Principal,
    id: i64,
    arrived: i64,
) -> Result<AdminPayment, WorkError> {
    let (tx, now) = (writing.tx, writing.now);
    let deposit = find_deposit(tx, id)?.ok_or(ErrorCode::NotFound)?;
    let order_id = deposit.payment.order_id;
    let order = shop_store::order::find(tx, order_id)?.ok_or(ErrorCode::OrderNotFound)?;
    let awaited = deposit.payment.amount;
    let facts = DepositFacts { order_state: order.state, expires_at: order.expires_at, awaited };
    confirm_deposit(&facts, arrived, now).map_err(ShopError::from)?;
    shop_store::payment::confirm_deposit(tx, id, actor.user_id, now)?;
    pay_order(writing, shop, &order)?;
    let before = json!({"state": order.state.as_str(), "paymentState": deposit.payment.state.as_str()});
    let after = json!({
        "state": next_state(order.state, OrderEvent::Pay).map_err(ShopError::from)?.as_str(),
        "paymentState": PaymentState::Completed.as_str(),
        "paymentId": id, "paymentMethod": deposit.payment.method.as_str(), "amount": arrived,
        "depositorName": deposit.payment.depositor_name,
    });
    audit::record(writing, actor, operation::confirm_payment, (AuditTarget::Order, order_id), &before, &after)?;
    Ok(find_deposit(writing.tx, id)?.map(admin_payment).ok_or(ErrorCode::NotFound)?)
}

/// Sets the order to paid, and counts its sales.
fn pay_order(writing: &mut Writing<'_>, shop: &Shop, order: &Order) -> Result<(), WorkError> {
    let (tx, now, zone) = (writing.tx, writing.now, shop.zone());
    let to = next_state(order.state, OrderEvent::Pay).map_err(ShopError::from)?;
    let counted = Counted { paid_day: Some(BusinessDay::of(now, zone)), ..order.counted() };
    transition(tx, StateTransition { order_id: order.id, from: order.state, delivery_state: None, to, counted }, now)?;
    let items = sold_items(tx, order.id)?;
    let settlement = Settlement {
        order_id: order.id,
        order_number: order.order_number.clone(),
        user_id: order.user_id,
        total: order.total_amount,
    };
    Ok(settle(writing, zone, &settlement, &items)?)
}
