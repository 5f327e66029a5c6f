//! `cargo xtask bench frames`: how smoothly the admin's lists scroll in Chromium, in a shop as large as the panel must bear, and
//! when the pages of its storefront are painted for a first visit.
//!
//! The shop is that of `cargo xtask bench admin`; the first of the two makes it. An open shop writes, so a copy is served and
//! deleted afterwards. The copy is backed up first: the shop would otherwise make its daily backup during the measurement.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::live_shop::LiveShop;
use crate::setup::Purpose;
use crate::{browser, demo, programs, setup, shell, ui};

/// Orders for each product and for each customer, as in `bench admin`.
const ORDERS_A_PRODUCT: usize = 10;
const ORDERS_A_CUSTOMER: usize = 20;

/// The options of `bench frames`.
#[derive(Args)]
pub struct Options {
    /// Orders of the shop. It is made once for each size; a million cost about twelve minutes of processor.
    #[arg(long, default_value_t = 1_000_000)]
    orders: usize,
}

/// Builds what has changed, makes the shop once, scrolls its lists, visits its storefront, and prints two tables. Takes some six
/// minutes.
pub fn frames(options: &Options) -> Result<()> {
    setup::ensure(Purpose::Test)?;
    let chromium = browser::chromium().context("there is no Chromium; cargo xtask setup installs it")?;
    ui::build_when_changed()?;
    programs::build(&["jangteo"], true)?;
    let jangteo = shell::built("jangteo", true);
    let copy = copy_of(&large_shop(options.orders)?)?;
    back_up_for_today(&jangteo, &copy)?;
    let shop = LiveShop::start(&jangteo, &copy, 0)?;
    let mut scroll = shell::npm(&["run", "--silent", "bench"]);
    let scrolled = shell::run(scroll.env("JANGTEO_ADDRESS", shop.address()).env("JANGTEO_CHROMIUM", chromium));
    shop.stop()?;
    fs::remove_dir_all(&copy)?;
    scrolled
}

/// The folder of the bench's shop of so many orders.
fn large_shop(orders: usize) -> Result<PathBuf> {
    let folder = shell::target().join(format!("bench/shop-of-{orders}"));
    let (products, users) = ((orders / ORDERS_A_PRODUCT).max(1), (orders / ORDERS_A_CUSTOMER).max(1));
    let size = [("--products", products), ("--users", users), ("--orders", orders)];
    let size: Vec<_> = size.iter().flat_map(|(name, count)| [(*name).to_owned(), count.to_string()]).collect();
    demo::make_when_absent(&folder, &size, true)?;
    Ok(folder)
}

/// Copies the shop to a folder beside it, and replaces a copy of an interrupted run. The shop must not be open.
fn copy_of(shop: &Path) -> Result<PathBuf> {
    let copy = shop.with_extension("scrolled");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    shell::say("Copying the shop, because one that is open writes …");
    copy_folder(shop, &copy).with_context(|| format!("cannot copy {}", shop.display()))?;
    Ok(copy)
}

/// Makes a backup by hand and calls it the day's own: a backup's kind is in its name.
fn back_up_for_today(jangteo: &Path, shop: &Path) -> Result<()> {
    shell::say("Backing up the copy, so that it has no reason to do so while it is measured …");
    let made = Command::new(jangteo).args(["backup", "--data"]).arg(shop).stdout(Stdio::null()).status()?;
    ensure!(made.success(), "the copy cannot be backed up: {made}");
    let mut named = 0;
    for entry in fs::read_dir(shop.join("backups"))? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if let Some((instant, end)) = name.to_string_lossy().split_once("-manual.") {
            fs::rename(&path, path.with_file_name(format!("{instant}-daily.{end}")))?;
            named += 1;
        }
    }
    ensure!(named > 0, "there is no backup in {}", shop.display());
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
