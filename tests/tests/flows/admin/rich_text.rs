//! Descriptions with headings and lists: what is stored, what becomes of it when only the text is written, and what a table
//! does with it. Which HTML is taken is tested beside the sanitizer.

use serde_json::json;
use shop_app::catalog::{
    create_product, export_products, get_product, get_product_for_admin, import_products, list_products,
    list_products_for_admin, update_product,
};
use shop_app::runtime::Principal;
use shop_contract::*;

use super::goods::{cup, made};
use crate::scene::{Scene, edit_of, refused};

const HTML: &str = "<h2>보관</h2><p>냉장 <strong>보관</strong></p>";
const PLAIN: &str = "보관\n냉장 보관";

fn rich(html: &str) -> CreateProduct {
    CreateProduct { description: Some(String::from("다른 글")), description_html: Some(html.to_owned()), ..cup() }
}

async fn texts(scene: &Scene, admin: Principal, id: i64) -> (String, Option<String>) {
    let product = get_product_for_admin(scene.call(admin), ById { id }).await.expect("it is there");
    (product.description, product.description_html)
}

#[tokio::test]
async fn html_is_stored_sanitized_and_gives_the_text() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let made = made(&scene, admin, rich(&format!("{HTML}<script>alert(1)</script>"))).await;
    assert_eq!(made.description, PLAIN, "the text is that of the HTML, whatever was sent for it");
    assert_eq!(made.description_html.as_deref(), Some(HTML), "without the script");
    let seen = get_product(scene.visitor(), ById { id: made.id }).await.expect("it is there");
    assert_eq!((seen.description.as_str(), seen.description_html.as_deref()), (PLAIN, Some(HTML)), "shoppers see it");
    let list = list_products(scene.visitor(), ListProducts::default()).await.expect("a list");
    assert_eq!(list.items[0].description_html, None, "a list leaves it out");
    let list = list_products_for_admin(scene.call(admin), ListProductsForAdmin::default()).await.expect("a list");
    assert_eq!(list.items[0].description_html, None, "the admin's as well");
}

#[tokio::test]
async fn what_is_written_without_html_keeps_or_removes_it() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    for (plain, html, expected) in [
        (PLAIN, None, (PLAIN, Some(HTML))),
        ("새 글", None, ("새 글", None)),
        (PLAIN, Some(""), (PLAIN, None)),
        (PLAIN, Some(" "), (PLAIN, None)),
        (PLAIN, Some("<p>새 글</p>"), ("새 글", Some("<p>새 글</p>"))),
        (PLAIN, Some("<script>x</script>"), ("", None)),
    ] {
        let product = made(&scene, admin, rich(HTML)).await;
        let (description, description_html) = (Some(plain.to_owned()), html.map(str::to_owned));
        let edit = UpdateProduct { description, description_html, ..edit_of(&product) };
        let edited = update_product(scene.call(admin), edit).await.expect("nobody else has changed it");
        let stored = texts(&scene, admin, product.id).await;
        assert_eq!((stored.0.as_str(), stored.1.as_deref()), expected, "{plain} {html:?}");
        assert_eq!((edited.description, edited.description_html), stored, "what was answered is what is read");
    }
}

#[tokio::test]
async fn html_that_is_not_taken_names_its_field() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let product = made(&scene, admin, cup()).await;
    for bad in ["<p>a</p>".repeat(2_501), format!("<p>{}</p>", "가".repeat(5_001)), String::from("<p>a\u{1}</p>")] {
        let details =
            refused(create_product(scene.call(admin), rich(&bad)).await, ErrorCode::InvalidInput, "a new one");
        assert_eq!(details["fields"][0]["field"], "descriptionHtml", "the form marks this field");
        let edit = UpdateProduct { description_html: Some(bad), ..edit_of(&product) };
        let details = refused(update_product(scene.call(admin), edit).await, ErrorCode::InvalidInput, "an edit");
        assert_eq!(details["fields"][0]["field"], "descriptionHtml", "the form marks this field");
    }
}

#[tokio::test]
async fn a_table_writes_the_text_and_leaves_the_html_where_it_is_the_same() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let product = made(&scene, admin, rich(HTML)).await;
    let file = export_products(scene.call(admin), ExportProducts::default()).await.expect("a table").csv;
    assert!(file.contains(PLAIN) && !file.contains("<h2>"), "the table has the text: {file}");
    let import = async |csv: String| {
        let request = ImportProducts { csv: Some(csv), dry_run: Some(false), ..ImportProducts::default() };
        import_products(scene.call(admin), request).await.expect("the table is good")
    };
    import(file.replace("9000", "9500")).await;
    let after = texts(&scene, admin, product.id).await;
    assert_eq!(after, (String::from(PLAIN), Some(String::from(HTML))), "another price leaves the description alone");
    let file = export_products(scene.call(admin), ExportProducts::default()).await.expect("a table").csv;
    import(file.replace(PLAIN, "새 글")).await;
    assert_eq!(texts(&scene, admin, product.id).await, (String::from("새 글"), None), "another text has no HTML");
}

#[tokio::test]
async fn options_have_english_names() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let option = |name_en: Option<&str>| CreateProductOption {
        name: String::from("빨강"),
        name_en: name_en.map(str::to_owned),
        price: 1_000,
        stock: 5,
        sku: None,
        barcode: None,
    };
    let bad = CreateProduct { options: Some(vec![option(Some(""))]), ..cup() };
    let details = refused(create_product(scene.call(admin), bad).await, ErrorCode::InvalidInput, "an empty name");
    assert_eq!(details["fields"][0]["field"], "options.nameEn", "the form marks this cell");
    let product =
        made(&scene, admin, CreateProduct { options: Some(vec![option(Some("Red")), option(None)]), ..cup() }).await;
    let names: Vec<_> = product.options.iter().map(|option| option.name_en.as_deref()).collect();
    assert_eq!(names, [Some("Red"), None], "where the shop gives one");
    let english = ListProducts { q: Some(String::from("red")), ..ListProducts::default() };
    let found = list_products(scene.visitor(), english).await.expect("a search").items;
    assert_eq!(found.len(), 1, "the product is found by it");
    assert_eq!(json!(found[0].options[0])["nameEn"], "Red", "shoppers see it");
}
