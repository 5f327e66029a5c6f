//! Opens a room for one product or one coupon. Points for guests come from nothing, so only a demo shop gives them, and only
//! there a product can be sold.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use shop_domain::catalog::{OptionChoice, is_for_sale};
use shop_domain::coupon::{Discount, IssueWay};
use shop_domain::limits::{CHARGE_MAX, CHARGE_MIN};
use shop_domain::sale_room::{PIN_DIGITS, Times};
use shop_store::Db;
use shop_store::cart::LineKey;
use shop_store::setting::read;

use crate::audit;
use crate::catalog::image_url;
use crate::context::{AdminCall, Shop};
use crate::runtime::WorkError;
use crate::runtime::locks::LockKey;
use crate::sale_room::{target, view};
use crate::sale_state::{Room, Wanted};
use crate::setting;
use shop_contract::{
    AdminSaleRoom, ErrorCode, ErrorDetails, OpenSaleRoom, SaleObject, SaleObjectKind, ShopError, ShortItem, operation,
};

/// Opens a room.
///
/// # Errors
/// `INVALID_INPUT`; `PRODUCT_NOT_FOUND`, `INSUFFICIENT_STOCK` for a product; `COUPON_NOT_FOUND`, `COUPON_SOLD_OUT` for a coupon;
/// `CONFLICT` where a room is open; as any write.
pub async fn open_sale_room(call: AdminCall, request: OpenSaleRoom) -> Result<AdminSaleRoom, ShopError> {
    let (actor, now) = (call.admin(), call.now());
    let times = times(&request, now)?;
    let asked = request.clone();
    let object = call.read(move |db| object(db, &asked, now)).await?;
    let target = target(&object);
    let after = json!({"quantity": request.quantity, "guestPoints": request.points, "startsAt": times.starts_at});
    let wanted = Wanted {
        object,
        option_id: request.product_option_id,
        quantity: request.quantity,
        points: request.points,
        times,
        pin: pin(&call.shop),
        opened_at: now,
    };
    call.shop.sale().open(Room::new(wanted), now)?;
    // No answer is kept for an idempotency key: it would keep the PIN.
    let recorded = call.shop.submit(call.epoch(), LockKey::Shop, None, move |writing| {
        audit::record(writing, actor, operation::open_sale_room, target, &(), &after)?;
        // Read here, because a read after the commit can fail, and the answer would be an error although the room is open.
        Ok(shop_store::user::guest::count(writing.tx)?)
    });
    let recorded = recorded.await.map_err(|error| call.refusal(error));
    let event = call.shop.sale().change(|room| {
        // A room that is not in the audit log is not opened.
        if recorded.is_err() {
            room.wanted.times.closed_at = Some(now);
        }
        Ok(room.event(now))
    })?;
    let removable = recorded?;
    call.shop.tell_all(event);
    Ok(view::admin_room(&call.shop, removable, call.now()))
}

/// From when to when guests can buy.
fn times(request: &OpenSaleRoom, now: DateTime<Utc>) -> Result<Times, ShopError> {
    let within = |field: &str, value: i64, least: i64, most: i64, words: &str| {
        if (least..=most).contains(&value) { Ok(value) } else { Err(ShopError::invalid(field, words)) }
    };
    within("quantity", request.quantity, 1, 10_000, "1 to 10,000")?;
    let wait = within("startsInSeconds", request.starts_in_seconds, 10, 3_600, "10 to 3,600 seconds")?;
    let selling = within("sellingSeconds", request.selling_seconds, 10, 3_600, "10 to 3,600 seconds")?;
    if request.points != 0 {
        within("points", request.points, CHARGE_MIN, CHARGE_MAX, "0, or 1,000 to 10,000,000 won")?;
    }
    let starts_at = now + TimeDelta::seconds(wait);
    Ok(Times { starts_at, ends_at: starts_at + TimeDelta::seconds(selling), sold_out_at: None, closed_at: None })
}

