//! What the shop refuses, and that the page says why and what can be done; and that haste does no harm.

use anyhow::Result;
use shop_tests::window::ShopWindow;

use crate::rival::Rival;
use crate::{shop, shopper};

/// Without options, without a limit, 18,500 won.
const RICE: i64 = 133;

#[tokio::test]
async fn too_few_points_are_charged_on_the_way_and_a_hasty_double_click_pays_once() -> Result<()> {
    let data = shop::demo("haste")?;
    let window = ShopWindow::open(&data).await?;
    shopper::register(&window, "성급한", "hasty@example.com").await?;
    shopper::buy_now(&window, RICE).await?;
    shopper::give_address(&window).await?;
    window.find_with_text("main", "18,500P가 부족해요").await?;
    window.find_with_text("main button[disabled]", "18,500원 결제하기").await?;
    window.screenshot("checkout-too-few-points-ko-light").await?;

    window.click("main button", "포인트 충전하기").await?;
    // What is offered is what is missing, up to the next thousand.
    window.click("[role=dialog] button[type=submit]", "19,000원 충전하기").await?;
    window.wait_until_gone("[role=dialog]").await?;
    window.find_with_text("main button:not([disabled])", "18,500원 결제하기").await?;
    let twice = "
        const pay = [...document.querySelectorAll('main button')].find((button) => button.textContent.includes('결제하기'));
        pay.click();
        pay.click();";
    window.run(twice, Vec::new()).await?;
    window.find_with_text("main h1", "주문이 완료됐어요").await?;
    assert_eq!(shopper::count_orders(&window).await?, 1, "two clicks in one instant are one order");
    shopper::balance_is(&window, "500P").await?;
    window.find_with_text("main li", "18,500").await?;
    let payments = window.texts("main li").await?.iter().filter(|row| row.contains("18,500")).count();
    assert_eq!(payments, 1, "and one payment");
    window.close().await?;
    shop::ensure_verified(&data)
}

#[tokio::test]
async fn what_sold_out_meanwhile_is_named_and_nothing_is_ordered() -> Result<()> {
    let data = shop::demo("sold-out")?;
    let rival = Rival::enter(&data, "customer2").await?;
    let (product_id, name, left) = rival.scarce_product().await?;
    let window = ShopWindow::open(&data).await?;
    shopper::become_the_first_customer(&window).await?;
    shopper::buy_now(&window, product_id).await?;
    window.find_with_text("main", &name).await?;
    window.find_with_text("main button:not([disabled])", "결제하기").await?;

    // Another program on the same file, so that no event reaches this window.
    rival.buy(product_id, left).await?;
    window.click("main button:not([disabled])", "결제하기").await?;
    window.find_with_text("main [role=alert]", "재고가 부족한 상품이 있어요").await?;
    window.find_with_text("main [role=alert]", &format!("{name}: 1개를 선택했지만 0개 남았어요")).await?;
    window.screenshot("checkout-sold-out-ko-light").await?;
    window.follow("main [role=alert] a", "상품 페이지에서 수정").await?;
    window.find_with_text("main button[disabled]", "품절").await?;
    window.close().await?;
    shop::ensure_verified(&data)
}
