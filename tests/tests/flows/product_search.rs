//! Products found by what a shopper types: scripts written together and apart, every hit on some page, and after an update of
//! the program too.

use shop_app::catalog::list_products;
use shop_app::jobs::{Left, fill_search};
use shop_contract::{ListProducts, ProductSort};
use shop_domain::Won;
use shop_store::product::NewProduct;

use crate::scene::{Scene, product};

fn named(name: &str, category: &str) -> NewProduct {
    let price = Won::new(1_000).expect("an amount");
    NewProduct { name: name.to_owned(), category: category.to_owned(), price, ..product(1_000, 1) }
}

async fn all(scene: &Scene, request: ListProducts) -> Vec<i64> {
    let (mut ids, mut request) = (Vec::new(), ListProducts { limit: Some(100), ..request });
    loop {
        let page = list_products(scene.visitor(), request.clone()).await.expect("it is listed");
        ids.extend(page.items.iter().map(|item| item.id));
        request.cursor = page.next_cursor;
        if request.cursor.is_none() {
            return ids;
        }
    }
}

fn search(q: &str) -> ListProducts {
    ListProducts { q: Some(q.to_owned()), sort: Some(ProductSort::Relevance), ..ListProducts::default() }
}

#[tokio::test]
async fn hangul_latin_and_digits_are_found_together_and_apart() {
    let scene = Scene::new();
    let pan = scene.make(named("무쇠 주물팬 24cm", "kitchen")).await;
    let phone = scene.make(named("iPhone15 케이스", "electronics")).await;
    let vitamin = scene.make(named("비타민C 1000mg", "food")).await;
    for (typed, expected) in [
        ("주물팬24cm", vec![pan]),
        ("주물팬 24 cm", vec![pan]),
        ("무쇠주물팬24", vec![pan]),
        ("24 CM", vec![pan]),
        ("iphone 15", vec![phone]),
        ("아이폰", vec![]),
        ("15케이스", vec![phone]),
        ("비타민 c", vec![vitamin]),
        ("c1000mg", vec![vitamin]),
        ("주물팬26cm", vec![]),
    ] {
        assert_eq!(all(&scene, search(typed)).await, expected, "{typed:?}");
    }
    let of = |category: &str| ListProducts { category: Some(category.to_owned()), ..ListProducts::default() };
    for (category, expected) in [("kitchen", vec![pan]), ("pet", vec![]), ("", vec![vitamin, phone, pan])] {
        for sort in [ProductSort::Newest, ProductSort::Relevance] {
            let request = ListProducts { sort: Some(sort), ..of(category) };
            assert_eq!(all(&scene, request).await, expected, "the category {category:?} alone, by {sort:?}");
        }
    }
}

#[tokio::test]
async fn products_of_an_earlier_version_are_indexed_anew() {
    let scene = Scene::new();
    let pan = scene.make(named("무쇠 주물팬 24cm", "kitchen")).await;
    scene.sql(
        "DELETE FROM product_search;
         INSERT INTO product_search (rowid, tokens) VALUES (1, 'b무쇠 b쇠주 b주물 b물팬 b팬 b24 b4c bcm bm');
         INSERT INTO search_progress (name, indexed_through, rebuilt_through, created_at, updated_at)
             SELECT 'PRODUCT', 0, max(id), max(updated_at), max(updated_at) FROM product;",
    );
    assert_eq!(all(&scene, search("주물팬24cm")).await, Vec::<i64>::new(), "by the tokens of then");
    assert_eq!(fill_search(&scene.shop).await.expect("the job runs"), Left::More, "it was indexed");
    assert_eq!(fill_search(&scene.shop).await.expect("the job runs"), Left::Nothing, "once");
    assert_eq!(all(&scene, search("주물팬24cm")).await, [pan], "by those of today");
}

#[tokio::test]
async fn no_hit_is_left_out_of_a_list_by_relevance() {
    let scene = Scene::new();
    let oldest = scene.make(named("참기름 병", "food")).await;
    scene
        .write(|w| {
            for number in 0..1_004 {
                shop_store::product::create(w.tx, &named(&format!("참기름 {number}호"), "gift"), w.now)?;
            }
            Ok(())
        })
        .await;
    let ids = all(&scene, search("참기름")).await;
    let mut each_once = ids.clone();
    each_once.sort_unstable();
    each_once.dedup();
    assert_eq!((ids.len(), each_once.len()), (1_005, 1_005), "each once");
    assert_eq!(ids.last(), Some(&oldest), "behind those that are ranked");
    let in_category = ListProducts { category: Some(String::from("food")), ..search("참기름") };
    assert_eq!(all(&scene, in_category).await, [oldest], "a filter finds what is older than those");
}

#[tokio::test]
async fn a_match_at_the_beginning_of_a_word_comes_before_one_inside_it() {
    let scene = Scene::new();
    let battery = scene.make(named("보조배터리 10000", "electronics")).await;
    let spare = scene.make(named("고속 배터리", "electronics")).await;
    let mouse = scene.make(NewProduct { name_en: Some(String::from("Mouse")), ..named("생쥐", "toy") }).await;
    let eggs = scene.make(named("동물복지 유정란 15구", "food")).await;
    let cream = scene.make(NewProduct { name_en: Some(String::from("Smooth")), ..named("크림", "toy") }).await;
    for (typed, expected) in [
        ("ㅂㅈ", vec![battery, eggs]),
        ("복지", vec![eggs]),
        ("배터", vec![spare, battery]),
        ("mo", vec![mouse, cream]),
    ] {
        assert_eq!(all(&scene, search(typed)).await, expected, "{typed:?}");
    }
}

#[tokio::test]
async fn pages_by_rank_go_on_where_the_one_before_ended() {
    let scene = Scene::new();
    scene
        .write(|w| {
            for number in 0..60 {
                // The longer text ranks lower, but for the word that it begins with.
                let name = match number % 3 {
                    0 => format!("배터리 {number} 캠핑과 여행을 위한 넉넉한 용량의 제품"),
                    _ => format!("보조배터리 {number}"),
                };
                shop_store::product::create(w.tx, &named(&name, "gift"), w.now)?;
            }
            Ok(())
        })
        .await;
    let (mut names, mut request) = (Vec::new(), ListProducts { limit: Some(7), ..search("배터리") });
    loop {
        let page = list_products(scene.visitor(), request.clone()).await.expect("it is listed");
        names.extend(page.items.into_iter().map(|item| item.name));
        request.cursor = page.next_cursor;
        if request.cursor.is_none() {
            break;
        }
    }
    let begun = names.iter().filter(|name| name.starts_with("배터리")).count();
    assert_eq!((names.len(), begun), (60, 20), "each once");
    assert!(names[..20].iter().all(|name| name.starts_with("배터리")), "the beginnings first: {names:?}");
}
