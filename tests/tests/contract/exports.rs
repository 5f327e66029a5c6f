//! What the shop hands out as CSV over HTTP: exports one part behind the other, reports as the tables that they are.

use serde_json::{Value, json};
use shop_contract::{ErrorCode, ImportProducts};

use crate::http::{Site, TestUser};
use crate::operation::Operation;

/// A call that wants CSV.
async fn file(site: &Site, who: &TestUser, path: &str) -> String {
    let answer = site.get(path).with("Accept", "text/csv").by(who).send().await;
    assert_eq!(answer.header("content-type"), Some("text/csv; charset=utf-8"), "{path}: {}", answer.body);
    let name = answer.header("content-disposition").unwrap_or_default().to_owned();
    assert!(name.starts_with("attachment; filename=\"") && name.ends_with(".csv\""), "{path} is to be saved: {name}");
    assert_eq!(answer.header("cache-control"), Some("no-store"), "{path} is kept by no cache");
    answer.body.as_str().expect("a text").to_owned()
}

#[tokio::test]
async fn every_part_of_a_file_keeps_to_what_was_asked() {
    let site = Site::open().await;
    let (admin, who) = (site.admin().await, site.customer(1_000_000).await);
    let cup = site.scene.product(1_000, 1_000).await;
    let mut numbers = Vec::new();
    for nth in 0..410 {
        let order = site.scene.buy(who.principal, cup).await;
        if nth % 2 == 0 {
            site.scene.cancel(who.principal, &order).await.expect("it can be given up");
        } else {
            numbers.push(order.order_number);
        }
    }
    numbers.reverse();
    let text = file(&site, &admin, "/v1/admin/orders/export?state=NORMAL").await;
    let listed: Vec<_> = text.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(listed, numbers, "also those behind the first two hundred");
    let part = site.get("/v1/admin/orders/export?state=NORMAL").by(&admin).send().await.is(200, "a part");
    assert!(part["nextCursor"].is_string(), "as JSON it comes in parts");
    let bad = site.get("/v1/admin/orders/export?state=LOST").with("Accept", "text/csv").by(&admin).send().await;
    bad.refused(ErrorCode::InvalidInput, "a refusal is no table");
    let nobody = site.get("/v1/admin/orders/export").with("Accept", "text/csv").send().await;
    nobody.refused(ErrorCode::Unauthorized, "for nobody");
}

/// Ten parts of four megabytes each are more than any socket holds: a server that made them before they are taken would
/// have made all ten by the time that the first byte arrives.
#[tokio::test]
async fn a_part_is_made_when_the_one_before_it_is_taken() {
    let site = Site::open().await;
    let admin = site.admin().await;
    let lines: String = (0..1_000).map(|number| format!("컵 {number},kitchen,{number},1\n")).collect();
    let csv = Some(format!("name,category,price,stock\n{lines}"));
    let table = ImportProducts { csv, ..ImportProducts::default() };
    shop_app::catalog::import_products(site.scene.call(admin.principal), table).await.expect("the table is good");
    site.scene.sql("UPDATE product SET description = hex(zeroblob(20000))");
    let asked = async || {
        let figures = Operation::get_metrics.ask(&site, &json!({})).by(&admin).send().await.is(200, "the figures");
        let of = |one: &&Value| one["name"] == "export_products";
        let found = figures["operations"].as_array().and_then(|all| all.iter().find(of).cloned());
        found.map_or(0, |one| one["times"]["count"].as_i64().expect("a count"))
    };
    let mut answer = site.get("/v1/admin/products/export").with("Accept", "text/csv").by(&admin).open().await;
    let mut length = answer.chunk().await.expect("it begins").map_or(0, |chunk| chunk.len());
    assert!(asked().await < 10, "most of the file is still in the shop");
    while let Some(chunk) = answer.chunk().await.expect("it goes on") {
        length += chunk.len();
    }
    assert_eq!(asked().await, 10, "a part for each hundred products");
    assert!(length > 40_000_000, "and all of it arrives: {length}");
}

#[tokio::test]
async fn a_report_comes_as_the_table_that_it_is() {
    let site = Site::open().await;
    let (admin, who) = (site.admin().await, site.customer(1_000_000).await);
    let cup = site.scene.product(1_000, 1_000).await;
    let coupon = site.scene.own(who.principal, crate::scene::rate(10)).await;
    site.scene.sql("UPDATE product SET name = '=1+1'");
    site.scene.put(who.principal, cup, None, 2).await;
    let order = site.scene.place(who.principal, &[coupon]).await.expect("it is placed");
    site.scene.pay(who.principal, &order).await.expect("it is paid");
    for (path, names, rows, last) in [
        ("/v1/admin/statistics/sales", "day,orders,ordered,sales,discounts", 30, "2026-03-10,1,1800,1800,200"),
        (
            "/v1/admin/statistics/popular",
            "rank,productId,name,nameEn,salesCount,salesAmount",
            1,
            &format!("1,{cup},'=1+1,,2,1800"),
        ),
        (
            "/v1/admin/coupons/statistics",
            "couponId,name,issued,used,useRate,discountAmount",
            1,
            "1,10% 할인,1,1,100,200",
        ),
    ] {
        let text = file(&site, &admin, path).await;
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0].trim_start_matches('\u{FEFF}'), names, "{path}: its names");
        assert_eq!((lines.len(), *lines.last().expect("a line")), (rows + 1, last), "{path}: its rows");
        let json = site.get(path).by(&admin).send().await.is(200, "the same as JSON");
        assert!(json.is_object(), "{path}: unless CSV is asked for it is JSON");
        let bad = site.get(&format!("{path}?from=never")).with("Accept", "text/csv").by(&admin).send().await;
        bad.refused(ErrorCode::InvalidInput, "a refusal is no table");
        let theirs = site.get(path).with("Accept", "text/csv").by(&who).send().await;
        theirs.refused(ErrorCode::Forbidden, "for admins alone");
    }
}
