//! A module with files of its own is a folder with a `mod.rs`, so that one name is in one place.

use std::collections::BTreeSet;

use crate::source::{Source, rust};

/// Files that stand beside a folder of their own name.
fn split(sources: &[Source]) -> Vec<String> {
    let folders: BTreeSet<&str> =
        sources.iter().filter_map(|source| source.path.rsplit_once('/')).map(|(folder, _)| folder).collect();
    let is_split = |source: &&Source| source.path.strip_suffix(".rs").is_some_and(|module| folders.contains(module));
    sources.iter().filter(is_split).map(|source| source.path.clone()).collect()
}

#[test]
fn folders_hold_their_own_module() {
    assert_eq!(split(&rust()), Vec::<String>::new(), "move each to mod.rs in its folder");
}

#[test]
fn a_file_beside_its_folder_is_seen() {
    let plant = |paths: &[&str]| paths.iter().map(|path| Source::planted(path, "")).collect::<Vec<_>>();
    assert_eq!(split(&plant(&["src/cart.rs", "src/cart/add.rs"])), ["src/cart.rs"]);
    assert_eq!(split(&plant(&["src/cart/mod.rs", "src/cart/add.rs", "src/order.rs"])).len(), 0);
}
