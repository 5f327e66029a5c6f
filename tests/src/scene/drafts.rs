//! Goods, coupons and requests that most scenes are happy with, and what is asked of a refusal.

use chrono::TimeDelta;
use serde_json::Value;
use shop_app::coupon::CouponDraft;
use shop_contract::{
    AdminCoupon, AdminProduct, ChargedPoints, Coupon, EditedProductState, ErrorCode, Order, PayOrder, PaymentMethod,
    PlaceOrder, PointTransaction, ShippingAddress, ShopError, UpdateCoupon, UpdateProduct,
};
use shop_domain::Won;
use shop_domain::catalog::Codes;
use shop_domain::coupon::{CouponKind, Distribution};
use shop_store::product::NewProduct;

use super::noon;

/// An amount that is known to be one.
#[must_use]
pub fn won(amount: i64) -> Won {
    Won::new(amount).expect("an amount")
}

/// A product of that price and stock.
#[must_use]
pub fn product(price: i64, stock: i64) -> NewProduct {
    NewProduct {
        name: String::from("머그컵"),
        name_en: None,
        description: String::new(),
        description_html: None,
        description_en: None,
        category: String::from("living"),
        price: won(price),
        limited_quantity: None,
        image: None,
        low_stock_threshold: None,
        codes: Codes::default(),
        sale: None,
        stock,
        options: Vec::new(),
    }
}

/// A `CART` coupon of so many per cent, for a month from yesterday, 100 of them.
#[must_use]
pub fn rate(percent: i64) -> CouponDraft {
    CouponDraft {
        name: format!("{percent}% 할인"),
        name_en: None,
        kind: CouponKind::Cart,
        discount_rate: Some(percent),
        discount_price: None,
        max_discount_price: None,
        min_order_amount: 0,
        product_ids: Vec::new(),
        total_quantity: 100,
        begin_date: noon() - TimeDelta::days(1),
        end_date: noon() + TimeDelta::days(30),
        distribution: None,
        code: None,
    }
}

/// The same for customers that enter a code.
#[must_use]
pub fn with_code(percent: i64, code: &str) -> CouponDraft {
    CouponDraft { distribution: Some(Distribution::Code), code: Some(code.to_owned()), ..rate(percent) }
}

/// A `CART_ITEM` coupon of so many per cent for these products.
#[must_use]
pub fn item_rate(percent: i64, product_ids: &[i64]) -> CouponDraft {
    CouponDraft { kind: CouponKind::CartItem, product_ids: product_ids.to_vec(), ..rate(percent) }
}

/// An order of the whole cart with these coupons.
#[must_use]
pub fn order(coupon_ids: &[i64]) -> PlaceOrder {
    PlaceOrder {
        shipping_address: ShippingAddress {
            recipient_name: String::from("김손님"),
            phone: String::from("010-1234-5678"),
            zip_code: String::from("04524"),
            address: String::from("서울시 중구 세종대로 110"),
            detail_address: None,
        },
        coupon_ids: coupon_ids.to_vec(),
        cart_item_ids: None,
        items: None,
        delivery_memo: None,
        delivery_method: None,
        expected_total: None,
    }
}

/// The payment of an order's total.
#[must_use]
pub fn payment(order: &Order) -> PayOrder {
    PayOrder::with_points(order.id, order.total_amount)
}

/// The payment of an order's total by transfer, with so many points of it at once.
#[must_use]
pub fn transfer(order: &Order, points: i64) -> PayOrder {
    let point_amount = Some(points).filter(|points| *points > 0);
    PayOrder { payment_method: PaymentMethod::BankTransfer, point_amount, ..payment(order) }
}

/// The movement of points of a charge in a shop that gives them at once.
///
/// # Errors
/// As the charge.
pub fn charged(answer: Result<ChargedPoints, ShopError>) -> Result<PointTransaction, ShopError> {
    answer.map(|charged| charged.charged().expect("the points are there at once"))
}

/// Asserts that something is refused with `code`, and gives the details.
pub fn refused<T: std::fmt::Debug>(result: Result<T, ShopError>, code: ErrorCode, why: &str) -> Value {
    match result {
        Err(error) if error.code == code => error.sent_details().unwrap_or_default(),
        other => panic!("{why}: expected {code:?}, got {other:?}"),
    }
}

/// The product as it is, to be sent back with something changed.
#[must_use]
pub fn edit_of(product: &AdminProduct) -> UpdateProduct {
    UpdateProduct {
        id: product.id,
        updated_at: product.updated_at,
        name: product.name.clone(),
        name_en: product.name_en.clone(),
        description: Some(product.description.clone()),
        description_html: None,
        description_en: product.description_en.clone(),
        category: product.category.clone(),
        price: product.base_price,
        limited_quantity: product.limited_quantity,
        sku: product.sku.clone(),
        barcode: product.barcode.clone(),
        low_stock_threshold: product.low_stock_threshold,
        sale: product.sale,
        state: Some(EditedProductState::Normal),
    }
}

/// The change of a coupon that changes nothing, whatever was changed since it was read.
#[must_use]
pub fn coupon_edit_of(coupon: &AdminCoupon) -> UpdateCoupon {
    let Coupon { id, name, name_en, kind, terms, total_quantity, begin_date, end_date, .. } = coupon.coupon.clone();
    UpdateCoupon {
        id,
        updated_at: None,
        name,
        name_en,
        state: None,
        kind,
        discount_rate: terms.discount_rate,
        discount_price: terms.discount_price,
        max_discount_price: terms.max_discount_price,
        min_order_amount: terms.min_order_amount,
        product_ids: terms.product_ids.unwrap_or_default(),
        total_quantity,
        begin_date,
        end_date,
        distribution: Some(coupon.distribution),
        code: coupon.code.clone(),
    }
}
