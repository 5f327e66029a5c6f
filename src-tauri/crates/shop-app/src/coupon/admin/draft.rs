//! The input of a new or changed coupon, and its validation.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use shop_domain::Won;
use shop_domain::coupon::{CouponCode, CouponKind, Discount, Distribution};
use shop_domain::limits::{MAX_STOCK, NAME};
use shop_domain::user::parse_text;
use shop_store::coupon::CouponTerms;

use crate::context::Shop;
use crate::runtime::locks::LockKey;
use crate::runtime::{WorkError, WriteError, Writing};
use shop_contract::{Coupon, ErrorCode, ShopError, instant};

/// Maximum number of products of one coupon.
const PRODUCTS: usize = 100;

/// The input of a new or changed coupon, not validated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponDraft {
    /// 1 to 100 characters.
    pub name: String,
    /// English name, 1 to 100 characters.
    pub name_en: Option<String>,
    /// The amount the discount applies to.
    pub kind: CouponKind,
    /// Percent off, 1 to 100; exclusive with `discount_price`.
    pub discount_rate: Option<i64>,
    /// Won off, above 0.
    pub discount_price: Option<i64>,
    /// Upper limit of the discount in won, above 0.
    pub max_discount_price: Option<i64>,
    /// Minimum price of the goods, in won.
    pub min_order_amount: i64,
    /// The products of a `CART_ITEM` coupon, at least one; empty for other kinds.
    pub product_ids: Vec<i64>,
    /// Number of coupons that can be issued, 0 to 1,000,000,000.
    pub total_quantity: i64,
    /// Start of the validity.
    pub begin_date: DateTime<Utc>,
    /// End of issue and validity, exclusive; after `begin_date`.
    pub end_date: DateTime<Utc>,
    /// How customers get it; `OPEN` when absent.
    pub distribution: Option<Distribution>,
    /// The code, for the distribution `CODE` alone.
    pub code: Option<String>,
}

/// Creates a coupon without a calling user, for demo data.
///
/// # Errors
/// [`WriteError::Refused`] with `INVALID_INPUT` naming the field, or `PRODUCT_NOT_FOUND`; as any write.
pub async fn make_coupon(shop: &Arc<Shop>, draft: CouponDraft) -> Result<Coupon, WriteError> {
    let terms = parse(draft).map_err(WriteError::Refused)?;
    shop.write(LockKey::Shop, move |writing| {
        let id = make(writing, &terms)?;
        // User id 0 does not exist, so the view does not mark the coupon as held.
        let coupon = shop_store::coupon::find(writing.tx, 0, id)?.ok_or(ErrorCode::CouponNotFound)?;
        Ok(crate::coupon::view::coupon(coupon))
    })
    .await
}

pub(super) fn make(writing: &Writing<'_>, terms: &CouponTerms) -> Result<i64, WorkError> {
    check_products(writing, terms)?;
    check_code(writing, None, terms)?;
    Ok(shop_store::coupon::create(writing.tx, terms, writing.now)?)
}

/// Refuses a coupon for products that do not exist.
pub(super) fn check_products(writing: &Writing<'_>, terms: &CouponTerms) -> Result<(), WorkError> {
    for product_id in &terms.product_ids {
        if shop_store::product::find(writing.tx, *product_id)?.is_none() {
            return Err(WorkError::from(ErrorCode::ProductNotFound));
        }
    }
    Ok(())
}

/// Refuses a code that another coupon has.
pub(super) fn check_code(writing: &Writing<'_>, id: Option<i64>, terms: &CouponTerms) -> Result<(), WorkError> {
    let Some(code) = &terms.code else { return Ok(()) };
    match shop_store::coupon::holder_of_code(writing.tx, code)? {
        Some(holder) if Some(holder) != id => Err(ShopError::invalid("code", "TAKEN").into()),
        _ => Ok(()),
    }
}

/// Validates a draft, field by field.
pub(super) fn parse(draft: CouponDraft) -> Result<CouponTerms, ShopError> {
    let name = name("name", &draft.name)?;
    let name_en = draft.name_en.as_deref().map(|text| self::name("nameEn", text)).transpose()?;
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
    let (distribution, code) = distribution(draft.distribution, draft.code.as_deref())?;
    Ok(CouponTerms {
        name,
        name_en,
        kind: draft.kind,
        discount,
        max_discount,
        min_order_amount: amount("minOrderAmount", draft.min_order_amount)?,
        product_ids: draft.product_ids.into_iter().collect::<BTreeSet<_>>().into_iter().collect(),
        total_quantity: draft.total_quantity,
        begin_date,
        end_date,
        distribution,
        code,
    })
}

/// How customers get the coupon, with the code where they need one.
fn distribution(wanted: Option<Distribution>, code: Option<&str>) -> Result<(Distribution, Option<String>), ShopError> {
    let wanted = wanted.unwrap_or(Distribution::Open);
    match (wanted, code) {
        (Distribution::Code, Some(code)) => match CouponCode::parse(code) {
            Ok(code) => Ok((wanted, Some(code.as_str().to_owned()))),
            Err(fault) => Err(ShopError::invalid("code", &fault.to_string())),
        },
        (Distribution::Code, None) => Err(ShopError::invalid("code", "a coupon with the distribution CODE needs one")),
        (_, Some(_)) => Err(ShopError::invalid("code", "only for the distribution CODE")),
        (_, None) => Ok((wanted, None)),
    }
}

fn name(field: &str, text: &str) -> Result<String, ShopError> {
    parse_text(text, NAME).map_err(|fault| ShopError::invalid(field, &fault.to_string()))
}

fn amount(field: &str, won: i64) -> Result<Won, ShopError> {
    Won::new(won).map_err(|_| ShopError::invalid(field, "0 to 1,000,000,000,000 won"))
}
