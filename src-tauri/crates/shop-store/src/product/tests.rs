//! A change returns the product exactly as a read finds it afterwards, and the search finds its new texts.

use chrono::{DateTime, TimeDelta, Utc};
use shop_domain::Won;
use shop_domain::catalog::{Codes, OptionState, ProductState, Sale, query_terms};

use super::*;
use crate::connection::open_in_memory;
use crate::db::{Db, Tx};
use crate::migrations::migrate;
use crate::search::match_text;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_772_000_000, 0).expect("an instant")
}

fn won(amount: i64) -> Won {
    Won::new(amount).expect("an amount")
}

/// A shop with one product of two options; its id.
fn shop() -> (Db, i64) {
    let mut conn = open_in_memory().expect("memory");
    migrate(&mut conn).expect("the schema");
    let db = Db::new(conn);
    let option = |name: &str| NewOption {
        name: name.to_owned(),
        name_en: None,
        price: won(1_000),
        stock: 3,
        codes: Codes::default(),
    };
    let product = NewProduct {
        name: "머그컵".to_owned(),
        name_en: None,
        description: String::new(),
        description_html: None,
        description_en: None,
        category: "주방".to_owned(),
        price: won(1_000),
        limited_quantity: None,
        image: None,
        low_stock_threshold: None,
        codes: Codes::default(),
        sale: None,
        stock: 0,
        options: vec![option("빨강"), option("파랑")],
    };
    let id = create(&Tx { db: &db }, &product, now()).expect("a product");
    (db, id)
}

fn found(db: &Db, id: i64) -> ProductRow {
    find(db, id).expect("it is read").expect("it is there")
}

fn searches(db: &Db, text: &str) -> bool {
    let query = query_terms(text).expect("a search");
    let sql = "SELECT rowid FROM product_search WHERE product_search MATCH ?1";
    db.row(sql, [match_text(&query)], |row| row.get::<_, i64>(0)).expect("it is searched").is_some()
}

fn edited(product: &ProductRow, name: &str) -> Edit {
    let sale = Sale::new(10, now() - TimeDelta::days(1), now() + TimeDelta::days(1)).expect("a sale");
    Edit {
        name: name.to_owned(),
        name_en: Some("Mug".to_owned()),
        description: "…".to_owned(),
        description_html: None,
        description_en: None,
        category: product.category.clone(),
        price: won(2_000),
        limited_quantity: Some(5),
        sale: Some(sale),
        low_stock_threshold: Some(3),
        codes: Codes::default(),
        state: None,
    }
}

#[test]
fn each_change_returns_the_product_as_a_read_finds_it() {
    let (db, id) = shop();
    let tx = Tx { db: &db };
    let at = |seconds| now() + TimeDelta::seconds(seconds);
    let edited = edit(&tx, found(&db, id), &edited(&found(&db, id), "찻잔"), now(), at(1)).expect("an edit");
    assert_eq!(edited, found(&db, id), "after an edit");
    assert_eq!((edited.list_order_price, edited.updated_at), (900, at(1)), "a sale runs, on the price of the options");
    let pictured = set_image(&tx, edited, Some("a.jpg"), at(2)).expect("a picture");
    assert_eq!(pictured, found(&db, id), "with a picture");
    let deleted = delete(&tx, pictured, at(3)).expect("a deletion");
    assert_eq!((deleted.state, &deleted), (ProductState::Deleted, &found(&db, id)), "after a deletion");
    assert!(delete(&tx, deleted.clone(), at(4)).is_err(), "a deleted product is not deleted again");
    let restored = restore(&tx, deleted, at(5)).expect("a restoration");
    assert_eq!((restored.state, &restored), (ProductState::Normal, &found(&db, id)), "after a restoration");
    let red = restored.options[0].id;
    let option = OptionEdit {
        name: "검정".to_owned(),
        name_en: None,
        price: won(900),
        state: OptionState::Normal,
        codes: Codes::default(),
    };
    assert!(edit_option(&tx, id, red, &option, at(6)).expect("an option"), "it has this option");
    let followed = follow_options(&tx, restored, now(), at(6)).expect("an update");
    assert_eq!((followed.updated_at, &followed), (at(6), &found(&db, id)), "after a change of an option");
}

#[test]
fn the_price_of_a_product_follows_its_options() {
    let (db, id) = shop();
    let tx = Tx { db: &db };
    let [red, blue] = [0, 1].map(|place: usize| found(&db, id).options[place].id);
    for (option, price, state, expected) in [
        (red, 700, OptionState::Normal, 700),
        (blue, 500, OptionState::Discontinued, 700),
        (red, 700, OptionState::Deleted, 500),
        (blue, 400, OptionState::Deleted, 500),
        (blue, 1_200, OptionState::Normal, 1_200),
    ] {
        let edit =
            OptionEdit { name: "색".to_owned(), name_en: None, price: won(price), state, codes: Codes::default() };
        edit_option(&tx, id, option, &edit, now()).expect("an option");
        let followed = follow_options(&tx, found(&db, id), now(), now()).expect("an update");
        let prices = (followed.list_price.get(), followed.list_order_price);
        assert_eq!(prices, (expected, expected), "{option} costs {price} and is {state:?}");
    }
}

#[test]
fn the_search_follows_each_change_of_a_text() {
    let (db, id) = shop();
    let tx = Tx { db: &db };
    edit(&tx, found(&db, id), &edited(&found(&db, id), "찻잔"), now(), now()).expect("an edit");
    assert!(searches(&db, "찻잔") && searches(&db, "mug"), "the new names are found");
    assert!(!searches(&db, "머그컵"), "the old name is not");
    assert!(searches(&db, "빨강"), "the options are still found");
    let red = found(&db, id).options[0].id;
    let option = OptionEdit {
        name: "검정".to_owned(),
        name_en: None,
        price: won(900),
        state: OptionState::Normal,
        codes: Codes::default(),
    };
    edit_option(&tx, id, red, &option, now()).expect("an option");
    follow_options(&tx, found(&db, id), now(), now()).expect("an update");
    assert!(searches(&db, "검정") && !searches(&db, "빨강"), "and so is a renamed option");
}
