//! Products as a table: out whole and harmless, in whole or not at all.

use shop_app::catalog::{create_product, delete_product, export_products, get_product_for_admin, import_products};
use shop_app::runtime::{Notice, Principal};
use shop_contract::*;

use crate::scene::{Scene, refused};

const NAMES: &str = "id,name,nameEn,description,descriptionEn,category,price,limitedQuantity,state,saleRate,saleBeginsAt,\
                     saleEndsAt,stock,options,updatedAt";

fn import(csv: &str, is_dry: bool) -> ImportProducts {
    ImportProducts { csv: Some(csv.to_owned()), dry_run: Some(is_dry), ..ImportProducts::default() }
}

async fn exported(scene: &Scene, admin: Principal) -> String {
    let (mut file, mut request) = (String::new(), ExportProducts::default());
    loop {
        let part = export_products(scene.call(admin), request).await.expect("a part");
        file.push_str(&part.csv);
        request = ExportProducts { cursor: part.next_cursor, ..ExportProducts::default() };
        if request.cursor.is_none() {
            return file;
        }
    }
}

async fn named(scene: &Scene, admin: Principal, name: &str) -> AdminProduct {
    let product = CreateProduct {
        name: name.to_owned(),
        name_en: None,
        description: Some(String::from("두 줄로\n쓴 \"설명\", 쉼표도")),
        description_html: None,
        description_en: None,
        category: String::from("kitchen"),
        price: 9_000,
        stock: 5,
        limited_quantity: None,
        sku: None,
        barcode: None,
        low_stock_threshold: None,
        sale: None,
        options: None,
    };
    create_product(scene.call(admin), product).await.expect("the product is good")
}

#[tokio::test]
async fn what_goes_out_comes_back_in_unchanged() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let mut before = Vec::new();
    for number in 0..205 {
        before.push(named(&scene, admin, &format!("머그컵 {number}")).await);
    }
    delete_product(scene.call(admin), ById { id: before.remove(7).id }).await.expect("it is there");
    let file = exported(&scene, admin).await;
    let names = NAMES.replace("category,", "category,sku,barcode,");
    assert!(file.starts_with(&format!("\u{FEFF}{names},exportedStock\n")), "the names come first, once");
    assert_eq!(file.matches("머그컵").count(), 204, "all products but the deleted one, each once");
    scene.advance_minutes(1);
    let would = import_products(scene.call(admin), import(&file, true)).await.expect("its own table is good");
    assert_eq!((would.updated, would.unchanged, would.change_count), (0, 204, 0), "no line changes anything");
    assert_eq!((would.changes.len(), would.first_rows.len()), (0, 0), "so that nothing is shown");
    let done = import_products(scene.call(admin), import(&file, false)).await.expect("its own table is good");
    assert_eq!((done.done, done.created, done.updated, done.unchanged), (true, 0, 0, 204), "nor is it done");
    for product in before.iter().take(3) {
        let after = get_product_for_admin(scene.call(admin), ById { id: product.id }).await.expect("it is there");
        assert_eq!(serde_json::json!(after), serde_json::json!(product), "nothing is written, no time either");
    }
    let acts =
        "SELECT count(*) FROM audit_log WHERE action = 'import_products' AND json_extract(after, '$.unchanged') = 204";
    assert_eq!(scene.count(acts), 1, "the import is written down as one act");
    let changes = "SELECT count(*) FROM audit_log WHERE action = 'import_products' AND target_id > 0";
    assert_eq!(scene.count(changes), 0, "and no product as changed");
}

#[tokio::test]
async fn no_cell_is_run_by_a_spreadsheet() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let evil = named(&scene, admin, "=HYPERLINK(\"http://evil.example\",\"A\")").await;
    let file = exported(&scene, admin).await;
    assert!(file.contains("\"'=HYPERLINK("), "the formula is a text: {file}");
    import_products(scene.call(admin), import(&file, false)).await.expect("it comes back in");
    let after = get_product_for_admin(scene.call(admin), ById { id: evil.id }).await.expect("it is there");
    assert_eq!(after.name, evil.name, "without the apostrophe");
}

#[tokio::test]
async fn lines_make_products_and_change_the_columns_that_there_are() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let cup = named(&scene, admin, "머그컵").await;
    let table = format!(
        "price,id,name,category,stock,options\r\n\
         \"7,000\",{},찻잔,tea,99,\r\n\
         5000,,접시,kitchen,3,\r\n\
         1000,,양말,fashion,,\"[{{\"\"name\"\":\"\"L\"\",\"\"price\"\":1200,\"\"stock\"\":4}}]\"\r\n",
        cup.id
    );
    let would = import_products(scene.call(admin), import(&table, true)).await.expect("a dry run");
    assert_eq!((would.done, would.created, would.updated, would.fault_count), (false, 2, 1, 0), "what it would do");
    assert_eq!(scene.count("SELECT count(*) FROM product"), 1, "and has not done");
    let mut heard = scene.shop.events().listen();
    import_products(scene.call(admin), import(&table, false)).await.expect("the same for good");
    let after = get_product_for_admin(scene.call(admin), ById { id: cup.id }).await.expect("it is there");
    assert_eq!((after.name.as_str(), after.base_price, after.category.as_str()), ("찻잔", 7_000, "tea"), "changed");
    assert_eq!((after.description, after.available_quantity), (cup.description, 5), "other columns and stock stay");
    let socks = scene.count("SELECT id FROM product WHERE name = '양말'");
    let socks = get_product_for_admin(scene.call(admin), ById { id: socks }).await.expect("it is made");
    assert_eq!((socks.options[0].base_price, socks.available_quantity), (1_200, 4), "with its option");
    let Notice { event, .. } = heard.try_recv().expect("it is told");
    assert_eq!(event, ShopEvent::Product { product_id: cup.id }, "product by product");
    let act = format!(
        "SELECT count(*) FROM audit_log WHERE action = 'import_products' AND target_type = 'product' AND target_id = {}
         AND json_extract(before, '$.name', '$.category', '$.basePrice') = '[\"머그컵\",\"kitchen\",9000]'
         AND json_extract(after, '$.name', '$.category', '$.basePrice') = '[\"찻잔\",\"tea\",7000]'
         AND json_extract(after, '$.description', '$.updatedAt') = '[null,null]'",
        cup.id
    );
    assert_eq!(scene.count(&act), 1, "what was changed is written down, and from what to what");
}

