//! Options in rows of their own: made, changed and left by name.

use super::*;
use shop_app::catalog::get_product_for_admin;

/// The options of a product: name, price, units and state.
async fn options(scene: &Scene, admin: Principal, id: i64) -> Vec<(String, i64, i64, ProductOptionState)> {
    let product = get_product_for_admin(scene.call(admin), ById { id }).await.expect("it is there");
    let option = |option: AdminProductOption| (option.name, option.base_price, option.available_quantity, option.state);
    product.options.into_iter().map(option).collect()
}

fn option(name: &str, price: i64, units: i64) -> (String, i64, i64, ProductOptionState) {
    (name.to_owned(), price, units, ProductOptionState::Normal)
}

const NAMES: &str = "상품 번호,상품명,카테고리,옵션,판매가,재고,판매 상태\n";

#[tokio::test]
async fn rows_of_options_make_a_product_with_them() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let table = format!(
        "{NAMES},티셔츠,fashion,,,,판매 중\n,티셔츠,,빨강,\"19,800\",4,\n,,,파랑,21800,,\n,컵,kitchen,,5000,3,\n"
    );
    let made = done(&scene, admin, text(&table)).await;
    assert_eq!((made.created, made.fault_count), (2, 0));
    assert_eq!((made.first_rows[0].price, made.first_rows[0].stock), (19_800, 4), "as it is shown");
    let id = scene.count("SELECT id FROM product WHERE name = '티셔츠'");
    assert_eq!(options(&scene, admin, id).await, [option("빨강", 19_800, 4), option("파랑", 21_800, 0)]);
}

#[tokio::test]
async fn options_are_changed_made_and_left_by_name() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let table = format!("{NAMES},티셔츠,fashion,,,,\n,,,빨강,19800,4,\n,,,파랑,21800,2,\n");
    done(&scene, admin, text(&table)).await;
    let id = scene.count("SELECT id FROM product WHERE name = '티셔츠'");
    scene.advance_minutes(1);
    let edit =
        format!("{NAMES}{id},티셔츠,fashion,,,,\n{id},티셔츠,,빨강,17800,9,판매 종료\n{id},티셔츠,,검정,20000,6,\n");
    let would = tried(&scene, admin, text(&edit)).await;
    let told: Vec<_> =
        would.changes.iter().map(|row| (row.line, row.option_name.as_deref(), row.cells.len())).collect();
    assert_eq!(told, [(3, Some("빨강"), 2), (4, Some("검정"), 3)], "each row tells what it changes");
    assert_eq!((would.updated, would.change_count, would.stock_change_count), (1, 2, 1), "of one product");
    assert_eq!(would.first_rows[0].options, ["빨강", "파랑", "검정"], "as it will be");
    done(&scene, admin, text(&edit)).await;
    let red = (String::from("빨강"), 17_800, 4, ProductOptionState::Discontinued);
    let expected = [red, option("파랑", 21_800, 2), option("검정", 20_000, 6)];
    assert_eq!(options(&scene, admin, id).await, expected, "stock of one that was there only by choice");
    let acts = format!("SELECT count(*) FROM audit_log WHERE action = 'import_products' AND target_id = {id}");
    assert_eq!(scene.count(&acts), 1, "the change is written down");
    let set = ImportProducts { set_stock: Some(true), ..text(&edit) };
    let set = done(&scene, admin, set).await;
    assert_eq!((set.updated, set.changes[0].option_name.as_deref()), (1, Some("빨강")), "only the stock is left");
    assert_eq!(options(&scene, admin, id).await[0].2, 9, "by choice it is set");
    assert_eq!(tried(&scene, admin, text(&edit)).await.unchanged, 1, "then nothing is left to change");
}

