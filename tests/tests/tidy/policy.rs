//! The window's content security policy: everything comes from the app itself, and nothing is evaluated.
//!
//! The one loosening is inline style: the component library writes `<style>` elements for its theme,
//! and Tauri would otherwise add a nonce, next to which browsers ignore the word `unsafe-inline`.

use serde_json::Value;

use crate::source::read;

const ALLOWED: [&str; 9] = [
    "'self'",
    "'none'",
    "'unsafe-inline'",
    "data:",
    "shop-image:",
    "http://shop-image.localhost",
    "ipc:",
    "http://ipc.localhost",
    "",
];
/// Directives that do not fall back to `default-src` and so must be closed by name.
const CLOSED: [&str; 4] = ["object-src", "base-uri", "form-action", "frame-ancestors"];

fn offences(security: &Value) -> Vec<String> {
    let policy = security["csp"].as_object().expect("the policy is written by directive");
    let mut offences = Vec::new();
    for (directive, sources) in policy {
        for source in sources.as_str().unwrap_or("?").split(' ') {
            let is_inline_elsewhere = source == "'unsafe-inline'" && directive != "style-src";
            let is_data_code = source == "data:" && !["img-src", "font-src"].contains(&directive.as_str());
            if !ALLOWED.contains(&source) || is_inline_elsewhere || is_data_code {
                offences.push(format!("{directive} allows {source}"));
            }
        }
    }
    let is_closed = |directive: &&&str| policy.get(**directive).is_some_and(|sources| sources == "'none'");
    offences.extend(CLOSED.iter().filter(|name| !is_closed(name)).map(|name| format!("{name} is open")));
    if policy.get("default-src").is_none_or(|sources| sources != "'self'") {
        offences.push("default-src is not the app itself".to_owned());
    }
    offences
}

#[test]
fn the_policy_is_strict() {
    let settings: Value = serde_json::from_str(&read("src-tauri/tauri.conf.json")).unwrap();
    assert_eq!(offences(&settings["app"]["security"]), Vec::<String>::new());
    assert_eq!(settings["app"]["withGlobalTauri"], false, "pages reach Tauri by import alone");
}

#[test]
fn a_loosened_policy_is_seen() {
    let strict = serde_json::json!({
        "default-src": "'self'", "object-src": "'none'", "base-uri": "'none'",
        "form-action": "'none'", "frame-ancestors": "'none'",
    });
    assert_eq!(offences(&serde_json::json!({"csp": strict})).len(), 0, "the start is strict");
    for (directive, sources) in [
        ("script-src", "'unsafe-inline'"),
        ("script-src", "'self' 'unsafe-eval'"),
        ("script-src", "data:"),
        ("connect-src", "https://example.org"),
        ("img-src", "*"),
        ("default-src", "'self' data:"),
        ("object-src", "'self'"),
    ] {
        let mut loose = strict.clone();
        loose[directive] = sources.into();
        assert!(!offences(&serde_json::json!({"csp": loose})).is_empty(), "{directive} {sources}");
    }
}
