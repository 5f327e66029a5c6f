//! Going from stop to stop as a user does without a mouse.

use anyhow::{Result, bail};
use shop_tests::window::{Key, ShopWindow};

/// More stops than any page has before its main button.
const MOST_STOPS: usize = 60;
const FOCUSED: &str = "
    const focused = document.activeElement;
    return focused.getAttribute('aria-label') ?? focused.labels?.[0]?.textContent ?? focused.textContent";

/// Presses Tab until the focus is on what is called `name`, with or without figures around it.
pub async fn tab_to(window: &ShopWindow, name: &str) -> Result<()> {
    step_to(window, name, &[Key::Tab]).await
}

/// As [`tab_to`], the other way.
pub async fn tab_back_to(window: &ShopWindow, name: &str) -> Result<()> {
    step_to(window, name, &[Key::Shift, Key::Tab]).await
}

async fn step_to(window: &ShopWindow, name: &str, step: &[Key]) -> Result<()> {
    let mut passed = Vec::new();
    // What is still on its way has no stops yet.
    window.rest().await?;
    while passed.len() < MOST_STOPS {
        window.press_keys(step).await?;
        let stop = focused(window).await?;
        if stop.contains(name) {
            return Ok(());
        }
        passed.push(stop);
    }
    bail!("Tab never came to {name:?}: {passed:?}")
}

/// What the element is called that has the focus.
pub async fn focused(window: &ShopWindow) -> Result<String> {
    let name = window.run(FOCUSED, Vec::new()).await?;
    Ok(name.as_str().unwrap_or_default().trim().to_owned())
}
