//! What shoppers do in every story, in short words. Nothing is asserted here; what does not appear in time is an error.

use anyhow::Result;
use shop_tests::window::{Key, ShopWindow};

/// The password of a new customer.
pub const PASSWORD: &str = "correct-horse-9";

/// Registers and is signed in.
pub async fn register(window: &ShopWindow, name: &str, email: &str) -> Result<()> {
    window.go("/register").await?;
    window.fill("input[name=email]", email).await?;
    window.fill("input[name=password]", PASSWORD).await?;
    window.fill("input[name=name]", name).await?;
    window.fill("input[name=phone]", "010-1234-5678").await?;
    window.click("main button[type=submit]", "").await?;
    signed_in_as(window, name).await
}

/// Waits until the header names the signed-in user.
pub async fn signed_in_as(window: &ShopWindow, name: &str) -> Result<()> {
    window.find_with_text("header button[aria-haspopup=menu]", name).await.map(drop)
}

/// Sets a language or a theme by the name that its switch carries.
pub async fn choose(window: &ShopWindow, name: &str) -> Result<()> {
    window.click("header button:is([aria-label='언어와 화면 설정'], [aria-label='Language and display'])", "").await?;
    window.click("[role=dialog] label", name).await?;
    window.press(Key::Escape + "").await?;
    window.wait_until_gone("[role=dialog]").await
}

/// Leaves by the menu of the signed-in user.
pub async fn sign_out(window: &ShopWindow) -> Result<()> {
    // The next user would be led back to the page that this one left.
    window.go("/").await?;
    window.click("header button[aria-haspopup=menu]", "").await?;
    window.click("[role=menu] button[role=menuitem]", "").await?;
    window.find("header a[href$='/sign-in']").await.map(drop)
}

/// Becomes the demo shop's first customer, with coupons, orders and a full cart.
pub async fn become_the_first_customer(window: &ShopWindow) -> Result<()> {
    window.go("/sign-in").await?;
    // The admin among those to choose from has no points.
    window.click("main li button", "P").await?;
    // Signing in leads home by itself.
    window.arrive("/").await
}

/// Becomes the demo shop's admin, whom the sign-in page offers too.
pub async fn become_the_admin(window: &ShopWindow) -> Result<()> {
    window.go("/sign-in").await?;
    window.click("main li button", "관리자").await?;
    // Signing in leads an admin to the dashboard by itself.
    window.arrive("/admin/dashboard").await
}

/// Charges one of the amounts that are offered, such as `100,000원`, and finds it in the ledger.
pub async fn charge(window: &ShopWindow, preset: &str) -> Result<()> {
    window.go("/points").await?;
    window.click("main form button[type=button]", preset).await?;
    window.click("main form button[type=submit]", preset).await?;
    window.find_with_text("main li", &format!("+{}", preset.replace('원', "P"))).await.map(drop)
}

/// Takes a coupon of this name from the coupon page and waits until it is the shopper's.
pub async fn take_coupon(window: &ShopWindow, name: &str) -> Result<()> {
    window.go("/coupons").await?;
    window.click(&format!("button[aria-label='{name} 쿠폰 받기']"), "").await?;
    window.find_with_text(&format!("article[aria-label='{name}']"), "받은 쿠폰이에요").await.map(drop)
}

/// Saves the first address, at checkout, where a new customer is asked for it.
pub async fn give_address(window: &ShopWindow) -> Result<()> {
    window.fill("input[name=zipCode]", "04524").await?;
    window.fill("input[name=address]", "서울시 중구 세종대로 110").await?;
    window.click("main form button[type=submit]", "배송지 저장").await?;
    window.wait_until_gone("input[name=zipCode]").await
}

/// Goes straight to checkout with one unit of a product that has no options.
pub async fn buy_now(window: &ShopWindow, product_id: i64) -> Result<()> {
    window.go(&format!("/products/{product_id}")).await?;
    window.follow("main button", "바로 구매").await?;
    window.find_with_text("main h1", "주문·결제").await.map(drop)
}

/// Presses the button that carries the amount, and waits for the page of thanks.
pub async fn pay(window: &ShopWindow, amount: &str) -> Result<()> {
    window.click("main button:not([disabled])", &format!("{amount} 결제하기")).await?;
    window.find_with_text("main h1", "주문이 완료됐어요").await.map(drop)
}

/// What can be spent, as the points page shows it, such as `74,720P`.
pub async fn balance_is(window: &ShopWindow, points: &str) -> Result<()> {
    window.go("/points").await?;
    window.find_with_text("main h1", "포인트").await?;
    window.find_with_text("main", points).await.map(drop)
}

/// How many orders the list holds, once it shows.
pub async fn count_orders(window: &ShopWindow) -> Result<usize> {
    window.go("/orders").await?;
    window.find("main li[aria-label^='ORD-']").await?;
    Ok(window.texts("main li[aria-label^='ORD-']").await?.len())
}
