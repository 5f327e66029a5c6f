//! Closes the room before its time. Joining and buying end at once.

use serde_json::json;

use super::queries::get_sale_room_for_admin;
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use crate::sale_room::target;
use crate::sale_state::Refusal;
use shop_contract::{AdminSaleRoom, Empty, SaleRoomStage, ShopError, operation};
use shop_domain::sale_room::Stage;

/// Closes the room; one that is closed stays so, so that no idempotency key is needed.
///
/// # Errors
/// As any write.
pub async fn close_sale_room(call: AdminCall, request: Empty) -> Result<AdminSaleRoom, ShopError> {
    let (actor, now) = (call.admin(), call.now());
    let closed = call.shop.sale().change(|room| match room.stage(now) {
        Stage::Closed => Err(Refusal::RoomClosed),
        stage => {
            room.wanted.times.closed_at = Some(now);
            Ok((stage, target(&room.wanted.object), room.event(now)))
        }
    });
    if let Ok((stage, target, event)) = closed {
        call.shop.tell_all(event);
        let before = json!({"stage": SaleRoomStage::from(stage)});
        let after = json!({"stage": SaleRoomStage::Closed});
        let recorded = call.shop.submit(call.epoch(), LockKey::Shop, None, move |writing| {
            Ok(audit::record(writing, actor, operation::close_sale_room, target, &before, &after)?)
        });
        recorded.await.map_err(|error| call.refusal(error))?;
    }
    get_sale_room_for_admin(call, request).await
}
