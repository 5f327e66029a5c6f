//! The same seed gives the same shop, although many customers make it at once: same catalogue, same totals, same users.
//! Asked of the library, because only there the clock can be made to stand still.

use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;
use shop_app::context::Shop;
use shop_app::runtime::{ManualClock, ShopOptions};
use shop_demo::{self as demo, DemoSize, DemoSummary};
use tempfile::TempDir;

use crate::program::file;

/// A shop made at a fixed instant, and what there is to compare of it.
async fn made(seed: u64) -> (DemoSummary, Vec<String>) {
    let folder = TempDir::new().expect("a folder");
    let noon = "2026-05-20T03:00:00Z".parse().expect("an instant");
    let clock = Arc::new(ManualClock::new(noon));
    let shop = Shop::open(ShopOptions { clock, ..ShopOptions::new(folder.path()) }).expect("a shop");
    let size = DemoSize { products: 40, users: 8, orders: 200, seed };
    let summary = demo::fill(&shop, size, |_| {}).await.expect("the demo is made");
    assert_eq!(shop.now(), noon, "the shop is back in the present");
    assert_eq!(shop_app::verify(&shop).expect("the queries run"), [], "the books are right");
    drop(shop);
    (summary, lines(folder.path()))
}

/// Catalogue, users, coupons and everybody's orders, without what depends on who reached the writer first.
fn lines(folder: &Path) -> Vec<String> {
    let conn = Connection::open(file(folder)).expect("the file");
    [
        "SELECT format('%d %s %s %d %s', id, name, category, price, image) FROM product ORDER BY id",
        "SELECT format('%d %d %d', product_id, product_option_id, available_quantity) FROM stock ORDER BY id",
        "SELECT format('%d %s %s %d', id, email, name, available_point) FROM user ORDER BY id",
        "SELECT format('%d %s %d of %d', id, name, issued_quantity, total_quantity) FROM coupon ORDER BY id",
        "SELECT format('%d %s %s %d %d', user_id, created_at, state, amount, discount_amount) AS line
         FROM \"order\" ORDER BY line",
    ]
    .into_iter()
    .flat_map(|sql| {
        let mut statement = conn.prepare(sql).expect("the query");
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).expect("rows");
        rows.collect::<Result<Vec<_>, _>>().expect("rows")
    })
    .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_seed_gives_the_same_shop() {
    let (first, again, other) = (made(7).await, made(7).await, made(8).await);
    assert_eq!(first.0, again.0, "the same totals");
    for (one, two) in first.1.iter().zip(&again.1) {
        assert_eq!(one, two, "the same rows");
    }
    assert_eq!(first.1.len(), again.1.len(), "and as many");
    assert_ne!(first.1, other.1, "another seed gives another shop");
}

#[tokio::test]
async fn a_shop_with_data_is_refused_and_stays_in_the_present() {
    let folder = TempDir::new().expect("a folder");
    let shop = Shop::open(ShopOptions::new(folder.path())).expect("a shop");
    let size = DemoSize { products: 3, users: 1, orders: 2, seed: 1 };
    demo::fill(&shop, size, |_| {}).await.expect("the smallest demo is made");
    let refused = demo::fill(&shop, size, |_| {}).await;
    assert!(matches!(refused, Err(demo::DemoError::NotEmpty)), "once is enough: {refused:?}");
}
