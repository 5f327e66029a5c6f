//! Exports of other shops, with the names that these really write.

use super::*;

/// What is shown of a product: name, category, price, stock, options.
type Shown<'a> = (&'a str, &'a str, i64, i64, Vec<&'a str>);

fn shown(row: &CsvPreviewRow) -> Shown<'_> {
    let options = row.options.iter().map(String::as_str).collect();
    (&row.name, &row.category, row.price, row.stock, options)
}

fn left_out(would: &ImportedProducts) -> Vec<(i64, CsvLeftOutReason)> {
    would.left_out.iter().map(|line| (line.line, line.reason)).collect()
}

const SHOPIFY: &str = "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,\
    Option2 Name,Option2 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src,Status\n\
    linen-shirt,리넨 셔츠,<p>시원한 <b>리넨</b></p><p>물세탁 &amp; 그늘 건조</p>,장터,\"Apparel & Accessories > Clothing > Shirts\",,,true,\
    색상,흰색,사이즈,M,A-1,3,39000.00,https://a/1.jpg,active\n\
    linen-shirt,,,,,,,,,흰색,,L,A-2,4,41000.00,,\n\
    linen-shirt,,,,,,,,,,,,,,,https://a/2.jpg,\n\
    mug,머그컵,,장터,\"Home > Kitchen\",,,true,Title,Default Title,,,B-1,7,\"6,300.00\",,active\n\
    draft,초안,,장터,Home,,,true,Title,Default Title,,,C-1,7,100.00,,draft\n";

#[tokio::test]
async fn a_shopify_export_becomes_products_with_options() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let would = tried(&scene, admin, text(SHOPIFY)).await;
    assert_eq!(
        (would.table.source, would.fault_count, would.created),
        (CsvSource::Shopify, 0, 2),
        "{:?}",
        would.faults
    );
    let rows: Vec<_> = would.first_rows.iter().map(shown).collect();
    assert_eq!(rows[0], ("리넨 셔츠", "Shirts", 39_000, 7, vec!["흰색 / M", "흰색 / L"]), "variants are options");
    assert_eq!(rows[1], ("머그컵", "Kitchen", 6_300, 7, vec![]), "one without a choice has none");
    assert_eq!(would.first_rows[0].description, "시원한 리넨\n물세탁 & 그늘 건조", "HTML is text");
    assert_eq!(left_out(&would), [(6, CsvLeftOutReason::NotOnSale)], "a draft is not put on sale, and that is said");
    assert!(would.table.unused_headers.contains(&"Image Src".to_owned()), "nor is what is not used hidden");
    done(&scene, admin, text(SHOPIFY)).await;
    let prices =
        "SELECT sum(price) FROM product_option WHERE product_id = (SELECT id FROM product WHERE name = '리넨 셔츠')";
    assert_eq!(scene.count(prices), 80_000, "each variant at its own price");
    let today = SHOPIFY
        .replacen("Handle,", "URL handle,", 1)
        .replacen("Body (HTML)", "Description", 1)
        .replacen("Variant Inventory Qty", "Inventory quantity", 1)
        .replacen("Variant Price", "Price", 1);
    let again = tried(&scene, admin, text(&today)).await;
    assert_eq!(
        (again.table.source, again.created, again.existing_names),
        (CsvSource::Shopify, 2, 2),
        "today's names too"
    );
}

const WOOCOMMERCE: &str = "ID,Type,SKU,Name,Published,\"Is featured?\",\"Short description\",Description,\"In stock?\",Stock,\
    \"Sale price\",\"Regular price\",Categories,Images,Parent,\"Attribute 1 name\",\"Attribute 1 value(s)\"\n\
    11,variation,S-M,\"셔츠 - M\",1,0,,,1,2,,19000,,,S,사이즈,M\n\
    10,variable,S,셔츠,1,0,짧은 글,\"첫 줄\\n둘째 줄\",1,,,,\"의류 > 셔츠, 신상품\",,,사이즈,\"M, L\"\n\
    12,variation,S-L,\"셔츠 - L\",1,0,,,1,5,,21000,,,id:10,사이즈,L\n\
    13,\"simple, virtual\",G,상품권,1,0,,,1,9,,10000.00,상품권,,,,\n\
    14,grouped,X,묶음,1,0,,,1,,,,의류,,,,\n\
    15,simple,H,숨긴 것,0,0,,,1,1,,500,의류,,,,\n\
    16,variation,Z,고아,1,0,,,1,1,,500,,,없음,사이즈,M\n";

#[tokio::test]
async fn a_woocommerce_export_never_touches_products_by_their_foreign_ids() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    for _ in 0..16 {
        scene.product(1_000, 1).await;
    }
    let would = tried(&scene, admin, text(WOOCOMMERCE)).await;
    assert_eq!(
        (would.table.source, would.created, would.updated),
        (CsvSource::Woocommerce, 2, 0),
        "{:?}",
        would.faults
    );
    let rows: Vec<_> = would.first_rows.iter().map(shown).collect();
    assert_eq!(rows[0], ("셔츠", "셔츠", 19_000, 7, vec!["M", "L"]), "a parent by SKU and by id");
    assert_eq!(rows[1], ("상품권", "상품권", 10_000, 9, vec![]));
    assert_eq!(would.first_rows[0].description, "첫 줄\n둘째 줄", "a line end is one");
    let expected =
        [(6, CsvLeftOutReason::OtherKind), (7, CsvLeftOutReason::NotOnSale), (8, CsvLeftOutReason::NoProduct)];
    assert_eq!(left_out(&would), expected, "each by its line and why");
    let column = CsvColumn { column: "id".into(), from: Some("ID".into()), if_empty: None };
    let forced = ImportProducts { columns: Some(vec![column]), ..text(WOOCOMMERCE) };
    refusal(&scene, admin, forced).await;
}

