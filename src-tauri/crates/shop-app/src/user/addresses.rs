//! The caller's address book. A non-empty book has exactly one default: the first address becomes the default, and when
//! the default is removed, the latest remaining address replaces it.

use shop_domain::user::parse_text;
use shop_store::address::{AddressRow, AddressText, insert, of_user, remove, set_default, update};

use super::{shipping_address, view};
use crate::context::UserCall;
use crate::runtime::locks::LockKey;
use crate::runtime::{WorkError, Writing};
use shop_contract::{Address, ById, Done, ErrorCode, SaveAddress, ShopError, operation};

/// Maximum number of addresses of a user.
const MAX_ADDRESSES: usize = 20;
/// Length of an address label, in characters.
const LABEL: std::ops::RangeInclusive<usize> = 1..=30;

/// Adds or updates an address.
///
/// # Errors
/// `INVALID_INPUT`, also for a 21st address; `NOT_FOUND` for an address of another user.
pub async fn save_address(call: UserCall, request: SaveAddress) -> Result<Address, ShopError> {
    let user_id = call.user_id();
    let text = parse(&request)?;
    let (id, wants_default) = (request.id, request.is_default);
    call.write(operation::save_address, &request, LockKey::User(user_id), move |writing| {
        let before = of_user(writing.tx, user_id)?;
        let id = match id {
            Some(id) => change(writing, user_id, id, &text)?,
            None => add(writing, user_id, &before, &text)?,
        };
        let becomes_default = wants_default || !before.iter().any(|address| address.is_default);
        if becomes_default {
            set_default(writing.tx, user_id, Some(id), writing.now)?;
        }
        let was_default = before.iter().any(|address| address.id == id && address.is_default);
        Ok(view::address(AddressRow { id, is_default: becomes_default || was_default, text: text.clone() }))
    })
    .await
}

/// Removes one of the caller's addresses.
///
/// # Errors
/// `NOT_FOUND` for an address of another user.
pub async fn remove_address(call: UserCall, request: ById) -> Result<Done, ShopError> {
    let user_id = call.user_id();
    let id = request.id;
    call.write(operation::remove_address, &request, LockKey::User(user_id), move |writing| {
        if !remove(writing.tx, user_id, id, writing.now)? {
            return Err(ErrorCode::NotFound.into());
        }
        let left = of_user(writing.tx, user_id)?;
        if left.first().is_some_and(|first| !first.is_default) {
            set_default(writing.tx, user_id, left.first().map(|first| first.id), writing.now)?;
        }
        Ok(Done {})
    })
    .await
}

fn add(writing: &Writing<'_>, user_id: i64, before: &[AddressRow], text: &AddressText) -> Result<i64, WorkError> {
    if before.len() >= MAX_ADDRESSES {
        return Err(ShopError::invalid("shippingAddress", "the book is full: 20 addresses").into());
    }
    Ok(insert(writing.tx, user_id, text, writing.now)?)
}

fn change(writing: &Writing<'_>, user_id: i64, id: i64, text: &AddressText) -> Result<i64, WorkError> {
    let changed = update(writing.tx, user_id, id, text, writing.now)?;
    if changed { Ok(id) } else { Err(ErrorCode::NotFound.into()) }
}

fn parse(request: &SaveAddress) -> Result<AddressText, ShopError> {
    let label = parse_text(&request.label, LABEL)
        .map_err(|fault| ShopError::invalid("label", &format!("{fault}: 1 to 30 characters")))?;
    let address = shipping_address(&request.shipping_address)?;
    Ok(AddressText {
        label,
        recipient_name: address.recipient_name().to_owned(),
        phone: address.phone().to_owned(),
        zip_code: address.zip_code().to_owned(),
        address: address.address().to_owned(),
        detail_address: address.detail_address().map(str::to_owned),
    })
}
