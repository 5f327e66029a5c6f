//! What a table changes is told before it is done: row by row, each value before and after. What it does not change is not
//! written.

use super::*;
use shop_app::catalog::get_product_for_admin;

/// The name of a column, and its value before and after.
type Cell = (String, Option<String>, Option<String>);

/// The changes that a table would make: line, name, then each column with its value before and after.
fn told(result: &ImportedProducts) -> Vec<(i64, String, Vec<Cell>)> {
    let cells = |change: &CsvRowChange| {
        change.cells.iter().cloned().map(|cell| (cell.column, cell.before, cell.after)).collect::<Vec<_>>()
    };
    result.changes.iter().map(|change| (change.line, change.name.clone(), cells(change))).collect()
}

fn cell(column: &str, before: Option<&str>, after: Option<&str>) -> Cell {
    (column.to_owned(), before.map(str::to_owned), after.map(str::to_owned))
}

async fn product(scene: &Scene, admin: Principal, id: i64) -> AdminProduct {
    get_product_for_admin(scene.call(admin), ById { id }).await.expect("it is there")
}

async fn name(scene: &Scene, admin: Principal, id: i64) -> String {
    product(scene, admin, id).await.name
}

#[tokio::test]
async fn each_value_is_told_before_and_after() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (cup, plate, bowl) = (scene.product(1_000, 5).await, scene.product(2_000, 5).await, scene.product(1, 1).await);
    let before = name(&scene, admin, cup).await;
    let bowl_before = name(&scene, admin, bowl).await;
    let table = format!(
        "id,name,price,state,saleRate,saleBeginsAt,saleEndsAt,nameEn,limitedQuantity\n\
         {cup},찻잔,1500,OUT_OF_STOCK,10,2026-03-10T00:00:00Z,2026-03-11T00:00:00Z,Teacup,3\n\
         {plate},{},\"2,000\",NORMAL,,,,,\n\
         {bowl},{},2,,,,,,\n",
        name(&scene, admin, plate).await,
        bowl_before,
    );
    let would = tried(&scene, admin, text(&table)).await;
    assert_eq!((would.updated, would.unchanged, would.change_count), (2, 1, 2), "the plate stays as it is");
    let expected = vec![
        cell("name", Some(&before), Some("찻잔")),
        cell("nameEn", None, Some("Teacup")),
        cell("price", Some("1000"), Some("1500")),
        cell("limitedQuantity", None, Some("3")),
        cell("state", Some("NORMAL"), Some("OUT_OF_STOCK")),
        cell("saleRate", None, Some("10")),
        cell("saleBeginsAt", None, Some("2026-03-10T00:00:00.000Z")),
        cell("saleEndsAt", None, Some("2026-03-11T00:00:00.000Z")),
    ];
    let bowl_changes = vec![cell("price", Some("1"), Some("2"))];
    assert_eq!(told(&would), [(2, before, expected), (4, bowl_before, bowl_changes)]);
    assert_eq!(would.first_rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4], "the preview shows no other");

    let was = product(&scene, admin, plate).await.updated_at;
    scene.advance_minutes(1);
    let did = done(&scene, admin, text(&table)).await;
    assert_eq!((told(&did), did.unchanged), (told(&would), 1), "what was told is done");
    assert_eq!(product(&scene, admin, plate).await.updated_at, was, "and the other product is not touched");
    let again = tried(&scene, admin, text(&table)).await;
    assert_eq!((again.updated, again.unchanged), (0, 3), "the second time nothing is left to change");
}

#[tokio::test]
async fn a_thousand_changes_are_counted_and_the_first_hundred_told() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let mut table = String::from("id,price\n");
    for _ in 0..120 {
        table.push_str(&format!("{},7\n", scene.product(1_000, 5).await));
    }
    let would = tried(&scene, admin, text(&table)).await;
    assert_eq!((would.changes.len(), would.change_count, would.updated), (100, 120, 120));
}

#[tokio::test]
async fn set_stock_is_a_change_of_its_row() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let cup = scene.product(1_000, 5).await;
    let table = text(&format!("id,stock\n{cup},7\n"));
    let left = tried(&scene, admin, table.clone()).await;
    assert_eq!((left.updated, left.unchanged, left.stock_change_count), (0, 1, 1), "told, and not done");
    let set = tried(&scene, admin, ImportProducts { set_stock: Some(true), ..table.clone() }).await;
    assert_eq!((set.updated, set.unchanged), (1, 0), "by choice it is done");
    assert_eq!(told(&set)[0].2, [cell("stock", Some("5"), Some("7"))]);
    let was = product(&scene, admin, cup).await.updated_at;
    scene.advance_minutes(1);
    done(&scene, admin, ImportProducts { set_stock: Some(true), ..table }).await;
    assert_eq!(
        (scene.level(cup), product(&scene, admin, cup).await.updated_at),
        (7, was),
        "the product itself is not written"
    );
}

#[tokio::test]
async fn a_later_change_in_the_shop_is_a_fault_only_where_the_table_says_something_else() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let cup = scene.product(1_000, 5).await;
    let export = exported(&scene, admin).await;
    scene.advance_minutes(1);
    done(&scene, admin, text(&format!("id,price\n{cup},1200\n"))).await;
    let stale = tried(&scene, admin, text(&export)).await;
    assert_eq!(fault(&stale.faults), Some((2, Some("updatedAt"), CsvReason::Changed)), "it would undo the change");
    scene.advance_minutes(1);
    done(&scene, admin, text(&format!("id,price\n{cup},1000\n"))).await;
    let same = tried(&scene, admin, text(&export)).await;
    assert_eq!((same.fault_count, same.unchanged), (0, 1), "what is so already is no conflict");
}
