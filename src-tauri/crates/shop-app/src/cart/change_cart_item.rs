//! Changes the quantity of a cart line.

use shop_domain::Quantity;
use shop_domain::cart::{CartRefusal, LineChange, change_line};
use shop_store::cart::{line_key, remove, set_quantity};

use super::facts::{check_amount, facts};
use super::view::written_item;
use crate::context::UserCall;
use crate::runtime::locks::LockKey;
use crate::runtime::{WorkError, Writing};
use shop_contract::{ChangeCartItem, ChangedCartItem, Done, ErrorCode, ShopError, ShopEvent, operation};

/// Sets the quantity of one of the caller's lines; 0 removes it, in any state of its product.
///
/// # Errors
/// `INVALID_INPUT`; `CART_ITEM_NOT_FOUND`, also for a line of another user; then those of [`CartRefusal`] in their
/// order.
pub async fn change_cart_item(call: UserCall, request: ChangeCartItem) -> Result<ChangedCartItem, ShopError> {
    let user_id = call.user_id();
    let (id, requested) = (request.id, request.quantity);
    if requested != 0 {
        Quantity::new(requested).map_err(|_| ShopError::from(CartRefusal::InvalidQuantity))?;
    }
    call.write(operation::change_cart_item, &request, LockKey::User(user_id), move |writing| {
        let item = if requested == 0 { take_out(writing, user_id, id)? } else { set(writing, user_id, id, requested)? };
        writing.effects.tell(user_id, ShopEvent::Cart {});
        Ok(item)
    })
    .await
}

/// Removes a line. The product is not read, so lines of deleted products can be removed.
pub(super) fn take_out(writing: &Writing<'_>, user_id: i64, id: i64) -> Result<ChangedCartItem, WorkError> {
    let removed = remove(writing.tx, user_id, id, writing.now)?;
    if removed { Ok(ChangedCartItem::Removed(Done {})) } else { Err(ErrorCode::CartItemNotFound.into()) }
}

fn set(writing: &Writing<'_>, user_id: i64, id: i64, requested: i64) -> Result<ChangedCartItem, WorkError> {
    let key = line_key(writing.tx, user_id, id)?.ok_or(ErrorCode::CartItemNotFound)?;
    let facts = facts(writing, user_id, key, requested)?;
    let LineChange::Set(quantity) = change_line(&facts.rule).map_err(ShopError::from)? else {
        return take_out(writing, user_id, id);
    };
    check_amount(facts.price, quantity)?;
    set_quantity(writing.tx, user_id, id, quantity, facts.price.get(), writing.now)?;
    let item = written_item(writing, user_id, id, facts.totals.in_other_lines + quantity.get())?;
    Ok(ChangedCartItem::Line(Box::new(item)))
}
