//! Trials at what is done once: a repeated request, and a deleted product that a cache may still show.

use shop_app::catalog::delete_product;
use shop_app::order::place_order;
use shop_app::point::charge_points;
use shop_app::ranking::popular_products;
use shop_contract::{ById, ChargePoints, ListPopular, OrderedProduct, PlaceOrder, ShopError};
use shop_tests::scene::{charged, order};

use super::recorder::Act;
use crate::figures::hold_tally;
use crate::market::{Market, all_at_once};

/// So many units that the product is the first of all.
const UNITS: i64 = 1_000;
const PRICE: i64 = 1_000;

/// One request, sent by every task with the same key.
pub async fn idempotency_key(market: &Market, tasks: usize) {
    let who = market.scene.crowd(1, PRICE).await[0];
    let charge = |number| {
        let charge = charge_points(market.call_with_key(number, who, "once"), ChargePoints::of(PRICE));
        async move { charged(charge.await) }
    };
    let answers = all_at_once((0..tasks).map(charge)).await;
    hold_tally(&answers, &[("done", tasks)], "all are answered");
    let first = answers[0].as_ref().map(|answer| answer.id).ok();
    assert!(answers.iter().flatten().all(|answer| Some(answer.id) == first), "all get the same answer");
    assert_eq!(market.scene.points(who), 2 * PRICE, "charged once");
}

/// A product is deleted while popular products are asked for; afterwards it is not among them.
pub async fn deleted_product(market: &Market, tasks: usize) {
    let scene = &market.scene;
    let id = scene.product(PRICE, UNITS).await;
    let (who, admin) = (scene.crowd(1, PRICE * UNITS).await[0], scene.admin().await);
    let items = vec![OrderedProduct { product_id: id, product_option_id: None, quantity: UNITS }];
    let request = PlaceOrder { items: Some(items), ..order(&[]) };
    let placed = place_order(scene.call(who), request).await.expect("it can be ordered");
    scene.pay(who, &placed).await.expect("it can be paid");
    scene.shop.popularity().forget_answers();
    assert!(is_popular(market, id).await, "it was sold most, and the answer is cached now");
    let look = |_| -> Act {
        let asked = popular_products(scene.visitor(), ListPopular { days: Some(1), limit: None });
        Box::pin(async move { Some(asked.await.map(drop)) })
    };
    let mut acts: Vec<Act> = (1..tasks).map(look).collect();
    let deleted = delete_product(scene.call(admin), ById { id });
    acts.push(Box::pin(async move { Some(deleted.await.map(drop)) }));
    let answers: Vec<Result<(), ShopError>> = all_at_once(acts).await.into_iter().flatten().collect();
    hold_tally(&answers, &[("done", tasks)], "no reader hinders the deletion");
    assert!(!is_popular(market, id).await, "what is deleted is no longer shown");
}

async fn is_popular(market: &Market, product_id: i64) -> bool {
    let request = ListPopular { days: Some(1), limit: None };
    let popular = popular_products(market.scene.visitor(), request).await.expect("the request is good");
    popular.items.iter().any(|item| item.product.id == product_id)
}
