//! The demo from its first start to a shop of one's own: look around, switch the user, shoppers that come when asked, reset,
//! and begin.

use std::time::Duration;

use anyhow::{Result, bail};
use serde_json::json;
use shop_tests::window::ShopWindow;

use crate::shop;
use crate::shopper::signed_in_as;
use crate::words::Words;

#[tokio::test]
async fn a_demo_lives_is_reset_and_becomes_ones_own_shop() -> Result<()> {
    let words = Words::korean()?;
    let data = shop::empty("demo-life")?;
    let window = ShopWindow::open(&data).await?;
    window.click("main button", words.of("welcome:look.action")).await?;
    window.find_with_text("main h1", words.of("welcome:ready.title")).await?;
    window.click("main li button", "P").await?;
    window.arrive("/").await?;

    let switch = "section button[aria-haspopup=menu]";
    window.click(switch, "").await?;
    window.click("[role=menu] button", words.of("demo:persona.clerk")).await?;
    window.arrive("/admin/dashboard").await?;
    signed_in_as(&window, "한나래").await?;
    window.screenshot("demo-clerk-ko-light").await?;

    // They come when asked, and the orders of today grow without a press.
    window.find_with_text("main a", words.of("adminDashboard:today.placed")).await?;
    let before = placed_today(&window, &words).await?;
    more(&window, &words).await?;
    window.click("[role=menu] button", words.of("demo:shoppers.lively")).await?;
    changes(&window, &words, &before).await?;
    more(&window, &words).await?;
    window.click("[role=menu] button", words.of("demo:shoppers.off")).await?;

    more(&window, &words).await?;
    window.click("[role=menu] button", words.of("demo:reset.action")).await?;
    window.click("[role=dialog] button", words.of("demo:reset.confirm")).await?;
    window.find_with_text("[role=alert]", words.of("demo:reset.done")).await?;
    signed_in_as(&window, "한나래").await?;

    window.click("section button", words.of("demo:own.action")).await?;
    window.find_with_text("[role=dialog] label", words.of("demo:own.withoutStock")).await?;
    window.screenshot("demo-own-shop-ko-light").await?;
    assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the dialog is for everyone");
    window.fill("[role=dialog] input[name=shopName]", "모퉁이 가게").await?;
    window.fill("[role=dialog] input[name=name]", "주인장").await?;
    window.fill("[role=dialog] input[name=email]", "keeper@example.com").await?;
    window.fill("[role=dialog] input[name=password]", "correct-horse-9").await?;
    window.click("[role=dialog] button[type=submit]", words.of("demo:own.submit")).await?;
    window.arrive("/admin/dashboard").await?;
    signed_in_as(&window, "주인장").await?;
    window.wait_until_gone("section button[aria-haspopup=menu]").await?;
    window.screenshot("demo-gone-ko-light").await?;
    window.go("/admin/products").await?;
    window.find("main table tbody tr").await?;
    window.close().await?;
    shop::ensure_verified(&data)
}

/// Opens the menu of the demo's tools.
async fn more(window: &ShopWindow, words: &Words) -> Result<()> {
    window.click(&format!("section button[aria-label='{}']", words.of("demo:bar.more")), "").await
}

/// The figure of today's orders on the dashboard.
async fn placed_today(window: &ShopWindow, words: &Words) -> Result<String> {
    let script = "return [...document.querySelectorAll('main a')].find((tile) => tile.textContent.includes(arguments[0]))?.textContent ?? ''";
    let tile = window.run(script, vec![json!(words.of("adminDashboard:today.placed"))]).await?;
    Ok(tile.as_str().unwrap_or_default().to_owned())
}

async fn changes(window: &ShopWindow, words: &Words, before: &str) -> Result<()> {
    for _ in 0..300 {
        let now = placed_today(window, words).await?;
        if !now.is_empty() && now != before {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    bail!("no simulated customer has ordered: {before:?} stays")
}