#[tokio::test]
async fn an_option_has_an_english_name_in_the_column_of_english_names() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let cup = scene.product(1_000, 5).await;
    done(&scene, admin, text(&format!("id,option,nameEn,price\n{cup},작은 것,Small,900\n"))).await;
    let english = async || {
        let product = get_product_for_admin(scene.call(admin), ById { id: cup }).await.expect("it is there");
        product.options[0].name_en.clone()
    };
    assert_eq!(english().await.as_deref(), Some("Small"));
    done(&scene, admin, text(&format!("id,option,nameEn,price\n{cup},작은 것,Little,\n"))).await;
    assert_eq!(english().await.as_deref(), Some("Little"));
    done(&scene, admin, text(&format!("id,option,nameEn,price\n{cup},작은 것,,950\n"))).await;
    assert_eq!(english().await.as_deref(), Some("Little"), "an empty cell leaves it");
    let request = ExportProducts { language: Some(Language::Ko), ..ExportProducts::default() };
    let export = export_products(scene.call(admin), request).await.expect("a part").csv;
    assert_eq!(tried(&scene, admin, text(&export)).await.unchanged, 1, "and it comes back: {export}");
}

#[tokio::test]
async fn a_product_gets_its_first_options_and_some_rows_stand_alone() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let cup = scene.product(1_000, 5).await;
    let alone = format!("id,option,price,stock\n{cup},작은 것,900,3\n{cup},큰 것,1500,1\n");
    done(&scene, admin, text(&alone)).await;
    assert_eq!(options(&scene, admin, cup).await, [option("작은 것", 900, 3), option("큰 것", 1_500, 1)]);
    let price = scene.count(&format!("SELECT price FROM product WHERE id = {cup}"));
    assert_eq!(price, 900, "the product is listed by the lowest of them");
}

#[tokio::test]
async fn faults_of_options_name_their_lines() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (shirt, _) = scene.product_with_options(None, 4).await;
    let cup = scene.product(1_000, 5).await;
    for (rows, line, column, reason) in [
        (",,,빨강,1000,1,\n".to_owned(), 2, "option", CsvReason::OptionWithoutProduct),
        (",셔츠,fashion,,1,,\n,바지,,빨강,1000,1,\n".to_owned(), 3, "option", CsvReason::OptionWithoutProduct),
        (",셔츠,fashion,,,,\n,,,빨강,1,1,\n,,,빨강,2,1,\n".to_owned(), 4, "option", CsvReason::OptionTwice),
        (",셔츠,fashion,,,,\n,,,빨강,,1,\n".to_owned(), 3, "price", CsvReason::Missing),
        (",셔츠,fashion,,,,\n,,,빨강,싸요,1,\n".to_owned(), 3, "price", CsvReason::NotANumber),
        (",셔츠,fashion,,,,\n,,pet,빨강,1,1,\n".to_owned(), 3, "category", CsvReason::NotOfOption),
        (",셔츠,fashion,,,,\n,,,빨강,1,1,품절\n".to_owned(), 3, "state", CsvReason::NotAState),
        (",셔츠,fashion,,5000,,\n,,,빨강,1,1,\n".to_owned(), 2, "price", CsvReason::PriceOfOptions),
        (",셔츠,fashion,,,3,\n,,,빨강,1,1,\n".to_owned(), 2, "stock", CsvReason::StockOfOptions),
        (format!("{shirt},,,노랑,,1,\n"), 2, "price", CsvReason::Missing),
        (format!("{shirt},,,노랑,1,1,판매 종료\n"), 2, "state", CsvReason::NotNewState),
        (format!("{cup},컵,kitchen,,,5,\n"), 2, "price", CsvReason::Missing),
        (format!("{cup},컵,kitchen,,2000,5,\n{cup},,,빨강,1,1,\n"), 2, "price", CsvReason::PriceOfOptions),
        (format!("{cup},컵,kitchen,,1000,6,\n{cup},,,빨강,1,1,\n"), 2, "stock", CsvReason::StockOfOptions),
    ] {
        let would = tried(&scene, admin, text(&format!("{NAMES}{rows}"))).await;
        assert_eq!(fault(&would.faults), Some((line, Some(column), reason)), "{rows}");
    }
    let many: String = (0..101).map(|number| format!(",,,색 {number},1,1,\n")).collect();
    let would = tried(&scene, admin, text(&format!("{NAMES},셔츠,fashion,,,,\n{many}"))).await;
    assert_eq!(fault(&would.faults), Some((103, Some("option"), CsvReason::TooManyOptions)));
    let both = format!("id,option,price,options\n{shirt},,,[]\n{shirt},파랑,1,\n");
    let would = tried(&scene, admin, text(&both)).await;
    assert_eq!(fault(&would.faults), Some((2, Some("options"), CsvReason::OptionsDiffer)), "one form of the two");
}
