//! A shopkeeper's day without a mouse: every page by its chord, an order found and sent, stock counted, several products
//! changed at once. Whatever opens gives the focus back to what has opened it.

use anyhow::{Context, Result};
use shop_tests::window::{Key, ShopWindow};

use crate::keys::{focused, tab_back_to, tab_to};
use crate::shop;
use crate::words::Words;

const PLACES: [(&str, &str); 10] = [
    ("gd", "dashboard"),
    ("gp", "products"),
    ("gc", "coupons"),
    ("gu", "customers"),
    ("gt", "statistics"),
    ("gb", "proof"),
    ("gl", "auditLog"),
    ("gy", "system"),
    ("gs", "settings"),
    ("go", "orders"),
];
const ROW: &str = "main a[data-list-row]";

#[tokio::test]
async fn an_admin_needs_no_mouse() -> Result<()> {
    let data = shop::demo("admin-keyboard")?;
    let window = ShopWindow::open(&data).await?;
    let words = Words::korean()?;
    sign_in(&window, &words).await?;
    walk(&window, &words).await?;
    send_an_order(&window, &words).await?;
    count_stock(&window, &words).await?;
    take_two_off_sale(&window, &words).await?;
    window.close().await?;
    shop::ensure_verified(&data)
}

async fn sign_in(window: &ShopWindow, words: &Words) -> Result<()> {
    window.go("/sign-in").await?;
    tab_to(window, words.of("auth:field.email")).await?;
    window.press("admin@demo.jangteo").await?;
    tab_to(window, words.of("auth:field.password")).await?;
    window.press("jangteo-demo-1" + Key::Enter).await?;
    window.arrive("/admin/dashboard").await?;
    window.press("gh").await?;
    window.arrive("/").await?;
    window.press("ga").await?;
    window.arrive("/admin/dashboard").await
}

/// Every page by its chord, the list of keys, and the palette.
async fn walk(window: &ShopWindow, words: &Words) -> Result<()> {
    for (keys, place) in PLACES {
        window.press(keys).await?;
        window.find_with_text("main h1", words.of(&format!("admin:nav.{place}"))).await?;
    }
    window.press(Key::Shift + "/").await?;
    window.find_with_text("[role=dialog]", words.of("shell:shortcuts.title")).await?;
    escape(window).await?;
    window.press(Key::Control + "k").await?;
    window.find(&format!("input[aria-label='{}']:focus", words.of("shell:palette.label"))).await?;
    window.press(words.of("admin:nav.customers")).await?;
    window.press(Key::Down + Key::Enter).await?;
    window.arrive("/admin/customers").await?;
    window.wait_until_gone("[role=dialog]").await
}

/// The second of those that wait, found again by its number, and sent after a second thought.
async fn send_an_order(window: &ShopWindow, words: &Words) -> Result<()> {
    window.press("go").await?;
    window.arrive("/admin/orders").await?;
    tab_to(window, words.of("adminOrders:tab.preparing")).await?;
    window.press(Key::Enter + "").await?;
    window.find("main nav a[aria-current=page][href*='tab=preparing']").await?;
    window.rest().await?;
    window.press("jj").await?;
    window.find(&format!("{ROW}[data-list-row='1']:focus")).await.context("J goes down")?;
    let number = window.text(&format!("{ROW}[data-list-row='1'] > :first-child")).await?;
    window.press("/").await?;
    window.find("main input[type=search]:focus").await.context("the slash leads to the search")?;
    window.press(number.as_str()).await?;
    window.wait_until_gone(&format!("{ROW}[data-list-row='1']")).await?;
    // In a field the same keys are letters.
    tab_to(window, words.of("admin:filters.clear")).await?;
    window.press("jx").await?;
    let send = words.with("adminOrders:bulk.ship.action", "count", "1");
    tab_back_to(window, &send).await?;
    window.press(Key::Enter + "").await?;
    window.find_with_text("[role=dialog]", words.of("adminOrders:bulk.customers")).await?;
    escape(window).await?;
    assert_eq!(focused(window).await?, send, "the focus returns to what asked");
    window.press(Key::Enter + "").await?;
    window.find("[role=dialog]").await?;
    tab_to(window, words.of("adminOrders:bulk.ship.confirm")).await?;
    window.press(Key::Enter + "").await?;
    window.wait_until_gone("[role=dialog]").await?;
    window.wait_until_gone(ROW).await
}

/// Five more of what its first consonants find.
async fn count_stock(window: &ShopWindow, words: &Words) -> Result<()> {
    window.press("gp").await?;
    window.arrive("/admin/products").await?;
    window.find(ROW).await?;
    window.press("/").await?;
    window.press("ㅎㅁ 4kg").await?;
    window.wait_until_gone(&format!("{ROW}[data-list-row='1']")).await?;
    let cell = words.with("adminProducts:inline.stock", "name", "현미 4kg");
    tab_to(window, &cell).await?;
    let before = focused(window).await?;
    window.press(Key::Enter + "").await?;
    window.find("[role=dialog] input:focus").await.context("the quantity is asked for first")?;
    window.press("5").await?;
    tab_to(window, words.of("adminProducts:adjust.reason")).await?;
    window.press("정기 입고" + Key::Enter).await?;
    window.wait_until_gone("[role=dialog]").await?;
    window.wait_until_gone(&format!("main button[aria-label='{before}']")).await?;
    assert!(focused(window).await?.contains(&cell), "the focus returns to the stock that was counted");
    Ok(())
}

async fn take_two_off_sale(window: &ShopWindow, words: &Words) -> Result<()> {
    window.press("gc").await?;
    window.arrive("/admin/coupons").await?;
    window.press("gp").await?;
    window.arrive("/admin/products").await?;
    window.find(&format!("{ROW}[data-list-row='1']")).await?;
    window.press("jxjx").await?;
    window.find_with_text("main", &words.with("admin:table.selected", "count", "2")).await?;
    tab_back_to(window, words.of("adminProducts:bulk.state")).await?;
    window.press(Key::Enter + "").await?;
    let wanted = words.of("adminProducts:state.OUT_OF_STOCK");
    window.find("[role=menu]").await?;
    window.rest().await?;
    while focused(window).await? != wanted {
        window.press(Key::Down + "").await?;
    }
    window.press(Key::Enter + "").await?;
    window.wait_until_gone("[role=menu]").await?;
    for row in [0, 1] {
        window.find_with_text(&format!("main tr:has(a[data-list-row='{row}'])"), wanted).await?;
    }
    Ok(())
}

async fn escape(window: &ShopWindow) -> Result<()> {
    window.rest().await?;
    window.press(Key::Escape + "").await?;
    window.wait_until_gone("[role=dialog]").await
}
