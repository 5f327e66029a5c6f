//! The layers, checked by cargo's own dependency trees: a lower crate must not depend on a higher one.
//!
//! A crate that is not in the tree of another cannot be used by it, not even through a third.

use std::collections::BTreeSet;

use anyhow::{Result, bail, ensure};

use crate::shell;

/// Crates that must not be in the tree of a crate, and why.
const FORBIDDEN: [(&str, &[&str], &str); 6] = [
    (
        "shop-domain",
        &["rusqlite", "tokio", "tauri", "axum", "shop-store", "shop-app"],
        "rules are pure: no I/O, no clock, no async, no SQL",
    ),
    ("shop-store", &["tokio", "tauri", "axum", "shop-app"], "the store knows no use case and no face"),
    (
        "shop-contract",
        &["rusqlite", "tokio", "tauri", "axum", "shop-store", "shop-app"],
        "the contract is shapes alone, on the domain",
    ),
    ("shop-app", &["tauri", "axum", "shop-demo"], "a use case knows no face and no demo"),
    ("shop-demo", &["tauri", "axum"], "the demo knows no face"),
    ("shop-server", &["tauri"], "the shop is served where there is no window"),
];

/// Checks the trees of the layers.
pub fn check() -> Result<()> {
    ensure!(
        tree("shop-store")?.contains("rusqlite"),
        "the tree of shop-store shows no rusqlite, so this check would see nothing"
    );
    for (package, forbidden, reason) in FORBIDDEN {
        let tree = tree(package)?;
        if let Some(found) = forbidden.iter().find(|name| tree.contains(**name)) {
            bail!(
                "{package} depends on {found}, but {reason}; \
                 `cargo tree --package {package} --invert {found}` shows the way"
            );
        }
    }
    Ok(())
}

/// The names of all crates that `package` is built from, itself included.
fn tree(package: &str) -> Result<BTreeSet<String>> {
    let arguments = ["tree", "--package", package, "--edges", "normal", "--prefix", "none"];
    let printed = shell::output(&mut shell::cargo(&arguments))?;
    Ok(printed.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect())
}
