//! Writes the fixture of the current schema: a small shop, made through the use cases and the store, with rows in every
//! table. To be run once for each released version of the schema; an existing fixture is never written again.

use anyhow::{Result, anyhow, ensure};
use rusqlite::Connection;
use shop_app::runtime::Principal;
use shop_contract::{ById, Order};
use shop_domain::BusinessDay;
use shop_domain::alert::AlertKind;
use shop_domain::user::{Consent, Document};
use shop_store::address::AddressText;
use shop_store::charge::NewCharge;
use shop_store::note::NoteTarget;
use shop_store::session::Fingerprints;
use shop_tests::scene::{Scene, edit_of, item_rate, order, rate, won};
use shop_tests::schema_fixture::{dump, tables};

#[tokio::main]
async fn main() -> Result<()> {
    let version = shop_store::current_version();
    let path = shop_tests::root().join(format!("tests/fixtures/schema_{version:04}.sql"));
    ensure!(!path.exists(), "{} is there already", path.display());
    let scene = Scene::new();
    let (admin, customer) = (scene.admin().await, scene.customer(100_000).await);
    sell(&scene, admin, customer).await?;
    fill_the_rest(&scene, admin, customer).await;
    while shop_app::seal::seal_books(&scene.shop).await.map_err(|error| anyhow!("{error:?}"))? {}
    let conn = Connection::open(scene.file())?;
    for table in tables(&conn)? {
        let rows: i64 = conn.query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.get(0))?;
        ensure!(rows > 0 || table.contains("_search_"), "{table} has no row");
    }
    std::fs::write(&path, dump(&scene.file())?)?;
    Ok(())
}

/// Products, coupons, and orders in each state that a customer brings about.
async fn sell(scene: &Scene, admin: Principal, customer: Principal) -> Result<()> {
    let cup = scene.product(5_000, 20).await;
    let (shirt, options) = scene.product_with_options(Some(3), 5).await;
    let (tenth, of_cup) = (scene.own(customer, rate(10)).await, scene.own(customer, item_rate(20, &[cup])).await);
    scene.put(customer, cup, None, 2).await;
    scene.put(customer, shirt, Some(options[0]), 1).await;
    let paid = placed(scene, customer, "paid", &[of_cup, tenth]).await?;
    scene.pay(customer, &paid).await.map_err(refusal)?;
    shop_app::order::ship_order(scene.call(admin), ById { id: paid.id }).await.map_err(refusal)?;
    let refunded = scene.buy(customer, cup).await;
    scene.pay(customer, &refunded).await.map_err(refusal)?;
    scene.cancel(customer, &refunded).await.map_err(refusal)?;
    let cancelled = scene.buy(customer, cup).await;
    scene.cancel(customer, &cancelled).await.map_err(refusal)?;
    scene.buy(customer, cup).await;
    scene.advance_minutes(60);
    scene.expire().await;
    scene.buy(customer, cup).await;
    scene.put(customer, shirt, Some(options[1]), 1).await;
    let seen = shop_app::catalog::get_product_for_admin(scene.call(admin), ById { id: cup }).await.map_err(refusal)?;
    let edit = shop_contract::UpdateProduct { name_en: Some("Mug".to_owned()), ..edit_of(&seen) };
    shop_app::catalog::update_product(scene.call(admin), edit).await.map_err(refusal)?;
    Ok(())
}

async fn placed(scene: &Scene, customer: Principal, key: &str, coupons: &[i64]) -> Result<Order> {
    shop_app::order::place_order(scene.call_with_key(customer, key), order(coupons)).await.map_err(refusal)
}

fn refusal(error: shop_contract::ShopError) -> anyhow::Error {
    anyhow::anyhow!("{error:?}")
}

/// Rows of the tables that selling does not touch.
async fn fill_the_rest(scene: &Scene, admin: Principal, customer: Principal) {
    let at_home = AddressText {
        label: "집".to_owned(),
        recipient_name: "김손님".to_owned(),
        phone: "010-1234-5678".to_owned(),
        zip_code: "04524".to_owned(),
        address: "서울시 중구 세종대로 110".to_owned(),
        detail_address: None,
    };
    let guest = scene.customer(0).await;
    let secret = Fingerprints { token: "a".repeat(64), family: "b".repeat(64) };
    scene
        .write(move |w| {
            let (tx, now) = (w.tx, w.now);
            shop_store::address::insert(tx, customer.user_id, &at_home, now)?;
            shop_store::wish::add(tx, customer.user_id, 1, now)?;
            shop_store::session::start(tx, customer.user_id, &secret, "Firefox", now)?;
            shop_store::sign_in_attempt::count(tx, "customer@example.com", "192.0.2.1", now)?;
            shop_store::user::guest::mark(tx, guest.user_id, now)?;
            let charge = NewCharge { user_id: customer.user_id, amount: won(30_000), depositor_name: "김손님" };
            shop_store::charge::insert(tx, charge, now)?;
            shop_store::setting::write(tx, "name", &"장터", now)?;
            shop_store::document::add(tx, Document::Terms, "제1조", BusinessDay::of(now, chrono_tz::Asia::Seoul), now)?;
            let agreed = Consent { document: Document::Terms, version: 1, given: true };
            shop_store::consent::insert(tx, customer.user_id, agreed, now)?;
            shop_store::alert::arise(tx, AlertKind::LowStock, "1", now)?;
            shop_store::alert::see(tx, admin.user_id, now, now)?;
            shop_store::note::insert(tx, (NoteTarget::Order, 1), "부재 시 경비실", admin.user_id, now)?;
            Ok(())
        })
        .await;
    // The job makes this row only when a thousand orders are not indexed.
    scene.sql(
        "INSERT INTO search_progress (name, indexed_through, created_at, updated_at)
         VALUES ('ORDER', 0, '2026-03-10T03:00:00.000Z', '2026-03-10T03:00:00.000Z')",
    );
}
