//! No circle of modules in any crate: where two modules need each other, a third one below both is missing.
//!
//! Two graphs are checked: the files of a crate, and its modules of the first level, each with all files below it. The way
//! from a module down to its own children is no edge, because a parent declares and re-exports them.

use std::collections::{BTreeMap, BTreeSet};

use crate::modules_of::{Crate, Graph, crates};
use crate::source::{Source, rust};

/// Modules that stand at the bottom of their crate: they use no other module of it.
const BASES: &[(&str, &str)] = &[("src-tauri/crates/shop-app/src", "runtime")];

/// The sets of modules that reach each other, each in the order of the names.
fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let reach: BTreeMap<&String, BTreeSet<&String>> =
        graph.keys().map(|module| (module, reached(graph, module))).collect();
    let circle_of = |module: &String, reached: &BTreeSet<&String>| -> Vec<String> {
        reached.iter().copied().filter(|other| reach[other].contains(module)).cloned().collect()
    };
    let found: BTreeSet<Vec<String>> = reach.iter().map(|(module, reached)| circle_of(module, reached)).collect();
    found.into_iter().filter(|circle| !circle.is_empty()).collect()
}

/// The modules that can be reached from one, by one edge or more.
fn reached<'a>(graph: &'a Graph, from: &String) -> BTreeSet<&'a String> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&String> = graph[from].iter().collect();
    while let Some(module) = next.pop() {
        if reached.insert(module) {
            next.extend(&graph[module]);
        }
    }
    reached
}

/// Every circle of a crate in either graph.
fn circles_of(of: &Crate) -> BTreeSet<Vec<String>> {
    [of.files(), of.first_level()].iter().flat_map(circles).collect()
}

/// The edges within a circle, for the message.
fn edges(of: &Crate, circle: &[String]) -> String {
    let within = |graph: Graph| {
        let edge = |(from, to): (&String, &String)| format!("    {from} uses {to}");
        let pairs = graph.iter().filter(|(from, _)| circle.contains(from));
        let pairs = pairs.flat_map(|(from, all)| all.iter().filter(|to| circle.contains(to)).map(move |to| (from, to)));
        pairs.map(edge).collect::<Vec<_>>()
    };
    let (files, folders) = (within(of.files()), within(of.first_level()));
    if folders.len() > files.len() { folders.join("\n") } else { files.join("\n") }
}

/// The circles of the crates, with their edges.
fn offences(crates: &[Crate]) -> Vec<String> {
    let told = |of: &Crate, circle: &[String]| {
        format!("{}: {} need each other:\n{}", of.name, circle.join(", "), edges(of, circle))
    };
    crates.iter().flat_map(|of| circles_of(of).into_iter().map(move |circle| told(of, &circle))).collect()
}

/// The modules that a base uses although it is one.
fn used_by_bases(crates: &[Crate], bases: &[(&str, &str)]) -> Vec<String> {
    let used = |(name, base): &(&str, &str)| {
        let of = crates.iter().find(|of| of.name == *name).unwrap_or_else(|| panic!("{name} is read"));
        let used = of.first_level().remove(*base).unwrap_or_else(|| panic!("{name} has {base}"));
        used.into_iter().map(|module| format!("{name}: {base} uses {module}")).collect::<Vec<_>>()
    };
    bases.iter().flat_map(used).collect()
}

#[test]
fn no_modules_need_each_other() {
    let crates = crates(&rust());
    for name in ["src-tauri/src", "src-tauri/crates/shop-app/src", "src-tauri/crates/shop-domain/src", "tests/src"] {
        let of = crates.iter().find(|of| of.name == name).unwrap_or_else(|| panic!("{name} is read"));
        assert!(of.files().values().map(BTreeSet::len).sum::<usize>() > 5, "{name} has modules that use each other");
    }
    let offences = offences(&crates);
    assert!(offences.is_empty(), "the rule is broken:\n{}", offences.join("\n"));
}

#[test]
fn a_circle_is_seen_in_each_spelling() {
    for (a, b) in [
        ("use crate::b::B;", "use super::a;"),
        ("use crate::{\n    c,\n    b::{B, other::C},\n};", "fn f() { crate::a::go(); }"),
        ("fn f() -> super::b::B { todo() }", "use crate::a as other;"),
        ("pub(crate) use crate::b::*;", "use self::super::a::A;"),
    ] {
        let sources = [("x/src/lib.rs", "mod a; mod b;"), ("x/src/a.rs", a), ("x/src/b/mod.rs", b)];
        let sources = sources.map(|(path, text)| Source::planted(path, text));
        let found = offences(&crates(&sources));
        assert_eq!(found.len(), 1, "{a} and {b}: {found:?}");
        assert!(found[0].contains("x/src: a, b need each other") && found[0].contains("a uses b"), "{found:?}");
    }
}

#[test]
fn a_circle_of_folders_is_seen_whose_files_have_none() {
    let sources = [
        ("x/src/order/mod.rs", "mod pay; mod read;"),
        ("x/src/order/pay.rs", "use crate::user::points::take;"),
        ("x/src/order/read.rs", ""),
        ("x/src/user/points.rs", ""),
        ("x/src/user/page.rs", "use crate::order::read::list;"),
    ];
    let crates = crates(&sources.map(|(path, text)| Source::planted(path, text)));
    assert_eq!(circles(&crates[0].files()), Vec::<Vec<String>>::new(), "no file needs itself");
    assert_eq!(circles(&crates[0].first_level()), [["order", "user"]], "but the folders need each other");
}

#[test]
fn a_parent_may_name_its_children_and_tests_whatever_they_like() {
    let sources = [
        ("x/src/lib.rs", "pub use a::child::C; use crate::a::child;"),
        ("x/src/a/mod.rs", "mod child; use self::child::C; // use crate::b;\nconst TEXT: &str = \"crate::b\";"),
        ("x/src/a/child.rs", "use super::Parent; use crate::Root;"),
        (
            "x/src/b.rs",
            "use crate::a::A;\n#[cfg(test)]\nmod tests {\n    use super::*;\n    fn f() { crate::c::go() }\n}",
        ),
        ("x/src/c.rs", "use crate::b::B;"),
        ("x/src/bin/tool/main.rs", "mod a; use crate::a;"),
        ("x/src/bin/tool/a.rs", "use x::b;"),
    ];
    let found = offences(&crates(&sources.map(|(path, text)| Source::planted(path, text))));
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_base_uses_no_other_module() {
    let offences = used_by_bases(&crates(&rust()), BASES);
    assert!(offences.is_empty(), "the rule is broken:\n{}", offences.join("\n"));
}

#[test]
fn a_base_that_uses_another_module_is_seen() {
    let sources = [
        ("x/src/base/mod.rs", "mod parts; use self::parts::Part;"),
        ("x/src/base/parts.rs", "use super::Base; use crate::order::Order;"),
        ("x/src/order.rs", ""),
    ];
    let found = used_by_bases(&crates(&sources.map(|(path, text)| Source::planted(path, text))), &[("x/src", "base")]);
    assert_eq!(found, ["x/src: base uses order"]);
}
