//! The admin's pages in the real window: each opens for an admin, is for everyone, and complains of nothing; a customer is
//! told why they are closed.

use anyhow::Result;
use shop_tests::window::ShopWindow;

use crate::shop;
use crate::shopper::{become_the_admin, become_the_first_customer};

const PAGES: [(&str, &str); 10] = [
    ("dashboard", "대시보드"),
    ("orders", "주문"),
    ("products", "상품"),
    ("coupons", "쿠폰"),
    ("customers", "고객"),
    ("statistics", "통계"),
    ("proof", "장부 점검"),
    ("audit-log", "감사 기록"),
    ("system", "시스템"),
    ("settings", "설정"),
];

#[tokio::test]
async fn every_page_opens_for_an_admin() -> Result<()> {
    let data = shop::demo("admin-pages")?;
    let window = ShopWindow::open(&data).await?;
    become_the_admin(&window).await?;
    for (page, heading) in PAGES {
        window.go(&format!("/admin/{page}")).await?;
        window.find_with_text("main h1", heading).await?;
        window.screenshot(&format!("admin-{page}-ko-light")).await?;
        assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "{page}: an admin's page is for everyone");
    }
    window.close().await?;
    shop::ensure_verified(&data)
}

#[tokio::test]
async fn a_customer_is_told_why_they_are_closed() -> Result<()> {
    let data = shop::demo("admin-denied")?;
    let window = ShopWindow::open(&data).await?;
    become_the_first_customer(&window).await?;
    window.go("/admin/orders").await?;
    window.find_with_text("main", "관리자만 볼 수 있는 화면").await?;
    window.close().await?;
    shop::ensure_verified(&data)
}
