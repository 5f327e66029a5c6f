//! A shopkeeper's day in the real window: a product comes into being, is counted and gets a coupon, a customer buys it, it is
//! sent, arrives and is paid back, and the statistics, a table on the disk and the proof of the books tell of it; at last the
//! shop goes back to a copy of itself.

use std::path::Path;

use anyhow::{Result, bail};
use shop_tests::window::ShopWindow;

use crate::words::{Words, number_in};
use crate::{shop, shopper};

/// What is typed, and how the page then calls it.
struct Goods {
    shown: &'static str,
    option: &'static str,
    coupon: &'static str,
    /// What was paid in the end, as the page writes it.
    paid: &'static str,
}

const NAME: &str = "손뜨개 목도리";
const NAME_EN: &str = "Hand-knit Scarf";
const CUSTOMER: &str = "first-customer@example.com";

#[tokio::test]
async fn from_a_new_product_to_its_report_in_korean() -> Result<()> {
    let goods = Goods { shown: NAME, option: "먹색", coupon: "목도리 개시 할인", paid: "27,000원" };
    sell("selling-ko", &Words::korean()?, &goods).await
}

#[tokio::test]
async fn from_a_new_product_to_its_report_in_english() -> Result<()> {
    let goods = Goods { shown: NAME_EN, option: "Ink grey", coupon: "Opening discount", paid: "₩27,000" };
    sell("selling-en", &Words::english()?, &goods).await
}

async fn sell(story: &str, words: &Words, goods: &Goods) -> Result<()> {
    let data = shop::demo(story)?;
    let window = ShopWindow::open(&data).await?;
    enter(&window, words).await?;
    let product = offer(&window, words, goods).await?;
    count(&window, words, goods).await?;
    hand_out_coupons(&window, words, goods).await?;
    shopper::sign_out(&window).await?;
    let order = buy_one(&window, product, goods).await?;
    shopper::sign_out(&window).await?;
    enter(&window, words).await?;
    send(&window, words, order).await?;
    report(&window, words, product).await?;
    pay_back(&window, words, order, goods).await?;
    go_back(&window, words, product).await?;
    window.go("/admin/proof").await?;
    window.find_with_text("main", words.of("adminProof:allHold")).await?;
    window.close().await?;
    shop::ensure_verified(&data)
}

/// The admin, in the story's language.
async fn enter(window: &ShopWindow, words: &Words) -> Result<()> {
    shopper::become_the_admin(window).await?;
    shopper::choose(window, words.switch).await
}

/// A product with one option and ten to sell. Answers its id.
async fn offer(window: &ShopWindow, words: &Words, goods: &Goods) -> Result<i64> {
    let word = |key: &str| words.of(&format!("adminProducts:{key}")).to_owned();
    window.go("/admin/products").await?;
    window.follow("main a", &word("new")).await?;
    window.fill_field(&word("form.name"), NAME).await?;
    window.fill_field(&word("form.nameEn"), NAME_EN).await?;
    let description = format!("[role=textbox][aria-label='{}']", word("form.description"));
    window.find(&description).await?.send_keys("겨울 내내 두르는 목도리").await?;
    window.fill_field(&word("form.category"), "뜨개").await?;
    window.click("[role=option]", &words.with("adminProducts:form.categoryNew", "name", "뜨개")).await?;
    window.fill_field(&word("form.price"), "30000").await?;
    window.click("main button", &word("options.add")).await?;
    window.fill(&format!("input[aria-label='{}']", word("options.name")), goods.option).await?;
    window.fill(&format!("input[aria-label='{}']", word("options.stock")), "10").await?;
    window.follow("main button[type=submit]", &word("form.create")).await?;
    window.find_with_text("main h1", goods.shown).await?;
    number_in(&window.route().await?)
}

/// Five more come in, for a reason that its history keeps.
async fn count(window: &ShopWindow, words: &Words, goods: &Goods) -> Result<()> {
    let word = |key: &str| words.of(&format!("adminProducts:{key}")).to_owned();
    window.click("main button", &word("detail.adjust")).await?;
    window.fill_field(&word("adjust.quantity.INCREASE"), "5").await?;
    window.fill_field(&word("adjust.reason"), "첫 입고").await?;
    window.find_with_text("[role=dialog] [role=status]", "10 → 15").await?;
    window.click("[role=dialog] button[type=submit]", "").await?;
    window.wait_until_gone("[role=dialog]").await?;
    window.find_with_text("main tr", goods.option).await?;
    window.follow("main a", &word("detail.history")).await?;
    window.find_with_text("main tr", "첫 입고").await?;
    window.find_with_text("main tr", "+5").await.map(drop)
}

async fn hand_out_coupons(window: &ShopWindow, words: &Words, goods: &Goods) -> Result<()> {
    window.go("/admin/coupons").await?;
    window.click("main button", words.of("adminCoupons:new")).await?;
    window.fill_field(words.of("adminCoupons:form.name"), goods.coupon).await?;
    window.find_with_text("[role=dialog] aside", goods.coupon).await?;
    window.click("[role=dialog] button[type=submit]", "").await?;
    window.wait_until_gone("[role=dialog]").await?;
    window.find_with_text("main tr", goods.coupon).await.map(drop)
}

