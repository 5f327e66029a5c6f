//! Selects the lines and coupons of an order. A quote and an order use the same functions.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use shop_domain::Quantity;
use shop_domain::coupon::{OwnedCoupon, PricedLine};
use shop_domain::limits::{MAX_CART_COUPONS, MAX_CART_LINES};
use shop_domain::order::PlaceLine;
use shop_store::cart::{CartLine, LineKey, line_of, open_lines, open_products};
use shop_store::coupon::HeldCoupon;
use shop_store::{Db, StoreResult};

use crate::runtime::WorkError;
use shop_contract::{ErrorDetails, OrderedProduct, ShopError};

/// The lines that a client chose for an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choice {
    /// All open lines of the cart.
    WholeCart,
    /// These lines of the cart.
    CartLines(Vec<i64>),
    /// Products that leave the cart alone, each with its quantity.
    Products(Vec<(LineKey, Quantity)>),
}

impl Choice {
    /// Parses what a client sent, before anything is read.
    ///
    /// # Errors
    /// `INVALID_INPUT` for both kinds of lines at once, a line named twice, a quantity outside 1 to 1,000,000, and more than
    /// 100 lines.
    pub(super) fn parse(cart_item_ids: Option<&[i64]>, products: Option<&[OrderedProduct]>) -> Result<Self, ShopError> {
        match (cart_item_ids, products) {
            (Some(_), Some(_)) => Err(ShopError::invalid("items", "in place of cartItemIds, not beside it")),
            (None, None) => Ok(Self::WholeCart),
            (Some(ids), None) => {
                check_lines("cartItemIds", ids.len(), ids.iter().collect::<BTreeSet<_>>().len())?;
                Ok(Self::CartLines(ids.to_vec()))
            }
            (None, Some(products)) => {
                let different: BTreeSet<_> =
                    products.iter().map(|item| (item.product_id, item.product_option_id)).collect();
                check_lines("items", products.len(), different.len())?;
                Ok(Self::Products(products.iter().map(wanted).collect::<Result<_, _>>()?))
            }
        }
    }

    /// Reads the chosen lines.
    ///
    /// # Errors
    /// `CART_ITEM_NOT_FOUND` for an id that is not among the open lines; `PRODUCT_NOT_FOUND` for a product that there is not.
    pub(super) fn lines(&self, db: &Db, user_id: i64) -> Result<Vec<CartLine>, WorkError> {
        match self {
            Self::WholeCart => Ok(open_lines(db, user_id)?),
            Self::CartLines(ids) => {
                let open = open_lines(db, user_id)?;
                if let Some(unknown) = ids.iter().find(|id| !open.iter().any(|line| line.id == **id)) {
                    return Err(ShopError::from(ErrorDetails::CartItemNotFound { cart_item_id: *unknown }).into());
                }
                Ok(open.into_iter().filter(|line| ids.contains(&line.id)).collect())
            }
            Self::Products(products) => {
                let line = |(place, (key, quantity)): (i64, &(LineKey, Quantity))| {
                    let unknown = ErrorDetails::ProductNotFound { product_id: key.product_id };
                    line_of(db, place, *key, *quantity)?.ok_or_else(|| ShopError::from(unknown).into())
                };
                (1..).zip(products).map(line).collect()
            }
        }
    }

    /// The products of the chosen lines. Refuses nothing: the lines of a repeated request may be ordered already, and the
    /// request still gets its stored answer.
    pub(super) fn products(&self, db: &Db, user_id: i64) -> Result<BTreeSet<i64>, WorkError> {
        let ids = match self {
            Self::Products(products) => return Ok(products.iter().map(|(key, _)| key.product_id).collect()),
            Self::WholeCart => None,
            Self::CartLines(ids) => Some(ids),
        };
        let is_chosen = |(line_id, _): &(i64, i64)| ids.is_none_or(|ids| ids.contains(line_id));
        Ok(open_products(db, user_id)?.into_iter().filter(is_chosen).map(|(_, product_id)| product_id).collect())
    }
}

fn check_lines(field: &str, count: usize, different: usize) -> Result<(), ShopError> {
    if count > MAX_CART_LINES {
        return Err(ShopError::invalid(field, "at most 100"));
    }
    if different < count {
        return Err(ShopError::invalid(field, "each line once"));
    }
    Ok(())
}

fn wanted(item: &OrderedProduct) -> Result<(LineKey, Quantity), ShopError> {
    let quantity = Quantity::new(item.quantity).map_err(|_| ShopError::invalid("items.quantity", "1 to 1,000,000"))?;
    Ok((LineKey { product_id: item.product_id, option_id: item.product_option_id }, quantity))
}

/// Checks the number of coupons that a client named, before anything is read.
///
/// # Errors
/// `INVALID_INPUT` for more than an order can have.
pub(super) fn check_coupons(coupon_ids: &[i64]) -> Result<(), ShopError> {
    if coupon_ids.len() > MAX_CART_LINES + MAX_CART_COUPONS {
        return Err(ShopError::invalid("couponIds", "at most 102"));
    }
    Ok(())
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
    with_option(&line.product_name, line.option_name.as_deref())
}

/// The English name, if the product has one; an option without one keeps its own.
pub(super) fn full_name_en(line: &CartLine) -> Option<String> {
    let option = line.option_name_en.as_deref().or(line.option_name.as_deref());
    line.product_name_en.as_deref().map(|name| with_option(name, option))
}

fn with_option(name: &str, option: Option<&str>) -> String {
    option.map_or_else(|| name.to_owned(), |option| format!("{name} / {option}"))
}
