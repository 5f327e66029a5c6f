//! With any part of the orders indexed, a search finds the same orders as a scan of all of them.

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use shop_domain::BusinessDay;
use shop_domain::order::{OrderState, OrderWords};

use super::index::batch_of;
use super::{AdminFilter, Effort, Found, Query, index_batch, search_within};
use crate::db::{Db, Tx};
use crate::migrations::migrate;
use crate::order::CustomerFilter;
use crate::user::search as users;

/// 60 customers and 3,000 orders of three days: every fifth order is refunded, and one recipient is rare.
const SHOP: &str = "
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
    INSERT INTO user (id, email, password_hash, name, phone, type, created_at, updated_at)
    SELECT i, format('buyer%d@shop.example', i), 'x', iif(i % 7 = 0, '남궁 단비', format('손님%d', i)),
           format('011-%04d-%04d', i, 9000 + i), 'CUSTOMER', 'T', 'T' FROM n;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
    INSERT INTO \"order\" (id, order_number, user_id, state, delivery_state, amount, discount_amount, total_amount,
        recipient_name, recipient_phone, zip_code, address, paid_at, created_at, updated_at)
    SELECT i, format('ORD-2026031%d-%06d', (i - 1) / 1000, (i - 1) % 1000 + 1), i % 60 + 1, iif(i % 5 = 0, 'REFUNDED', 'CONFIRMED'),
           iif(i % 5 = 0, NULL, 'PREPARING'), 100 + i, 10, 90 + i, iif(i % 500 = 3, '황보 설', format('받는이%d', i % 900)),
           format('010-%04d-%04d', i % 97, i), '12345', 'S', '2026-03-10T00:00:00.000Z',
           format('2026-03-1%dT03:00:00.000Z', (i - 1) / 1000), '2026-03-10T03:00:00.000Z' FROM n;
    UPDATE \"order\" SET delivery_memo = '경비실에 맡겨주세요' WHERE id % 700 = 9;
    INSERT INTO product (id, name, category, price, created_at, updated_at)
        VALUES (1, '제주 감귤 5kg', 'c', 100, 'T', 'T'), (2, '참나무 도마', 'c', 100, 'T', 'T');
    INSERT INTO order_item (order_id, user_id, product_id, product_name, product_name_en, price, quantity, discount_amount,
        total_amount, created_at, updated_at)
    SELECT id, user_id, iif(id % 400 = 11, 2, 1), iif(id % 400 = 11, '참나무 도마 / 큰 것', '제주 감귤 5kg'),
           iif(id % 400 = 11, 'Oak board', NULL), 100, 1, 0, 100, 'T', 'T' FROM \"order\";
    INSERT INTO order_sequence (day, last_number, created_at, updated_at)
        VALUES ('2026-03-10', 1000, 'T', 'T'), ('2026-03-11', 1000, 'T', 'T'), ('2026-03-12', 1000, 'T', 'T');
";

const WORDS: [&str; 26] = [
    "감귤",
    "참나무도마",
    "큰 것",
    "oak",
    "경비실",
    "귤5",
    "황보",
    "황보설",
    "설",
    "010-0003",
    "01000050005",
    "+82 10-0005-0005",
    "2503",
    "0312-0009",
    "20260311",
    "ord-20260312",
    "d-202603",
    "남궁",
    "단비",
    "buyer6@",
    "BUYER",
    "011.0014",
    "손님59",
    "없는 사람",
    "%",
    "77",
];

const PAGE: usize = 150;

const ENDLESS: Effort = Effort { first: usize::MAX, scanned: usize::MAX, looked_up: usize::MAX, customers: usize::MAX };

fn shop() -> Db {
    let mut conn = Connection::open_in_memory().expect("memory");
    migrate(&mut conn).expect("the schema");
    conn.execute_batch(SHOP).expect("a shop");
    Db::new(conn)
}

fn index(db: &Db, orders: i64) {
    let tx = Tx { db };
    let now = DateTime::<Utc>::default();
    if orders > 0 {
        let batch = batch_of(db, orders).expect("it reads");
        index_batch(&tx, &batch, now).expect("it is written");
    }
}

/// A page; the first page with the sum.
fn find(db: &Db, filter: &AdminFilter, typed: &str, after: Option<i64>, effort: Effort) -> Found {
    let words = OrderWords::parse(typed).expect("something to look for");
    let query = Query { filter, words: &words, after, limit: PAGE, is_summed: after.is_none() };
    search_within(db, query, effort).expect("it is found")
}

/// All ids that a search finds, page by page, and its sum.
fn pages(db: &Db, filter: &AdminFilter, typed: &str, effort: Effort) -> (Vec<i64>, Found) {
    let first = find(db, filter, typed, None, effort);
    let (mut ids, mut page) = (Vec::new(), first.clone());
    while let Some(last) = page.orders.last() {
        ids.extend(page.orders.iter().map(|order| order.id));
        page = find(db, filter, typed, Some(last.id), effort);
    }
    (ids, first)
}

fn filters() -> Vec<AdminFilter> {
    let day = |text: &str| BusinessDay::parse(text).ok();
    vec![
        AdminFilter::default(),
        AdminFilter { state: Some(OrderState::Refunded), ..AdminFilter::default() },
        AdminFilter { customer: CustomerFilter::One(14), ..AdminFilter::default() },
        AdminFilter { days: (day("2026-03-11"), day("2026-03-12")), ..AdminFilter::default() },
        AdminFilter { is_oldest_first: true, ..AdminFilter::default() },
        AdminFilter { is_oldest_first: true, state: Some(OrderState::Refunded), ..AdminFilter::default() },
    ]
}

