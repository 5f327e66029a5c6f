//! Buys in the room: one unit for each user, first come, first served. Order and payment are one transaction here, so that a
//! guest gets the thing or nothing.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use parking_lot::Mutex;
use shop_domain::sale_room::RESULT_SECONDS;

use super::key;
use crate::context::{Shop, UserCall, ensure_stays};
use crate::coupon::issue_in;
use crate::order::place_in;
use crate::payment::pay_in;
use crate::runtime::locks::{Keys, LockKey};
use crate::runtime::{WorkError, WriteError, Writing};
use crate::sale_state::{Refusal, Room, Wanted};
use shop_contract::{
    Empty, ErrorCode, OrderedProduct, PayOrder, PlaceOrder, SaleGrant, SaleObjectKind, ShippingAddress, ShopError,
};
use shop_store::{StoreResult, Tx};

/// The address of an order of the room: it is handed over there, and holds nothing of the guest.
const AT_THE_ROOM: &str = "현장 수령";

/// Buys one unit or gets one coupon. A repeated request of the same user gets the same answer, so no idempotency key is needed.
///
/// # Errors
/// `CONFLICT` where no room is open, before the start, after the end and when nothing is left; `AMOUNT_MISMATCH` where the price
/// is no longer the one that the room shows; else as the order, its payment or the coupon.
pub async fn buy_in_sale_room(call: UserCall, _: Empty) -> Result<SaleGrant, ShopError> {
    let (user_id, now) = (call.user_id(), call.now());
    let wanted = call.shop.sale().change(|room| match room.grant_of(user_id) {
        Some(grant) => Ok(Err(grant)),
        None => match room.check_buyer(user_id, now) {
            // The request before this one is being committed: this one waits behind it and gets the same answer.
            Ok(()) | Err(Refusal::AlreadyBought) => {
                begin_line(&call.shop, room, now);
                Ok(Ok(room.wanted.clone()))
            }
            Err(refusal) => Err(refusal),
        },
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

/// Counts the line of the sale from its first buyer on: an order before the start is none of it.
fn begin_line(shop: &Shop, room: &mut Room, now: DateTime<Utc>) {
    if !std::mem::replace(&mut room.is_line_counted, true) {
        let seconds = (room.wanted.times.ends_at - now).num_seconds() + RESULT_SECONDS;
        shop.locks().count_line(key(&room.wanted.object), Duration::from_secs(seconds.unsigned_abs()));
    }
}

async fn write(call: &UserCall, wanted: Wanted) -> Result<SaleGrant, ShopError> {
    let (caller, user_id, zone) = (call.user(), call.user_id(), call.shop.zone());
    let (shop, recorded) = (Arc::clone(&call.shop), Arc::new(Mutex::new(None)));
    let keep = Arc::clone(&recorded);
    let opened_at = wanted.opened_at;
    let written = call
        .shop
        .submit(call.epoch(), keys(&wanted, user_id), None, move |writing| {
            // Of a run that was rolled back; the room forgets it when it is asked again.
            *keep.lock() = None;
            ensure_stays(writing.tx, Some(caller))?;
            let (grant, record) = buy(writing, &shop, user_id, &wanted, zone)?;
            *keep.lock() = Some(record);
            Ok(grant)
        })
        .await;
    let record = recorded.lock().take();
    if let Some(Record { number, is_new }) = record {
        let event = call.shop.sale().change_opened_at(opened_at, |room| {
            match &written {
                // Also one of an earlier request, whose outcome was unknown until this one has found it.
                Ok(_) => room.commit(number, call.now()),
                // The unit may be sold: nobody else gets it.
                Err(WriteError::Unknown(_)) => {}
                Err(_) if is_new => room.forget(number),
                Err(_) => {}
            }
            Ok(room.event(call.now()))
        });
        if let Ok(event) = event {
            call.shop.tell_all(event);
        }
    }
    written.map_err(|error| call.refusal(error))
}

fn keys(wanted: &Wanted, user_id: i64) -> Keys {
    let own = [LockKey::Point(user_id), LockKey::User(user_id)];
    Keys::new([key(&wanted.object)].into_iter().chain(own)).in_line(user_id)
}

/// The record of a purchase in the room.
struct Record {
    number: u64,
    /// Whether this request has made it.
    is_new: bool,
}

/// The writer runs one transaction after the other, so the room is asked and told in the order of service.
fn buy(
    writing: &mut Writing<'_>,
    shop: &Shop,
    user_id: i64,
    wanted: &Wanted,
    zone: Tz,
) -> Result<(SaleGrant, Record), WorkError> {
    let (now, sale) = (writing.now, shop.sale());
    let before = sale.change_opened_at(wanted.opened_at, |room| Ok(room.recorded(user_id)));
    if let Some((grant, number)) = before.map_err(ShopError::from)? {
        if stands(writing.tx, user_id, wanted, &grant)? {
            return Ok((grant, Record { number, is_new: false }));
        }
        // Its commit has failed, which the room has not been told yet.
        let _ = sale.change_opened_at(wanted.opened_at, |room| {
            room.forget(number);
            Ok(())
        });
    }
    sale.change_opened_at(wanted.opened_at, |room| room.check_buyer(user_id, now)).map_err(ShopError::from)?;
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
    let recorded = sale.change_opened_at(wanted.opened_at, |room| Ok(room.record(user_id, user.name, grant, now)));
    let (grant, number) = recorded.map_err(ShopError::from)?;
    Ok((grant, Record { number, is_new: true }))
}

/// Whether the order or the coupon of an earlier request is there.
fn stands(tx: &Tx<'_>, user_id: i64, wanted: &Wanted, grant: &SaleGrant) -> StoreResult<bool> {
    match grant.order_id {
        Some(id) => Ok(shop_store::order::find(tx, id)?.is_some_and(|order| order.user_id == user_id)),
        None => Ok(shop_store::coupon::find(tx, user_id, wanted.object.id)?.is_some_and(|coupon| coupon.owned)),
    }
}

fn order_and_pay(
    writing: &mut Writing<'_>,
    shop: &Shop,
    user_id: i64,
    wanted: &Wanted,
    zone: Tz,
) -> Result<i64, WorkError> {
    let line = OrderedProduct { product_id: wanted.object.id, product_option_id: wanted.option_id, quantity: 1 };
    let request = PlaceOrder { items: Some(vec![line]), expected_total: wanted.object.price, ..order_at_the_room() };
    let order = place_in(writing, user_id, &request, zone)?;
    if order.total_amount > 0 {
        let payment = PayOrder::with_points(order.id, order.total_amount);
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
        delivery_method: None,
    }
}
