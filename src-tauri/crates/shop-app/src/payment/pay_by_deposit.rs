//! Paying an order by a deposit: the part in points is taken at once, and the rest is awaited until its deadline. The order
//! still awaits payment, and expires with the deadline.

use shop_domain::Won;
use shop_domain::order::{OrderState, PaymentMethod, PaymentState, due_at};
use shop_store::order::{Payable, set_expiry};
use shop_store::payment::{NewDeposit, PaymentRow, await_deposit, complete};
use shop_store::point::ForOrder;

use super::settings::deposit_days;
use crate::context::Shop;
use crate::order::{name_account, payment};
use crate::runtime::{WorkError, Writing};
use shop_contract::{Payment, ShopEvent};

/// A deposit that was decided.
#[derive(Clone, Copy)]
pub(super) struct Deposit<'a> {
    pub order_id: i64,
    pub user_id: i64,
    /// How the money comes.
    pub method: PaymentMethod,
    /// The part in points, above 0.
    pub points: Option<Won>,
    /// The rest.
    pub awaited: Won,
    /// The depositor; the customer where none is named.
    pub name: Option<&'a str>,
}

/// Writes both parts and the new deadline of the order; answers with the part that is awaited.
pub(super) fn pay_by_deposit(
    writing: &mut Writing<'_>,
    payable: &Payable,
    deposit: Deposit<'_>,
    shop: &Shop,
) -> Result<Payment, WorkError> {
    let Deposit { order_id, user_id, method, points, awaited, name } = deposit;
    let (tx, now) = (writing.tx, writing.now);
    let balance = points.map(|points| take_points(writing, payable, deposit, points)).transpose()?;
    shop.payment_fault.pass(writing.has_failed)?;
    let due_at = due_at(now, deposit_days(tx)?, shop.zone());
    let depositor_name = name.unwrap_or(&payable.payer_name);
    let new = NewDeposit { order_id, method, amount: awaited, depositor_name, due_at };
    let id = await_deposit(tx, new, now)?;
    set_expiry(tx, order_id, due_at, now)?;
    let event =
        ShopEvent::Order { order_id, state: OrderState::Normal.into(), delivery_state: None, delivery_method: None };
    writing.effects.tell_with_admins(user_id, event);
    let mut asked = payment(PaymentRow {
        state: PaymentState::Pending,
        method,
        depositor_name: Some(depositor_name.to_owned()),
        due_at: Some(due_at),
        ..PaymentRow::with_points(id, order_id, awaited, balance, None)
    });
    name_account(tx, std::iter::once(&mut asked))?;
    Ok(asked)
}

/// Takes the part in points, and returns the points before and after.
fn take_points(
    writing: &mut Writing<'_>,
    payable: &Payable,
    deposit: Deposit<'_>,
    points: Won,
) -> Result<(i64, i64), WorkError> {
    let Deposit { order_id, user_id, .. } = deposit;
    let description = format!("주문 결제 {}", payable.order_number);
    let movement = ForOrder { user_id, order_id, amount: points, description: &description };
    let ledger = shop_store::point::pay(writing.tx, movement, writing.now)?;
    complete(writing.tx, order_id, points, Some(ledger.id), writing.now)?;
    let (before, after) = (ledger.balance.before.get(), ledger.balance.after.get());
    writing.effects.tell(user_id, ShopEvent::Points { available_point: after });
    Ok((before, after))
}
