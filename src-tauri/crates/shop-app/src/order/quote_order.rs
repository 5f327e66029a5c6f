//! Computes what an order would cost and how each of the caller's coupons would change it. Writes nothing. Uses the
//! same functions as placing an order, so that a quote and an order never disagree.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use shop_domain::Won;
use shop_domain::cart::{LineFacts, line_problem};
use shop_domain::coupon::{
    self as rules, AppliedCoupon as Applied, CouponKind, CouponReason, CouponRefusal, OrderLines, OwnedCoupon,
    UserCouponState,
};
use shop_domain::order::{PlaceFacts, PlaceLine, PlaceRefusal, plan_order};
use shop_domain::shipping::{Destination, Postcode, ShippingRules, shipping_fee};
use shop_store::Db;
use shop_store::cart::CartLine;
use shop_store::coupon::HeldCoupon;

use super::choose::{Choice, check_coupons, full_name, full_name_en, named_coupons, place_lines};
use crate::catalog::image_url;
use crate::context::UserCall;
use crate::coupon;
use crate::runtime::WorkError;
use crate::shipping;
use shop_contract::{AppliedCoupon, CouponChoice, DeliveryMethod, Quote, QuoteLine, QuoteOrder, ShopError};

/// Quotes these lines with these coupons.
///
/// # Errors
/// `INVALID_INPUT`; `CART_ITEM_NOT_FOUND`; `CART_EMPTY`, `PRODUCT_NOT_FOUND`, `EXCEEDED_LIMITED_QUANTITY` and
/// `INSUFFICIENT_STOCK` as for an order; `INVALID_COUPON` for a coupon that the caller does not hold. For every other
/// coupon the answer gives the reason why it does not apply.
pub async fn quote_order(call: UserCall, request: QuoteOrder) -> Result<Quote, ShopError> {
    let user_id = call.user_id();
    let choice = Choice::parse(request.cart_item_ids.as_deref(), request.items.as_deref())?;
    check_coupons(&request.coupon_ids)?;
    let now = call.now();
    let method = request.delivery_method.unwrap_or_default();
    let destination = destination(method, request.zip_code.as_deref())?;
    call.read(move |db| {
        let shipping = shipping::found(db)?;
        shipping::check_method(&shipping, method)?;
        let rules = shipping::rules(&shipping)?;
        let basket = Basket::read(db, user_id, &choice, now)?;
        let (_, chosen) = named_coupons(db, user_id, &request.coupon_ids)?;
        if let Some(foreign) = chosen.iter().find(|coupon| !coupon.owned) {
            let (user_coupon_id, reason) = (foreign.user_coupon_id, CouponReason::NotOwned);
            return Err(ShopError::from(CouponRefusal { user_coupon_id, reason }).into());
        }
        let held = shop_store::coupon::held(db, user_id)?;
        let available_point = shop_store::point::balance(db, user_id)?.map_or(0, |balance| balance.available.get());
        let quote = basket.quote(&chosen, held, available_point, now);
        Ok(with_fee(quote, &rules, destination)?)
    })
    .await
}

/// Where the order would go.
fn destination(method: DeliveryMethod, zip_code: Option<&str>) -> Result<Destination, ShopError> {
    let bad = || ShopError::invalid("zipCode", "five digits");
    let postcode = zip_code.map(|text| Postcode::parse(text).ok_or_else(bad)).transpose()?;
    Ok(match method {
        DeliveryMethod::Pickup => Destination::Pickup,
        DeliveryMethod::Delivery => postcode.map_or(Destination::Unknown, Destination::Postcode),
    })
}

/// The quote of the goods with the shipping fee.
fn with_fee(quote: Quote, rules: &ShippingRules, to: Destination) -> Result<Quote, ShopError> {
    let fee = Won::new(quote.total_amount).and_then(|goods| {
        let fee = shipping_fee(rules, to, goods)?;
        Ok((fee, goods.checked_add(fee.amount)?))
    });
    let (fee, total) = fee.map_err(|_| ShopError::from(PlaceRefusal::AmountOutOfRange))?;
    Ok(Quote {
        shipping_fee: fee.amount.get(),
        shipping_surcharge: fee.surcharge.get(),
        until_free_shipping: fee.until_free.map(Won::get),
        total_amount: total.get(),
        ..quote
    })
}

/// The lines to price.
struct Basket {
    lines: Vec<CartLine>,
    order: OrderLines,
}

impl Basket {
    /// Reads the chosen lines, which must pass the checks of an order; of a whole cart, all lines that can be ordered.
    fn read(db: &Db, user_id: i64, choice: &Choice, now: DateTime<Utc>) -> Result<Self, WorkError> {
        let mut lines = choice.lines(db, user_id)?;
        let mut facts = place_lines(db, user_id, &lines, now)?;
        if *choice == Choice::WholeCart {
            facts = orderable(facts);
            lines.retain(|line| facts.iter().any(|fact| fact.line.line_id == line.id));
        }
        let priced = facts.iter().map(|fact| fact.line).collect();
        let expires_after = TimeDelta::zero();
        // The goods alone; the fee is added to the quote.
        plan_order(&PlaceFacts {
            lines: facts,
            coupons: Vec::new(),
            shipping: ShippingRules::default(),
            destination: Destination::Unknown,
            expected_total: None,
            expires_after,
            now,
        })
        .map_err(ShopError::from)?;
        let order = OrderLines::new(priced).map_err(|error| ShopError::invalid("amount", &error.to_string()))?;
        Ok(Self { lines, order })
    }

