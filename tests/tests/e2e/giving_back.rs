//! An order that is not wanted any more, before it is paid: the first customer of the demo shop has one that waits.

use anyhow::Result;
use shop_tests::window::ShopWindow;

use crate::{shop, shopper};

#[tokio::test]
async fn an_unpaid_order_is_cancelled_and_frees_what_it_held() -> Result<()> {
    let data = shop::demo("giving-back")?;
    let window = ShopWindow::open(&data).await?;
    shopper::become_the_first_customer(&window).await?;
    window.go("/orders?state=NORMAL").await?;
    window.follow("main li[aria-label^='ORD-'] a", "").await?;
    window.find_with_text("main h1", "주문 상세").await?;
    window.find_with_text("main", "결제를 기다리고 있어요").await?;
    let route = window.route().await?;

    window.click("main button", "주문 취소").await?;
    window.find_with_text("[role=dialog]", "재고가 복원돼요").await?;
    window.click("[role=dialog] button", "주문 유지하기").await?;
    window.wait_until_gone("[role=dialog]").await?;
    window.find_with_text("main", "결제를 기다리고 있어요").await?;

    window.click("main button", "주문 취소").await?;
    window.click("[role=dialog] button", "주문 취소하기").await?;
    window.find_with_text("main", "주문이 취소됐어요").await?;
    assert_eq!(window.route().await?, route, "after a cancellation the page stays with the order");
    window.go("/orders?state=NORMAL").await?;
    window.find_with_text("main", "조건에 맞는 주문이 없어요").await?;
    window.close().await?;
    shop::ensure_verified(&data)
}
