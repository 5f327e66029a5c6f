//! The first start on a machine that never had a shop: look around a demo shop, or open one's own.

use anyhow::Result;
use shop_tests::window::ShopWindow;

use crate::shop;
use crate::shopper::signed_in_as;

#[tokio::test]
async fn looking_around_leads_to_a_demo_shop_and_its_personas() -> Result<()> {
    let data = shop::empty("look-around")?;
    let window = ShopWindow::open(&data).await?;
    let looks = [
        (["English", "Dark"], "Your own shop,", "welcome-en-dark"),
        (["한국어", "라이트"], "내 컴퓨터에서 운영하는", "welcome-ko-light"),
    ];
    for (switches, heading, picture) in looks {
        for switch in switches {
            window.click("header label", switch).await?;
        }
        window.find_with_text("main h1", heading).await?;
        window.screenshot(picture).await?;
        assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "{picture}: the first page is for everyone");
    }

    window.click("main button", "데모 가게 둘러보기").await?;
    window.find_with_text("main li", "상품 등록").await?;
    window.find_with_text("main h1", "데모 가게가 열렸어요").await?;
    window.screenshot("welcome-users-ko-light").await?;
    assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the choice of users is for everyone");

    let users = window.texts("main li button").await?;
    assert!(users.iter().any(|user| user.contains("관리자")), "one of them keeps the shop: {users:?}");
    let shopper = users.iter().position(|user| user.contains('P')).expect("one of them has points to spend");
    window.click(&format!("main li:nth-child({}) button", shopper + 1), "").await?;
    window.arrive("/").await?;
    window.find("header button[aria-haspopup=menu]").await?;
    window.find_with_text("main h2", "지금 많이 찾는 상품").await?;
    window.close().await?;
    shop::ensure_verified(&data)
}

#[tokio::test]
async fn setting_up_ones_own_shop_begins_with_empty_shelves() -> Result<()> {
    let data = shop::empty("set-up")?;
    let window = ShopWindow::open(&data).await?;
    window.click("main button", "내 가게 만들기").await?;
    window.find_with_text("main h1", "내 가게 열기").await?;

    window.click("main button[type=submit]", "가게 열기").await?;
    window.find_with_text("main .mantine-InputWrapper-error", "입력해 주세요").await?;
    window.screenshot("welcome-set-up-ko-light").await?;
    assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the form and its complaints are for everyone");

    window.fill("input[name=shopName]", "모퉁이 가게").await?;
    window.fill("input[name=name]", "주인장").await?;
    window.fill("input[name=email]", "keeper@example.com").await?;
    window.fill("input[name=password]", "correct-horse-9").await?;
    window.click("main button[type=submit]", "가게 열기").await?;
    signed_in_as(&window, "주인장").await?;
    window.arrive("/admin/dashboard").await?;
    window.find_with_text("main h2", "가게 준비하기").await?;
    window.screenshot("admin-first-steps-ko-light").await?;
    window.go("/").await?;
    window.find_with_text("main", "등록된 상품이 없어요").await?;
    window.screenshot("home-empty-shop-ko-light").await?;
    window.close().await?;
    shop::ensure_verified(&data)
}