    fn quote(self, chosen: &[OwnedCoupon], held: Vec<HeldCoupon>, available_point: i64, now: DateTime<Utc>) -> Quote {
        let priced = rules::quote(&self.order, chosen, now).order;
        let named: BTreeMap<i64, HeldCoupon> =
            held.iter().map(|coupon| (coupon.rules.user_coupon_id, coupon.clone())).collect();
        let owned: Vec<OwnedCoupon> = held.iter().map(|coupon| coupon.rules.clone()).collect();
        let item_discount_amount: i64 = of_items(&priced.coupons).map(|applied| applied.discount.get()).sum();
        let choices = held.into_iter().filter(|coupon| is_choice(coupon, chosen));
        Quote {
            items: self.lines(chosen, &priced, now),
            amount: priced.amount.get(),
            item_discount_amount,
            cart_discount_amount: priced.discount_amount.get() - item_discount_amount,
            discount_amount: priced.discount_amount.get(),
            shipping_fee: 0,
            shipping_surcharge: 0,
            until_free_shipping: None,
            total_amount: priced.total_amount.get(),
            coupons: priced.coupons.iter().filter_map(|applied| applied_coupon(applied, &named)).collect(),
            choices: choices.map(|coupon| self.choice(coupon, chosen, &priced.coupons, now)).collect(),
            best_coupon_ids: rules::best_combination(&self.order, &owned, now),
            available_point,
        }
    }

    /// The lines of the quote; the discount of item coupons is found by pricing without the other coupons.
    fn lines(&self, chosen: &[OwnedCoupon], priced: &rules::PricedOrder, now: DateTime<Utc>) -> Vec<QuoteLine> {
        let item_coupons: Vec<OwnedCoupon> =
            chosen.iter().filter(|coupon| coupon.kind == CouponKind::CartItem).cloned().collect();
        let by_items = rules::quote(&self.order, &item_coupons, now).order;
        let view = |(total, by_item): (&rules::LineTotal, &rules::LineTotal)| {
            let line = self.lines.iter().find(|line| line.id == total.line.line_id)?;
            Some(QuoteLine {
                cart_item_id: line.id,
                product_id: line.product_id,
                product_option_id: line.option_id,
                product_name: full_name(line),
                product_name_en: full_name_en(line),
                image_url: image_url(line.image.as_deref()),
                price: total.line.price.get(),
                quantity: total.line.quantity.get(),
                item_discount: by_item.discount.get(),
                discount_amount: total.discount.get(),
                total_amount: total.total.get(),
            })
        };
        priced.lines.iter().zip(&by_items.lines).filter_map(view).collect()
    }

    fn choice(
        &self,
        held: HeldCoupon,
        chosen: &[OwnedCoupon],
        applied: &[Applied],
        now: DateTime<Utc>,
    ) -> CouponChoice {
        let verdict = rules::judge(&self.order, chosen, &held.rules, now);
        let own = applied.iter().find(|applied| applied.user_coupon_id == held.rules.user_coupon_id);
        let cart_item_ids = (held.rules.kind == CouponKind::CartItem)
            .then(|| self.lines_of(&held.rules, own.and_then(|own| own.line_id)));
        CouponChoice {
            selected: own.is_some(),
            applicable: verdict.is_ok(),
            reason: verdict.err().map(|reason| reason.into()),
            discount_amount: verdict.map_or(0, |discount| discount.get()),
            cart_item_ids,
            coupon: coupon::user_coupon(held, now),
        }
    }

    /// The lines that an item coupon applies to: those of `applied_to`, otherwise those of any product it names.
    fn lines_of(&self, coupon: &OwnedCoupon, applied_to: Option<i64>) -> Vec<i64> {
        let product = self.lines.iter().find(|line| Some(line.id) == applied_to).map(|line| line.product_id);
        let is_for = |line: &&CartLine| match product {
            Some(product_id) => line.product_id == product_id,
            None => coupon.product_ids.contains(&line.product_id),
        };
        self.lines.iter().filter(is_for).map(|line| line.id).collect()
    }
}

/// The lines that can be ordered together.
fn orderable(facts: Vec<PlaceLine>) -> Vec<PlaceLine> {
    let in_cart = |product_id: i64| -> i64 {
        let lines = facts.iter().filter(|fact| fact.line.product_id == product_id);
        lines.map(|fact| fact.line.quantity.get()).sum()
    };
    let is_orderable = |fact: &&PlaceLine| {
        let facts = LineFacts {
            product: fact.product,
            option: fact.option,
            available: fact.available,
            limited_quantity: fact.limited_quantity,
            already_bought: fact.already_bought,
            quantity: fact.line.quantity.get(),
            in_cart: in_cart(fact.line.product_id),
        };
        line_problem(&facts).is_none()
    };
    facts.iter().filter(is_orderable).copied().collect()
}

/// Whether the quote lists the coupon: every available coupon, and every chosen one.
fn is_choice(coupon: &HeldCoupon, chosen: &[OwnedCoupon]) -> bool {
    let is_named = chosen.iter().any(|named| named.user_coupon_id == coupon.rules.user_coupon_id);
    is_named || coupon.rules.state == UserCouponState::Available
}

fn of_items(applied: &[Applied]) -> impl Iterator<Item = &Applied> {
    applied.iter().filter(|applied| applied.line_id.is_some())
}

fn applied_coupon(applied: &Applied, named: &BTreeMap<i64, HeldCoupon>) -> Option<AppliedCoupon> {
    let held = named.get(&applied.user_coupon_id)?;
    Some(AppliedCoupon {
        user_coupon_id: applied.user_coupon_id,
        name: held.name.clone(),
        name_en: held.name_en.clone(),
        kind: held.rules.kind.into(),
        cart_item_id: applied.line_id,
        order_item_id: None,
        discount_amount: applied.discount.get(),
    })
}
