//! Charges points, as the shop is set: at once, or as a request that waits for a deposit.

use shop_domain::point::{PointRefusal, charge};
use shop_store::planted::{Bug, is_planted};
use shop_store::point::Balance;

use super::view;
use crate::charge::{DESCRIPTION, charge_mode, parse_depositor, request_points};
use crate::context::UserCall;
use crate::runtime::locks::LockKey;
use crate::runtime::{WorkError, Writing};
use shop_contract::{
    ChargeConflict, ChargePoints, ChargedPoints, ErrorCode, PointCharging, PointTransaction, ShopError, ShopEvent,
    operation,
};

/// Adds to the caller's points, or takes a request for them.
///
/// # Errors
/// `CONFLICT` where the shop lets no customer charge points, and where as many requests wait as may wait; `INVALID_INPUT` for
/// an amount that is not 1,000 to 10,000,000 won, or that would exceed the maximum balance, and for a depositor where no
/// deposit is wanted; as any write.
pub async fn charge_points(call: UserCall, request: ChargePoints) -> Result<ChargedPoints, ShopError> {
    let user_id = call.user_id();
    let amount = request.amount;
    let depositor_name = parse_depositor(request.depositor_name.as_deref())?;
    let bug_seen = if is_planted(Bug::ChargeCheckThenAct) {
        call.read_inline(|db| Ok(shop_store::point::balance(db, user_id)?))?
    } else {
        None
    };
    call.write(operation::charge_points, &request, LockKey::Point(user_id), move |writing| {
        match charge_mode(writing.tx)? {
            PointCharging::Free if depositor_name.is_some() => {
                Err(ShopError::invalid("depositorName", "NOT_OPEN").into())
            }
            PointCharging::Free => charge_at_once(writing, user_id, amount, bug_seen).map(ChargedPoints::Charged),
            PointCharging::Request => {
                request_points(writing, user_id, amount, depositor_name.as_deref()).map(ChargedPoints::Requested)
            }
            PointCharging::Off => Err(ShopError::from(ChargeConflict::ChargingOff).into()),
        }
    })
    .await
}

fn charge_at_once(
    writing: &mut Writing<'_>,
    user_id: i64,
    amount: i64,
    bug_seen: Option<Balance>,
) -> Result<PointTransaction, WorkError> {
    let balance = shop_store::point::balance(writing.tx, user_id)?.ok_or(ErrorCode::UserNotFound)?;
    let balance = bug_seen.unwrap_or(balance);
    let change = charge(balance.available, amount).map_err(refused)?;
    let row = shop_store::point::charge(writing.tx, user_id, change, DESCRIPTION, writing.now)?;
    writing.effects.tell(user_id, ShopEvent::Points { available_point: change.after.get() });
    Ok(view::transaction(row))
}

fn refused(refusal: PointRefusal) -> ShopError {
    let reason = match refusal {
        PointRefusal::InvalidAmount => "1,000 to 10,000,000 won",
        PointRefusal::BalanceOutOfRange => "the balance would be more than 1,000,000,000,000 won",
    };
    ShopError::invalid("amount", reason)
}
