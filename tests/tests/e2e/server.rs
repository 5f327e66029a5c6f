//! The local server, switched on in the window by its admin: a browser then reaches the same shop, also after a restart,
//! until it is switched off. A customer is not offered it.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value;
use shop_tests::window::ShopWindow;

use crate::shop;
use crate::shopper::{become_the_admin, become_the_first_customer};

const SWITCH: &str = "main input[role=switch][aria-label='서버']";

#[tokio::test]
async fn an_admin_opens_the_shop_to_browsers_until_it_is_closed_again() -> Result<()> {
    let data = shop::demo("server")?;
    let window = open_settings(&data).await?;
    assert!(!is_on(&window).await?, "nobody has switched it on yet");
    window.run("document.querySelector(arguments[0]).click()", vec![SWITCH.into()]).await?;
    let address = address(&window).await?;
    assert_eq!(shop_name_at(&address).await?, "장터", "the same shop answers there");
    window.screenshot("settings-server-ko-light").await?;
    assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the panel is for everyone");
    window.close().await?;
    assert!(shop_name_at(&address).await.is_err(), "it ends with the window");

    let window = ShopWindow::open(&data).await?;
    window.go("/settings").await?;
    let address = self::address(&window).await?;
    assert_eq!(shop_name_at(&address).await?, "장터", "it has come back by itself");
    window.run("document.querySelector(arguments[0]).click()", vec![SWITCH.into()]).await?;
    window.find_with_text("main", "꺼짐").await?;
    assert!(shop_name_at(&address).await.is_err(), "switched off, it answers nobody");
    window.close().await?;
    shop::ensure_verified(&data)
}

#[tokio::test]
async fn a_customer_has_no_say_in_it() -> Result<()> {
    let data = shop::demo("server-customer")?;
    let window = ShopWindow::open(&data).await?;
    become_the_first_customer(&window).await?;
    window.go("/settings").await?;
    window.find_with_text("main", "여기에서는 변경할 수 없어요").await?;
    window.close().await?;
    shop::ensure_verified(&data)
}

/// The settings, opened by the demo shop's admin.
async fn open_settings(data: &Path) -> Result<ShopWindow> {
    let window = ShopWindow::open(data).await?;
    become_the_admin(&window).await?;
    window.go("/settings").await?;
    window.find(SWITCH).await?;
    Ok(window)
}

async fn is_on(window: &ShopWindow) -> Result<bool> {
    let checked = window.run("return document.querySelector(arguments[0]).checked", vec![SWITCH.into()]).await?;
    checked.as_bool().context("a switch is on or off")
}

/// Where the panel says that the shop is reached.
async fn address(window: &ShopWindow) -> Result<String> {
    let shown = window.find_with_text("main li p", "http://127.0.0.1:").await?;
    shown.prop("textContent").await?.context("an address is a text")
}

async fn shop_name_at(address: &str) -> Result<String> {
    let answer = reqwest::get(format!("{address}/v1/shop")).await?.error_for_status()?;
    let shop: Value = serde_json::from_slice(&answer.bytes().await?)?;
    Ok(shop["name"].as_str().context("a shop has a name")?.to_owned())
}
