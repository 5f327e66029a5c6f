//! The licences of all that the programs contain: of each crate that is compiled in, and of each npm package of the pages.
//!
//! Most licences ask that their text goes along with the program. A text that many packages share stands once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::shell;

/// The packages whose dependencies are compiled in.
const PROGRAMS: [&str; 2] = ["jangteo-window", "shop-server"];
/// How the name of a file with a licence begins, in capital letters.
const NAMES: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// A package with its folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    /// Its name and its version.
    title: String,
    /// Its licence, as an SPDX expression.
    terms: String,
    folder: PathBuf,
}

/// All licences as one text, the same for the same sources.
pub fn text() -> Result<String> {
    let mut packages = crates()?;
    packages.extend(npm_packages()?);
    let mut by_text = BTreeMap::<String, BTreeSet<String>>::new();
    let mut list = String::new();
    for package in &packages {
        list.push_str(&format!("{}: {}\n", package.title, package.terms));
        for text in texts(&package.folder)? {
            by_text.entry(text).or_default().insert(package.title.clone());
        }
    }
    Ok(document(&list, &by_text))
}

/// The list of the packages, and each text with the packages whose it is; the text that most share comes first.
fn document(list: &str, by_text: &BTreeMap<String, BTreeSet<String>>) -> String {
    let rule = "-".repeat(80);
    let mut texts: Vec<_> = by_text.iter().collect();
    texts.sort_by_key(|(text, titles)| (std::cmp::Reverse(titles.len()), *text));
    let mut document = format!("Jangteo contains these packages, each under its licence:\n\n{list}");
    for (text, titles) in texts {
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        document.push_str(&format!("\n{rule}\n{}\n{rule}\n\n{text}\n", titles.join("\n")));
    }
    document
}

/// The crates that are compiled in, by what cargo says of the normal dependencies.
fn crates() -> Result<BTreeSet<Package>> {
    let system = shell::output(&mut shell::command("rustc", &["--print", "host-tuple"]))?;
    let mut metadata = shell::cargo(&["metadata", "--format-version", "1", "--locked", "--filter-platform"]);
    let told = shell::output(metadata.arg(system.trim()))?;
    let told: Value = serde_json::from_str(&told)?;
    let packages = list(&told["packages"]).map(|package| (word(&package["id"]), package)).collect::<BTreeMap<_, _>>();
    let nodes = list(&told["resolve"]["nodes"]).map(|node| (word(&node["id"]), node)).collect::<BTreeMap<_, _>>();
    let is_program = |package: &Value| PROGRAMS.contains(&word(&package["name"]));
    let mut open: Vec<&str> = packages.iter().filter(|(_, package)| is_program(package)).map(|(id, _)| *id).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            let node = nodes.get(id).with_context(|| format!("cargo names no dependencies of {id}"))?;
            let is_normal = |edge: &&Value| list(&edge["dep_kinds"]).any(|kind| kind["kind"].is_null());
            open.extend(list(&node["deps"]).filter(is_normal).map(|edge| word(&edge["pkg"])));
        }
    }
    // A crate of the workspace has no source.
    let foreign = seen.iter().filter_map(|id| packages.get(id)).filter(|package| !package["source"].is_null());
    foreign.map(|package| of_crate(package)).collect()
}

fn of_crate(package: &Value) -> Result<Package> {
    let manifest = Path::new(word(&package["manifest_path"]));
    Ok(Package {
        title: format!("{} {}", word(&package["name"]), word(&package["version"])),
        terms: package["license"].as_str().unwrap_or("see its text").to_owned(),
        folder: manifest.parent().context("a manifest stands in a folder")?.to_owned(),
    })
}

/// The packages of the lock file that are not for development alone.
fn npm_packages() -> Result<Vec<Package>> {
    let ui = shell::root().join("ui");
    let lock: Value = serde_json::from_str(&fs::read_to_string(ui.join("package-lock.json"))?)?;
    let entries = lock["packages"].as_object().context("package-lock.json lists no packages")?;
    let shipped = entries.iter().filter(|(path, entry)| !path.is_empty() && entry["dev"] != true);
    // What is optional and for another system is not installed.
    let installed = shipped.filter(|(path, _)| ui.join(path).exists());
    Ok(installed
        .map(|(path, entry)| Package {
            title: format!("{} {} (npm)", path.rsplit("node_modules/").next().unwrap_or(path), word(&entry["version"])),
            terms: entry["license"].as_str().unwrap_or("see its text").to_owned(),
            folder: ui.join(path),
        })
        .collect())
}

/// The texts of licences in a package's folder, without what differs in line ends alone.
fn texts(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.retain(|path| path.is_file() && is_licence(path));
    paths.sort();
    // A text that is not UTF-8 goes along, too.
    let read = |path: &PathBuf| Ok(String::from_utf8_lossy(&fs::read(path)?).into_owned());
    let texts = paths.iter().map(read).collect::<Result<Vec<_>>>()?;
    let tidied = |text: &String| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned();
    Ok(texts.iter().map(tidied).filter(|text| !text.is_empty()).collect())
}

fn is_licence(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
    NAMES.iter().any(|begin| name.starts_with(begin))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_text_stands_once_and_first() {
        let titles = |titles: &[&str]| titles.iter().map(|title| (*title).to_owned()).collect();
        let by_text =
            BTreeMap::from([("A".to_owned(), titles(&["one 1"])), ("B".to_owned(), titles(&["one 1", "two 2"]))]);
        let document = document("one 1: MIT\ntwo 2: MIT\n", &by_text);
        assert_eq!(document.matches("\nB\n").count(), 1, "{document}");
        assert!(document.find("one 1\ntwo 2\n-") < document.find("\nA\n"), "{document}");
    }

    #[test]
    fn the_programs_contain_crates_and_packages_with_their_texts() {
        let crates = crates().expect("cargo tells its packages");
        let has = |name: &str| crates.iter().any(|package| package.title.starts_with(&format!("{name} ")));
        assert!(has("tauri") && has("libsqlite3-sys") && has("axum"), "what is compiled in");
        assert!(!has("proptest") && !has("shop-store"), "neither what only tests need nor what is ours");
        for name in ["LICENSE", "License-MIT.txt", "COPYING", "licence"] {
            assert!(is_licence(Path::new(name)), "{name}");
        }
        assert!(!is_licence(Path::new("README.md")));
    }
}
