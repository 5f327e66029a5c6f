//! How the chain goes on: refunds in any order, two programs, a restored backup.

use shop_app::backup::{make_backup, restore_backup};
use shop_app::seal::seal_books;
use shop_contract::{Empty, RestoreBackup};

use super::{busy, found, paid, seal_all};
use crate::scene::Scene;

#[tokio::test]
async fn refunds_in_any_order_are_sealed_once() {
    let scene = Scene::new();
    let (user, product) = (scene.customer(1_000_000).await, scene.product(1_000, 100).await);
    let mut orders = Vec::new();
    for _ in 0..12 {
        orders.push(paid(&scene, user, product).await);
    }
    seal_all(&scene).await;
    for place in [7, 2, 9, 0, 3, 11, 8, 1] {
        scene.cancel(user, &orders[place]).await.expect("it is refunded");
        seal_all(&scene).await;
    }
    let sealed = "SELECT sum(last_row - first_row + 1) FROM seal_range WHERE book = 'REFUND'";
    assert_eq!(scene.count(sealed), 8, "each once");
    assert_eq!(found(&scene).count, 0, "and as they are");
}

#[tokio::test]
async fn two_programs_make_one_chain() {
    let scene = busy().await;
    let other = scene.second_program();
    let user = scene.customer(1_000_000).await;
    let product = scene.product(1_000, 100).await;
    for _ in 0..5 {
        paid(&scene, user, product).await;
        let (one, two) = tokio::join!(seal_books(&scene.shop), seal_books(&other));
        one.and(two).expect("the slower one finds that it is done");
    }
    seal_all(&scene).await;
    assert_eq!(found(&scene).count, 0, "in one chain");
    assert_eq!(scene.count("SELECT count(*) - max(id) FROM seal"), 0, "without a gap");
}

#[tokio::test]
async fn a_restored_shop_goes_on_with_the_chain_of_its_copy() {
    let scene = busy().await;
    let admin = scene.admin().await;
    let copy = make_backup(scene.call(admin), Empty {}).await.expect("a copy");
    let (user, product) = (scene.customer(1_000_000).await, scene.product(1_000, 100).await);
    paid(&scene, user, product).await;
    seal_all(&scene).await;
    let seals = scene.count("SELECT max(id) FROM seal");
    restore_backup(scene.call(admin), RestoreBackup { name: copy.name }).await.expect("it goes back");
    assert_eq!(found(&scene).count, 0, "what came was sealed");
    seal_all(&scene).await;
    assert_eq!(scene.count("SELECT max(id) FROM seal"), seals, "the next seal has the number of the one that is gone");
    assert_eq!(found(&scene).count, 0, "and fits what came");
}
