//! The files of the project as the rules see them, and how a rule is held.

use std::path::Path;

/// Folders that hold nothing of ours.
const SKIPPED: [&str; 7] = [".git", "dist", "gen", "generated", "node_modules", "target", "test-results"];

/// One file: its path from the root of the workspace, with `/`, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// A file that exists only in a rule's own test.
    pub fn planted(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Whether it lies under one of these folders.
    pub fn is_under(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    /// An offence for each line of code that `offends`; lines that are comments are passed over.
    pub fn code_lines_where(&self, offends: impl Fn(&str) -> bool, why: &str) -> Vec<String> {
        let is_code = |line: &str| !line.trim_start().starts_with("//");
        self.lines_where(|line| is_code(line) && offends(line), why)
    }

    /// An offence for each line that `offends`.
    pub fn lines_where(&self, offends: impl Fn(&str) -> bool, why: &str) -> Vec<String> {
        (1..)
            .zip(self.text.lines())
            .filter(|(_, line)| offends(line))
            .map(|(number, line)| format!("{}:{number}: {why}: {}", self.path, line.trim()))
            .collect()
    }
}

pub use shop_tests::root;

/// All Rust of the project.
pub fn rust() -> Vec<Source> {
    with_extensions(&["rs"])
}

/// All TypeScript of the project that is written by hand.
pub fn typescript() -> Vec<Source> {
    with_extensions(&["ts", "tsx"])
}

/// Reads one file by its path from the root.
pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Fails with every offence that `rule` finds.
pub fn hold(sources: &[Source], rule: impl Fn(&Source) -> Vec<String>) {
    assert!(!sources.is_empty(), "a rule that sees no file proves nothing");
    let offences: Vec<_> = sources.iter().flat_map(rule).collect();
    assert!(offences.is_empty(), "the rule is broken:\n{}", offences.join("\n"));
}

/// All files whose names end so, in the order of their paths.
pub fn with_extensions(extensions: &[&str]) -> Vec<Source> {
    let mut sources = Vec::new();
    walk(&root(), "", extensions, &mut sources);
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn walk(folder: &Path, prefix: &str, extensions: &[&str], sources: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).expect("the folder was just listed") {
        let entry = entry.expect("an entry of a readable folder");
        let name = entry.file_name().into_string().expect("our file names are UTF-8");
        let path = format!("{prefix}{name}");
        let is_wanted = || name.rsplit_once('.').is_some_and(|(_, end)| extensions.contains(&end));
        if entry.path().is_dir() {
            // What cargo builds into may lie here by any name.
            let built = Path::new(env!("CARGO_TARGET_TMPDIR"));
            let is_built_into = entry.path().canonicalize().is_ok_and(|folder| built.starts_with(folder));
            if !SKIPPED.contains(&name.as_str()) && !is_built_into {
                walk(&entry.path(), &format!("{path}/"), extensions, sources);
            }
        } else if is_wanted() {
            let text = std::fs::read_to_string(entry.path()).expect("our sources are UTF-8");
            sources.push(Source { path, text });
        }
    }
}
