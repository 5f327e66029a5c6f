//! Adds or subtracts points of a user, by an admin with a reason.

use serde_json::json;
use shop_domain::limits::REASON;
use shop_domain::point::{PointRefusal, adjust};
use shop_domain::user::parse_text;

use super::view;
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use shop_contract::{AdjustPoints, AuditTarget, ErrorCode, PointTransaction, ShopError, ShopEvent, operation};

/// Adjusts the points of a user.
///
/// # Errors
/// `INVALID_INPUT` for the reason, for 0, and for an amount that the balance does not allow; `USER_NOT_FOUND`, also for
/// a customer that has left; as any write.
pub async fn adjust_points(call: AdminCall, request: AdjustPoints) -> Result<PointTransaction, ShopError> {
    let actor = call.admin();
    let reason = parse_text(&request.reason, REASON)
        .map_err(|fault| ShopError::invalid("reason", &format!("{fault}: 1 to 200 characters")))?;
    let (user_id, amount) = (request.id, request.amount);
    call.write(operation::adjust_points, &request, LockKey::Point(user_id), move |writing| {
        if shop_store::user::leave::has_left(writing.tx, user_id)? {
            return Err(ErrorCode::UserNotFound.into());
        }
        let balance = shop_store::point::balance(writing.tx, user_id)?.ok_or(ErrorCode::UserNotFound)?;
        let change = adjust(balance.available, amount).map_err(refused)?;
        let row = shop_store::point::adjust(writing.tx, user_id, change, &reason, writing.now)?;
        let before = json!({"availablePoint": change.before.get()});
        let after = json!({"availablePoint": change.after.get(), "reason": reason});
        audit::record(writing, actor, operation::adjust_points, (AuditTarget::User, user_id), &before, &after)?;
        writing.effects.tell(user_id, ShopEvent::Points { available_point: change.after.get() });
        Ok(view::transaction(row))
    })
    .await
}

fn refused(refusal: PointRefusal) -> ShopError {
    let reason = match refusal {
        PointRefusal::InvalidAmount => "not 0, at most 1,000,000,000,000 won either way",
        PointRefusal::BalanceOutOfRange => "the balance stays within 0 and 1,000,000,000,000 won",
    };
    ShopError::invalid("amount", reason)
}
