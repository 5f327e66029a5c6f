//! Runs a target on its corpus and on mutations of it, and says which input it panics on.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use crate::Target;
use crate::mutate::{Random, mutated};

/// An input that a target panics on, and what it says.
#[derive(Debug)]
pub struct Found {
    /// The input.
    pub input: Vec<u8>,
    /// What the panic says.
    pub message: String,
}

/// The corpus of a target: each file of its folder, in the order of their names.
///
/// # Panics
/// Where the folder is missing or empty.
#[must_use]
pub fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{} is empty", folder.display());
    paths.iter().map(|path| std::fs::read(path).expect("an input can be read")).collect()
}

/// Tries the corpus and so many mutations of it; the first input that the target panics on. Otherwise how many were tried.
///
/// # Errors
/// The input on which the target panics.
pub fn try_target(target: &Target, corpus: &[Vec<u8>], mutations: usize, seed: u64) -> Result<usize, Found> {
    let mut random = Random(seed);
    for input in corpus {
        try_input(target.run, input)?;
    }
    for _ in 0..mutations {
        try_input(target.run, &mutated(&mut random, corpus, target.words))?;
    }
    Ok(corpus.len() + mutations)
}

fn try_input(run: fn(&[u8]), input: &[u8]) -> Result<(), Found> {
    let ran = catch_unwind(AssertUnwindSafe(|| run(input)));
    ran.map_err(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        let message = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default();
        Found { input: input.to_vec(), message }
    })
}
