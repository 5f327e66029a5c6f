//! One row for each operation: what it is asked, and what a user gets for another user's data.

use std::sync::atomic::{AtomicU64, Ordering};

use chrono::TimeDelta;
use serde_json::{Value, json};
use shop_contract::ErrorCode;

use super::operation::Operation;
use super::stage::{BACKUP, CHARGE, COUPON_CODE, OWNER_EMAIL, RESET_CODE, Stage, address, sale_of, shipping_address};
use crate::http::PASSWORD;
use crate::scene::noon;

/// A PNG of one pixel.
pub const PICTURE: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// What another customer gets for exactly the request of the owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stranger {
    /// The same for everybody.
    Same,
    /// The stranger's own.
    Own,
    /// As if it did not exist.
    Refused(ErrorCode),
}

/// The input for an operation, and what a stranger gets for it.
pub fn row(operation: Operation, stage: &Stage) -> (Value, Stranger) {
    use Operation as Op;
    let Stage { product, coupon, line, session, address: address_id, charge, sold_out, notice, .. } = *stage;
    let gone = Stranger::Refused;
    match operation {
        Op::get_shop | Op::list_products | Op::list_categories | Op::popular_products | Op::get_sale_room => {
            (json!({}), Stranger::Same)
        }
        Op::set_up_shop => {
            let admin = json!({"shopName": "가게", "email": "a@b.kr", "password": PASSWORD, "name": "주인"});
            (admin, Stranger::Refused(ErrorCode::Conflict))
        }
        Op::get_shop_document => (json!({"document": "TERMS"}), Stranger::Same),
        Op::get_product => (json!({"id": product}), Stranger::Same),
        Op::register => {
            let newcomer = json!({"email": format!("new{}@b.kr", next()), "password": PASSWORD, "name": "새손님", "consents": {"terms": 1}});
            (newcomer, Stranger::Same)
        }
        Op::get_me | Op::list_sessions | Op::list_addresses | Op::list_wishes | Op::list_wish_ids => own(json!({})),
        Op::get_cart | Op::list_coupons | Op::my_coupons | Op::coupon_history | Op::list_orders => own(json!({})),
        Op::get_points | Op::list_point_transactions | Op::list_charges | Op::list_consents => own(json!({})),
        Op::list_restock_notices | Op::buy_in_sale_room => own(json!({})),
        Op::give_consent => own(json!({"document": "MARKETING", "given": true})),
        Op::update_me => own(json!({"phone": "010-0000-0000"})),
        Op::leave_shop | Op::change_password | Op::reset_password => with_password(operation),
        Op::end_session => (json!({"id": session}), gone(ErrorCode::NotFound)),
        Op::save_address => (json!(address(Some(address_id))), gone(ErrorCode::NotFound)),
        Op::remove_address => (json!({"id": address_id}), gone(ErrorCode::NotFound)),
        Op::request_restock_notice => own(json!({"productId": sold_out})),
        Op::withdraw_restock_notice => (json!({"id": notice}), gone(ErrorCode::NotFound)),
        Op::add_wish | Op::remove_wish => own(json!({"productId": product})),
        Op::add_cart_item => own(json!({"productId": product, "quantity": 1})),
        Op::change_cart_item => (json!({"id": line, "quantity": 2}), gone(ErrorCode::CartItemNotFound)),
        Op::remove_cart_item => (json!({"id": line}), gone(ErrorCode::CartItemNotFound)),
        Op::issue_coupon => own(json!({"id": coupon})),
        Op::redeem_coupon => own(json!({"code": COUPON_CODE})),
        Op::quote_order
        | Op::place_order
        | Op::get_order
        | Op::get_order_seal
        | Op::cancel_order
        | Op::list_returns
        | Op::request_return
        | Op::pay_order => of_orders(operation, stage),
        Op::charge_points => own(json!({"amount": 5_000})),
        Op::withdraw_charge => (json!({"id": charge}), gone(ErrorCode::NotFound)),
        Op::arm_fault => (json!({"point": "payment", "times": 1}), Stranger::Same),
        #[rustfmt::skip]
        Op::list_products_for_admin | Op::create_product | Op::get_product_for_admin | Op::update_product
        | Op::delete_product | Op::restore_product | Op::add_product_option | Op::update_product_option
        | Op::set_product_image | Op::add_product_image | Op::arrange_product_images | Op::export_products | Op::import_products | Op::adjust_stock
        | Op::list_stock_movements | Op::get_stock_at => same(of_products(operation, stage)),
        #[rustfmt::skip]
        Op::get_settings | Op::update_settings | Op::update_shop_document | Op::verify_books | Op::get_metrics | Op::get_dashboard
        | Op::get_metrics_token | Op::make_metrics_token | Op::remove_metrics_token | Op::confirm_clock | Op::get_coupon_for_admin
        | Op::list_coupon_holders | Op::get_coupon_at | Op::get_order_at | Op::get_points_at | Op::make_backup
        | Op::list_backups | Op::restore_backup | Op::list_users | Op::get_user | Op::set_user_state | Op::adjust_points
        | Op::list_coupons_for_admin | Op::create_coupon | Op::update_coupon | Op::delete_coupon | Op::coupon_statistics | Op::grant_coupon
        | Op::sales_statistics | Op::popular_statistics | Op::list_orders_for_admin | Op::export_orders | Op::get_order_for_admin
        | Op::ship_order | Op::unship_order | Op::deliver_order | Op::set_tracking | Op::import_tracking | Op::export_parcels
        | Op::list_packing_slips | Op::list_order_notes | Op::add_order_note
        | Op::list_user_notes | Op::add_user_note | Op::delete_note | Op::preview_refund | Op::refund_order | Op::list_audit_log
        | Op::list_outbox | Op::retry_outbox | Op::retry_all_outbox | Op::replay_outbox | Op::make_webhook_secret
        | Op::list_alerts | Op::mark_alerts_seen | Op::get_sale_room_for_admin | Op::open_sale_room
        | Op::close_sale_room | Op::remove_sale_guests | Op::list_charges_for_admin | Op::confirm_charge
        | Op::list_payments_for_admin | Op::confirm_payment
        | Op::list_returns_for_admin | Op::approve_return | Op::reject_return | Op::receive_return
        | Op::reject_charge | Op::match_payments | Op::make_reset_code | Op::list_staff | Op::create_staff
        | Op::set_staff_role | Op::remove_staff => same(of_the_shop(operation, stage)),
    }
}

