//! The contract as an OpenAPI 3.1 document, made from the code: routes from the list of operations, schemas from the types,
//! refusals from the table in `words`. It lists every status and code with which an operation can answer.
//!
//! Methods that a path does not have are not described; they are 405.

mod examples;
mod input;
mod plain;
mod refusals;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::{Map, Value, json};
use shop_contract::operation::{LISTED, SESSIONS};
use shop_contract::{Access, Facts, written_schemas};

use crate::respond::{XLSX, has_file};

static DOCUMENT: LazyLock<Value> = LazyLock::new(make);

/// The document at `/v1/openapi.json`. Made once.
#[must_use]
pub fn document() -> &'static Value {
    &DOCUMENT
}

fn make() -> Value {
    let shapes = written_schemas();
    let none = Map::new();
    let schemas = shapes["components"]["schemas"].as_object().unwrap_or(&none);
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Jangteo",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "A shop on this machine. Amounts are whole won, ids and amounts at most 2^53 - 1, instants UTC \
                in RFC 3339. Lists go on with `nextCursor`. Every error is `{code, message, details?}`.",
            "license": {"name": env!("CARGO_PKG_LICENSE"), "identifier": env!("CARGO_PKG_LICENSE")},
        },
        "servers": [{"url": "/"}],
        "tags": words::TAGS.iter().map(|(name, text)| json!({"name": name, "description": text})).collect::<Vec<_>>(),
        "paths": paths(schemas),
        "components": {
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
            "parameters": input::shared(),
            "headers": headers(),
        },
    });
    add_referred(&mut document, schemas);
    document
}

fn paths(schemas: &Map<String, Value>) -> Map<String, Value> {
    let mut paths = Map::new();
    for route in LISTED.iter().chain(&SESSIONS) {
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        path[route.method.to_ascii_lowercase()] = operation(route, schemas);
    }
    paths.extend(plain::paths().map(|(path, item)| (path.to_owned(), item)));
    paths
}

/// Who may call, as the document writes it.
fn security(access: Access) -> Value {
    match access {
        Access::Public => json!([]),
        Access::Open => json!([{}, {"bearer": []}]),
        Access::Customer | Access::Admin(_) => json!([{"bearer": []}]),
    }
}

fn operation(route: &Facts, schemas: &Map<String, Value>) -> Value {
    let summary = words::words(route.name).map_or("", |(_, summary, _)| summary);
    let mut responses = refusals::responses(&refusals::codes(route));
    responses.extend(successes(route, schemas));
    let mut operation = json!({
        "operationId": route.name,
        "summary": summary,
        "tags": [route.noun],
        "security": security(route.access),
        "parameters": input::parameters(route, schemas),
        "responses": responses,
    });
    if let Some(role) = route.access.role() {
        operation["description"] = json!(format!("Least role: `{}`.", json!(role).as_str().unwrap_or_default()));
    }
    if let Some(body) = input::body(route, schemas) {
        operation["requestBody"] = body;
    }
    operation
}

/// The successful responses. One without content is 204; where only some alternatives have content, there are two. A request
/// for points as an alternative to the points is 202.
fn successes(route: &Facts, schemas: &Map<String, Value>) -> Vec<(String, Value)> {
    let trace = json!({"X-Trace-Id": {"$ref": "#/components/headers/X-Trace-Id"}});
    let content = |shape: &str| {
        let schema = json!({"$ref": format!("#/components/schemas/{shape}")});
        let mut content = json!({"application/json": {"schema": schema, "example": examples::of(shape)}});
        if has_file(route.name) {
            content["text/csv"] = json!({"schema": {"type": "string"}});
            content[XLSX] = json!({"schema": {"type": "string", "format": "binary"}});
        }
        json!({"description": schemas[shape]["description"], "headers": trace, "content": content})
    };
    let answer = |shape: &str| match shape {
        "Done" => ("204".to_owned(), json!({"description": "Done, without content.", "headers": trace})),
        shape => (route.status.to_string(), content(shape)),
    };
    let alternative = |shape: &str| match shape {
        "ChargeRequest" => ("202".to_owned(), content(shape)),
        shape => answer(shape),
    };
    let alternatives = schemas[route.answer]["oneOf"].as_array().map(Vec::as_slice).unwrap_or_default();
    let shapes: Vec<&str> =
        alternatives.iter().filter_map(|shape| shape["$ref"].as_str()?.rsplit('/').next()).collect();
    if shapes.is_empty() { vec![answer(route.answer)] } else { shapes.into_iter().map(alternative).collect() }
}

fn headers() -> Value {
    json!({
        "X-Trace-Id": {"description": "The id that the log lines of the request carry.", "schema": {"type": "string"}},
        "Retry-After": {
            "description": "Seconds after which the request may be repeated.",
            "required": true,
            "schema": {"type": "integer", "minimum": 1},
        },
        "Retry-After-If-It-May-Pass": {
            "description": "Seconds after which the request may be repeated; absent where the shop's database is damaged or was replaced.",
            "schema": {"type": "integer", "minimum": 1},
        },
        "WWW-Authenticate": {"description": "How to sign in.", "required": true, "schema": {"type": "string"}},
    })
}

/// Adds the components to which the document refers, directly or through other components, and no others.
fn add_referred(document: &mut Value, schemas: &Map<String, Value>) {
    let mut known = BTreeSet::new();
    loop {
        let mut referred = BTreeSet::new();
        collect(document, &mut referred);
        let new: Vec<String> = referred.into_iter().filter(|reference| known.insert(reference.clone())).collect();
        if new.is_empty() {
            return;
        }
        for reference in new {
            let Some((kind, name)) = reference.trim_start_matches("#/components/").split_once('/') else { continue };
            let component = match kind {
                "schemas" => schemas.get(name).cloned().expect("BUG: a shape refers to one that there is"),
                "responses" => refusals::response(name),
                "examples" => refusals::example(name),
                _ => continue,
            };
            document["components"][kind][name] = component;
        }
    }
}

fn collect(value: &Value, references: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, references)),
        Value::Object(parts) => {
            references.extend(parts.get("$ref").and_then(Value::as_str).map(str::to_owned));
            parts.values().for_each(|part| collect(part, references));
        }
        _ => {}
    }
}
