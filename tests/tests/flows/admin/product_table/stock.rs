//! Stock that was edited in an export: said, and set by choice, against what the export said.

use super::*;
use shop_app::stock::list_stock_movements;

/// An export in which the stock of a product without options was edited.
fn edited(export: &str, id: i64, from: i64, to: i64) -> String {
    let edit = |line: &str| {
        if !line.starts_with(&format!("{id},")) {
            return line.to_owned();
        }
        let (front, exported) = line.rsplit_once(',').expect("cells");
        let (front, updated) = front.rsplit_once(',').expect("cells");
        let front = front.strip_suffix(&format!("{from},")).expect("the stock, then no options");
        format!("{front}{to},,{updated},{exported}")
    };
    export.lines().map(edit).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn edited_stock_is_told_and_set_only_by_choice() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let cup = scene.product(1_000, 5).await;
    let table = edited(&exported(&scene, admin).await, cup, 5, 12);
    let would = tried(&scene, admin, text(&table)).await;
    let change = &would.stock_changes[0];
    assert_eq!((would.stock_change_count, would.stock_set), (1, false), "it is told");
    assert_eq!(
        (change.line, change.product_id, change.available, change.stated, change.exported),
        (2, cup, 5, 12, Some(5))
    );
    let without = done(&scene, admin, text(&table)).await;
    assert_eq!(
        (without.stock_change_count, without.stock_set, scene.level(cup)),
        (1, false, 5),
        "and not done unasked"
    );

    let table = edited(&exported(&scene, admin).await, cup, 5, 12);
    let reason = Some("3월 실사".to_owned());
    let chosen = ImportProducts { set_stock: Some(true), stock_reason: reason, ..text(&table) };
    assert_eq!(tried(&scene, admin, chosen.clone()).await.first_rows[0].stock, 12, "as it will be");
    let done = done(&scene, admin, chosen).await;
    assert_eq!((done.stock_set, scene.level(cup)), (true, 12), "by choice it is");
    let request = ListStockMovements { id: cup, product_option_id: None, cursor: None, limit: None };
    let movements = list_stock_movements(scene.call(admin), request).await.expect("it is there").items;
    let last = &movements[0];
    assert_eq!((last.kind, last.quantity, last.available_after), (MovementType::Set, 7, 12), "as a movement");
    assert_eq!(last.reason.as_deref(), Some("3월 실사"), "with its reason");
    let acts = "SELECT count(*) FROM audit_log WHERE action = 'adjust_stock'";
    assert_eq!(scene.count(acts), 1, "and an act in the audit log");
}

#[tokio::test]
async fn what_was_sold_since_the_export_is_no_edit_and_never_undone() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let cup = scene.product(1_000, 5).await;
    let export = exported(&scene, admin).await;
    scene.buy(who, cup).await;
    let untouched = tried(&scene, admin, ImportProducts { set_stock: Some(true), ..text(&export) }).await;
    assert_eq!((untouched.stock_change_count, untouched.fault_count), (0, 0), "nobody edited it");
    let chosen = ImportProducts { set_stock: Some(true), ..text(&edited(&export, cup, 5, 12)) };
    let would = tried(&scene, admin, chosen.clone()).await;
    assert_eq!(fault(&would.faults), Some((2, Some("stock"), CsvReason::StockMoved)), "a count of another moment");
    refusal(&scene, admin, chosen).await;
    assert_eq!(scene.level(cup), 4, "the sale stands");
}

#[tokio::test]
async fn a_table_without_what_the_export_said_is_held_against_the_shop() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let cup = scene.product(1_000, 5).await;
    let would = tried(&scene, admin, text(&format!("id,stock\n{cup},7\n"))).await;
    assert_eq!((would.stock_change_count, would.stock_changes[0].exported), (1, None), "told");
    let same = tried(&scene, admin, text(&format!("id,stock\n{cup},5\n"))).await;
    assert_eq!(same.stock_change_count, 0, "what is so is no change");
    let empty = tried(&scene, admin, text(&format!("id,stock\n{cup},\n"))).await;
    assert_eq!((empty.stock_change_count, empty.fault_count), (0, 0), "an empty cell says nothing");
}

#[tokio::test]
async fn stock_of_options_is_edited_in_their_list_and_nothing_else_there_is() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (shirt, options) = scene.product_with_options(None, 4).await;
    let export = exported(&scene, admin).await;
    let one = export.replacen("\"\"stock\"\":4,", "\"\"stock\"\":9,", 1);
    assert_ne!(one, export, "the list has a stock to edit: {export}");
    let chosen = ImportProducts { set_stock: Some(true), ..text(&one) };
    let done = done(&scene, admin, chosen).await;
    let change = &done.stock_changes[0];
    assert_eq!((change.product_option_id, change.available, change.stated), (Some(options[0]), 4, 9), "of one option");
    let level = format!("SELECT available_quantity FROM stock WHERE product_option_id = {}", options[0]);
    assert_eq!((scene.count(&level), done.stock_set), (9, true), "it is set");

    let export = exported(&scene, admin).await;
    let price = export.replacen("\"\"price\"\":", "\"\"price\"\":1", 1);
    let would = tried(&scene, admin, text(&price)).await;
    assert_eq!(
        fault(&would.faults),
        Some((2, Some("options"), CsvReason::OptionsDiffer)),
        "a price is not passed over"
    );
    let would = tried(&scene, admin, text(&format!("id,stock\n{shirt},5\n"))).await;
    assert_eq!(
        fault(&would.faults),
        Some((2, Some("stock"), CsvReason::StockOfOptions)),
        "nor a stock that counts nothing"
    );
    let would = tried(&scene, admin, text(&format!("id,price\n{shirt},1\n"))).await;
    assert_eq!(
        fault(&would.faults),
        Some((2, Some("price"), CsvReason::PriceOfOptions)),
        "nor a price that counts nothing"
    );
}
