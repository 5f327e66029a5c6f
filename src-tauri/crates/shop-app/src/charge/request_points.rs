//! Takes a request for points; the points are there when an admin confirms the deposit.

use shop_domain::charge::{ChargeState, request};
use shop_store::StoreError;
use shop_store::charge::{NewCharge, find, insert, waiting_of};

use super::view::charge_request;
use crate::runtime::{WorkError, Writing};
use shop_contract::{ChargeRequest, ErrorCode, ShopError, ShopEvent};

/// Writes a request of a user for `amount` won. The depositor is the user where no other name is given.
///
/// # Errors
/// `INVALID_INPUT` for an amount that cannot be charged at a time; `CONFLICT` where as many requests wait as may wait;
/// `USER_NOT_FOUND`.
pub(crate) fn request_points(
    writing: &mut Writing<'_>,
    user_id: i64,
    amount: i64,
    depositor_name: Option<&str>,
) -> Result<ChargeRequest, WorkError> {
    let user = shop_store::user::find(writing.tx, user_id)?.ok_or(ErrorCode::UserNotFound)?;
    let amount = request(amount, waiting_of(writing.tx, user_id)?).map_err(ShopError::from)?;
    let depositor_name = depositor_name.unwrap_or(&user.name);
    let charge_id = insert(writing.tx, NewCharge { user_id, amount, depositor_name }, writing.now)?;
    let row = find(writing.tx, charge_id)?
        .ok_or_else(|| StoreError::BadValue(format!("request {charge_id} is not there after it was written")))?;
    let state = ChargeState::Requested.into();
    writing.effects.tell_with_admins(user_id, ShopEvent::Charge { charge_id, state });
    Ok(charge_request(row))
}
