//! Places an order from the cart: reads, checks and writes run in one transaction.
//!
//! The lock keys are the customer's cart and the stock of every chosen product. The products are read before the locks
//! are taken and again under them; if the cart changed in between, the locks are taken again.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::TimeDelta;
use chrono_tz::Tz;
use shop_domain::coupon::OwnedCoupon;
use shop_domain::limits::{MAX_WON, ORDER_EXPIRY_MINUTES};
use shop_domain::order::{OrderPlan, PlaceFacts, plan_order};
use shop_domain::user::{AddressInput, ShippingAddress};
use shop_store::cart::CartLine;
use shop_store::coupon::HeldCoupon;
use shop_store::setting::read;
use shop_store::{Db, StoreResult};

use super::choose::{check_ids, choose_lines, named_coupons, place_lines};
use super::record::record;
use super::view;
use crate::runtime::locks::{Keys, LockKey};
use crate::runtime::{Call, Stop, WriteError, Writing};
use crate::shop::setting;
use shop_contract::{ErrorCode, Order, PlaceOrder, ShopError, operation};

/// Attempts to take the locks before the answer is `CONFLICT`.
const TRIES: usize = 3;
/// One week: the upper limit of the setting, so that unpaid orders always return their stock.
const LONGEST_EXPIRY_MINUTES: i64 = 7 * 24 * 60;

/// Places an order.
///
/// # Errors
/// `UNAUTHORIZED`; `INVALID_INPUT`, `CART_ITEM_NOT_FOUND`, `CART_EMPTY`, `PRODUCT_NOT_FOUND`,
/// `EXCEEDED_LIMITED_QUANTITY`, `INSUFFICIENT_STOCK`, `INVALID_COUPON`, `AMOUNT_MISMATCH`, in this order; `CONFLICT` if
/// the cart keeps changing; as any write.
pub async fn place_order(call: Call, request: PlaceOrder) -> Result<Order, ShopError> {
    let user_id = call.user()?.user_id;
    let wanted = Arc::new(Wanted::parse(&request, user_id, call.shop.zone())?);
    for _ in 0..TRIES {
        let products = call.glance(|db| wanted.products(db))?;
        let stock = products.iter().copied().map(LockKey::Stock);
        let keys = Keys::new([LockKey::User(user_id)].into_iter().chain(stock));
        let writing = Arc::clone(&wanted);
        let work = move |w: &mut Writing<'_>| place(w, &writing, &products);
        match call.try_write(operation::place_order, &request, keys, work).await {
            Err(WriteError::StaleKeys) => {}
            placed => return placed.map_err(|error| call.refusal(error)),
        }
    }
    Err(ErrorCode::Conflict.into())
}

pub(super) struct Wanted {
    pub(super) user_id: i64,
    pub(super) address: ShippingAddress,
    pub(super) zone: Tz,
    cart_item_ids: Option<Vec<i64>>,
    coupon_ids: Vec<i64>,
    expected_total: Option<i64>,
}

impl Wanted {
    fn parse(request: &PlaceOrder, user_id: i64, zone: Tz) -> Result<Self, ShopError> {
        let typed = &request.shipping_address;
        let address = ShippingAddress::parse(AddressInput {
            recipient_name: &typed.recipient_name,
            phone: &typed.phone,
            zip_code: &typed.zip_code,
            address: &typed.address,
            detail_address: typed.detail_address.as_deref(),
        })
        .map_err(bad_address)?;
        check_ids(request.cart_item_ids.as_deref(), &request.coupon_ids)?;
        if request.expected_total.is_some_and(|total| !(0..=MAX_WON).contains(&total)) {
            return Err(ShopError::invalid("expectedTotal", "0 to 1,000,000,000,000 won"));
        }
        Ok(Self {
            user_id,
            address,
            zone,
            cart_item_ids: request.cart_item_ids.clone(),
            coupon_ids: request.coupon_ids.clone(),
            expected_total: request.expected_total,
        })
    }

    /// The products of the chosen lines. Refuses nothing: the lines of a repeated request may be ordered already, and
    /// the request still gets its stored answer.
    fn products(&self, db: &Db) -> Result<BTreeSet<i64>, Stop> {
        let open = shop_store::cart::open_products(db, self.user_id)?;
        let is_chosen = |line_id: i64| self.cart_item_ids.as_ref().is_none_or(|ids| ids.contains(&line_id));
        Ok(open.into_iter().filter(|(line_id, _)| is_chosen(*line_id)).map(|(_, product_id)| product_id).collect())
    }
}

/// The data that was read and the decision made from it; only writing it is left.
pub(super) struct Decided {
    pub(super) lines: Vec<CartLine>,
    pub(super) coupons: Vec<HeldCoupon>,
    pub(super) plan: OrderPlan,
}

fn place(writing: &mut Writing<'_>, wanted: &Wanted, held: &BTreeSet<i64>) -> Result<Order, Stop> {
    let (tx, now) = (writing.tx, writing.now);
    let open = shop_store::cart::open_lines(tx, wanted.user_id)?;
    let lines = choose_lines(open, wanted.cart_item_ids.as_deref())?;
    if lines.iter().any(|line| !held.contains(&line.product_id)) {
        return Err(Stop::StaleKeys);
    }
    let (coupons, named): (_, Vec<OwnedCoupon>) = named_coupons(tx, wanted.user_id, &wanted.coupon_ids)?;
    let plan = plan_order(&PlaceFacts {
        lines: place_lines(tx, wanted.user_id, &lines, now)?,
        coupons: named,
        expected_total: wanted.expected_total,
        expires_after: expiry(tx)?,
        now,
    })
    .map_err(ShopError::from)?;
    let whole = record(writing, wanted, Decided { lines, coupons, plan })?;
    Ok(view::order(whole))
}

/// How long the order waits for its payment: the shop's setting, limited to one week.
fn expiry(db: &Db) -> StoreResult<TimeDelta> {
    let minutes = read(db, setting::ORDER_EXPIRY)?.unwrap_or(ORDER_EXPIRY_MINUTES);
    Ok(TimeDelta::minutes(minutes.clamp(1, LONGEST_EXPIRY_MINUTES)))
}

fn bad_address(fields: Vec<&'static str>) -> ShopError {
    let fault = |field| (format!("shippingAddress.{field}"), "missing or not allowed".to_owned());
    ShopError::invalid_fields(fields.into_iter().map(fault))
}