/// What customers ask of their orders.
fn of_orders(operation: Operation, stage: &Stage) -> (Value, Stranger) {
    use Operation as Op;
    let Stage { line, user_coupon, order, total, arrived, item, .. } = *stage;
    let (gone, id) = (Stranger::Refused, json!({"id": order}));
    match operation {
        Op::quote_order => {
            (json!({"couponIds": [user_coupon], "cartItemIds": [line]}), gone(ErrorCode::CartItemNotFound))
        }
        Op::place_order => {
            let wanted =
                json!({"shippingAddress": shipping_address(), "couponIds": [user_coupon], "cartItemIds": [line]});
            (wanted, gone(ErrorCode::CartItemNotFound))
        }
        Op::list_returns => (json!({"id": arrived}), gone(ErrorCode::OrderNotFound)),
        Op::request_return => {
            let items = json!([{"orderItemId": item, "quantity": 1}]);
            (json!({"id": arrived, "items": items, "reason": "색이 달라요"}), gone(ErrorCode::OrderNotFound))
        }
        Op::pay_order => {
            (json!({"orderId": order, "paymentMethod": "POINT", "amount": total}), gone(ErrorCode::OrderNotFound))
        }
        _ => (id, gone(ErrorCode::OrderNotFound)),
    }
}

/// What is asked with a password.
fn with_password(operation: Operation) -> (Value, Stranger) {
    const NEW: &str = "another password";
    match operation {
        Operation::reset_password => {
            let new = json!({"email": OWNER_EMAIL, "code": RESET_CODE, "newPassword": NEW});
            (new, Stranger::Refused(ErrorCode::Unauthorized))
        }
        Operation::change_password => own(json!({"currentPassword": PASSWORD, "newPassword": NEW})),
        _ => own(json!({"password": PASSWORD})),
    }
}

