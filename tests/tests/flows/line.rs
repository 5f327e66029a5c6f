//! The place in line: under load a buyer is told how many are before the order, and the order keeps its place.

use std::sync::mpsc;
use std::time::Duration;

use shop_app::coupon::issue_coupon;
use shop_app::order::place_order;
use shop_app::runtime::locks::LockKey;
use shop_contract::{ById, OrderedProduct, PlaceInLine, PlaceOrder, ShopEvent};

use crate::scene::{Scene, order, rate};

fn one(product_id: i64) -> PlaceOrder {
    PlaceOrder { items: Some(vec![OrderedProduct { product_id, product_option_id: None, quantity: 1 }]), ..order(&[]) }
}

/// Holds the writer until the sender is dropped.
async fn hold(scene: &Scene) -> mpsc::Sender<()> {
    let (release, held) = mpsc::channel::<()>();
    let (begin, begun) = tokio::sync::oneshot::channel();
    let shop = scene.shop.clone();
    let mut begin = Some(begin);
    tokio::spawn(async move {
        let held = shop.write(LockKey::Shop, move |_| {
            let _ = begin.take().map(|begin| begin.send(()));
            let _ = held.recv();
            Ok(())
        });
        let _ = held.await;
    });
    begun.await.expect("it holds the writer");
    release
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_buyer_in_a_line_is_told_of_it_and_the_order_keeps_its_place() {
    let scene = Scene::new();
    let cup = scene.product(1_000, 100).await;
    let crowd = scene.crowd(12, 1_000).await;
    let release = hold(&scene).await;
    let last = crowd[11];
    let mut told = scene.shop.events().listen_for(Some(last.user_id));
    let mut answers = Vec::new();
    for who in &crowd {
        let before = scene.shop.locks().stats().waiters;
        answers.push(tokio::spawn(place_order(scene.call(*who), one(cup))));
        // In this order and no other.
        while scene.shop.locks().stats().waiters == before {
            tokio::task::yield_now().await;
        }
    }
    let event = tokio::time::timeout(Duration::from_secs(5), told.recv()).await.expect("in time").expect("an event");
    drop(release);
    let ShopEvent::Line { arrived, before } = event.event else { panic!("another event: {event:?}") };
    assert_eq!((arrived, before), (12, 11), "the twelfth, behind eleven");
    let mut places = Vec::new();
    for (answer, who) in answers.into_iter().zip(&crowd) {
        let placed = answer.await.expect("it answers").expect("it is ordered");
        assert_eq!(scene.order(*who, placed.id).await.place_in_line, placed.place_in_line, "it is kept");
        places.push(placed.place_in_line);
    }
    let (formed, counted) = places.split_at(5);
    assert!(formed.iter().all(Option::is_none), "a line is counted from its sixth on: {formed:?}");
    let expected: Vec<_> = (6..=12).map(|nth| Some(PlaceInLine { arrived: nth, served: nth })).collect();
    assert_eq!(counted, expected, "served in the order of arrival");
    let alone = scene.customer(1_000).await;
    let other = scene.product(1_000, 1).await;
    let placed = place_order(scene.call(alone), one(other)).await.expect("it is ordered");
    assert_eq!(placed.place_in_line, None, "no line, no place");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_coupon_of_a_rush_tells_its_place() {
    let scene = Scene::new();
    let coupon = scene.coupon(rate(10)).await;
    let crowd = scene.crowd(8, 1_000).await;
    let release = hold(&scene).await;
    let mut answers = Vec::new();
    for who in &crowd {
        let before = scene.shop.locks().stats().waiters;
        answers.push(tokio::spawn(issue_coupon(scene.call(*who), ById { id: coupon })));
        while scene.shop.locks().stats().waiters == before {
            tokio::task::yield_now().await;
        }
    }
    drop(release);
    let mut last = None;
    for answer in answers {
        last = answer.await.expect("it answers").expect("it is issued").place_in_line;
    }
    assert_eq!(last, Some(PlaceInLine { arrived: 8, served: 8 }), "the eighth");
}
