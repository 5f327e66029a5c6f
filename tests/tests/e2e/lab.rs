//! The Lab in the real window: the same crowd under four guards, seen to oversell without one and exact under the shop's own;
//! a race of two, step by step; a process killed in a checkout; a failed payment; then the report on the disk.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, bail, ensure};
use shop_tests::window::ShopWindow;

use crate::shop;
use crate::shopper::{become_the_admin, choose};
use crate::words::Words;

#[tokio::test]
async fn one_crowd_meets_four_guards_in_korean() -> Result<()> {
    four_guards("lab-ko", &Words::korean()?, "light").await
}

#[tokio::test]
async fn one_crowd_meets_four_guards_in_english() -> Result<()> {
    four_guards("lab-en", &Words::english()?, "dark").await
}

async fn four_guards(story: &str, words: &Words, theme: &str) -> Result<()> {
    let data = shop::demo(story)?;
    let window = ShopWindow::open(&data).await?;
    become_the_admin(&window).await?;
    choose(&window, words.switch).await?;
    choose(&window, words.of(&format!("shell:appearance.{theme}"))).await?;
    window.go("/admin/lab").await?;
    window.find_with_text("main h2", words.of("adminLab:empty.title")).await?;
    window.fill_field(words.of("adminLab:field.people"), "200").await?;
    window.fill_field(words.of("adminLab:field.stock"), "20").await?;
    window.click("main button[type=submit]", words.of("adminLab:start")).await?;
    window.find_with_text("main h2", words.of("adminLab:results")).await?;
    // The button comes back when the last guard is through.
    window.find_with_text("main button[type=submit]", words.of("adminLab:start")).await?;
    window.screenshot(&format!("{story}-results")).await?;
    let cells = window.texts("main table tbody td").await?;
    let columns = cells.len() / 4;
    let column = |at: usize| -> Vec<&str> { cells.iter().skip(at).step_by(columns).map(String::as_str).collect() };
    ensure!(column(0)[1..] == ["20"; 3], "each safe guard grants what there is: {cells:?}");
    ensure!(column(2)[1..] == ["0"; 3] && column(2)[0] != "0", "only the first oversells: {cells:?}");
    ensure!(column(4)[3] == "0", "the shop's own guard serves in the order of arrival: {cells:?}");
    assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the Lab is for everyone");
    race(&window, words, story).await?;
    plug(&window, words, story).await?;
    failed_payment(&window, words, story).await?;
    window.click("main label", words.of("adminLab:view.crowd")).await?;
    window.click("main button", words.of("adminLab:save")).await?;
    let report = saved(&window.downloads()).await?;
    ensure!(report.contains("\"guard\":\"none\"") && report.contains("\"guard\":\"keyed\""), "all four are in it");
    window.close().await?;
    shop::ensure_verified(&data)
}

/// Without a guard both customers get the last unit; the steps are walked to their end.
async fn race(window: &ShopWindow, words: &Words, story: &str) -> Result<()> {
    window.click("main label", words.of("adminLab:view.race")).await?;
    window.click("main button[type=submit]", words.of("adminLab:race.run")).await?;
    let list = format!("main ol[aria-label='{}'] button", words.of("adminLab:race.steps"));
    window.find(&list).await?;
    let steps = window.texts(&list).await?;
    ensure!(
        steps.iter().filter(|text| text.contains("UPDATE stock SET available_quantity = 1")).count() == 2,
        "{steps:?}"
    );
    let next = format!("main button[aria-label='{}']", words.of("adminLab:step.next"));
    for _ in 1..steps.len() {
        window.click(&next, "").await?;
    }
    window.find(&format!("{next}:disabled")).await?;
    let present = window.text(&format!("{list}[aria-current=step]")).await?;
    ensure!(present.contains(words.of("adminLab:act.granted")), "the second gets it too: {present}");
    window.screenshot(&format!("{story}-race")).await?;
    assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the race is for everyone");
    Ok(())
}

/// A process is killed before its COMMIT: nothing of it is left, and the repetition completes the order.
async fn plug(window: &ShopWindow, words: &Words, story: &str) -> Result<()> {
    window.click("main label", words.of("adminLab:view.plug")).await?;
    window.click("main button", words.of("adminLab:plug.run")).await?;
    window.find_with_text("main [role=status]", words.of("adminLab:plug.rolledBack")).await?;
    let cells = format!("main table[aria-label='{}'] tbody td", words.of("adminLab:plug.states"));
    let cells = window.texts(&cells).await?;
    let stock: Vec<&str> = cells.iter().step_by(cells.len() / 4).map(String::as_str).collect();
    ensure!(stock == ["3", "2", "3", "2"], "taken, rolled back, and taken by the repetition: {cells:?}");
    window.screenshot(&format!("{story}-plug")).await?;
    assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the recovery is for everyone");
    Ok(())
}

/// A payment fails after the debit, and everything is given back.
async fn failed_payment(window: &ShopWindow, words: &Words, story: &str) -> Result<()> {
    window.click("main label", words.of("adminLab:view.payment")).await?;
    window.click("main button", words.of("adminLab:payment.run")).await?;
    window.find_with_text("main [role=status]", words.of("adminLab:payment.back")).await?;
    window.find_with_text("main button", words.of("adminLab:fault.arm")).await?;
    window.screenshot(&format!("{story}-payment")).await?;
    assert_eq!(window.axe_violations().await?, Vec::<String>::new(), "the compensation is for everyone");
    Ok(())
}

/// The report in the folder of downloads, once it is whole.
async fn saved(folder: &Path) -> Result<String> {
    for _ in 0..100 {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut reports = files.filter_map(|file| std::fs::read_to_string(file).ok());
        if let Some(report) = reports.find(|text| text.ends_with("</html>\n")) {
            return Ok(report);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    bail!("no report in {}", folder.display())
}