const SMARTSTORE: &str = "판매자 상품코드,카테고리코드,상품명*,상품상태,판매가*,부가세,재고수량*,옵션형태,옵션명,옵션값,옵션가,옵션 재고수량,상세설명\n\
    A,50000803,머그컵,신상품,\"9,000\",과세상품,5,,,,,,<div>도자기</div>\n\
    B,50000803,티셔츠,신상품,\"19,000\",과세상품,,단독형,사이즈,\"S,M,L\",\"0,0,1000\",\"3,4,5\",면\n\
    C,50000803,바지,신상품,\"29,000\",과세상품,,조합형,\"색상\n사이즈\",\"검정,흰색\nS,M\",\"0,0\",\"1,1\",면\n";

const SMARTSTORE_LIST: &str = "상품번호(스마트스토어),판매자상품코드,상품명,판매상태,전시상태,재고수량,판매가,대분류,중분류\n\
    9876543210,A,머그컵,판매중,전시중,5,9000,생활/건강,주방용품\n\
    9876543211,B,접시,판매중지,전시중,5,9000,생활/건강,주방용품\n";

#[tokio::test]
async fn tables_of_smartstore_are_read_as_far_as_they_are_clear() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let would = tried(&scene, admin, text(SMARTSTORE)).await;
    assert_eq!((would.table.source, would.fault_count), (CsvSource::Smartstore, 0), "{:?}", would.faults);
    let rows: Vec<_> = would.first_rows.iter().map(shown).collect();
    assert_eq!(rows[0], ("머그컵", "50000803", 9_000, 5, vec![]));
    assert_eq!(rows[1], ("티셔츠", "50000803", 19_000, 12, vec!["S", "M", "L"]), "one kind of choice is read");
    assert_eq!(left_out(&would), [(4, CsvLeftOutReason::OptionsNotRead)], "several are not, and that is said");
    let list = tried(&scene, admin, text(SMARTSTORE_LIST)).await;
    assert_eq!(shown(&list.first_rows[0]), ("머그컵", "생활/건강", 9_000, 5, vec![]), "the downloaded list");
    assert_eq!(left_out(&list), [(3, CsvLeftOutReason::NotOnSale)]);
}

const CAFE24: &str = "상품코드,자체 상품코드,진열상태,판매상태,상품분류 번호,상품명,영문 상품명,상품 요약설명,상품 상세설명,소비자가,공급가,판매가,\
    옵션사용,옵션입력\n\
    P0000A,,Y,Y,24|29,에코백,Eco bag,가벼운 가방,<center><img src='a.jpg'>캔버스</center>,0,0,15000.00,Y,색상{검정|흰색}//크기{S|M}\n\
    P0000B,,Y,Y,24,머그컵,,,,0,0,9000,N,\n\
    P0000C,,N,Y,24,숨김,,,,0,0,9000,N,\n\
    P0000D,,Y,Y,24,이상한 옵션,,,,0,0,9000,Y,검정|흰색\n";

#[tokio::test]
async fn a_cafe24_table_becomes_products_and_a_category_can_be_given_by_choice() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let would = tried(&scene, admin, text(CAFE24)).await;
    assert_eq!((would.table.source, would.fault_count), (CsvSource::Cafe24, 0), "{:?}", would.faults);
    let rows: Vec<_> = would.first_rows.iter().map(shown).collect();
    let names = vec!["검정 / S", "검정 / M", "흰색 / S", "흰색 / M"];
    assert_eq!(rows[0], ("에코백", "24", 15_000, 0, names), "every combination");
    assert_eq!(would.first_rows[0].description, "캔버스");
    assert_eq!(rows[1], ("머그컵", "24", 9_000, 0, vec![]));
    let expected = [(4, CsvLeftOutReason::NotOnSale), (5, CsvLeftOutReason::OptionsNotRead)];
    assert_eq!(left_out(&would), expected);

    let mut columns = would.table.columns.clone();
    let category = columns.iter_mut().find(|column| column.column == "category").expect("there is one");
    (category.from, category.if_empty) = (None, Some("가방".to_owned()));
    let chosen = ImportProducts { columns: Some(columns.clone()), ..text(CAFE24) };
    assert_eq!(tried(&scene, admin, chosen.clone()).await.first_rows[0].category, "가방", "by choice");
    done(&scene, admin, chosen).await;
    let next = tried(&scene, admin, text(CAFE24)).await;
    assert!(next.table.is_remembered, "the choice is remembered for the next file with these names");
    assert_eq!((next.table.columns, next.first_rows[0].category.as_str()), (columns, "가방"));
    assert_eq!(next.existing_names, 2, "and what is there already is said");
    let other = tried(&scene, admin, text(SMARTSTORE)).await;
    assert!(!other.table.is_remembered, "but not for others");
}

#[tokio::test]
async fn a_price_with_a_fraction_of_a_won_is_refused_in_every_preset() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    for (table, price, line) in [
        (SHOPIFY, "41000.00", 2),
        (SHOPIFY, "6,300.00", 5),
        (WOOCOMMERCE, "21000", 4),
        (WOOCOMMERCE, "10000.00", 5),
        (SMARTSTORE, "19,000", 3),
        (SMARTSTORE_LIST, "9000", 2),
        (CAFE24, "15000.00", 2),
    ] {
        let would = tried(&scene, admin, text(&table.replacen(price, "19.99", 1))).await;
        assert_eq!(fault(&would.faults), Some((line, Some("price"), CsvReason::NotANumber)), "{price}");
    }
}
