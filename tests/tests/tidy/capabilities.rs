//! What the page may ask of Rust is a reviewed list: the operations, and the few commands that only a
//! window has. A new operation without its line here reaches nobody; a line too many is refused.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::source::read;

const OPERATIONS: &str = "src-tauri/crates/shop-contract/src/operations.rs";

/// The names in the one list: rows read `name: noun, Access, METHOD "path", …;`.
fn operations(list: &str) -> Vec<String> {
    list.lines()
        .filter(|line| line.trim_end().ends_with(';') && line.contains(" => "))
        .filter_map(|line| Some(line.trim().split_once(": ")?.0.to_owned()))
        .collect()
}

/// The names in the build script's array of the window's own commands.
fn window_commands(build: &str) -> Vec<String> {
    // The first bracket is that of the array's type.
    let array = build.split_once("WINDOW_COMMANDS").and_then(|(_, rest)| rest.split_once('=')?.1.split_once('['));
    let (names, _) = array.and_then(|(_, rest)| rest.split_once(']')).expect("build.rs has the array");
    names.split(',').map(|name| name.trim().trim_matches('"').to_owned()).filter(|name| !name.is_empty()).collect()
}

fn permissions(capability: &Value) -> BTreeSet<String> {
    let list = capability["permissions"].as_array().expect("a capability has permissions");
    list.iter().map(|name| name.as_str().expect("a permission without scopes").to_owned()).collect()
}

fn expected(commands: &[String]) -> BTreeSet<String> {
    commands.iter().map(|command| format!("allow-{}", command.replace('_', "-"))).collect()
}

#[test]
fn the_page_may_ask_for_the_operations_and_nothing_else() {
    let capability: Value = serde_json::from_str(&read("src-tauri/capabilities/main.json")).unwrap();
    let mut commands = operations(&read(OPERATIONS));
    assert!(commands.len() > 30, "the list of operations is read: {commands:?}");
    commands.extend(window_commands(&read("src-tauri/build.rs")));
    let (granted, expected) = (permissions(&capability), expected(&commands));
    let differing: Vec<_> = granted.symmetric_difference(&expected).collect();
    assert!(differing.is_empty(), "granted or needed, but not both: {differing:?}");
    assert_eq!(capability["windows"], serde_json::json!(["main"]), "one window, by name");
    assert!(capability.get("remote").is_none(), "no page from elsewhere may ask for anything");
}

#[test]
fn a_command_too_many_or_too_few_is_seen() {
    let list = operations("            get_cart: cart, Customer, GET \"/v1/carts\", 200, Empty => Cart;\n");
    assert_eq!(expected(&list), BTreeSet::from(["allow-get-cart".to_owned()]));
    let wide = serde_json::json!({"permissions": ["allow-get-cart", "core:default"]});
    assert_ne!(permissions(&wide), expected(&list), "a wide permission is no operation");
    assert_eq!(window_commands("const WINDOW_COMMANDS: [&str; 1] = [\"login\"];"), ["login"]);
}
