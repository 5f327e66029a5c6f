//! Fifty pieces, thirty coupons, one to a customer, and a hundred customers that each do everything.

use shop_app::cart::add_cart_item;
use shop_app::context::UserCall;
use shop_app::coupon::{CouponDraft, issue_coupon};
use shop_app::order::place_order;
use shop_app::payment::pay_order;
use shop_contract::{AddCartItem, ById, ErrorCode, Payment, ShopError};
use shop_store::product::NewProduct;
use shop_tests::scene::{order, payment, product, rate};

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way};

const CUSTOMERS: usize = 100;
const POINTS: i64 = 100_000;

#[tokio::test(flavor = "multi_thread")]
async fn pieces_and_coupons_go_out_exactly_and_one_to_a_customer() {
    in_every_way(async |market| {
        let edition = NewProduct { limited_quantity: Some(1), ..product(50_000, 50) };
        let product_id = market.scene.make(edition).await;
        let coupon_id = market.scene.coupon(CouponDraft { total_quantity: 30, ..rate(10) }).await;
        let customers = market.scene.crowd(CUSTOMERS, POINTS).await;
        let bought =
            customers.iter().enumerate().map(|(number, who)| buy(market.call(number, *who), product_id, coupon_id));
        let answers = all_at_once(bought).await;
        hold_tally(&answers, &[("done", 50), ("InsufficientStock", 50)], "fifty customers have one");
        hold(market.goods(product_id, 50).fault());
        let pieces = market.pieces(coupon_id);
        hold(pieces.fault());
        assert_eq!(pieces.held, 30, "all coupons went out");
        let discounted = market.scene.count("SELECT count(*) FROM \"order\" WHERE discount_amount = 5000");
        let used = market.scene.count("SELECT count(*) FROM user_coupon WHERE state = 'USED'");
        assert_eq!(discounted, used, "a coupon is used where it took something off, and nowhere else");
        let most = "SELECT max(units) FROM (SELECT sum(i.quantity) AS units FROM order_item i
                    JOIN \"order\" o ON o.id = i.order_id WHERE o.state = 'CONFIRMED' GROUP BY o.user_id)";
        assert_eq!(market.scene.count(most), 1, "no customer has two");
        hold(market.money(CUSTOMERS as i64 * POINTS).fault());
    })
    .await;
}

/// Tries to get a coupon, then buys with or without it, then tries for a second piece.
async fn buy(call: UserCall, product_id: i64, coupon_id: i64) -> Result<Payment, ShopError> {
    let coupons: Vec<i64> = match issue_coupon(call.clone(), ById { id: coupon_id }).await {
        Ok(coupon) => vec![coupon.id],
        Err(refusal) if refusal.code == ErrorCode::CouponSoldOut => Vec::new(),
        Err(other) => return Err(other),
    };
    let one = AddCartItem { product_id, product_option_id: None, quantity: 1 };
    add_cart_item(call.clone(), one.clone()).await?;
    let placed = place_order(call.clone(), order(&coupons)).await?;
    let paid = pay_order(call.clone(), payment(&placed)).await?;
    let again = add_cart_item(call, one).await.expect_err("one to a customer");
    let sold_out_or_had = [ErrorCode::InsufficientStock, ErrorCode::ExceededLimitedQuantity];
    assert!(sold_out_or_had.contains(&again.code), "it was had already, or there is none left: {again}");
    Ok(paid)
}
