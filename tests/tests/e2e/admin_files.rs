//! Products as a table in the real window: chosen from the disk or dropped, tried, taken in as a whole or not at all; and
//! taken out, when the window says where the file lies.

use anyhow::Result;
use chrono_tz::Asia::Seoul;
use serde_json::json;
use shop_app::runtime::{Clock, SystemClock};
use shop_tests::window::ShopWindow;

use crate::words::Words;
use crate::{shop, shopper};

const FAULTY: &str = "name,category,price,stock,state\n대바구니,살림,12000,3,NORMAL\n싸리비,살림,공짜,3,NORMAL\n";
const WHOLE: &str = "name,category,price,stock,state\n대바구니,살림,12000,3,NORMAL\n싸리비,살림,7000,3,NORMAL\n";
/// Lets go of a file over the page, as out of a folder.
const DROP: &str = "
    const [place, name, text] = arguments;
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name, { type: 'text/csv' }));
    for (const type of ['dragenter', 'dragover', 'drop'])
        place.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));";

#[tokio::test]
async fn a_table_comes_in_and_goes_out() -> Result<()> {
    let data = shop::demo("admin-files")?;
    let window = ShopWindow::open(&data).await?;
    let words = Words::korean()?;
    shopper::become_the_admin(&window).await?;
    take_in(&window, &words).await?;
    take_out(&window, &words).await?;
    window.close().await?;
    shop::ensure_verified(&data)
}

async fn take_in(window: &ShopWindow, words: &Words) -> Result<()> {
    let word = |key: &str| words.of(&format!("adminProducts:csv.{key}")).to_owned();
    let file = window.downloads().with_file_name("faulty.csv");
    std::fs::write(&file, FAULTY)?;
    window.go("/admin/products/import").await?;
    window.choose_file("main input[type=file]", &file).await?;
    window.find_with_text("main [role=alert]", &words.with("adminProducts:csv.faultTitle", "shown", "1")).await?;
    window.find_with_text("main tbody tr", &word("why.NOT_A_NUMBER")).await?;
    let fault = window.texts("main tbody td").await?;
    assert_eq!(fault[..2], ["3", "price"], "lines are counted as a spreadsheet does");

    window.click("main button", &word("another")).await?;
    let place = window.find("main div:has(> input[type=file]), main div:has(> button)").await?;
    window.run(DROP, vec![place.to_json()?, json!("whole.csv"), json!(WHOLE)]).await?;
    window.find_with_text("main h2", "whole.csv").await?;
    window.find_with_text("main dd", "2").await?;
    window.click("main button", &word("perform")).await?;
    window.find_with_text("main", &word("done")).await?;
    window.go("/admin/products?q=싸리비").await?;
    window.find_with_text("main tbody tr", "7,000원").await.map(drop)
}

/// The window tells where the file lies, under the business day; and when there is no place for it.
async fn take_out(window: &ShopWindow, words: &Words) -> Result<()> {
    let (export, csv) = (words.of("admin:export.label"), words.of("admin:export.csv"));
    let folder = window.downloads();
    let called = || SystemClock.now().with_timezone(&Seoul).format("products-%Y-%m-%d.csv").to_string();
    let before = called();
    window.click("main button", export).await?;
    window.click("[role=menuitem]", csv).await?;
    window.find_with_text("[role=alert]", &folder.display().to_string()).await?;
    let names = std::fs::read_dir(&folder)?.map(|entry| Ok(entry?.file_name())).collect::<Result<Vec<_>>>()?;
    let name = names.first().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // Midnight may have passed between the two.
    assert!(before <= name && name <= called(), "one file, called after the day in Seoul: {names:?}");
    window.find_with_text("[role=alert]", &words.with("shell:saved", "name", &name)).await?;

    std::fs::remove_dir_all(&folder)?;
    std::fs::write(&folder, "no folder")?;
    window.click("main button", export).await?;
    window.click("[role=menuitem]", csv).await?;
    window.find_with_text("[role=alert]", words.of("shell:notSaved.title")).await.map(drop)
}
