//! The shop as a shopper has it: the real window on real data, driven by its own web view's driver.
//!
//! A demo shop is made by the headless binary, which `cargo xtask test --only e2e` builds and names.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use shop_tests::window::ShopWindow;

/// A demo shop of its own for the test of this name, made anew.
fn demo_shop(name: &str) -> Result<PathBuf> {
    let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join("e2e").join(name);
    for folder in [data.clone(), data.with_extension("home")] {
        if folder.exists() {
            std::fs::remove_dir_all(folder)?;
        }
    }
    let binary = std::env::var_os("JANGTEO_BINARY").context("JANGTEO_BINARY must name the binary jangteo")?;
    let made = Command::new(binary).args(["demo-data", "--data"]).arg(&data).output()?;
    ensure!(made.status.success(), "no demo shop: {}", String::from_utf8_lossy(&made.stderr));
    Ok(data)
}

#[tokio::test]
async fn the_shop_opens_without_a_fault_for_axe() -> Result<()> {
    let window = ShopWindow::open(&demo_shop("opens")?).await?;
    window.find("main h1, main h2").await?;
    window.screenshot("home").await?;
    assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the home page is for everyone");
    window.close().await
}
