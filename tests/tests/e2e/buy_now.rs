//! Buying at once, in the window: a checkout of its own, which leaves the cart alone, also through sign-in.

use anyhow::Result;
use shop_tests::window::ShopWindow;

use crate::{shop, shopper};

/// Products without options and without a limit, for 49,000 and 18,500 won.
const POT: i64 = 13;
const RICE: i64 = 133;
/// A product with options; the one chosen here costs 16,800 won.
const PASTE: &str = "시골 된장 1kg";
const DEMO_PASSWORD: &str = "jangteo-demo-1";

#[tokio::test]
async fn buying_now_twice_with_back_between_orders_one_and_leaves_the_cart_alone() -> Result<()> {
    let data = shop::demo("buy-now")?;
    let window = ShopWindow::open(&data).await?;
    shopper::register(&window, "바로", "now@example.com").await?;
    shopper::charge(&window, "100,000원").await?;
    window.go(&format!("/products/{RICE}")).await?;
    window.click("main button", "장바구니 담기").await?;
    window.find("a[aria-label='장바구니, 상품 1개']").await?;

    shopper::buy_now(&window, POT).await?;
    window.run("history.back()", Vec::new()).await?;
    window.find_with_text("main h1", "양수 냄비").await?;
    window.follow("main button", "바로 구매").await?;
    shopper::give_address(&window).await?;
    window.find_with_text("main", "49,000원 · 1개").await?;
    window.screenshot("buy-now-checkout-ko-light").await?;
    shopper::pay(&window, "49,000원").await?;
    window.find("a[aria-label='장바구니, 상품 1개']").await?;
    assert_eq!(shopper::count_orders(&window).await?, 1, "two presses with back between are one order");
    window.close().await?;
    shop::ensure_verified(&data)
}

#[tokio::test]
async fn a_visitor_buys_an_option_now_through_sign_in() -> Result<()> {
    let data = shop::demo("buy-now-visitor")?;
    let window = ShopWindow::open(&data).await?;
    window.go(&format!("/products?q={PASTE}")).await?;
    window.find_with_text("main article", "원부터").await?;
    window.follow("main article a", PASTE).await?;
    window.click("[role=radio]", "1kg").await?;
    window.follow("main button", "바로 구매").await?;
    window.arrive("/sign-in").await?;
    window.fill("input[name=email]", "customer1@demo.jangteo").await?;
    window.fill("input[name=password]", DEMO_PASSWORD).await?;
    window.click("main button[type=submit]", "").await?;
    window.arrive("/checkout").await?;
    window.find_with_text("main", "16,800원 · 1개").await?;
    window.screenshot("buy-now-option-ko-light").await?;
    window.click("main button:not([disabled])", "결제하기").await?;
    window.find_with_text("main h1", "주문이 완료됐어요").await?;
    window.close().await?;
    shop::ensure_verified(&data)
}
