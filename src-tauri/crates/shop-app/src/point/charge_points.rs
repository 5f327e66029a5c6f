//! Charges points. The payment for them is outside the shop.

use shop_domain::point::{PointRefusal, charge};
use shop_store::planted::{Bug, is_planted};

use super::view;
use crate::context::UserCall;
use crate::runtime::locks::LockKey;
use shop_contract::{ChargePoints, ErrorCode, PointTransaction, ShopError, ShopEvent, operation};

/// The description of a charge in the ledger.
const DESCRIPTION: &str = "포인트 충전";

/// Adds to the caller's points.
///
/// # Errors
/// `INVALID_INPUT` for an amount that is not 1,000 to 10,000,000 won, or that would exceed the maximum balance; as
/// any write.
pub async fn charge_points(call: UserCall, request: ChargePoints) -> Result<PointTransaction, ShopError> {
    let user_id = call.user_id();
    let amount = request.amount;
    let bug_seen = if is_planted(Bug::ChargeCheckThenAct) {
        call.read_inline(|db| Ok(shop_store::point::balance(db, user_id)?))?
    } else {
        None
    };
    call.write(operation::charge_points, &request, LockKey::Point(user_id), move |writing| {
        let balance = shop_store::point::balance(writing.tx, user_id)?.ok_or(ErrorCode::UserNotFound)?;
        let balance = bug_seen.unwrap_or(balance);
        let change = charge(balance.available, amount).map_err(refused)?;
        let row = shop_store::point::charge(writing.tx, user_id, change, DESCRIPTION, writing.now)?;
        writing.effects.tell(user_id, ShopEvent::Points { available_point: change.after.get() });
        Ok(view::transaction(row))
    })
    .await
}

fn refused(refusal: PointRefusal) -> ShopError {
    let reason = match refusal {
        PointRefusal::InvalidAmount => "1,000 to 10,000,000 won",
        PointRefusal::BalanceOutOfRange => "the balance would be more than 1,000,000,000,000 won",
    };
    ShopError::invalid("amount", reason)
}
