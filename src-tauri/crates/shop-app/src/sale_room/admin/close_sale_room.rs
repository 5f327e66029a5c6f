//! Closes the room before its time. Joining and buying end at once.

use serde_json::json;

use super::queries::get_sale_room_for_admin;
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use crate::sale_room::{target, view};
use crate::sale_state::Refusal;
use shop_contract::{AdminSaleRoom, Empty, SaleRoomStage, ShopError, operation};
use shop_domain::sale_room::Stage;

/// Closes the room; one that is closed stays so, so that no idempotency key is needed. A room whose closing cannot be recorded
/// in the audit log stays open.
///
/// # Errors
/// As any write.
pub async fn close_sale_room(call: AdminCall, request: Empty) -> Result<AdminSaleRoom, ShopError> {
    let (actor, now) = (call.admin(), call.now());
    let closed = call.shop.sale().change(|room| match room.stage(now) {
        Stage::Closed => Err(Refusal::RoomClosed),
        stage => {
            room.wanted.times.closed_at = Some(now);
            Ok((stage, target(&room.wanted.object), room.event(now), room.wanted.opened_at))
        }
    });
    let Ok((stage, target, event, opened_at)) = closed else {
        return get_sale_room_for_admin(call, request).await;
    };
    let before = json!({"stage": SaleRoomStage::from(stage)});
    let after = json!({"stage": SaleRoomStage::Closed});
    let recorded = call.shop.submit(call.epoch(), LockKey::Shop, None, move |writing| {
        audit::record(writing, actor, operation::close_sale_room, target, &before, &after)?;
        Ok(shop_store::user::guest::count(writing.tx)?)
    });
    match recorded.await {
        Ok(removable) => {
            call.shop.tell_all(event);
            Ok(view::admin_room(&call.shop, removable, call.now()))
        }
        Err(error) => {
            // The next request closes it and records that, unless it was closed anew meanwhile.
            let _ = call.shop.sale().change_opened_at(opened_at, |room| {
                room.wanted.times.closed_at.take_if(|closed_at| *closed_at == now);
                Ok(())
            });
            Err(call.refusal(error))
        }
    }
}
