//! What a stakeholder is shown, from a machine without a shop: look around, buy as a customer, the presentation from its first
//! step to its last, and reset.

use anyhow::{Result, ensure};
use serde_json::json;
use shop_tests::window::ShopWindow;

use crate::shop;
use crate::words::Words;

const DIALOG: &str = "[role=dialog]";

#[tokio::test]
async fn the_presentation_is_shown_in_korean() -> Result<()> {
    shown("present-ko", &Words::korean()?).await
}

#[tokio::test]
async fn the_presentation_is_shown_in_english() -> Result<()> {
    shown("present-en", &Words::english()?).await
}

async fn shown(story: &str, words: &Words) -> Result<()> {
    let data = shop::empty(story)?;
    let window = ShopWindow::open(&data).await?;
    window.click("header label", words.switch).await?;
    window.click("main button", words.of("welcome:look.action")).await?;
    window.find_with_text("main h1", words.of("welcome:ready.title")).await?;
    window.click("main li button", "P").await?;
    window.arrive("/").await?;
    window.click("section button", words.of("demo:present.action")).await?;

    at(&window, words, "shop").await?;
    window.click(&format!("{DIALOG} button"), words.of("demo:present.pause")).await?;
    window.find_with_text(&format!("{DIALOG} button"), words.of("demo:present.play")).await?;
    window.screenshot(&format!("{story}-shop")).await?;
    assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the presentation is for everyone");
    next(&window, words, "rush").await?;

    next(&window, words, "none").await?;
    let oversold = result_of(&window, words, "oversold").await?;
    ensure!(!oversold.starts_with('0'), "without a guard the crowd oversells: {oversold}");
    window.screenshot(&format!("{story}-none")).await?;
    next(&window, words, "keyed").await?;
    let oversold = result_of(&window, words, "oversold").await?;
    ensure!(oversold == words.with("demo:present.figure.count", "figure", "0"), "the shop's own does not: {oversold}");

    next(&window, words, "proof").await?;
    window.find(&format!("{DIALOG} li[data-holds=true]")).await?;
    window.wait_until_gone(&format!("{DIALOG} li[data-holds=false]")).await?;
    next(&window, words, "plug").await?;
    next(&window, words, "recovered").await?;
    window.find_with_text(&format!("{DIALOG} dt"), words.of("demo:present.figure.repeated")).await?;
    window.screenshot(&format!("{story}-recovered")).await?;
    next(&window, words, "end").await?;
    window.screenshot(&format!("{story}-end")).await?;
    window.click(&format!("{DIALOG} button[aria-label='{}']", words.of("demo:present.end")), "").await?;
    window.arrive("/admin/dashboard").await?;

    window.click(&format!("section button[aria-label='{}']", words.of("demo:bar.more")), "").await?;
    window.click("[role=menu] button", words.of("demo:reset.action")).await?;
    window.click(&format!("{DIALOG} button"), words.of("demo:reset.confirm")).await?;
    window.find_with_text("[role=alert]", words.of("demo:reset.done")).await?;
    window.close().await?;
    shop::ensure_verified(&data)
}

/// Waits for a step: the part of its title before the first figure.
async fn at(window: &ShopWindow, words: &Words, step: &str) -> Result<()> {
    let title = words.of(&format!("demo:present.step.{step}.title"));
    let begin = title.split("{{").next().unwrap_or(title);
    window.find_with_text(&format!("{DIALOG} h1"), begin).await.map(drop)
}

async fn next(window: &ShopWindow, words: &Words, step: &str) -> Result<()> {
    window.click(&format!("{DIALOG} button"), words.of("demo:present.next")).await?;
    at(window, words, step).await
}

/// A figure of the run that is shown, once it is over.
async fn result_of(window: &ShopWindow, words: &Words, figure: &str) -> Result<String> {
    window.find(&format!("{DIALOG} dl[role=status]")).await?;
    let script = "return [...document.querySelectorAll(arguments[0] + ' dl > div')]
        .find((figure) => figure.querySelector('dt').textContent === arguments[1])?.querySelector('dd').textContent ?? ''";
    let label = words.of(&format!("demo:present.figure.{figure}"));
    let shown = window.run(script, vec![json!(DIALOG), json!(label)]).await?;
    Ok(shown.as_str().unwrap_or_default().to_owned())
}
