//! A coupon as somebody thought it up, and what is asked of it before it is made or changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use shop_domain::Won;
use shop_domain::coupon::{CouponKind, Discount};
use shop_domain::limits::{MAX_STOCK, NAME};
use shop_domain::user::parse_text;
use shop_store::coupon::CouponTerms;

use crate::runtime::locks::LockKey;
use crate::runtime::{Shop, Stop, WriteError, Writing};
use shop_contract::{Coupon, ErrorCode, ShopError, instant};

/// Products that one coupon names at most.
const PRODUCTS: usize = 100;

/// A coupon as somebody thought it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponDraft {
    /// 1 to 100 characters.
    pub name: String,
    /// What it takes its discount from.
    pub kind: CouponKind,
    /// Per cent off, 1 to 100; either this or `discount_price`.
    pub discount_rate: Option<i64>,
    /// Won off, above 0.
    pub discount_price: Option<i64>,
    /// At most so many won off, above 0.
    pub max_discount_price: Option<i64>,
    /// Goods for at least so many won.
    pub min_order_amount: i64,
    /// For a `CART_ITEM` coupon the products it is for, at least one; for another none.
    pub product_ids: Vec<i64>,
    /// How many there are, 0 to 1,000,000,000.
    pub total_quantity: i64,
    /// Usable from.
    pub begin_date: DateTime<Utc>,
    /// Had and usable before; after `begin_date`.
    pub end_date: DateTime<Utc>,
}

/// Makes a coupon without anybody's having asked for it, as the demo does.
///
/// # Errors
/// [`WriteError::Refused`] with `INVALID_INPUT` naming the field, or `PRODUCT_NOT_FOUND`; as any write.
pub async fn make_coupon(shop: &Arc<Shop>, draft: CouponDraft) -> Result<Coupon, WriteError> {
    let terms = parse(draft).map_err(WriteError::Refused)?;
    shop.write(LockKey::Shop, move |writing| {
        let id = make(writing, &terms)?;
        // Nobody is 0, so that the view says of nobody that he has it.
        let coupon = shop_store::coupon::find(writing.tx, 0, id)?.ok_or(ErrorCode::CouponNotFound)?;
        Ok(super::view::coupon(coupon))
    })
    .await
}

/// Writes a new coupon and gives its id.
pub(super) fn make(writing: &Writing<'_>, terms: &CouponTerms) -> Result<i64, Stop> {
    check_products(writing, terms)?;
    Ok(shop_store::coupon::create(writing.tx, terms, writing.now)?)
}

/// Refuses a coupon for what there is not.
pub(super) fn check_products(writing: &Writing<'_>, terms: &CouponTerms) -> Result<(), Stop> {
    for product_id in &terms.product_ids {
        if shop_store::product::find(writing.tx, *product_id)?.is_none() {
            return Err(Stop::from(ErrorCode::ProductNotFound));
        }
    }
    Ok(())
}

/// Checks a draft, field by field.
pub(super) fn parse(draft: CouponDraft) -> Result<CouponTerms, ShopError> {
    let name = parse_text(&draft.name, NAME).map_err(|fault| ShopError::invalid("name", &fault.to_string()))?;
    let discount = Discount::new(draft.discount_rate, draft.discount_price)
        .map_err(|_| ShopError::invalid("discountRate", "a rate of 1 to 100 or a price above 0, not both"))?;
    let max_discount = draft.max_discount_price.map(|won| amount("maxDiscountPrice", won)).transpose()?;
    if max_discount == Some(Won::ZERO) {
        return Err(ShopError::invalid("maxDiscountPrice", "above 0"));
    }
    if !(0..=MAX_STOCK).contains(&draft.total_quantity) {
        return Err(ShopError::invalid("totalQuantity", "0 to 1,000,000,000"));
    }
    let (begin_date, end_date) = (instant("beginDate", draft.begin_date)?, instant("endDate", draft.end_date)?);
    if begin_date >= end_date {
        return Err(ShopError::invalid("endDate", "after beginDate"));
    }
    if (draft.kind == CouponKind::CartItem) == draft.product_ids.is_empty() {
        return Err(ShopError::invalid("productIds", "products for a CART_ITEM coupon, none for a CART coupon"));
    }
    if draft.product_ids.len() > PRODUCTS {
        return Err(ShopError::invalid("productIds", "at most 100"));
    }
    Ok(CouponTerms {
        name,
        kind: draft.kind,
        discount,
        max_discount,
        min_order_amount: amount("minOrderAmount", draft.min_order_amount)?,
        product_ids: draft.product_ids.into_iter().collect::<BTreeSet<_>>().into_iter().collect(),
        total_quantity: draft.total_quantity,
        begin_date,
        end_date,
    })
}

fn amount(field: &str, won: i64) -> Result<Won, ShopError> {
    Won::new(won).map_err(|_| ShopError::invalid(field, "0 to 1,000,000,000,000 won"))
}
