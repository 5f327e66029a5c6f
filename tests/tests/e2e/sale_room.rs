//! The sale room in the real window: while it is open a telephone reaches the shop over the network and joins, and nobody can
//! once it has closed, because the settings of the server never allowed it.

use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};
use shop_tests::window::ShopWindow;

use crate::shop;
use crate::shopper::become_the_admin;
use crate::words::Words;

#[tokio::test]
async fn a_room_opens_the_network_and_closes_it_again() -> Result<()> {
    let words = Words::korean()?;
    let data = shop::demo("sale-room")?;
    let window = ShopWindow::open(&data).await?;
    become_the_admin(&window).await?;
    window.go("/admin/sale-room").await?;
    window.click("main label", words.of("adminSale:form.coupon")).await?;
    window.run("document.querySelector(arguments[0]).click()", vec!["main input[role=combobox]".into()]).await?;
    window.find("[role=option]").await?;
    window.run("document.querySelector('[role=option]').click()", vec![]).await?;
    window.click("main button[type=submit]", words.of("adminSale:form.open")).await?;
    window.find_with_text("main h2", words.of("adminSale:join.title")).await?;
    if has_network() {
        let shown = window.find_with_text("main dd", "/#/sale-room").await?;
        let shown = shown.prop("textContent").await?.context("an address is a text")?;
        let address = format!("http://{}", shown.trim_end_matches("/#/sale-room"));
        ensure!(!address.contains("127.0.0.1"), "a telephone can reach it: {address}");
        let pin: String = window.texts("main dd").await?.last().context("a PIN")?.split_whitespace().collect();
        join(&address, &pin).await?;
        window.find_with_text("main li", "서연").await?;
        window.screenshot("sale-room-ko-light").await?;
        assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the room is for everyone");
        end(&window, &words).await?;
        closes(&address).await?;
    } else {
        window.find_with_text("main p", words.of("adminSale:join.waiting")).await?;
        end(&window, &words).await?;
    }
    window.close().await?;
    shop::ensure_verified(&data)
}

fn has_network() -> bool {
    let interfaces = if_addrs::get_if_addrs().unwrap_or_default();
    interfaces.iter().any(|interface| interface.ip().is_ipv4() && !interface.is_loopback())
}

async fn join(address: &str, pin: &str) -> Result<()> {
    let client = reqwest::Client::builder().no_proxy().build()?;
    let body = json!({"pin": pin, "name": "서연"}).to_string();
    let request = client.post(format!("{address}/v1/sale-room/join")).header("content-type", "application/json");
    let answer = request.body(body).send().await?.error_for_status()?;
    let pair: Value = serde_json::from_slice(&answer.bytes().await?)?;
    ensure!(pair["user"]["type"] == "CUSTOMER", "a guest is a customer: {pair}");
    Ok(())
}

async fn end(window: &ShopWindow, words: &Words) -> Result<()> {
    window.click("main button", words.of("adminSale:close.action")).await?;
    window.click("[role=dialog] button", words.of("adminSale:close.confirm")).await?;
    window.find_with_text("main button", words.of("adminSale:form.open")).await?;
    Ok(())
}

/// Waits until nothing answers at the address any more.
async fn closes(address: &str) -> Result<()> {
    let client = reqwest::Client::builder().no_proxy().build()?;
    for _ in 0..200 {
        if client.get(format!("{address}/v1/sale-room")).send().await.is_err() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    bail!("{address} still answers after the room has closed")
}
