//! Selects the cart lines and coupons of an order. A quote and an order use the same functions.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use shop_domain::coupon::{OwnedCoupon, PricedLine};
use shop_domain::limits::{MAX_CART_COUPONS, MAX_CART_LINES};
use shop_domain::order::PlaceLine;
use shop_store::cart::CartLine;
use shop_store::coupon::HeldCoupon;
use shop_store::{Db, StoreResult};

use shop_contract::{ErrorDetails, ShopError};

/// Checks the ids that a client sent, before anything is read.
///
/// # Errors
/// `INVALID_INPUT` for a line named twice, and for more ids than an order can have.
pub(super) fn check_ids(cart_item_ids: Option<&[i64]>, coupon_ids: &[i64]) -> Result<(), ShopError> {
    let lines = cart_item_ids.unwrap_or_default();
    if lines.len() > MAX_CART_LINES {
        return Err(ShopError::invalid("cartItemIds", "at most 100"));
    }
    if lines.iter().collect::<BTreeSet<_>>().len() < lines.len() {
        return Err(ShopError::invalid("cartItemIds", "each line once"));
    }
    if coupon_ids.len() > MAX_CART_LINES + MAX_CART_COUPONS {
        return Err(ShopError::invalid("couponIds", "at most 102"));
    }
    Ok(())
}

/// Selects the requested lines from the user's open lines; all open lines if no ids are given.
///
/// # Errors
/// `CART_ITEM_NOT_FOUND` for an id that is not among the open lines.
pub(super) fn choose_lines(open: Vec<CartLine>, ids: Option<&[i64]>) -> Result<Vec<CartLine>, ShopError> {
    let Some(ids) = ids else { return Ok(open) };
    if let Some(unknown) = ids.iter().find(|id| !open.iter().any(|line| line.id == **id)) {
        return Err(ErrorDetails::CartItemNotFound { cart_item_id: *unknown }.into());
    }
    Ok(open.into_iter().filter(|line| ids.contains(&line.id)).collect())
}

/// Converts cart lines to the input of the order rules, at the prices of `now`.
pub(super) fn place_lines(
    db: &Db,
    user_id: i64,
    lines: &[CartLine],
    now: DateTime<Utc>,
) -> StoreResult<Vec<PlaceLine>> {
    let mut bought: BTreeMap<i64, i64> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.limited_quantity.is_some()) {
        if let Entry::Vacant(entry) = bought.entry(line.product_id) {
            entry.insert(shop_store::cart::already_bought(db, user_id, line.product_id)?);
        }
    }
    let place_line = |line: &CartLine| PlaceLine {
        line: PricedLine {
            line_id: line.id,
            product_id: line.product_id,
            option_id: line.option_id,
            price: line.price(now),
            quantity: line.quantity,
        },
        product: line.product_state,
        option: line.option,
        available: line.available_quantity,
        limited_quantity: line.limited_quantity,
        already_bought: bought.get(&line.product_id).copied().unwrap_or_default(),
    };
    Ok(lines.iter().map(place_line).collect())
}

/// Reads the coupons that a client named: those that the user holds, and the rules' input for all of them in the given
/// order.
pub(super) fn named_coupons(db: &Db, user_id: i64, ids: &[i64]) -> StoreResult<(Vec<HeldCoupon>, Vec<OwnedCoupon>)> {
    let held = shop_store::coupon::held_of(db, user_id, ids)?;
    let rules = |id: &i64| {
        let own = held.iter().find(|coupon| coupon.rules.user_coupon_id == *id);
        own.map_or_else(|| OwnedCoupon::unknown(*id), |coupon| coupon.rules.clone())
    };
    let named = ids.iter().map(rules).collect();
    Ok((held, named))
}

/// Name of product and option, as quotes show it and orders store it.
pub(super) fn full_name(line: &CartLine) -> String {
    with_option(line, &line.product_name)
}

/// The English name, if the product has one.
pub(super) fn full_name_en(line: &CartLine) -> Option<String> {
    line.product_name_en.as_ref().map(|name| with_option(line, name))
}

fn with_option(line: &CartLine, name: &str) -> String {
    line.option_name.as_ref().map_or_else(|| name.to_owned(), |option| format!("{name} / {option}"))
}
