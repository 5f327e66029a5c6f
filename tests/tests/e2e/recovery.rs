//! A shop's file that is empty, damaged or read-only: the window opens all the same, says what is wrong, and leads back to a copy or
//! opens the shop after the user's choice.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use shop_tests::window::ShopWindow;

use crate::shop;

/// A demo shop with a copy of it.
fn shop_with_a_copy(story: &str) -> Result<PathBuf> {
    let data = shop::demo(story)?;
    shop::back_up(&data)?;
    Ok(data)
}

fn file(data: &Path) -> PathBuf {
    data.join("jangteo.db")
}

/// Goes back to the first copy that the page offers, and sees the shop.
async fn go_back(window: &ShopWindow) -> Result<()> {
    window.click("main li button", "복원").await?;
    window.click("[role=dialog] button", "복원하고 가게 열기").await?;
    window.find_with_text("main h2", "지금 많이 찾는 상품").await?;
    Ok(())
}

#[tokio::test]
async fn an_empty_file_leads_to_the_copies_and_back_to_the_shop() -> Result<()> {
    let data = shop_with_a_copy("recovery-empty")?;
    fs::write(file(&data), b"")?;
    let window = ShopWindow::open(&data).await?;
    let looks = [
        (["English", "Dark"], "The shop’s data file is empty", "recovery-empty-en-dark"),
        (["한국어", "라이트"], "가게 데이터 파일이 비어 있습니다", "recovery-empty-ko-light"),
    ];
    for (switches, heading, picture) in looks {
        for switch in switches {
            window.click("header label", switch).await?;
        }
        window.find_with_text("main h1", heading).await?;
        window.screenshot(picture).await?;
        assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "{picture}: the page is for everyone");
    }
    window.resize(960, 640).await?;
    window.screenshot("recovery-empty-ko-small").await?;
    assert_eq!(fs::metadata(file(&data))?.len(), 0, "nothing is made before the choice");
    go_back(&window).await?;
    window.screenshot("recovery-back-ko-light").await?;
    window.close().await?;
    let window = ShopWindow::open(&data).await?;
    window.find_with_text("main h2", "지금 많이 찾는 상품").await?;
    window.close().await?;
    shop::ensure_verified(&data)
}

#[tokio::test]
async fn a_damaged_file_is_set_aside_for_a_copy() -> Result<()> {
    let data = shop_with_a_copy("recovery-damaged")?;
    let damaged = b"not a database".repeat(1_000);
    fs::write(file(&data), &damaged)?;
    let window = ShopWindow::open(&data).await?;
    window.find_with_text("main h1", "가게 데이터 파일이 손상되었습니다").await?;
    window.screenshot("recovery-damaged-ko-light").await?;
    go_back(&window).await?;
    window.close().await?;
    let kept = fs::read_dir(data.join("backups"))?.flatten().map(|entry| entry.path());
    let kept: Vec<_> = kept.filter(|path| path.to_string_lossy().contains("/damaged-")).collect();
    assert!(kept.len() == 1 && fs::read(&kept[0])? == damaged, "what was there is kept: {kept:?}");
    shop::ensure_verified(&data)
}

#[tokio::test]
async fn a_read_only_folder_is_said_and_opens_once_it_can_be_written_to() -> Result<()> {
    let data = shop_with_a_copy("recovery-read-only")?;
    for (path, mode) in [(data.clone(), 0o500), (file(&data), 0o400)] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode))?;
        let window = ShopWindow::open(&data).await?;
        window.find_with_text("main h1", "가게 데이터를 저장할 수 없습니다").await?;
        window.screenshot(&format!("recovery-read-only-{mode:o}-ko-light")).await?;
        assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the page is for everyone");
        fs::set_permissions(&path, fs::Permissions::from_mode(mode | 0o200))?;
        window.click("main button", "다시 시도").await?;
        window.find_with_text("main h2", "지금 많이 찾는 상품").await?;
        window.close().await?;
    }
    shop::ensure_verified(&data)
}
