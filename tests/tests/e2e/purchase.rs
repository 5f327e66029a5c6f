//! From nobody to a paid order, and everything found again when the window is opened anew.

use std::path::Path;

use anyhow::Result;
use shop_tests::window::{Key, ShopWindow};

use crate::{shop, shopper};

const NAME: &str = "나들이";
const PASTE: &str = "시골 된장 1kg";
/// Products without options and without a limit, for 49,000 and 18,500 won.
const POT: i64 = 13;
const RICE: i64 = 133;

#[tokio::test]
async fn a_new_customer_buys_with_coupons_and_finds_it_all_again() -> Result<()> {
    let data = shop::demo("purchase")?;
    let window = ShopWindow::open(&data).await?;
    shopper::register(&window, NAME, "newcomer@example.com").await?;
    shopper::charge(&window, "100,000원").await?;
    search(&window).await?;
    put_into_the_cart(&window).await?;
    take_coupons(&window).await?;
    check_out(&window).await?;
    look_at_the_order(&window).await?;
    refund_another(&window).await?;
    window.close().await?;
    shop::ensure_verified(&data)?;
    open_again(&data).await?;
    shop::ensure_verified(&data)
}

/// By a word of two syllables, then by first consonants alone, from the keyboard.
async fn search(window: &ShopWindow) -> Result<()> {
    window.go("/").await?;
    window.find_with_text("main h2", "지금 많이 찾는 상품").await?;
    window.press("/").await?;
    window.press("된장").await?;
    window.find_with_text("[role=option]", PASTE).await?;
    window.screenshot("search-suggestions-ko-light").await?;
    window.fill("input[type=search]", "ㅅㄱㄷㅈ").await?;
    window.find_with_text("[role=option]", PASTE).await?;
    window.press(Key::Enter + "").await?;
    window.find_with_text("main h1", "‘ㅅㄱㄷㅈ’ 검색 결과").await?;
    window.follow("main article a", PASTE).await?;
    window.find_with_text("main h1", PASTE).await.map(drop)
}

/// Three of an option, and something else that stays in the cart.
async fn put_into_the_cart(window: &ShopWindow) -> Result<()> {
    window.click("[role=radio]", "1kg").await?;
    for _ in 0..2 {
        window.click("main button[aria-label='수량 늘리기']", "").await?;
    }
    window.find_with_text("main", "50,400원").await?;
    window.click("main button", "장바구니 담기").await?;
    window.find("a[aria-label='장바구니, 상품 1개']").await?;
    window.go(&format!("/products/{POT}")).await?;
    window.find_with_text("main h1", "양수 냄비").await?;
    window.click("main button", "장바구니 담기").await?;
    window.find("a[aria-label='장바구니, 상품 2개']").await.map(drop)
}

async fn take_coupons(window: &ShopWindow) -> Result<()> {
    window.go("/coupons").await?;
    let scarce = "article[aria-label='장날 한정 30% 할인']";
    window.find_with_text(scarce, "3장 남음").await?;
    for name in ["장날 한정 30% 할인", "오만 원 이상 3,000원 할인", "제철 먹거리 20% 할인"] {
        shopper::take_coupon(window, name).await?;
    }
    // First come, first served: a reader sees one less.
    window.find_with_text(scarce, "2장 남음").await.map(drop)
}

/// 50,400 won; the item coupon takes its most, 10,000; then 30 % of 40,400, and 3,000.
async fn check_out(window: &ShopWindow) -> Result<()> {
    window.go("/cart").await?;
    window.click("input[aria-label^='양수 냄비'][type=checkbox]", "").await?;
    window.follow("main a", "1개 상품 주문하기").await?;
    shopper::give_address(window).await?;
    window.find_with_text("main", "최대 할인이 적용됐어요: 25,120원 할인").await?;
    window.find_with_text("main", "2/2장").await?;
    window.find_with_text("main button:not([disabled])", "25,280원 결제하기").await?;
    window.screenshot("checkout-with-coupons-ko-light").await?;
    shopper::pay(window, "25,280원").await?;
    window.find_with_text("main", "74,720P").await?;
    window.screenshot("order-done-ko-light").await.map(drop)
}

async fn look_at_the_order(window: &ShopWindow) -> Result<()> {
    window.go("/orders").await?;
    window.find_with_text("main li[aria-label^='ORD-']", "배송 준비 중").await?;
    window.follow("main li[aria-label^='ORD-'] a", PASTE).await?;
    window.find_with_text("main h1", "주문 상세").await?;
    window.follow("main a", "영수증").await?;
    window.find_with_text("main h1", "영수증").await?;
    let paper = window.text("main article").await?;
    for part in ["50,400원", "10,000원", "25,280원", NAME] {
        assert!(paper.contains(part), "the receipt says {part}: {paper}");
    }
    Ok(())
}

/// Paid, and given back while it has not left the shop.
async fn refund_another(window: &ShopWindow) -> Result<()> {
    shopper::buy_now(window, RICE).await?;
    shopper::pay(window, "18,500원").await?;
    shopper::balance_is(window, "56,220P").await?;
    window.go("/orders").await?;
    window.follow("main li[aria-label^='ORD-'] a", "현미 4kg").await?;
    window.find_with_text("main h1", "주문 상세").await?;
    window.click("main button", "환불 신청").await?;
    window.find_with_text("[role=dialog]", "18,500P가 환불돼요").await?;
    window.screenshot("refund-dialog-ko-light").await?;
    window.click("[role=dialog] button", "환불 신청").await?;
    window.find_with_text("main", "환불 완료").await?;
    shopper::balance_is(window, "74,720P").await
}

async fn open_again(data: &Path) -> Result<()> {
    let window = ShopWindow::open(data).await?;
    shopper::signed_in_as(&window, NAME).await?;
    shopper::balance_is(&window, "74,720P").await?;
    assert_eq!(shopper::count_orders(&window).await?, 2, "both orders are there after the window was closed");
    window.find_with_text("main li[aria-label^='ORD-']", "환불 완료").await?;
    window.find("a[aria-label='장바구니, 상품 1개']").await?;
    window.go("/cart").await?;
    window.find_with_text("main li", "양수 냄비").await?;
    window.close().await
}
