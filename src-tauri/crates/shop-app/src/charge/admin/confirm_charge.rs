//! Confirms the deposit of a request: the points are there, with one row in the ledger.

use serde_json::json;
use shop_domain::charge::{ChargeState, confirm};
use shop_domain::point::charge;
use shop_store::charge::find;

use super::{current, key_of};
use crate::audit;
use crate::charge::DESCRIPTION;
use crate::context::AdminCall;
use shop_contract::{AdminCharge, AuditTarget, ConfirmCharge, ErrorCode, ShopError, ShopEvent, operation};

/// Charges the points of a request whose deposit came.
///
/// # Errors
/// `NOT_FOUND`; `INVALID_INPUT` for an amount that is none, and where the balance would exceed its maximum; `CONFLICT` for a
/// request that has ended; `AMOUNT_MISMATCH` with both figures; as any write.
pub async fn confirm_charge(call: AdminCall, request: ConfirmCharge) -> Result<AdminCharge, ShopError> {
    let (actor, id, arrived) = (call.admin(), request.id, request.amount);
    let key = key_of(&call, id).await?;
    call.write(operation::confirm_charge, &request, key, move |writing| {
        let (tx, now) = (writing.tx, writing.now);
        let row = find(tx, id)?.ok_or(ErrorCode::NotFound)?;
        confirm(row.state, row.amount, arrived).map_err(ShopError::from)?;
        let user_id = row.user_id;
        let balance = shop_store::point::balance(tx, user_id)?.ok_or(ErrorCode::UserNotFound)?;
        let change = charge(balance.available, row.amount.get())
            .map_err(|_| ShopError::invalid("amount", "the balance would be more than 1,000,000,000,000 won"))?;
        let transaction = shop_store::point::charge(tx, user_id, change, DESCRIPTION, now)?;
        shop_store::charge::confirm(tx, id, transaction.id, actor.user_id, now)?;
        let before = json!({"chargeState": row.state.as_str(), "availablePoint": change.before.get()});
        let after = json!({
            "chargeId": id, "amount": arrived, "depositorName": row.depositor_name,
            "chargeState": ChargeState::Confirmed.as_str(), "availablePoint": change.after.get(),
        });
        audit::record(writing, actor, operation::confirm_charge, (AuditTarget::User, user_id), &before, &after)?;
        let state = ChargeState::Confirmed.into();
        writing.effects.tell(user_id, ShopEvent::Points { available_point: change.after.get() });
        writing.effects.tell_with_admins(user_id, ShopEvent::Charge { charge_id: id, state });
        current(writing.tx, id)
    })
    .await
}
