//! Removes the accounts of all guests: texts about them are erased, their sessions end, and the points that are left are
//! given up. Their orders stay in the books: those of the room name no guest, and an order that a guest placed outside the room
//! keeps the recipient that was typed, because its parcel is sent there.

use std::sync::Arc;

use serde_json::json;
use shop_domain::Won;
use shop_domain::point::BalanceChange;

use crate::audit;
use crate::context::{AdminCall, Shop};
use crate::runtime::locks::LockKey;
use crate::runtime::{Principal, WorkError, Writing};
use crate::sale_state::Refusal;
use shop_contract::{AuditTarget, Empty, RemovedGuests, ShopError, operation};
use shop_domain::sale_room::Stage;

/// Guests that are removed in one transaction, which limits how long other writes wait.
const PIECE: i64 = 50;
/// The name of a removed guest.
const REMOVED: &str = "현장 판매 고객";
/// The description of the points that are given up, in the ledger.
const GIVEN_UP: &str = "현장 판매 종료";

/// Removes the guests of the last room and of earlier ones, and closes a room that shows its results.
///
/// # Errors
/// `CONFLICT` while guests can join or buy; as any write.
pub async fn remove_sale_guests(call: AdminCall, _: Empty) -> Result<RemovedGuests, ShopError> {
    let (actor, now) = (call.admin(), call.now());
    match call.shop.sale().stage(now) {
        Stage::Waiting | Stage::Selling => return Err(Refusal::RoomOpen.into()),
        Stage::Ended => close(&call),
        Stage::Closed => {}
    }
    let mut removed = 0;
    loop {
        // Each transaction is one of its own; a repeated request removes what is left.
        let shop = Arc::clone(&call.shop);
        let piece =
            call.shop.submit(call.epoch(), LockKey::Shop, None, move |writing| remove_some(writing, &shop, actor));
        let piece = piece.await.map_err(|error| call.refusal(error))?;
        removed += piece;
        if piece < PIECE {
            let _ = call.shop.sale().change(|room| {
                // A room that was opened meanwhile has guests of its own.
                if !room.can_join(now) {
                    room.erase_names(REMOVED);
                }
                Ok(())
            });
            return Ok(RemovedGuests { removed });
        }
    }
}

fn close(call: &AdminCall) {
    let now = call.now();
    let event = call.shop.sale().change(|room| {
        room.wanted.times.closed_at = Some(now);
        Ok(room.event(now))
    });
    if let Ok(event) = event {
        call.shop.tell_all(event);
    }
}

fn remove_some(writing: &mut Writing<'_>, shop: &Shop, actor: Principal) -> Result<i64, WorkError> {
    if matches!(shop.sale().stage(writing.now), Stage::Waiting | Stage::Selling) {
        return Err(ShopError::from(Refusal::RoomOpen).into());
    }
    let guests = shop_store::user::guest::next(writing.tx, PIECE)?;
    for user_id in &guests {
        give_up_points(writing, *user_id)?;
        // Random, so that nobody can have registered it before.
        let email = format!("removed-{}@guest.invalid", shop.token(8));
        shop_store::user::guest::remove(writing.tx, *user_id, REMOVED, &email, writing.now)?;
    }
    let removed = i64::try_from(guests.len()).unwrap_or(i64::MAX);
    if removed > 0 {
        let after = json!({"removed": removed});
        audit::record(writing, actor, operation::remove_sale_guests, (AuditTarget::Shop, 0), &(), &after)?;
    }
    Ok(removed)
}

fn give_up_points(writing: &Writing<'_>, user_id: i64) -> Result<(), WorkError> {
    let Some(balance) =
        shop_store::point::balance(writing.tx, user_id)?.filter(|balance| balance.available > Won::ZERO)
    else {
        return Ok(());
    };
    let change = BalanceChange { before: balance.available, after: Won::ZERO };
    shop_store::point::adjust(writing.tx, user_id, change, GIVEN_UP, writing.now)?;
    Ok(())
}
