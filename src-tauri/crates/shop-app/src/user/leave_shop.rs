//! Leaves the shop: the caller's account is erased for good. Orders, the ledger and sealed rows stay whole, with the delivery
//! addresses of the orders, because the law asks a shop to keep its contracts for five years.

use shop_domain::Won;
use shop_domain::charge::ChargeState;
use shop_domain::leaving::leave;
use shop_store::charge::{reject, waiting_ids};
use shop_store::user::leave::{erase, open_order};
use shop_store::user::{find, password_hash};

use super::own_password::{guess, verify};
use crate::context::UserCall;
use crate::runtime::Writing;
use crate::runtime::locks::{Keys, LockKey};
use shop_contract::{Done, ErrorCode, ForbiddenReason, LeaveShop, ShopError, ShopEvent};
use shop_store::{StoreError, StoreResult};

/// The name of a customer that has left.
const LEFT: &str = "탈퇴한 고객";
/// The description of the points that are given up, in the ledger.
const GIVEN_UP: &str = "회원 탈퇴로 소멸";

/// Erases the caller's account. The request has no idempotency key: its fingerprint would be derived from a password, and the
/// session has ended after the first one.
///
/// # Errors
/// `FORBIDDEN` for an admin, whom an owner removes; `TOO_MANY_REQUESTS` for a session that gave a wrong password too often;
/// `OVERLOADED`; `UNAUTHORIZED` for a wrong password; `INVALID_ORDER_STATE`, with the order, while one is open; as any write.
pub async fn leave_shop(call: UserCall, request: LeaveShop) -> Result<Done, ShopError> {
    let user = call.user();
    if user.is_admin() {
        return Err(ForbiddenReason::Staff.into());
    }
    let guess = guess(user);
    let hash = verify(&call, user.user_id, &guess, &request.password).await?;
    // Random, so that no other user can have registered it.
    let email = format!("left-{}@customer.invalid", call.shop.token(8));
    let keys = Keys::new([LockKey::User(user.user_id), LockKey::Point(user.user_id)]);
    let left = call.shop.submit(call.epoch(), keys, None, move |writing| {
        let (tx, now, id) = (writing.tx, writing.now, user.user_id);
        if password_hash(tx, id)?.as_ref() != Some(&hash) {
            return Err(ErrorCode::Unauthorized.into());
        }
        let row = find(tx, id)?.ok_or(ErrorCode::Unauthorized)?;
        let points = Won::new(row.available_point).map_err(|error| StoreError::BadValue(error.to_string()))?;
        let given_up = leave(row.role, open_order(tx, id)?, points).map_err(ShopError::from)?;
        if let Some(change) = given_up {
            shop_store::point::adjust(tx, id, change, GIVEN_UP, now)?;
        }
        withdraw_charges(writing, id)?;
        guess.clear(writing)?;
        erase(tx, id, LEFT, &email, now)?;
        Ok(Done {})
    });
    left.await.map_err(|error| call.refusal(error))
}

/// Ends the requests for points that wait.
fn withdraw_charges(writing: &mut Writing<'_>, user_id: i64) -> StoreResult<()> {
    for charge_id in waiting_ids(writing.tx, user_id)? {
        reject(writing.tx, charge_id, None, user_id, writing.now)?;
        let state = ChargeState::Rejected.into();
        writing.effects.tell_with_admins(user_id, ShopEvent::Charge { charge_id, state });
    }
    Ok(())
}
