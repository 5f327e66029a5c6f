//! The shop without a mouse.

use anyhow::{Context, Result};
use serde_json::json;
use shop_tests::window::{Key, ShopWindow};

use crate::keys::tab_to;
use crate::{shop, shopper};

/// Without options, without a limit.
const RICE: i64 = 133;

#[tokio::test]
async fn places_are_reached_by_keys_alone() -> Result<()> {
    let data = shop::demo("keyboard")?;
    let window = ShopWindow::open(&data).await?;
    shopper::register(&window, "글쇠", "keys@example.com").await?;
    for (keys, heading) in
        [("gc", "장바구니"), ("go", "주문 내역"), ("gp", "쿠폰"), ("gt", "포인트"), ("gm", "프로필"), ("gh", "홈")]
    {
        window.press(keys).await?;
        window.find_with_text("main h1", heading).await?;
    }
    window.press("/").await?;
    window.find("input[aria-label='상품 검색']:focus").await.context("the slash leads to the search")?;
    // The same keys are letters there.
    window.press("gc").await?;
    assert_eq!(window.route().await?, "/", "letters in a field lead nowhere");

    window.go(&format!("/products/{RICE}")).await?;
    window.find_with_text("main h1", "현미 4kg").await?;
    tab_to(&window, "장바구니 담기").await?;
    window.press(Key::Enter + "").await?;
    window.find("a[aria-label='장바구니, 상품 1개']").await?;
    window.press(Key::Shift + "/").await?;
    window.find_with_text("[role=dialog]", "키보드 단축키").await?;
    window.press(Key::Escape + "").await?;
    window.wait_until_gone("[role=dialog]").await?;
    window.close().await
}

#[tokio::test]
async fn enter_belongs_to_the_input_method_while_it_composes() -> Result<()> {
    let window = ShopWindow::open(&shop::demo("composing")?).await?;
    window.find("main h2").await?;
    window.press("/").await?;
    window.press("된장").await?;
    window.find_with_text("[role=option]", "시골 된장 1kg").await?;
    let steps = window.run("return history.length", Vec::new()).await?;
    let prevented = window.run(COMPOSED_ENTER, vec![json!("input[type=search]")]).await?;
    assert_eq!(prevented, true, "Enter that ends a syllable is kept from sending the search");
    assert_eq!(window.route().await?, "", "and nothing was searched for");
    window.press(Key::Enter + "").await?;
    window.find_with_text("main h1", "‘된장’ 검색 결과").await?;
    let after = window.run("return history.length", Vec::new()).await?;
    assert_eq!(after.as_i64(), steps.as_i64().map(|steps| steps + 1), "one Enter searches once");

    window.go("/sign-in").await?;
    window.fill("input[name=email]", "customer1@demo.jangteo").await?;
    let prevented = window.run(COMPOSED_ENTER, vec![json!("input[name=email]")]).await?;
    assert_eq!(prevented, true, "forms leave such an Enter alone too");
    window.close().await
}

/// Sends the Enter that WebKit tells of while a syllable is composed, and says whether the page kept it from acting.
const COMPOSED_ENTER: &str = "
    const field = document.querySelector(arguments[0]);
    field.focus();
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    const enter = { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
    const went = field.dispatchEvent(new KeyboardEvent('keydown', enter));
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    return !went";