#[test]
fn every_page_and_every_sum_is_the_same_with_and_without_an_index() {
    let all = Effort { first: usize::MAX, ..ENDLESS };
    let by_index = [Effort { first: 1, ..ENDLESS }, Effort { first: 1, customers: 2, ..ENDLESS }];
    let plain = shop();
    let shops = [1, 1_700, 3_000].map(|indexed| {
        let db = shop();
        index(&db, indexed);
        (indexed, db)
    });
    for (filter, typed) in filters().iter().flat_map(|filter| WORDS.iter().map(move |typed| (filter, typed))) {
        let expected = pages(&plain, filter, typed, all);
        for ((indexed, db), effort) in shops.iter().flat_map(|shop| by_index.map(|effort| (shop, effort))) {
            let found = pages(db, filter, typed, effort);
            assert_eq!(found, expected, "{typed:?} in {filter:?}, {indexed} indexed, by {effort:?}");
        }
    }
}

#[test]
fn what_was_not_added_up_is_said() {
    let db = shop();
    index(&db, 3_000);
    let effort = Effort { first: 50, scanned: 200, looked_up: 200, customers: 100 };
    for (typed, count, is_exact) in
        [("BUYER", 200, false), ("황보", 6, true), ("받는이", 200, false), ("없는 사람", 0, true)]
    {
        let found = find(&db, &AdminFilter::default(), typed, None, effort);
        assert_eq!((found.sum.orders, found.is_exact), (count, is_exact), "{typed}");
    }
    assert_eq!(
        pages(&db, &AdminFilter::default(), "받는이", effort).0.len(),
        2_994,
        "the orders are found to the last one"
    );
}

#[test]
fn a_customer_is_found_by_the_name_and_telephone_of_today() {
    let db = shop();
    index(&db, 3_000);
    let (tx, now) = (Tx { db: &db }, DateTime::<Utc>::default());
    let found = |typed: &str| {
        let effort = Effort { first: 1, ..ENDLESS };
        pages(&db, &AdminFilter::default(), typed, effort).0.len()
    };
    for indexed in [false, true] {
        if indexed {
            tx.change("UPDATE user SET name = '옛 이름', phone = NULL WHERE id = 9", []).expect("as before");
            tx.change(
                "WITH RECURSIVE n (i) AS (SELECT 61 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
                       INSERT INTO user (id, email, password_hash, name, type, created_at, updated_at)
                       SELECT i, format('more%d@shop.example', i), 'x', 'M', 'CUSTOMER', 'T', 'T' FROM n",
                [],
            )
            .expect("a thousand customers");
            assert!(users::index_batch(&tx, now).expect("it is written"), "enough for a batch");
            assert!(!users::index_batch(&tx, now).expect("it is written"), "and no more");
            assert_eq!(found("옛이름"), 50);
        }
        crate::user::update_profile(&tx, 9, "제갈 새별", Some("+82 19-555-1234"), now).expect("it is changed");
        assert_eq!(
            (found("제갈새별"), found("019-5551234"), found("새"), found("옛")),
            (50, 50, 50, 0),
            "indexed: {indexed}"
        );
    }
}

#[test]
fn the_oldest_come_first_where_that_is_wanted() {
    let db = shop();
    index(&db, 1_700);
    for effort in [ENDLESS, Effort { first: 1, ..ENDLESS }] {
        for (typed, count) in [("감귤", 2_992), ("도마", 8), ("황보", 6), ("buyer6@", 50), ("2503", 2)] {
            let latest = pages(&db, &AdminFilter::default(), typed, effort).0;
            let filter = AdminFilter { is_oldest_first: true, ..AdminFilter::default() };
            let mut oldest = pages(&db, &filter, typed, effort).0;
            assert!(oldest.is_sorted(), "{typed}: the oldest first");
            oldest.reverse();
            assert_eq!((oldest.len(), oldest), (count, latest), "{typed}: the same orders, by {effort:?}");
        }
    }
}

#[test]
fn an_index_of_an_earlier_version_is_filled_again() {
    let db = shop();
    index(&db, 2_500);
    let (tx, now) = (Tx { db: &db }, DateTime::<Utc>::default());
    // As an earlier version left it: tokens of the recipients alone.
    tx.change("DELETE FROM order_search", []).expect("as before");
    tx.change("INSERT INTO order_search (rowid, tokens) SELECT id, 'n도마' FROM \"order\" WHERE id = 5", [])
        .expect("as before");
    tx.change("UPDATE search_progress SET rebuilt_through = NULL WHERE name = 'ORDER'", []).expect("as before");
    let found = || pages(&db, &AdminFilter::default(), "도마", Effort { first: 1, ..ENDLESS }).0.len();
    assert_eq!(found(), 1, "only the one that is not indexed");
    let mut batches = 0;
    while let Some(batch) = super::next_batch(&db).expect("it reads") {
        index_batch(&tx, &batch, now).expect("it is written");
        batches += 1;
        assert_eq!(found(), 8, "every order is found as soon as it begins");
    }
    assert_eq!(batches, 10, "the beginning, and 250 at a time as long as a thousand are left");
    assert_eq!(found(), 8, "all of them");
}
