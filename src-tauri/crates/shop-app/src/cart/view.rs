//! Cart lines in the form of the contract, with the current data of their products.

use chrono::{DateTime, Utc};
use shop_domain::Won;
use shop_domain::cart::{LineFacts, line_problem};
use shop_store::cart::{CartLine, already_bought, open_line, open_lines};
use shop_store::{Db, StoreResult};

use crate::catalog::image_url;
use crate::runtime::{WorkError, Writing};
use shop_contract::{Cart, CartItem, ErrorCode};

/// The whole cart of a user.
pub(super) fn cart(db: &Db, user_id: i64, now: DateTime<Utc>) -> StoreResult<Cart> {
    let lines = open_lines(db, user_id)?;
    let items: Vec<CartItem> = lines
        .iter()
        .map(|line| {
            let same_product = lines.iter().filter(|other| other.product_id == line.product_id);
            let in_cart = same_product.map(|other| other.quantity.get()).sum();
            Ok(item(line, in_cart, bought(db, user_id, line)?, now))
        })
        .collect::<StoreResult<_>>()?;
    let orderable = items.iter().filter(|item| item.orderable);
    let total_amount = orderable.fold(0, |sum: i64, item| sum.saturating_add(item.subtotal));
    Ok(Cart { total_amount, item_count: i64::try_from(items.len()).unwrap_or(i64::MAX), items })
}

/// A line that was just written; the cart holds `in_cart` units of its product.
pub(super) fn written_item(writing: &Writing<'_>, user_id: i64, id: i64, in_cart: i64) -> Result<CartItem, WorkError> {
    let line = open_line(writing.tx, user_id, id)?.ok_or(ErrorCode::CartItemNotFound)?;
    Ok(item(&line, in_cart, bought(writing.tx, user_id, &line)?, writing.now))
}

/// Units bought earlier; they count only if the product has a limit.
fn bought(db: &Db, user_id: i64, line: &CartLine) -> StoreResult<i64> {
    if line.limited_quantity.is_none() { Ok(0) } else { already_bought(db, user_id, line.product_id) }
}

fn item(line: &CartLine, in_cart: i64, already_bought: i64, now: DateTime<Utc>) -> CartItem {
    let price = line.price(now);
    let problem = line_problem(&LineFacts {
        product: line.product_state,
        option: line.option,
        available: line.available_quantity,
        limited_quantity: line.limited_quantity,
        already_bought,
        quantity: line.quantity.get(),
        in_cart,
    });
    CartItem {
        id: line.id,
        product_id: line.product_id,
        product_option_id: line.option_id,
        product_name: line.product_name.clone(),
        product_name_en: line.product_name_en.clone(),
        option_name: line.option_name.clone(),
        option_name_en: line.option_name_en.clone(),
        image_url: image_url(line.image.as_deref()),
        price: price.get(),
        previous_price: (line.seen_price != price.get()).then_some(line.seen_price),
        quantity: line.quantity.get(),
        // Only a later price increase can overflow here; an order refuses such a line.
        subtotal: price.checked_mul(line.quantity).unwrap_or(Won::MAX).get(),
        available_quantity: line.available_quantity,
        limited_quantity: line.limited_quantity,
        orderable: problem.is_none(),
        reason: problem.map(Into::into),
    }
}
