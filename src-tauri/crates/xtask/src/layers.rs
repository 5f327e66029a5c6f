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

/// Features that only tests have, and the packages of the programs, which must not have them.
const TEST_FEATURES: [&str; 2] = ["peers", "planted"];
const PROGRAMS: [&str; 2] = ["shop-server", "jangteo-window"];

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

/// Checks that no program has a feature of `shop-store` that only tests have.
pub fn check_features() -> Result<()> {
    for feature in TEST_FEATURES {
        ensure!(
            has_feature("shop-tests", feature)?,
            "shop-tests has no feature {feature} of shop-store, so this check would see nothing"
        );
        for program in PROGRAMS {
            ensure!(
                !has_feature(program, feature)?,
                "{program} is built with {feature} of shop-store, which is for tests"
            );
        }
    }
    Ok(())
}

/// Whether `package` by itself is built with a feature of `shop-store`.
fn has_feature(package: &str, feature: &str) -> Result<bool> {
    let arguments =
        ["tree", "--package", package, "--edges", "normal,features", "--prefix", "none", "--invert", "shop-store"];
    let printed = shell::output(&mut shell::cargo(&arguments))?;
    Ok(printed.contains(&format!("shop-store feature \"{feature}\"")))
}

/// The names of all crates that `package` is built from, itself included.
fn tree(package: &str) -> Result<BTreeSet<String>> {
    let arguments = ["tree", "--package", package, "--edges", "normal", "--prefix", "none"];
    let printed = shell::output(&mut shell::cargo(&arguments))?;
    Ok(printed.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect())
}
