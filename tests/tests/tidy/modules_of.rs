//! The modules of each crate and which of them use which, read from the source: `use` trees and paths that begin with
//! `crate`, `self` or `super`.
//!
//! Every file is a module. What only tests use is no edge: tests look into everything.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::Source;

/// Which modules a module uses, by their paths.
pub type Graph = BTreeMap<String, BTreeSet<String>>;

/// A path of module names from the root of the crate; empty for the root itself.
type Path = Vec<String>;

/// The modules of one crate.
pub struct Crate {
    /// The folder of its root module, from the root of the workspace.
    pub name: String,
    uses: BTreeMap<Path, BTreeSet<Path>>,
}

/// Every crate among the sources; binaries and test binaries are crates of their own.
pub fn crates(sources: &[Source]) -> Vec<Crate> {
    let mut folders: BTreeMap<String, BTreeMap<Path, String>> = BTreeMap::new();
    for source in sources {
        if let Some((name, module)) = place(&source.path) {
            folders.entry(name).or_default().insert(module, code(&source.text));
        }
    }
    folders.into_iter().map(|(name, modules)| Crate { name, uses: uses(&modules) }).collect()
}

/// The crate and the module of a file; `None` for one that is no module, such as a build script.
fn place(path: &str) -> Option<(String, Path)> {
    let parts: Vec<&str> = path.strip_suffix(".rs")?.split('/').collect();
    let root = match parts.iter().position(|part| *part == "src") {
        Some(src) if parts.get(src + 1) == Some(&"bin") => parts.len().min(src + 3),
        Some(src) => src + 1,
        None => parts.iter().rposition(|part| *part == "tests")? + 2,
    };
    let mut module: Path = parts.get(root..)?.iter().map(|part| (*part).to_owned()).collect();
    if ["mod", "lib", "main"].contains(&module.last().map_or("", String::as_str)) {
        module.pop();
    }
    Some((parts[..root].join("/"), module))
}

/// For each module those that it uses, its own children left out.
fn uses(modules: &BTreeMap<Path, String>) -> BTreeMap<Path, BTreeSet<Path>> {
    let target = |from: &Path, path: Path| {
        let mut found = absolute(from, path);
        while !modules.contains_key(&found) {
            // An item of the module before it, or a crate whose root is not among the sources.
            found.pop()?;
        }
        (!found.starts_with(from)).then_some(found)
    };
    let used = |(from, code): (&Path, &String)| {
        (from.clone(), paths(code).into_iter().filter_map(|path| target(from, path)).collect())
    };
    modules.iter().map(used).collect()
}

/// The path from the root of the crate.
fn absolute(from: &Path, path: Path) -> Path {
    let mut absolute = from.clone();
    for name in path {
        match name.as_str() {
            "crate" => absolute.clear(),
            "super" => drop(absolute.pop()),
            "self" => {}
            _ => absolute.push(name),
        }
    }
    absolute
}

impl Crate {
    /// The files.
    pub fn files(&self) -> Graph {
        let name = |path: &Path| if path.is_empty() { "crate".to_owned() } else { path.join("::") };
        self.uses.iter().map(|(from, to)| (name(from), to.iter().map(name).collect())).collect()
    }

    /// The modules of the first level, each with all files below it; without the root, which re-exports from all of them.
    pub fn first_level(&self) -> Graph {
        let mut graph = Graph::new();
        for (from, all) in &self.uses {
            let Some(from) = from.first() else { continue };
            let others = all.iter().filter_map(|to| to.first()).filter(|to| *to != from).cloned();
            graph.entry(from.clone()).or_default().extend(others);
        }
        graph
    }
}

/// The paths that begin with `crate`, `self` or `super`: of `use` trees one for each leaf.
fn paths(code: &str) -> Vec<Path> {
    let (mut paths, mut rest) = (Vec::new(), code);
    while let Some(start) = next_word(rest) {
        let word: &str = word_at(&rest[start..]);
        let (before, after) = (&rest[..start], &rest[start + word.len()..]);
        let mut end = start + word.len();
        if word == "use" {
            let tree = after.split(';').next().unwrap_or_default();
            if ["crate", "self", "super"].contains(&word_at(tree.trim_start())) {
                paths.extend(leaves(tree));
                end += tree.len();
            }
        } else if ["crate", "super", "self"].contains(&word) && after.starts_with("::") && !before.ends_with("::") {
            paths.push(path_at(&rest[start..]));
        }
        rest = &rest[end..];
    }
    paths
}

/// The path at the beginning of a text.
fn path_at(text: &str) -> Path {
    let mut names = Path::new();
    for part in text.split("::") {
        let name = word_at(part);
        names.push(name.to_owned());
        if name.is_empty() || name.len() < part.len() {
            break;
        }
    }
    names
}

/// Where the next word begins.
fn next_word(text: &str) -> Option<usize> {
    text.find(|letter: char| letter.is_alphanumeric() || letter == '_')
}

/// The word at the beginning of a text; empty where there is none.
fn word_at(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    &text[..end]
}

/// The paths of a `use` tree.
fn leaves(tree: &str) -> Vec<Path> {
    let Some((prefix, inner)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        return vec![path.split("::").map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()];
    };
    let prefix: Path = prefix.split("::").map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
    let inner = inner.rsplit_once('}').map_or(inner, |(inner, _)| inner);
    let with_prefix = |path: Path| prefix.iter().cloned().chain(path).collect();
    branches(inner).into_iter().flat_map(leaves).map(with_prefix).collect()
}

/// The parts of a list between its own commas.
fn branches(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[start..]);
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

/// The text without comments, strings and inline modules of tests.
fn code(text: &str) -> String {
    without_tests(&without_words(text))
}

/// The text without comments and the content of strings.
fn without_words(text: &str) -> String {
    let (mut code, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(letter) = rest.chars().next() {
        let skipped = match letter {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            'r' if rest.starts_with("r#\"") => rest[3..].find("\"#").map_or(rest.len(), |end| end + 5),
            '"' => string_length(rest),
            // The quotation mark as a character.
            '\'' if rest.starts_with("'\"'") => 3,
            '\'' if rest.starts_with("'\\\"'") => 4,
            _ => {
                code.push(letter);
                rest = &rest[letter.len_utf8()..];
                continue;
            }
        };
        code.push(' ');
        rest = &rest[skipped..];
    }
    code
}

/// Bytes of the string at the beginning, with its quotation marks.
fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Code without the inline modules that are compiled for tests alone.
fn without_tests(code: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(code.len()), code);
    while let Some(start) = rest.find("#[cfg(test)]") {
        kept.push_str(&rest[..start]);
        rest = &rest[start + "#[cfg(test)]".len()..];
        let declaration = rest.split(['{', ';']).next().unwrap_or_default();
        if declaration.trim_start().starts_with("mod ") && rest[declaration.len()..].starts_with('{') {
            rest = &rest[block_end(rest)..];
        }
    }
    kept + rest
}

/// The end of the first block in braces.
fn block_end(code: &str) -> usize {
    let mut depth = 0;
    for (at, letter) in code.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}