/// What admins ask of everything else.
fn of_the_shop(operation: Operation, stage: &Stage) -> Value {
    use Operation as Op;
    let Stage { coupon, paid, sent, note, given_up, other, charge, clerk, deposit, total, .. } = *stage;
    let period = json!({"beginDate": noon(), "endDate": noon() + TimeDelta::days(1)});
    let terms = json!({"name": "쿠폰", "type": "CART", "discountRate": 20, "totalQuantity": 9});
    match operation {
        Op::update_settings => json!({"shopName": "장터", "lowStockThreshold": 5, "orderExpiryMinutes": 30}),
        Op::update_shop_document => json!({"document": "PRIVACY", "text": "개인정보를 이렇게 다룹니다."}),
        Op::get_user | Op::list_user_notes | Op::get_points_at | Op::make_reset_code => json!({"id": other}),
        Op::create_staff => {
            let email = format!("staff{}@b.kr", next());
            json!({"email": email, "password": PASSWORD, "name": "직원", "role": "CLERK"})
        }
        Op::set_staff_role => json!({"id": clerk, "role": "MANAGER"}),
        Op::remove_staff => json!({"id": clerk}),
        Op::add_user_note => json!({"id": other, "body": "전화로 문의"}),
        Op::add_order_note => json!({"id": paid, "body": "선물 포장"}),
        Op::delete_note => json!({"id": note}),
        Op::set_user_state => json!({"id": other, "state": "INACTIVE"}),
        Op::adjust_points => json!({"id": other, "amount": -100, "reason": "정정"}),
        Op::confirm_charge => json!({"id": charge, "amount": CHARGE}),
        Op::confirm_payment => json!({"id": deposit, "amount": total}),
        Op::reject_charge => json!({"id": charge, "reason": "입금 없음"}),
        Op::approve_return => json!({"id": stage.returned}),
        Op::receive_return => json!({"id": stage.approved}),
        Op::reject_return => json!({"id": stage.returned, "note": "반품 기간이 지났어요"}),
        Op::match_payments => json!({"csv": "거래일시,보낸분/받는분,입금액\n2026.03.10,김손님,30000\n"}),
        Op::create_coupon => with(terms, period),
        Op::update_coupon => with(with(terms, period), json!({"id": coupon, "state": "NORMAL", "updatedAt": noon()})),
        Op::grant_coupon => json!({"id": coupon, "userIds": [other]}),
        Op::delete_coupon | Op::get_coupon_for_admin | Op::get_coupon_at | Op::list_coupon_holders => {
            json!({"id": coupon})
        }
        Op::get_order_for_admin
        | Op::get_order_at
        | Op::preview_refund
        | Op::refund_order
        | Op::ship_order
        | Op::list_order_notes => {
            json!({"id": paid})
        }
        Op::deliver_order | Op::unship_order => json!({"id": sent}),
        Op::set_tracking => json!({"id": sent, "carrier": "한진택배", "trackingNumber": "1234567890"}),
        Op::import_tracking => json!({"csv": stage.parcels()}),
        Op::list_packing_slips => json!({"ids": format!("{paid},{sent}")}),
        Op::retry_outbox => json!({"id": given_up}),
        Op::replay_outbox => json!({"from": noon()}),
        Op::mark_alerts_seen => json!({"until": noon()}),
        Op::restore_backup => json!({"name": BACKUP}),
        Op::open_sale_room => sale_of(coupon),
        _ => json!({}),
    }
}

/// What admins ask of products and stock.
fn of_products(operation: Operation, stage: &Stage) -> Value {
    use Operation as Op;
    let Stage { product, choice, option, gone, .. } = *stage;
    match operation {
        Op::list_products_for_admin => json!({"sort": "priceAsc", "stock": "low"}),
        Op::create_product => json!({"name": "머그컵", "price": 9_000, "stock": 5, "category": "kitchen"}),
        Op::update_product => {
            let mut cup = json!({"name": "찻잔", "price": 8_000, "category": "tea", "state": "NORMAL"});
            cup["sku"] = json!("TEA-CUP");
            with(cup, json!({"id": choice, "updatedAt": noon()}))
        }
        Op::restore_product => json!({"id": gone}),
        Op::add_product_option => json!({"id": choice, "name": "노랑", "price": 1_000, "stock": 3}),
        Op::update_product_option => {
            let red = json!({"name": "다홍", "price": 900, "state": "DISCONTINUED"});
            with(red, json!({"id": choice, "optionId": option, "updatedAt": noon()}))
        }
        Op::set_product_image | Op::add_product_image => json!({"id": product, "data": PICTURE}),
        Op::arrange_product_images => json!({"id": choice, "updatedAt": noon(), "images": []}),
        Op::export_products => json!({}),
        Op::import_products => json!({"csv": "name,category,price,stock\n머그컵,kitchen,9000,5\n"}),
        Op::adjust_stock => json!({"id": product, "type": "SET", "quantity": 900, "reason": "재고 실사"}),
        _ => json!({"id": product}),
    }
}

/// One object with the fields of both.
fn with(mut one: Value, other: Value) -> Value {
    let fields = one.as_object_mut().expect("an object");
    fields.extend(other.as_object().cloned().unwrap_or_default());
    one
}

const fn same(input: Value) -> (Value, Stranger) {
    (input, Stranger::Same)
}

fn own(input: Value) -> (Value, Stranger) {
    (input, Stranger::Own)
}

/// Makes every newcomer another one.
fn next() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
