//! Columns: none is passed over in silence, and spreadsheets' habits with names are no fault.

use super::*;

#[tokio::test]
async fn every_name_that_is_no_column_is_told_at_once() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let details = refusal(&scene, admin, text("name,colour,category,price,weight\n컵,빨강,주방,1,2\n")).await;
    let named: Vec<_> =
        details["faults"].as_array().expect("faults").iter().map(|fault| fault["column"].clone()).collect();
    assert_eq!(named, ["colour", "weight"], "both");
    assert_eq!(details["faults"][0]["reason"], "UNKNOWN_COLUMN");
    assert_eq!(details["headers"].as_array().map(Vec::len), Some(5), "with what could be chosen from");
    let twice = refusal(&scene, admin, text("name,category,price,Price\n컵,주방,1,2\n")).await;
    assert_eq!(twice["faults"][0]["column"], "Price", "a name that stands there twice");
    let columns = ["name", "category", "price"].map(|column| CsvColumn {
        column: column.to_owned(),
        from: Some(column.to_owned()),
        if_empty: None,
    });
    let chosen = ImportProducts {
        columns: Some(columns.to_vec()),
        ..text("name,colour,category,price,weight\n컵,빨강,주방,1,2\n")
    };
    let would = tried(&scene, admin, chosen).await;
    assert_eq!(
        (would.created, would.table.unused_headers),
        (1, vec!["colour".to_owned(), "weight".to_owned()]),
        "by choice"
    );
}

#[tokio::test]
async fn habits_of_spreadsheets_are_no_fault() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    for table in [
        " Name ,CATEGORY,Price \n컵,주방,1000\n",
        "name,category,price,,\n컵,주방,1000,,\n",
        "name,category,price\n컵,주방,1000,,,\n,,\n,,,,\n",
        "name;category;price\n컵;주방;1000\n",
        "name\tcategory\tprice\r\n컵\t주방\t1000\r\n",
        "sep=;\r\nname;category;price\r\n컵;주방;\"1,000\"\r\n",
        "\"sep=\t\"\nname\tcategory\tprice\n컵\t주방\t1000\n",
        "name,category,price\r컵,주방,1000\r",
    ] {
        let would = tried(&scene, admin, text(table)).await;
        let shown = would.first_rows.first().map(|row| (row.name.as_str(), row.category.as_str(), row.price));
        assert_eq!((shown, would.fault_count), (Some(("컵", "주방", 1_000)), 0), "{table:?}");
    }
    let lost = tried(&scene, admin, text("name,,category,price\n컵,중요,주방,1\n")).await;
    assert_eq!(fault(&lost.faults), Some((2, None, CsvReason::UnnamedColumn)), "a value without a name is told");
    let wide = tried(&scene, admin, text("name,category,price\n컵,주방,1,000\n")).await;
    assert_eq!(fault(&wide.faults), Some((2, None, CsvReason::WrongWidth)), "a price without quotes is no longer line");
}

#[tokio::test]
async fn dates_of_a_sale_without_its_rate_are_told() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let cup = scene.product(1_000, 5).await;
    for table in [
        "name,category,price,saleBeginsAt,saleEndsAt\n컵,주방,1,2026-03-10T00:00:00Z,2026-03-11T00:00:00Z\n".to_owned(),
        format!("id,saleBeginsAt,saleEndsAt\n{cup},2026-03-10T00:00:00Z,2026-03-11T00:00:00Z\n"),
        format!("id,saleRate,saleBeginsAt,saleEndsAt\n{cup},,,2026-03-11T00:00:00Z\n"),
    ] {
        let would = tried(&scene, admin, text(&table)).await;
        assert_eq!(fault(&would.faults), Some((2, Some("saleRate"), CsvReason::SaleIncomplete)), "{table}");
    }
}

#[tokio::test]
async fn a_table_taken_in_twice_says_so() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let lines: String = (0..12).map(|number| format!("컵 {number},주방,1000,1\n")).collect();
    let table = format!("name,category,price,stock\n{lines}접시,주방,1000,1\n");
    assert_eq!(tried(&scene, admin, text(&table)).await.existing_names, 0, "the first time nothing is there");
    let first = format!("name,category,price,stock\n{lines}");
    assert_eq!(done(&scene, admin, text(&first)).await.existing_names, 0);
    let again = tried(&scene, admin, text(&table)).await;
    assert_eq!((again.created, again.existing_names), (13, 12), "12 of these names are there already");
    scene.sql("UPDATE product SET state = 'DELETED' WHERE name = '컵 3'");
    assert_eq!(tried(&scene, admin, text(&table)).await.existing_names, 11, "a deleted one is not there");
    let own = tried(&scene, admin, text(&exported(&scene, admin).await)).await;
    assert_eq!((own.unchanged, own.existing_names), (11, 0), "its own export makes nothing anew");
}
