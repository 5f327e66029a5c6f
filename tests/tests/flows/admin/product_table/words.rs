//! Tables in the words of the panel: headings, states and times are written and read as they are seen there.

use super::*;
use shop_app::catalog::{create_product, get_product_for_admin};

async fn in_words(scene: &Scene, admin: Principal, language: Language) -> String {
    let request = ExportProducts { language: Some(language), ..ExportProducts::default() };
    export_products(scene.call(admin), request).await.expect("a part").csv
}

/// A product with everything that a table can state.
async fn teapot(scene: &Scene, admin: Principal) -> AdminProduct {
    let at = |text: &str| text.parse().expect("an instant");
    let product = CreateProduct {
        name: String::from("주전자"),
        name_en: Some(String::from("Teapot")),
        description: None,
        description_html: Some(String::from("<p>두 줄로</p><p>쓴 <strong>\"설명\"</strong></p>")),
        description_en: None,
        category: String::from("kitchen"),
        price: 30_000,
        stock: 7,
        limited_quantity: Some(2),
        sku: Some(String::from("POT-1")),
        barcode: Some(String::from("8801234567893")),
        low_stock_threshold: None,
        sale: Some(ProductSale {
            rate: 10,
            begins_at: at("2026-03-05T05:30:00Z"),
            ends_at: at("2026-04-01T00:00:01Z"),
        }),
        options: None,
    };
    create_product(scene.call(admin), product).await.expect("the product is good")
}

#[tokio::test]
async fn an_export_in_either_language_changes_nothing() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let pot = teapot(&scene, admin).await;
    scene.product_with_options(None, 4).await;
    for (language, heading, state) in
        [(Language::Ko, "상품 번호,상품명,", "판매 중"), (Language::En, "Product number,Product name,", "Active")]
    {
        let table = in_words(&scene, admin, language).await;
        assert!(table.starts_with(&format!("\u{FEFF}{heading}")), "{table}");
        assert!(table.contains(state) && !table.contains("NORMAL"), "states are in words: {table}");
        assert!(table.contains(",2026-03-05 14:30,2026-04-01 09:00:01,"), "times are in the shop's zone: {table}");
        let would = tried(&scene, admin, ImportProducts { set_stock: Some(true), ..text(&table) }).await;
        assert_eq!((would.fault_count, would.updated, would.unchanged, would.created), (0, 0, 2, 0), "{table}");
        assert_eq!(would.table.source, CsvSource::Jangteo, "it is known as this shop's");
    }
    let after = get_product_for_admin(scene.call(admin), ById { id: pot.id }).await.expect("it is there");
    assert_eq!(serde_json::json!(after), serde_json::json!(pot));
}

#[tokio::test]
async fn headings_and_states_of_all_kinds_are_read() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let cup = scene.product(1_000, 5).await;
    for (table, state) in [
        (format!("상품 번호,판매가,판매 상태\n{cup},1100,품절\n"), "OUT_OF_STOCK"),
        (format!("Product number,Price,STATUS\n{cup},1100,discontinued\n"), "DISCONTINUED"),
        (format!("id,가격,state\n{cup},1100,판매종료\n"), "DISCONTINUED"),
        (format!("id,정가,판매 상태\n{cup},\"1,100원\",OUT_OF_STOCK\n"), "OUT_OF_STOCK"),
    ] {
        let would = tried(&scene, admin, text(&table)).await;
        assert_eq!((would.fault_count, would.updated), (0, 1), "{table}");
        let after: Vec<_> = would.changes[0].cells.iter().filter_map(|cell| cell.after.as_deref()).collect();
        assert_eq!(after, ["1100", state], "{table}");
    }
    let twice = refusal(&scene, admin, text(&format!("id,price,판매가\n{cup},1,2\n"))).await;
    assert_eq!(twice["faults"][0]["column"], "판매가", "two columns for one value");
}

#[tokio::test]
async fn times_without_an_offset_are_those_of_the_shop() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let cup = scene.product(1_000, 5).await;
    let table = |begins: &str, ends: &str| {
        format!("상품 번호,할인율,할인 시작 일시,할인 종료 일시\n{cup},10%,{begins},{ends}\n").replace("10%", "10")
    };
    let would = tried(&scene, admin, text(&table("2026-03-05 14:30", "2026. 3. 6. 오후 2:30"))).await;
    let after: Vec<_> = would.changes[0].cells.iter().filter_map(|cell| cell.after.as_deref()).collect();
    assert_eq!(after, ["10", "2026-03-05T05:30:00.000Z", "2026-03-06T05:30:00.000Z"]);
    let day = tried(&scene, admin, text(&table("2026-03-05 14:30", "2026-03-31"))).await;
    assert_eq!(fault(&day.faults), Some((2, Some("saleEndsAt"), CsvReason::NotAnInstant)), "its beginning or its end?");
}

#[tokio::test]
async fn the_template_makes_no_product_until_its_examples_are_changed() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    for (language, example) in [(Language::Ko, "(예시) 반팔 티셔츠"), (Language::En, "(Example) T-shirt")] {
        let request = ExportProducts { language: Some(language), template: Some(true), ..ExportProducts::default() };
        let template = export_products(scene.call(admin), request).await.expect("a template");
        assert_eq!((template.rows, template.next_cursor), (0, None), "whatever the shop holds");
        let left = done(&scene, admin, text(&template.csv)).await;
        assert_eq!((left.created, left.fault_count, left.left_out_count), (0, 0, 4), "{}", template.csv);
        assert!(left.left_out.iter().all(|line| line.reason == CsvLeftOutReason::Example), "and it is said");
        let named = template.csv.replace(example, &format!("리넨 셔츠 {example:?}").replace('"', ""));
        let made = done(&scene, admin, text(&named)).await;
        assert_eq!((made.created, made.left_out_count), (1, 1), "with another name it is a product: {named}");
        let id = scene.count("SELECT max(id) FROM product");
        let shirt = get_product_for_admin(scene.call(admin), ById { id }).await.expect("it is made");
        let options: Vec<_> =
            shirt.options.iter().map(|option| (option.base_price, option.available_quantity)).collect();
        assert_eq!(options, [(19_800, 12), (21_800, 8)], "with the options of its rows");
    }
}
