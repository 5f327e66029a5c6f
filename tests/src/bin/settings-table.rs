//! Prints the settings of the shop as tables in Markdown, for `cargo xtask reference`: what each means and may be comes from
//! the schemas of the contract, and its default from a shop in which nothing was set.
#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

use serde_json::Value;
use shop_app::shop::get_settings;
use shop_contract::{Empty, schema_document};
use shop_tests::scene::Scene;

/// Kept with the shop, but set by operations or pages of their own.
const SET_ELSEWHERE: &str = "\
| setting | meaning | values | default | set |
| --- | --- | --- | --- | --- |
| `serverEnabled` | The window's server runs while the window is open. | `true`, `false` | `false` | *Server settings*, in the window |
| `serverPort` | Its port. | 1 to 65,535 | a free one | *Server settings*, in the window |
| `serverLan` | Other machines of the network reach it. | `true`, `false` | `false` | *Server settings*, in the window |
| `webhookSecret` | The secret that signs events. | made by the shop | none | with the first `webhookUrl`; `make_webhook_secret` |
| `metricsToken` | The token with which a collector reads the figures. | made by the shop | none | `make_metrics_token` |
| `importColumns` | The columns that were chosen for imported tables, for the latest ten kinds of table. | | none | with an import |";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let settings = get_settings(scene.call(admin), Empty {}).await.expect("a new shop has settings");
    let settings = serde_json::to_value(settings).expect("a view is JSON");
    let schemas = schema_document()["components"]["schemas"].take();
    println!("| setting | meaning | values | default |\n| --- | --- | --- | --- |");
    print_rows("", &schemas["Settings"], &schemas["UpdateSettings"], &settings, &schemas);
    println!("\nKept with the shop, and set elsewhere:\n\n{SET_ELSEWHERE}");
}

/// A row for each field that can be set; the fields of a shape within are rows of their own.
fn print_rows(prefix: &str, view: &Value, request: &Value, set: &Value, schemas: &Value) {
    for (name, field) in request["properties"].as_object().into_iter().flatten() {
        // What tells two changes at once apart is no setting.
        if name == "updatedAt" {
            continue;
        }
        match shape(field, schemas) {
            Some(inner) if inner["properties"].is_object() => {
                print_rows(&format!("{prefix}{name}."), inner, inner, &set[name], schemas);
            }
            inner => {
                let meaning = view["properties"][name]["description"].as_str().unwrap_or_default();
                let values = values(inner.unwrap_or(field));
                println!("| `{prefix}{name}` | {} | {values} | {} |", one_line(meaning), default(&set[name]));
            }
        }
    }
}

/// The shape that a field names, which may be left out in a request.
fn shape<'a>(field: &'a Value, schemas: &'a Value) -> Option<&'a Value> {
    let alternatives = field["oneOf"].as_array().into_iter().flatten();
    let name = alternatives.chain([field]).find_map(|part| part["$ref"].as_str())?;
    Some(&schemas[name.rsplit('/').next()?])
}

/// What a schema allows.
fn values(schema: &Value) -> String {
    if let Some(names) = schema["enum"].as_array() {
        return names
            .iter()
            .map(|name| format!("`{}`", name.as_str().unwrap_or_default()))
            .collect::<Vec<_>>()
            .join(", ");
    }
    if let (Some(least), Some(most)) = (schema["minimum"].as_i64(), schema["maximum"].as_i64()) {
        return format!("{least} to {most}");
    }
    if schema["type"].to_string().contains("boolean") {
        return "`true`, `false`".to_owned();
    }
    one_line(schema["description"].as_str().unwrap_or_default())
}

fn default(value: &Value) -> String {
    if value.is_null() { "none".to_owned() } else { format!("`{}`", value.to_string().trim_matches('"')) }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