/// Six random digits; each PIN is as likely as any other to one part in four thousand.
fn pin(shop: &Shop) -> String {
    let bytes = shop.random_bytes();
    let number = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) % 10_u32.pow(PIN_DIGITS as u32);
    format!("{number:0width$}", width = PIN_DIGITS)
}

fn object(db: &Db, request: &OpenSaleRoom, now: DateTime<Utc>) -> Result<SaleObject, WorkError> {
    let is_demo = read(db, setting::DEMO)?.unwrap_or(false);
    let only_in_demo = |field| ShopError::invalid(field, "in a demo shop alone");
    match (request.product_id, request.coupon_id) {
        (Some(_), None) if !is_demo => Err(only_in_demo("productId").into()),
        (None, Some(_)) if request.points != 0 && !is_demo => Err(only_in_demo("points").into()),
        (Some(product_id), None) => product(db, request, product_id, now),
        (None, Some(coupon_id)) => coupon(db, request, coupon_id, now),
        _ => Err(ShopError::invalid("productId", "either a product or a coupon").into()),
    }
}

fn product(db: &Db, request: &OpenSaleRoom, product_id: i64, now: DateTime<Utc>) -> Result<SaleObject, WorkError> {
    let unknown = || ShopError::from(ErrorDetails::ProductNotFound { product_id });
    let key = LineKey { product_id, option_id: request.product_option_id };
    let chosen = shop_store::cart::chosen_product(db, key)?;
    let (chosen, row) = chosen.zip(shop_store::product::find(db, product_id)?).ok_or_else(unknown)?;
    if chosen.option == OptionChoice::Mismatch {
        return Err(ShopError::invalid("productOptionId", "one of the options of the product").into());
    }
    if !is_for_sale(chosen.state, chosen.option) {
        return Err(unknown().into());
    }
    let option = row.options.iter().find(|option| Some(option.id) == request.product_option_id);
    let (price, available) = (chosen.price(now).get(), chosen.available_quantity);
    if available < request.quantity {
        let (requested, product_option_id) = (request.quantity, request.product_option_id);
        let items = vec![ShortItem { product_id, product_option_id, requested, available }];
        return Err(ShopError::from(ErrorDetails::InsufficientStock { items }).into());
    }
    if request.points < price {
        return Err(ShopError::invalid("points", "at least the price of the product").into());
    }
    let with = |name: &str, option: Option<&str>| {
        option.map_or_else(|| name.to_owned(), |option| format!("{name} / {option}"))
    };
    let option_en = option.map(|option| option.name_en.as_deref().unwrap_or(&option.name));
    Ok(SaleObject {
        kind: SaleObjectKind::Product,
        id: product_id,
        name: with(&row.name, option.map(|option| option.name.as_str())),
        name_en: row.name_en.as_deref().map(|name| with(name, option_en)),
        image_url: image_url(row.image.as_deref()),
        price: Some(price),
        discount_rate: None,
        discount_price: None,
    })
}

fn coupon(db: &Db, request: &OpenSaleRoom, coupon_id: i64, now: DateTime<Utc>) -> Result<SaleObject, WorkError> {
    // No user has the id 0: whether the admin has the coupon does not matter.
    let found = shop_store::coupon::find(db, 0, coupon_id)?.ok_or(ErrorCode::CouponNotFound)?;
    crate::coupon::check_issuable(&found, IssueWay::Chosen, now)?;
    if found.terms.total_quantity - found.issued_quantity < request.quantity {
        return Err(ErrorCode::CouponSoldOut.into());
    }
    let (discount_rate, discount_price) = match found.terms.discount {
        Discount::Rate(rate) => (Some(rate.get()), None),
        Discount::Price(price) => (None, Some(price.get())),
    };
    Ok(SaleObject {
        kind: SaleObjectKind::Coupon,
        id: coupon_id,
        name: found.terms.name,
        name_en: found.terms.name_en,
        image_url: None,
        price: None,
        discount_rate,
        discount_price,
    })
}
