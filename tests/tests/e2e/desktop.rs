//! What a program on a desktop does: a receipt becomes a PDF file where the user says, a crash is reported and offered once.

use std::fs;

use anyhow::{Context, Result};
use shop_tests::window::ShopWindow;

use crate::{shop, shopper};

/// Finds a page of a PDF file.
const PAGE: &[u8] = b"/Type /Page";

#[tokio::test]
async fn a_receipt_is_saved_as_a_pdf_where_the_user_says() -> Result<()> {
    let data = shop::demo("receipt-pdf")?;
    let window = ShopWindow::open(&data).await?;
    shopper::become_the_first_customer(&window).await?;
    window.go("/orders").await?;
    window.follow("main li[aria-label^='ORD-'] a", "영수증").await?;
    window.find_with_text("main h1", "영수증").await?;
    window.click("main button:not([disabled])", "PDF로 저장").await?;
    window.accept_dialog("PDF로 저장").await?;
    window.find_with_text("[role=alert]", "파일을 저장했습니다").await?;
    let saved: Vec<_> = fs::read_dir(window.downloads())?.flatten().map(|entry| entry.path()).collect();
    let [file] = saved.as_slice() else { anyhow::bail!("one file is saved: {saved:?}") };
    let name = file.file_name().and_then(|name| name.to_str()).context("a name")?;
    assert!(name.starts_with("영수증 ORD-") && name.ends_with(".pdf"), "named after its order: {name}");
    let bytes = fs::read(file)?;
    assert!(bytes.starts_with(b"%PDF-"), "a PDF file");
    assert!(bytes.windows(PAGE.len()).any(|part| part == PAGE), "with a page");
    window.close().await
}

#[tokio::test]
async fn a_crash_is_reported_and_offered_once() -> Result<()> {
    let data = shop::demo("crash")?;
    let window = ShopWindow::open(&data).await?;
    window.find_with_text("main h2", "지금 많이 찾는 상품").await?;
    // Its driver kills the program.
    drop(window);
    let window = ShopWindow::open(&data).await?;
    window.find_with_text("[role=status]", "프로그램이 예기치 않게 종료됐어요").await?;
    window.screenshot("crash-notice-ko-light").await?;
    assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the notice is for everyone");
    window.click("[role=status] button", "내용 보기").await?;
    window.find_with_text("[role=dialog]", "오류 보고서").await?;
    let report = window.run("return document.querySelector('[role=dialog] textarea').value", Vec::new()).await?;
    let report = report.as_str().context("a text")?;
    assert!(report.contains("ended without closing the shop") && report.contains("version: "), "{report}");
    window.screenshot("crash-report-ko-light").await?;
    assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the report is for everyone");
    window.click("[role=dialog] button", "닫기").await?;
    window.wait_until_gone("[role=dialog]").await?;
    window.click("[role=status] button", "닫기").await?;
    window.wait_until_gone("[role=status] button").await?;
    window.close().await?;
    let window = ShopWindow::open(&data).await?;
    window.find_with_text("main h2", "지금 많이 찾는 상품").await?;
    window.go("/products").await?;
    assert_eq!(
        window.texts("[role=status] button").await?,
        Vec::<String>::new(),
        "it was dismissed, and ended by itself"
    );
    window.close().await?;
    shop::ensure_verified(&data)
}
