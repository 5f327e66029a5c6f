//! Wishes: private, each once, the latest first.

use chrono::TimeDelta;
use shop_app::catalog::{add_wish, list_wish_ids, list_wishes, remove_wish};
use shop_contract::{Empty, ErrorCode, ListPage, WishFor};

use crate::scene::{Scene, refused};

#[tokio::test]
async fn wishes_are_kept_latest_first() {
    let scene = Scene::new();
    let (who, other) = (scene.customer(0).await, scene.customer(0).await);
    let mut ids = Vec::new();
    for _ in 0..3 {
        ids.push(scene.product(1_000, 1).await);
    }
    let add = |product_id| {
        scene.clock.advance(TimeDelta::seconds(1));
        add_wish(scene.call(who), WishFor { product_id })
    };
    for id in [ids[0], ids[1], ids[2], ids[0]] {
        add(id).await.expect("it is there");
    }
    refused(add(999).await, ErrorCode::ProductNotFound, "there is no such product");
    let wished = async |who| list_wish_ids(scene.call(who), Empty {}).await.expect("signed in").product_ids;
    assert_eq!(wished(who).await, [ids[2], ids[1], ids[0]], "wishing twice is wishing once");
    assert_eq!(wished(other).await, Vec::<i64>::new(), "wishes are private");
    let left = remove_wish(scene.call(who), WishFor { product_id: ids[1] }).await.expect("it was wished for");
    assert_eq!(left.product_ids, [ids[2], ids[0]], "it is off the list");
    assert_eq!(add(ids[1]).await.expect("it is there").product_ids, [ids[1], ids[2], ids[0]], "and on again, on top");
    let mut request = ListPage { cursor: None, limit: Some(2) };
    let first = list_wishes(scene.call(who), request.clone()).await.expect("signed in");
    request.cursor = first.next_cursor;
    let second = list_wishes(scene.call(who), request).await.expect("it is its cursor");
    let shown: Vec<_> = first.items.iter().chain(&second.items).map(|product| product.id).collect();
    assert_eq!((shown, second.next_cursor), (vec![ids[1], ids[2], ids[0]], None), "page by page the same");
    scene.sql(&format!("UPDATE product SET state = 'DELETED' WHERE id = {}", ids[2]));
    assert_eq!(wished(who).await, [ids[1], ids[0]], "what is gone cannot be wished for");
}
