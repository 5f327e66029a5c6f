//! The data folders of the stories, made and proven by the headless binary.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, ensure};

/// A folder of its own for the story of this name, empty, as on a machine that never had a shop.
pub fn empty(story: &str) -> Result<PathBuf> {
    let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join("e2e").join(story);
    for folder in [data.clone(), data.with_extension("home")] {
        if folder.exists() {
            std::fs::remove_dir_all(folder)?;
        }
    }
    Ok(data)
}

/// A small demo shop of its own for the story of this name, made anew.
pub fn demo(story: &str) -> Result<PathBuf> {
    demo_of(story, 5, 60)
}

/// A demo shop with so many customers and orders. One customer has made every order there is.
pub fn demo_of(story: &str, users: usize, orders: usize) -> Result<PathBuf> {
    let data = empty(story)?;
    let (users, orders) = (users.to_string(), orders.to_string());
    let made = jangteo(&["demo-data", "--products", "225", "--users", &users, "--orders", &orders], &data)?;
    ensure!(made.status.success(), "no demo shop: {}", String::from_utf8_lossy(&made.stderr));
    Ok(data)
}

/// A copy of the shop in its own collection.
pub fn back_up(data: &Path) -> Result<()> {
    let made = jangteo(&["backup"], data)?;
    ensure!(made.status.success(), "no copy: {}", String::from_utf8_lossy(&made.stderr));
    Ok(())
}

/// Asks the headless binary whether the identities hold, once the window is closed.
pub fn ensure_verified(data: &Path) -> Result<()> {
    let verified = jangteo(&["verify"], data)?;
    let found = String::from_utf8_lossy(&verified.stdout);
    ensure!(verified.status.success(), "the books balance after the story: {found}");
    Ok(())
}

fn jangteo(arguments: &[&str], data: &Path) -> Result<Output> {
    let binary = std::env::var_os("JANGTEO_BINARY").context("JANGTEO_BINARY must name the binary jangteo")?;
    Ok(Command::new(binary).args(arguments).arg("--data").arg(data).output()?)
}
