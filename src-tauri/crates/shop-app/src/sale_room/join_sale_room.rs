//! A guest joins the room: a customer with a mark, a name, the points of the room, and no password. The session that is
//! started is the only way in, so the account ends with it.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use shop_domain::Won;
use shop_domain::limits::DEVICE_MAX;
use shop_domain::point::charge;
use shop_domain::user::{parse_text, presentable};

use crate::context::Call;
use crate::runtime::locks::LockKey;
use crate::runtime::{Origin, Principal, WorkError, Writing};
use crate::sale_state::{Guest, Refusal, Room};
use crate::user::{NewAccount, SessionSecret, enter, user_view};
use shop_contract::{ErrorCode, JoinSaleRoom, ShopError, User};

/// The description of the points of a guest in the ledger.
const POINTS: &str = "현장 판매 포인트";
/// A hash that no password has.
const NO_PASSWORD: &str = "";
/// Characters of the name of a guest.
const NAME: std::ops::RangeInclusive<usize> = 1..=20;

/// Enters a guest and starts the session.
///
/// # Errors
/// `CONFLICT` where no room can be joined, before the PIN is looked at, and where the room is full; `TOO_MANY_REQUESTS` after
/// too many wrong PINs; `FORBIDDEN` for a wrong one; `INVALID_INPUT` for the name; as any write.
pub async fn join_sale_room(
    call: Call,
    request: JoinSaleRoom,
    device: &str,
) -> Result<(SessionSecret, Principal, User), ShopError> {
    let sale = call.shop.sale();
    let address = match call.origin {
        Origin::Network(address) => Some(address),
        Origin::ThisMachine => None,
    };
    sale.check_pin(&request.pin, address, call.now())?;
    let name = parse_text(&request.name, NAME)
        .map_err(|fault| ShopError::invalid("name", &format!("{fault}: 1 to 20 characters")))?;
    let (opened_at, points) = sale.change(|room| {
        room.take_seat(call.now())?;
        Ok((room.wanted.opened_at, room.wanted.points))
    })?;
    let newcomer = Newcomer { name, device: presentable(device, DEVICE_MAX), opened_at, points };
    // The room is told the outcome even where the client has disconnected.
    let (entering, failed) = (call.clone(), call.clone());
    let joined = tokio::spawn(async move {
        let entered = enter_guest(&entering, &newcomer).await;
        let (user_id, now) = (entered.as_ref().ok().map(|(_, principal, _)| principal.user_id), entering.now());
        seat(
            &entering,
            newcomer.opened_at,
            user_id.map(|user_id| Guest { user_id, name: newcomer.name, joined_at: now }),
        );
        entered
    })
    .await;
    joined.unwrap_or_else(|error| Err(failed.internal(&error.to_string())))
}

struct Newcomer {
    name: String,
    device: String,
    opened_at: DateTime<Utc>,
    points: i64,
}

async fn enter_guest(call: &Call, newcomer: &Newcomer) -> Result<(SessionSecret, Principal, User), ShopError> {
    let email = format!("guest-{}@guest.jangteo", call.shop.token(8));
    let account = NewAccount::parse(None, &email, &newcomer.name, None)?;
    let account = account.with_password_hash(NO_PASSWORD.to_owned());
    let secret = SessionSecret::new(&call.shop);
    let (fingerprints, device) = (secret.fingerprints(), newcomer.device.clone());
    let (opened_at, points) = (newcomer.opened_at, newcomer.points);
    let shop = Arc::clone(&call.shop);
    let entered = call.shop.submit(call.epoch(), LockKey::Shop, None, move |writing| {
        // The room may have closed while this waited, and its guests may be removed already.
        let now = writing.now;
        let can_join = |room: &mut Room| if room.can_join(now) { Ok(()) } else { Err(Refusal::RoomClosed) };
        shop.sale().change_opened_at(opened_at, can_join).map_err(ShopError::from)?;
        let user_id = enter(writing, &account)?;
        shop_store::user::guest::mark(writing.tx, user_id, opened_at)?;
        give_points(writing, user_id, points)?;
        let session_id = shop_store::session::start(writing.tx, user_id, &fingerprints, &device, writing.now)?;
        let row = shop_store::user::find(writing.tx, user_id)?.ok_or(ErrorCode::UserNotFound)?;
        Ok((Principal { user_id, role: row.role.map(Into::into), session_id }, user_view(row)))
    });
    let (principal, user) = entered.await.map_err(|error| call.refusal(error))?;
    Ok((secret, principal, user))
}

fn give_points(writing: &Writing<'_>, user_id: i64, points: i64) -> Result<(), WorkError> {
    if points == 0 {
        return Ok(());
    }
    let change = charge(Won::ZERO, points).map_err(|_| ErrorCode::InvalidInput)?;
    shop_store::point::charge(writing.tx, user_id, change, POINTS, writing.now)?;
    Ok(())
}

/// Tells the room of the guest, or that the seat is free again; a room that was closed meanwhile needs neither.
fn seat(call: &Call, opened_at: DateTime<Utc>, guest: Option<Guest>) {
    let event = call.shop.sale().change_opened_at(opened_at, |room| {
        room.seat(guest);
        Ok(room.event(call.now()))
    });
    if let Ok(event) = event {
        call.shop.tell_all(event);
    }
}
