//! The admin's pages in the real window, light in Korean and dark in English: each opens for an admin, names itself, shows
//! whole pictures, and axe finds nothing. A customer is told why they are closed. Chromium looks at the other pairs too.

use anyhow::{Context, Result};
use shop_tests::window::ShopWindow;

use crate::shop;
use crate::shopper::{become_the_admin, become_the_first_customer, choose};
use crate::words::Words;

/// A page or a part of one: what its picture is called, its route, and the key of its heading where that is always the same.
type View = (&'static str, &'static str, Option<&'static str>);

const VIEWS: [View; 30] = [
    ("dashboard", "/admin/dashboard", Some("adminDashboard:title")),
    ("orders", "/admin/orders", Some("adminOrders:title")),
    ("orders-nothing", "/admin/orders?q=우주선", Some("adminOrders:title")),
    ("order", "{order}", None),
    ("packing", "/admin/orders/packing", Some("adminOrders:packing.title")),
    ("packing-orders", "/admin/orders/packing?view=orders", Some("adminOrders:packing.title")),
    ("deposits", "/admin/deposits", Some("adminDeposits:title")),
    ("products", "/admin/products", Some("adminProducts:title")),
    ("product", "/admin/products/56", None),
    ("product-movements", "/admin/products/56/movements", None),
    ("product-new", "/admin/products/new", Some("adminProducts:new")),
    ("product-import", "/admin/products/import", Some("adminProducts:import")),
    ("coupons", "/admin/coupons", Some("adminCoupons:title")),
    ("coupon-new", "/admin/coupons?open=new", Some("adminCoupons:title")),
    ("coupon", "/admin/coupons?open=1", Some("adminCoupons:title")),
    ("customers", "/admin/customers", Some("adminCustomers:title")),
    ("customer", "{customer}", None),
    ("sale-room", "/admin/sale-room", Some("adminSale:title")),
    ("statistics", "/admin/statistics", Some("adminStatistics:title")),
    ("statistics-popular", "/admin/statistics?view=popular", Some("adminStatistics:title")),
    ("statistics-coupons", "/admin/statistics?view=coupons", Some("adminStatistics:title")),
    ("proof", "/admin/proof", Some("adminProof:title")),
    ("lab", "/admin/lab", Some("adminLab:title")),
    ("audit-log", "/admin/audit-log", Some("adminAudit:title")),
    ("system", "/admin/system", Some("adminSystem:title")),
    ("system-backups", "/admin/system?part=backups", Some("adminSystem:title")),
    ("system-outbox", "/admin/system?part=outbox", Some("adminSystem:title")),
    ("system-server", "/admin/system?part=server", Some("adminSystem:title")),
    ("settings", "/admin/settings", Some("adminSettings:title")),
    ("nowhere", "/admin/nowhere", Some("shell:notFound.title_admin")),
];

#[tokio::test]
async fn every_page_opens_for_an_admin_in_korean_and_light() -> Result<()> {
    look_at_all("ko", "light", &Words::korean()?).await
}

#[tokio::test]
async fn every_page_opens_for_an_admin_in_english_and_dark() -> Result<()> {
    look_at_all("en", "dark", &Words::english()?).await
}

async fn look_at_all(language: &str, theme: &str, words: &Words) -> Result<()> {
    let data = shop::demo(&format!("admin-pages-{language}"))?;
    let window = ShopWindow::open(&data).await?;
    become_the_admin(&window).await?;
    choose(&window, words.switch).await?;
    let (order, customer) = (first(&window, "orders?tab=preparing").await?, first(&window, "customers").await?);
    let mut faults = Vec::new();
    choose(&window, words.of(&format!("shell:appearance.{theme}"))).await?;
    for (name, route, heading) in VIEWS {
        let picture = format!("admin-{name}-{language}-{theme}");
        let route = route.replace("{order}", &order).replace("{customer}", &customer);
        let found = look(&window, &picture, &route, heading.map(|key| words.of(key)));
        faults.extend(found.await.with_context(|| picture.clone())?);
    }
    assert_eq!(faults, Vec::<String>::new(), "an admin's pages are for everyone");
    window.close().await?;
    shop::ensure_verified(&data)
}

/// What axe finds, with the name of the picture that was taken.
async fn look(window: &ShopWindow, picture: &str, route: &str, heading: Option<&str>) -> Result<Vec<String>> {
    window.go(route).await?;
    window.find_with_text("main h1", heading.unwrap_or_default()).await?;
    window.screenshot(picture).await?;
    let found = window.axe_violations().await?;
    Ok(found.into_iter().map(|fault| format!("{picture}: {fault}")).collect())
}

/// The route of what stands first in a list.
async fn first(window: &ShopWindow, list: &str) -> Result<String> {
    window.go(&format!("/admin/{list}")).await?;
    let address = window.find("main a[data-list-row]").await?.attr("href").await?.context("a row opens")?;
    Ok(address.split('#').next_back().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn a_customer_is_told_why_they_are_closed() -> Result<()> {
    let data = shop::demo("admin-denied")?;
    let window = ShopWindow::open(&data).await?;
    become_the_first_customer(&window).await?;
    window.go("/admin/orders").await?;
    window.find_with_text("main", "관리자만 볼 수 있는 페이지").await?;
    window.close().await?;
    shop::ensure_verified(&data)
}
