//! Withdraws an own request for points that waits for its deposit.

use shop_domain::charge::{ChargeState, end};
use shop_store::charge::{find, reject};

use super::view::charge_request;
use crate::context::UserCall;
use crate::runtime::locks::LockKey;
use shop_contract::{ById, ChargeRequest, ErrorCode, ShopError, ShopEvent, operation};

/// Ends a request of the caller as `REJECTED`, without a reason.
///
/// # Errors
/// `NOT_FOUND`, also for another user's request; `CONFLICT` for one that has ended; as any write.
pub async fn withdraw_charge(call: UserCall, request: ById) -> Result<ChargeRequest, ShopError> {
    let (user_id, id) = (call.user_id(), request.id);
    call.write(operation::withdraw_charge, &request, LockKey::Point(user_id), move |writing| {
        let row = find(writing.tx, id)?.filter(|row| row.user_id == user_id).ok_or(ErrorCode::NotFound)?;
        end(row.state).map_err(ShopError::from)?;
        reject(writing.tx, id, None, user_id, writing.now)?;
        let state = ChargeState::Rejected.into();
        writing.effects.tell_with_admins(user_id, ShopEvent::Charge { charge_id: id, state });
        Ok(find(writing.tx, id)?.map(charge_request).ok_or(ErrorCode::NotFound)?)
    })
    .await
}
