//! Popular products: counted at payment and down at refund, kept for five minutes, there again after a restart.

use chrono::TimeDelta;
use shop_app::catalog::list_products;
use shop_app::ranking::{popular_products, purge, refresh_popularity, warm};
use shop_contract::{ErrorCode, ListPopular, ListProducts, PopularProducts, ProductSort};

use crate::scene::{Scene, refused};

async fn popular(scene: &Scene, days: i64, limit: i64) -> PopularProducts {
    let request = ListPopular { days: Some(days), limit: Some(limit) };
    popular_products(scene.visitor(), request).await.expect("the request is good")
}

/// Product, units and won, best first.
async fn ranked(scene: &Scene, days: i64) -> Vec<(i64, i64, i64)> {
    // The cache's age is read on purpose.
    scene.shop.popularity().forget_answers();
    let items = popular(scene, days, 5).await.items;
    items.into_iter().map(|item| (item.product.id, item.sales_count, item.sales_amount)).collect()
}

#[tokio::test]
async fn units_count_from_payment_to_refund() {
    let scene = Scene::new();
    let who = scene.customer(100_000).await;
    let (cup, pan) = (scene.product(1_000, 10).await, scene.product(3_000, 10).await);
    let unpaid = scene.buy(who, cup).await;
    assert_eq!(ranked(&scene, 3).await, [], "an order is not a sale yet");
    scene.pay(who, &unpaid).await.expect("there are points");
    scene.put(who, pan, None, 1).await;
    let order = scene.place(who, &[]).await.expect("there are ten");
    scene.pay(who, &order).await.expect("there are points");
    assert_eq!(ranked(&scene, 3).await, [(cup, 1, 1_000), (pan, 1, 3_000)], "a tie goes to the lower id");
    scene.cancel(who, &unpaid).await.expect("it was not shipped");
    assert_eq!(ranked(&scene, 3).await, [(pan, 1, 3_000)], "a refund takes it off again");
}

#[tokio::test]
async fn sold_out_products_stay_and_deleted_ones_go() {
    let scene = Scene::new();
    let who = scene.customer(100_000).await;
    let (last, gone) = (scene.product(1_000, 1).await, scene.product(1_000, 1).await);
    for id in [last, gone] {
        let order = scene.buy(who, id).await;
        scene.pay(who, &order).await.expect("there are points");
    }
    scene.sql(&format!("UPDATE product SET state = 'DELETED' WHERE id = {gone}"));
    assert_eq!(ranked(&scene, 3).await, [(last, 1, 1_000)], "the last piece was sold, and it is popular still");
    assert_eq!(popular(&scene, 3, 5).await.items[0].rank, 1, "ranks have no gaps");
}

#[tokio::test]
async fn days_are_business_days_and_a_restart_forgets_none() {
    let mut scene = Scene::new();
    let who = scene.customer(100_000).await;
    let id = scene.product(1_000, 10).await;
    let sell = async |scene: &Scene| {
        let order = scene.buy(who, id).await;
        scene.pay(who, &order).await.expect("there are points");
    };
    sell(&scene).await;
    // From noon to a minute before midnight in Seoul, then over it.
    scene.advance_minutes(12 * 60 - 1);
    sell(&scene).await;
    assert_eq!(ranked(&scene, 1).await, [(id, 2, 2_000)], "both are of today");
    scene.advance_minutes(1);
    sell(&scene).await;
    assert_eq!(ranked(&scene, 1).await, [(id, 1, 1_000)], "a new day has begun");
    assert_eq!(ranked(&scene, 2).await, [(id, 3, 3_000)], "two days hold all");
    scene.restart().await;
    assert_eq!(ranked(&scene, 1).await, [(id, 1, 1_000)], "the day is known after a restart");
    assert_eq!(ranked(&scene, 30).await, [(id, 3, 3_000)], "and so are those before it");
    scene.clock.advance(TimeDelta::days(29));
    purge(&scene.shop);
    assert_eq!(ranked(&scene, 30).await, [(id, 1, 1_000)], "the oldest of thirty days is kept, those before are not");
}

#[tokio::test]
async fn an_answer_is_kept_for_five_minutes_and_kept_warm() {
    let scene = Scene::new();
    let who = scene.customer(100_000).await;
    let id = scene.product(1_000, 10).await;
    let counted = async || popular(&scene, 3, 5).await.items.len();
    assert_eq!(counted().await, 0, "nothing was sold");
    let order = scene.buy(who, id).await;
    scene.pay(who, &order).await.expect("there are points");
    assert_eq!(counted().await, 0, "the answer is kept");
    scene.advance_minutes(4);
    warm(&scene.shop).await.expect("the job runs");
    assert_eq!(counted().await, 1, "the job has made a new one before it grew old");
    let rate = scene.shop.popularity().hit_rate();
    assert_eq!((rate.hits, rate.misses), (2, 1), "only the first caller waited");
    scene.cancel(who, &order).await.expect("it was not shipped");
    scene.advance_minutes(5);
    assert_eq!(counted().await, 0, "after five minutes it is made anew by itself");
}

#[tokio::test]
async fn days_and_limit_have_bounds() {
    let scene = Scene::new();
    for (days, limit, fits) in
        [(1, 1, true), (30, 100, true), (0, 5, false), (31, 5, false), (3, 0, false), (3, 101, false), (3, -1, false)]
    {
        let request = ListPopular { days: Some(days), limit: Some(limit) };
        let answer = popular_products(scene.visitor(), request).await;
        assert_eq!(answer.is_ok(), fits, "{days} days, {limit} products");
        if !fits {
            refused(answer, ErrorCode::InvalidInput, "out of bounds");
        }
    }
    let usual = popular_products(scene.visitor(), ListPopular::default()).await.expect("both can be left out");
    assert_eq!(
        (usual.period.from.as_str(), usual.period.to.as_str()),
        ("2026-03-08", "2026-03-10"),
        "three days, today the last"
    );
}

#[tokio::test]
async fn lists_by_popularity_follow_the_counts() {
    let scene = Scene::new();
    let who = scene.customer(100_000).await;
    let (first, second) = (scene.product(1_000, 10).await, scene.product(1_000, 10).await);
    let listed = async || {
        let request = ListProducts { sort: Some(ProductSort::Popular), ..ListProducts::default() };
        let page = list_products(scene.visitor(), request).await.expect("the request is good");
        page.items.into_iter().map(|product| product.id).collect::<Vec<_>>()
    };
    let order = scene.buy(who, first).await;
    scene.pay(who, &order).await.expect("there are points");
    assert_eq!(listed().await, [second, first], "nothing is written yet: the latest comes first");
    refresh_popularity(&scene.shop).await.expect("the job runs");
    assert_eq!(listed().await, [first, second], "what sold comes first");
    scene.cancel(who, &order).await.expect("it was not shipped");
    refresh_popularity(&scene.shop).await.expect("the job runs");
    assert_eq!(listed().await, [second, first], "what was given back falls again");
}
