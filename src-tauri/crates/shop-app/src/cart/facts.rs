//! The input of the cart rules for one line, read in the transaction that writes.

use shop_domain::Won;
use shop_domain::cart::CartFacts;
use shop_store::cart::{LineKey, Totals, already_bought, chosen_product, totals};

use crate::runtime::{WorkError, Writing};
use shop_contract::{ErrorCode, ShopError};

/// The facts about a line and its cart, and the current unit price.
pub(super) struct Facts {
    pub(super) rule: CartFacts,
    pub(super) totals: Totals,
    pub(super) price: Won,
}

pub(super) fn facts(writing: &Writing<'_>, user_id: i64, key: LineKey, requested: i64) -> Result<Facts, WorkError> {
    let product = chosen_product(writing.tx, key)?.ok_or(ErrorCode::ProductNotFound)?;
    let totals = totals(writing.tx, user_id, key)?;
    // Earlier purchases count only if the product has a limit.
    let already_bought = match product.limited_quantity {
        Some(_) => already_bought(writing.tx, user_id, key.product_id)?,
        None => 0,
    };
    let rule = CartFacts {
        product_id: key.product_id,
        option_id: key.option_id,
        product: product.state,
        option: product.option,
        available: product.available_quantity,
        limited_quantity: product.limited_quantity,
        already_bought,
        in_line: totals.in_line,
        in_other_lines: totals.in_other_lines,
        other_lines: usize::try_from(totals.other_lines).unwrap_or(usize::MAX),
        requested,
    };
    Ok(Facts { rule, totals, price: product.price(writing.now) })
}

/// Refuses a line whose total exceeds the maximum amount.
pub(super) fn check_amount(price: Won, quantity: shop_domain::Quantity) -> Result<(), ShopError> {
    price
        .checked_mul(quantity)
        .map(|_| ())
        .map_err(|_| ShopError::invalid("quantity", "the line would cost more than 1,000,000,000,000 won"))
}
