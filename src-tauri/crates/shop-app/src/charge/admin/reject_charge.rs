//! Rejects a request whose deposit did not come. No points move.

use serde_json::json;
use shop_domain::charge::{ChargeState, end};
use shop_domain::limits::REASON;
use shop_domain::user::parse_text;
use shop_store::charge::{find, reject};

use super::{current, key_of};
use crate::audit;
use crate::context::AdminCall;
use shop_contract::{AdminCharge, AuditTarget, ErrorCode, RejectCharge, ShopError, ShopEvent, operation};

/// Ends a request as `REJECTED`, with a reason for its customer.
///
/// # Errors
/// `INVALID_INPUT` for the reason; `NOT_FOUND`; `CONFLICT` for a request that has ended; as any write.
pub async fn reject_charge(call: AdminCall, request: RejectCharge) -> Result<AdminCharge, ShopError> {
    let (actor, id) = (call.admin(), request.id);
    let reason = parse_text(&request.reason, REASON)
        .map_err(|fault| ShopError::invalid("reason", &format!("{fault}: 1 to 200 characters")))?;
    let key = key_of(&call, id).await?;
    call.write(operation::reject_charge, &request, key, move |writing| {
        let row = find(writing.tx, id)?.ok_or(ErrorCode::NotFound)?;
        end(row.state).map_err(ShopError::from)?;
        reject(writing.tx, id, Some(&reason), actor.user_id, writing.now)?;
        let before = json!({"chargeState": row.state.as_str()});
        let after = json!({
            "chargeId": id, "amount": row.amount.get(), "depositorName": row.depositor_name,
            "chargeState": ChargeState::Rejected.as_str(), "reason": reason,
        });
        let target = (AuditTarget::User, row.user_id);
        audit::record(writing, actor, operation::reject_charge, target, &before, &after)?;
        let state = ChargeState::Rejected.into();
        writing.effects.tell_with_admins(row.user_id, ShopEvent::Charge { charge_id: id, state });
        current(writing.tx, id)
    })
    .await
}
