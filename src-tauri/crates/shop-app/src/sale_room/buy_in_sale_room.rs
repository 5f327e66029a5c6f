//! Buys in the room: one unit for each user, first come, first served. Order and payment are one transaction here, so that a
//! guest gets the thing or nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono_tz::Tz;

use super::key;
use crate::context::{Shop, UserCall};
use crate::coupon::issue_in;
use crate::order::place_in;
use crate::payment::pay_in;
use crate::runtime::locks::{Keys, LockKey};
use crate::runtime::{WorkError, Writing};
use crate::sale_state::{Refusal, Wanted};
use shop_contract::{
    Empty, ErrorCode, OrderedProduct, PayOrder, PaymentMethod, PlaceOrder, SaleGrant, SaleObjectKind, ShippingAddress,
    ShopError,
};

/// The address of an order of the room: it is handed over there, and holds nothing of the guest.
const AT_THE_ROOM: &str = "현장 수령";

/// Buys one unit or gets one coupon. A repeated request of the same user gets the same answer, so no idempotency key is needed.
///
/// # Errors
/// `CONFLICT` where no room is open, before the start, after the end and when nothing is left; else as the order, its payment
/// or the coupon.
pub async fn buy_in_sale_room(call: UserCall, _: Empty) -> Result<SaleGrant, ShopError> {
    let (user_id, now) = (call.user_id(), call.now());
    let wanted = call.shop.sale().change(|room| match room.grant_of(user_id) {
        Some(grant) => Ok(Err(grant)),
        None => room.check_buyer(user_id, now).map(|()| Ok(room.wanted.clone())),
    })?;
    let wanted = match wanted {
        Ok(wanted) => wanted,
        Err(grant) => return Ok(grant),
    };
    // The room is told the outcome even where the client has disconnected.
    let committing = call.clone();
    let bought = tokio::spawn(async move { write(&committing, wanted).await }).await;
    bought.unwrap_or_else(|error| Err(call.internal(&error.to_string())))
}

async fn write(call: &UserCall, wanted: Wanted) -> Result<SaleGrant, ShopError> {
    let (user_id, zone) = (call.user_id(), call.shop.zone());
    let (shop, recorded) = (Arc::clone(&call.shop), Arc::new(AtomicBool::new(false)));
    let is_recorded = Arc::clone(&recorded);
    let bought = call
        .shop
        .submit(call.epoch(), keys(&wanted, user_id), None, move |writing| {
            let grant = buy(writing, &shop, user_id, &wanted, zone)?;
            is_recorded.store(true, Ordering::Relaxed);
            Ok(grant)
        })
        .await
        .map_err(|error| call.refusal(error));
    if recorded.load(Ordering::Relaxed) {
        let event = call.shop.sale().change(|room| {
            match &bought {
                Ok(_) => room.commit(user_id, call.now()),
                Err(_) => room.forget(user_id),
            }
            Ok(room.event(call.now()))
        });
        if let Ok(event) = event {
            call.shop.tell_all(event);
        }
    }
    bought
}

fn keys(wanted: &Wanted, user_id: i64) -> Keys {
    let own = [LockKey::Point(user_id), LockKey::User(user_id)];
    Keys::new([key(&wanted.object)].into_iter().chain(own)).in_line(user_id)
}

/// The writer runs one transaction after the other, so the room is asked and told in the order of service.
fn buy(
    writing: &mut Writing<'_>,
    shop: &Shop,
    user_id: i64,
    wanted: &Wanted,
    zone: Tz,
) -> Result<SaleGrant, WorkError> {
    let now = writing.now;
    let is_same_room = |opened_at| if opened_at == wanted.opened_at { Ok(()) } else { Err(Refusal::RoomClosed) };
    let checked =
        shop.sale().change(|room| is_same_room(room.wanted.opened_at).and_then(|()| room.check_buyer(user_id, now)));
    checked.map_err(ShopError::from)?;
    let user = shop_store::user::find(writing.tx, user_id)?.ok_or(ErrorCode::UserNotFound)?;
    let line = writing.line;
    let mut grant = SaleGrant {
        rank: 0,
        arrived: line.map_or(0, |line| line.arrived),
        served: line.map_or(0, |line| line.served),
        order_id: None,
        user_coupon_id: None,
    };
    match wanted.object.kind {
        SaleObjectKind::Product => grant.order_id = Some(order_and_pay(writing, shop, user_id, wanted, zone)?),
        SaleObjectKind::Coupon => grant.user_coupon_id = Some(issue_in(writing, user_id, wanted.object.id, zone)?.id),
    }
    let recorded = shop.sale().change(|room| Ok(room.record(user_id, user.name, grant, now)));
    Ok(recorded.map_err(ShopError::from)?)
}

fn order_and_pay(
    writing: &mut Writing<'_>,
    shop: &Shop,
    user_id: i64,
    wanted: &Wanted,
    zone: Tz,
) -> Result<i64, WorkError> {
    let line = OrderedProduct { product_id: wanted.object.id, product_option_id: wanted.option_id, quantity: 1 };
    let request = PlaceOrder { items: Some(vec![line]), ..order_at_the_room() };
    let order = place_in(writing, user_id, &request, zone)?;
    if order.total_amount > 0 {
        let payment = PayOrder { order_id: order.id, payment_method: PaymentMethod::Point, amount: order.total_amount };
        pay_in(writing, shop, user_id, &payment)?;
    }
    Ok(order.id)
}

fn order_at_the_room() -> PlaceOrder {
    PlaceOrder {
        cart_item_ids: None,
        items: None,
        shipping_address: ShippingAddress {
            recipient_name: AT_THE_ROOM.to_owned(),
            phone: "000-0000-0000".to_owned(),
            zip_code: "00000".to_owned(),
            address: AT_THE_ROOM.to_owned(),
            detail_address: None,
        },
        coupon_ids: Vec::new(),
        expected_total: None,
        delivery_memo: None,
    }
}