#[tokio::test]
async fn with_one_bad_line_nothing_is_done_and_every_bad_line_is_told() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let cup = named(&scene, admin, "머그컵").await;
    let id = cup.id;
    let table = format!(
        "{NAMES}\n\
         ,접시,,,,kitchen,5000,,,,,,3,,\n\
         ,,,,,kitchen,5000,,,,,,3,,\n\
         ,\"두\n줄\",,,,kitchen,5000,,,,,,3,,\n\
         ,접시,,,,kitchen,싸요,,,,,,3,,\n\
         ,접시,,,,kitchen,-1,,,,,,3,,\n\
         ,접시,,,,kitchen,5000,0,,,,,3,,\n\
         ,접시,,,,kitchen,5000,,,30,,,3,,\n\
         ,접시,,,,kitchen,5000,,DELETED,,,,3,,\n\
         ,접시,,,,kitchen,5000,,,,,,,빨강,\n\
         ,접시,kitchen\n\
         999,접시,,,,kitchen,5000,,,,,,3,,\n\
         {id},찻잔,,,,tea,1,,,,,,,,2026-01-01T00:00:00Z\n\
         {id},찻잔,,,,tea,1,,,,,,,,\n"
    );
    let expected = [
        (3, Some("name"), CsvReason::Missing, None, None),
        (4, Some("name"), CsvReason::NotAText, Some(1), Some(100)),
        (6, Some("price"), CsvReason::NotANumber, None, None),
        (7, Some("price"), CsvReason::NotANumber, None, None),
        (8, Some("limitedQuantity"), CsvReason::OutOfRange, Some(1), Some(1_000_000)),
        (9, Some("saleRate"), CsvReason::SaleIncomplete, None, None),
        (10, Some("state"), CsvReason::NotAState, None, None),
        (11, Some("options"), CsvReason::NotAList, None, None),
        (12, None, CsvReason::WrongWidth, None, Some(15)),
        (13, Some("id"), CsvReason::NoSuchProduct, None, None),
        (14, Some("updatedAt"), CsvReason::Changed, None, None),
        (15, Some("id"), CsvReason::SecondLine, None, None),
    ];
    let would = import_products(scene.call(admin), import(&table, true)).await.expect("a dry run is no refusal");
    let told = |fault: &CsvFault| (fault.line, fault.column.clone(), fault.reason, fault.least, fault.most);
    let told: Vec<_> = would.faults.iter().map(told).collect();
    let meant = |(line, column, reason, least, most): (i64, Option<&str>, _, _, _)| {
        (line, column.map(str::to_owned), reason, least, most)
    };
    assert_eq!(told, expected.map(meant), "each by its line in the file, its column, what is wrong and its bounds");
    let refusal = import_products(scene.call(admin), import(&table, false)).await;
    let details = refused(refusal, ErrorCode::InvalidInput, "the good line waits for the others");
    assert_eq!(details["faults"], serde_json::json!(would.faults), "with the same faults");
    assert_eq!(details["faultCount"], expected.len(), "and their number");
    assert_eq!(scene.count("SELECT count(*) FROM product"), 1, "nothing was made");
    let after = get_product_for_admin(scene.call(admin), ById { id }).await.expect("it is there");
    assert_eq!(after.name, "머그컵", "nothing was changed");
}

#[tokio::test]
async fn what_is_no_table_is_bad_input() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    for (bad, reason, column) in [
        ("", "NO_NAMES", None),
        ("a,b\n1,2\n", "UNKNOWN_COLUMN", Some("a")),
        ("name,name\nx,y\n", "UNKNOWN_COLUMN", Some("name")),
        ("\u{0}", "UNKNOWN_COLUMN", Some("\u{0}")),
    ] {
        let details =
            refused(import_products(scene.call(admin), import(bad, true)).await, ErrorCode::InvalidInput, bad);
        assert_eq!(details["fields"][0]["field"], "csv", "{bad:?}");
        let fault = &details["faults"][0];
        assert_eq!((fault["reason"].as_str(), fault["column"].as_str()), (Some(reason), column), "{bad:?}: {fault}");
    }
    let other = ExportProducts { cursor: Some(String::from("e30")), ..ExportProducts::default() };
    refused(export_products(scene.call(admin), other).await, ErrorCode::InvalidInput, "a cursor of no list");
}