/// A new customer, in Korean, takes the coupon and pays. Answers the order's id.
async fn buy_one(window: &ShopWindow, product: i64, goods: &Goods) -> Result<i64> {
    shopper::choose(window, "한국어").await?;
    shopper::register(window, "첫손님", CUSTOMER).await?;
    shopper::charge(window, "100,000원").await?;
    shopper::take_coupon(window, goods.coupon).await?;
    window.go(&format!("/products/{product}")).await?;
    window.find_with_text("main h1", NAME).await?;
    window.click("[role=radio]", goods.option).await?;
    // The choice stands in the address, and must not be taken for the next page.
    window.find_with_text("[role=radio][aria-checked=true]", goods.option).await?;
    window.follow("main button", "바로 구매").await?;
    shopper::give_address(window).await?;
    shopper::pay(window, "27,000원").await?;
    number_in(&window.route().await?)
}

/// Picked in the list and sent from there.
async fn send(window: &ShopWindow, words: &Words, order: i64) -> Result<()> {
    window.go(&format!("/admin/orders?tab=preparing&q={CUSTOMER}")).await?;
    window.find_with_text("main tbody tr", CUSTOMER).await?;
    window.click("main tbody tr input[type=checkbox]", "").await?;
    window.click("main button:not([disabled])", &words.with("adminOrders:bulk.ship.action", "count", "1")).await?;
    window.click("[role=dialog] button", words.of("adminOrders:bulk.ship.confirm")).await?;
    window.wait_until_gone("[role=dialog]").await?;
    window.wait_until_gone("main tbody tr").await?;
    window.go(&format!("/admin/orders/{order}")).await?;
    window.click("main button", words.of("adminOrders:action.deliver")).await?;
    window.click("[role=dialog] button", words.of("adminOrders:action.deliver")).await?;
    window.wait_until_gone("[role=dialog]").await?;
    window.find_with_text("main", words.of("adminOrders:step.DELIVERED")).await.map(drop)
}

/// The sale in the statistics, and all products in a table that the window saves.
async fn report(window: &ShopWindow, words: &Words, product: i64) -> Result<()> {
    window.go("/admin/statistics?view=popular&days=7").await?;
    window.find(&format!("main tr a[href$='/admin/products/{product}']")).await?;
    window.go("/admin/products").await?;
    window.click("main button", words.of("admin:export.label")).await?;
    window.click("[role=menuitem]", words.of("admin:export.csv")).await?;
    let table = saved(&window.downloads()).await?;
    let line = table.lines().find(|line| line.starts_with(&format!("{product},")));
    assert!(line.is_some_and(|line| line.contains(NAME)), "the table has a line for the new product: {line:?}");
    Ok(())
}

/// The one file that was saved, once it is whole.
async fn saved(folder: &Path) -> Result<String> {
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(60);
    while std::time::Instant::now() < deadline {
        if let Some(entry) = std::fs::read_dir(folder).ok().and_then(|mut entries| entries.next()) {
            let text = std::fs::read_to_string(entry?.path())?;
            // The web view writes under another name until the file is whole.
            if text.ends_with('\n') {
                return Ok(text);
            }
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    bail!("nothing was saved in {}", folder.display())
}

/// A copy of the shop, a product deleted, and back to the copy, in which it still is: everybody has to sign in again.
async fn go_back(window: &ShopWindow, words: &Words, product: i64) -> Result<()> {
    let word = |key: &str| words.of(&format!("adminSystem:backups.{key}")).to_owned();
    window.go("/admin/system?part=backups").await?;
    window.click("main button", &word("make")).await?;
    window.find_with_text("main li", &word("states.VERIFIED")).await?;
    window.go(&format!("/admin/products/{product}")).await?;
    window.click("main button:not([disabled])", words.of("adminProducts:detail.delete")).await?;
    window.find_with_text("main", words.of("adminProducts:detail.deletedTitle")).await?;
    window.go("/admin/system?part=backups").await?;
    window.click("main li button:not([disabled])", &word("restore")).await?;
    window.find_with_text("[role=dialog]", &word("ask.signOut")).await?;
    window.click("[role=dialog] button", &word("ask.confirm")).await?;
    window.arrive("/sign-in").await?;
    window.go("/").await?;
    shopper::choose(window, "한국어").await?;
    enter(window, words).await?;
    window.go("/admin/system?part=backups").await?;
    window.find_with_text("main li", &word("kinds.BEFORE_RESTORE")).await?;
    window.go(&format!("/admin/products/{product}")).await?;
    window.find_with_text("main button", words.of("adminProducts:detail.delete")).await.map(drop)
}

/// Paid back after the dialog has shown what goes where.
async fn pay_back(window: &ShopWindow, words: &Words, order: i64, goods: &Goods) -> Result<()> {
    window.go(&format!("/admin/orders/{order}")).await?;
    window.click("main button", words.of("adminOrders:action.refund")).await?;
    window.find_with_text("[role=dialog]", "+27,000P").await?;
    window.find_with_text("[role=dialog]", "14 → 15").await?;
    window.find_with_text("[role=dialog]", words.of("adminOrders:refund.usable")).await?;
    window.screenshot(&format!("admin-refund-{}", if words.switch == "English" { "en" } else { "ko" })).await?;
    window
        .click("[role=dialog] button[type=submit]", &words.with("adminOrders:refund.confirm", "amount", goods.paid))
        .await?;
    window.wait_until_gone("[role=dialog]").await?;
    window.find_with_text("main", words.of("adminOrders:step.REFUNDED")).await.map(drop)
}
