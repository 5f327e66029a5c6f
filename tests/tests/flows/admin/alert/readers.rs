//! What is new, to whom; and a crowd of short products, of which one more is no news.

use chrono::TimeDelta;
use shop_app::alert::mark_alerts_seen;
use shop_app::runtime::Writing;
use shop_contract::{AlertKind, MarkAlertsSeen};

use super::{kinds, list, look, name, scene_on_a_disk};
use crate::scene::product;

#[tokio::test]
async fn what_is_new_is_each_admin_s_own() {
    let (scene, _) = scene_on_a_disk();
    let (one, two) = (scene.admin().await, scene.admin().await);
    scene.product(1_000, 2).await;
    let unnoted = list(&scene, one).await.items;
    assert_eq!((unnoted[0].is_new, unnoted[0].arisen_at), (false, None), "it stands, and nobody was told yet");
    look(&scene).await;
    let seen = list(&scene, one).await;
    assert_eq!((seen.new_count, seen.items[0].is_new, seen.items[0].names.len()), (1, true, 1), "it is new");
    let mark = |who, until| mark_alerts_seen(scene.call(who), MarkAlertsSeen { until });
    mark(one, seen.as_of).await.expect("it is noted");
    assert_eq!(
        (list(&scene, one).await.new_count, list(&scene, two).await.new_count),
        (0, 1),
        "to the other it is new"
    );
    scene.product(1_000, 2).await;
    look(&scene).await;
    mark(one, seen.as_of).await.expect("an old list says nothing of what came later");
    let later = list(&scene, one).await;
    assert_eq!((later.new_count, later.items[0].count), (1, 2), "another one is new again");
    mark(one, later.as_of + TimeDelta::days(1)).await.expect("what is yet to come cannot have been seen");
    scene.product(1_000, 2).await;
    look(&scene).await;
    assert_eq!(list(&scene, one).await.new_count, 1, "so that the next one is new");
}

#[tokio::test]
async fn a_crowd_of_short_products_is_not_told_one_by_one() {
    let (scene, _) = scene_on_a_disk();
    let admin = scene.admin().await;
    let make = |w: &mut Writing<'_>| shop_store::product::create(w.tx, &product(1_000, 2), w.now);
    scene.write(move |w| (0..1_001).try_for_each(|_| Ok(make(w).map(drop)?))).await;
    assert_eq!(look(&scene).await, [(AlertKind::LowStock, 1_000, 0, None)], "that many are no news");
    assert_eq!(kinds(&scene, admin).await, [(AlertKind::LowStock, 1_000)], "but they are listed");
    scene.sql("UPDATE stock SET available_quantity = 99, initial_quantity = 99 WHERE product_id = 1");
    assert_eq!(look(&scene).await.iter().map(|told| told.2).sum::<i64>(), 0, "nor is who takes a place among them");
    scene.sql("UPDATE stock SET available_quantity = 99, initial_quantity = 99 WHERE product_id > 500");
    assert_eq!(look(&scene).await, [(AlertKind::LowStock, 499, 0, None)], "fewer are looked at one by one");
    scene.product(1_000, 2).await;
    assert_eq!(look(&scene).await, [(AlertKind::LowStock, 500, 1, name("머그컵"))], "and a new one is told");
}
