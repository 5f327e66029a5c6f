//! Adds units of a product to the cart.

use shop_domain::Quantity;
use shop_domain::cart::{CartRefusal, add_line};
use shop_store::cart::{LineKey, insert, set_quantity};

use super::facts::{check_amount, facts};
use super::view::written_item;
use crate::context::UserCall;
use crate::runtime::locks::LockKey;
use shop_contract::{AddCartItem, CartItem, ShopError, ShopEvent, operation};

/// Adds units to the line of the product and option; creates the line if there is none.
///
/// # Errors
/// Those of [`CartRefusal`] in their order; `INVALID_INPUT` also if the line would cost too much.
pub async fn add_cart_item(call: UserCall, request: AddCartItem) -> Result<CartItem, ShopError> {
    let user_id = call.user_id();
    let requested = Quantity::new(request.quantity).map_err(|_| ShopError::from(CartRefusal::InvalidQuantity))?;
    let key = LineKey { product_id: request.product_id, option_id: request.product_option_id };
    call.write(operation::add_cart_item, &request, LockKey::User(user_id), move |writing| {
        let facts = facts(writing, user_id, key, requested.get())?;
        let quantity = add_line(&facts.rule).map_err(ShopError::from)?;
        check_amount(facts.price, quantity)?;
        let (price, now) = (facts.price.get(), writing.now);
        let id = match facts.totals.line_id {
            Some(id) => set_quantity(writing.tx, user_id, id, quantity, price, now).map(|()| id)?,
            None => insert(writing.tx, user_id, key, quantity, price, now)?,
        };
        writing.effects.tell(user_id, ShopEvent::Cart {});
        written_item(writing, user_id, id, facts.totals.in_other_lines + quantity.get())
    })
    .await
}
