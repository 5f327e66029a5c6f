//! Quotes: what a page shows is what the till takes.

use shop_app::coupon::CouponDraft;
use shop_app::order::quote_order;
use shop_app::runtime::Principal;
use shop_contract::{CouponChoice, CouponReason, ErrorCode, Quote, QuoteOrder, ShopError};

use crate::scene::{Scene, item_rate, rate, refused};

async fn quote(scene: &Scene, who: Principal, coupon_ids: &[i64]) -> Result<Quote, ShopError> {
    let request = QuoteOrder { coupon_ids: coupon_ids.to_vec(), ..QuoteOrder::default() };
    quote_order(scene.call(who), request).await
}

fn choice(quote: &Quote, id: i64) -> &CouponChoice {
    quote.choices.iter().find(|choice| choice.coupon.id == id).expect("every coupon of mine is judged")
}

#[tokio::test]
async fn a_quote_is_what_the_order_costs_and_changes_nothing() {
    let scene = Scene::new();
    let who = scene.customer(7_000).await;
    let (cup, lamp) = (scene.product(10_000, 5).await, scene.product(5_000, 5).await);
    let line = scene.put(who, cup, None, 1).await;
    scene.put(who, lamp, None, 2).await;
    let (item, cart) = (scene.own(who, item_rate(50, &[cup])).await, scene.own(who, rate(10)).await);
    let coupons = [cart, item];
    let quoted = quote(&scene, who, &coupons).await.expect("a quote");
    assert_eq!(
        (quoted.amount, quoted.item_discount_amount, quoted.cart_discount_amount),
        (20_000, 5_000, 1_500),
        "item coupons first, whatever the order given"
    );
    assert_eq!((quoted.total_amount, quoted.available_point), (13_500, 7_000), "to pay, and what there is");
    assert_eq!((quoted.items[0].item_discount, quoted.items[0].discount_amount), (5_000, 5_500), "each line's share");
    assert_eq!(quoted.coupons[0].cart_item_id, Some(line), "the item coupon names its line");
    assert_eq!((scene.level(cup), scene.count("SELECT count(*) FROM \"order\"")), (5, 0), "nothing has changed");
    let placed = scene.place(who, &coupons).await.expect("it is placed");
    assert_eq!(
        (placed.total_amount, placed.discount_amount),
        (quoted.total_amount, quoted.discount_amount),
        "as quoted"
    );
    let discounts = |coupons: &[shop_contract::AppliedCoupon]| {
        coupons.iter().map(|coupon| coupon.discount_amount).collect::<Vec<_>>()
    };
    assert_eq!(discounts(&placed.coupons), discounts(&quoted.coupons), "coupon by coupon");
    assert_eq!(placed.coupons[0].order_item_id, Some(placed.items[0].id), "the item coupon names its item");
}

#[tokio::test]
async fn every_coupon_of_mine_is_judged_and_the_best_are_named() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.product(10_000, 5).await;
    scene.put(who, cup, None, 1).await;
    let (small, large) = (scene.own(who, rate(5)).await, scene.own(who, rate(20)).await);
    let middle = scene.own(who, rate(10)).await;
    let dear = scene.own(who, CouponDraft { min_order_amount: 10_001, ..rate(50) }).await;
    let item = scene.own(who, item_rate(10, &[cup])).await;
    let quoted = quote(&scene, who, &[small, large]).await.expect("a quote");
    assert!(choice(&quoted, small).selected && choice(&quoted, large).applicable, "both are applied");
    assert_eq!(choice(&quoted, middle).reason, Some(CouponReason::LimitExceeded), "a third would be too many");
    assert_eq!(choice(&quoted, dear).reason, Some(CouponReason::MinOrderAmount), "the order is too small");
    let added = choice(&quoted, item);
    assert_eq!((added.selected, added.applicable, added.discount_amount), (false, true, 1_000), "it could be added");
    let best = quote(&scene, who, &quoted.best_coupon_ids).await.expect("a quote");
    assert_eq!(best.total_amount, 6_480, "10,000 less 10 %, less 20 %, less 10 %");
    assert!(best.choices.iter().filter(|choice| choice.selected).count() == 3, "all of the best apply");
    let placed = scene.place(who, &best.best_coupon_ids).await.expect("what the page offers, the till takes");
    assert_eq!(placed.total_amount, best.total_amount, "at that price");
}

#[tokio::test]
async fn a_quote_refuses_what_an_order_would() {
    let scene = Scene::new();
    let (who, other) = (scene.customer(0).await, scene.customer(0).await);
    refused(quote(&scene, who, &[]).await, ErrorCode::CartEmpty, "there is nothing to price");
    let (cup, gone) = (scene.product(1_000, 5).await, scene.product(2_000, 0).await);
    scene.put(who, cup, None, 1).await;
    let short = scene.put(who, gone, None, 1).await;
    let foreign = scene.own(other, rate(10)).await;
    assert_eq!(quote(&scene, who, &[]).await.expect("a quote").amount, 1_000, "what cannot be ordered is left out");
    let named = QuoteOrder { cart_item_ids: Some(vec![short]), ..QuoteOrder::default() };
    refused(quote_order(scene.call(who), named).await, ErrorCode::InsufficientStock, "unless it was named");
    let unknown = QuoteOrder { cart_item_ids: Some(vec![short + 1]), ..QuoteOrder::default() };
    refused(quote_order(scene.call(who), unknown).await, ErrorCode::CartItemNotFound, "no such line");
    let details = refused(quote(&scene, who, &[foreign]).await, ErrorCode::InvalidCoupon, "not mine");
    assert_eq!(details["reason"], "NOT_OWNED", "as if it did not exist");
}
