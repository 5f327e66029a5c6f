//! An admin is not alone: another admin has saved what is being edited, the window shows both, and one of them is chosen.

use anyhow::Result;
use shop_tests::window::ShopWindow;

use crate::rival::Rival;
use crate::words::Words;
use crate::{shop, shopper};

/// Without options, without a limit, 18,500 won.
const RICE: i64 = 133;

#[tokio::test]
async fn the_second_to_save_sees_both_and_chooses() -> Result<()> {
    let data = shop::demo("admin-together")?;
    let rival = Rival::enter(&data, "admin").await?;
    let window = ShopWindow::open(&data).await?;
    let words = Words::korean()?;
    shopper::become_the_admin(&window).await?;
    window.go(&format!("/admin/products/{RICE}")).await?;
    meet(&window, &words, &rival, 19_000, 17_000).await?;
    window.screenshot("admin-conflict-ko").await?;
    assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the choice is for everyone");
    choose(&window, words.of("admin:conflict.keepMine")).await?;
    window.find_with_text("main", words.of("adminProducts:form.allSaved")).await?;
    assert_eq!(rival.price_of(RICE).await?, 19_000, "mine has been saved over theirs");
    meet(&window, &words, &rival, 1, 18_000).await?;
    choose(&window, words.of("admin:conflict.takeTheirs")).await?;
    window.find_with_text("main", words.of("adminProducts:form.allSaved")).await?;
    assert_eq!(rival.price_of(RICE).await?, 18_000, "theirs has stayed");
    window.close().await?;
    shop::ensure_verified(&data)
}

/// Types a price and saves it after another admin has saved one; both stand side by side.
async fn meet(window: &ShopWindow, words: &Words, rival: &Rival, mine: i64, theirs: i64) -> Result<()> {
    let label = words.of("adminProducts:form.price");
    window.fill_field(label, &mine.to_string()).await?;
    rival.set_price(RICE, theirs).await?;
    window.click("main button:not([disabled])", words.of("adminProducts:form.save")).await?;
    window.find_with_text("[role=dialog] tr", label).await?;
    let row = window.texts("[role=dialog] tbody tr > *").await?;
    let figures = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let shown: Vec<String> = row.iter().map(|cell| figures(cell)).collect();
    assert_eq!(shown[1..], [mine.to_string(), theirs.to_string()], "mine, then what is saved: {row:?}");
    Ok(())
}

async fn choose(window: &ShopWindow, which: &str) -> Result<()> {
    window.click("[role=dialog] button", which).await?;
    window.wait_until_gone("[role=dialog]").await
}
