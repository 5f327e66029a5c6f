//! The input of an operation, from the schema of its request: fields in the path, the others in the query or in a JSON body;
//! and the two headers.

use serde_json::{Map, Value, json};

use super::examples;
use super::refusals::honours_key;
use shop_contract::Facts;

/// The parameters of a route: path, query, headers.
pub(super) fn parameters(route: &Facts, schemas: &Map<String, Value>) -> Vec<Value> {
    let example = examples::of(route.request);
    let in_path: Vec<&str> = route.path_fields().collect();
    let fields =
        fields(route.request, schemas).filter(|(name, ..)| in_path.contains(&name.as_str()) || !route.has_body());
    let mut parameters: Vec<Value> = fields
        .map(|(name, schema, is_required)| {
            let place = if in_path.contains(&name.as_str()) { "path" } else { "query" };
            parameter(name, place, schema, is_required, &example[name])
        })
        .collect();
    if honours_key(route) {
        parameters.push(json!({"$ref": "#/components/parameters/IdempotencyKey"}));
    }
    parameters.push(json!({"$ref": "#/components/parameters/AcceptLanguage"}));
    parameters
}

/// The JSON body; `None` where all fields are in the path or the query. No body is the same as an empty object.
pub(super) fn body(route: &Facts, schemas: &Map<String, Value>) -> Option<Value> {
    let in_path: Vec<&str> = route.path_fields().collect();
    let is_sent = |(name, ..): &(&String, &Value, bool)| !in_path.contains(&name.as_str());
    let sent: Vec<_> = fields(route.request, schemas).filter(is_sent).collect();
    if !route.has_body() || sent.is_empty() {
        return None;
    }
    let is_required = sent.iter().any(|(.., is_required)| *is_required);
    let mut example = examples::of(route.request);
    let schema = if in_path.is_empty() {
        json!({"$ref": format!("#/components/schemas/{}", route.request)})
    } else {
        without(&schemas[route.request], &in_path)
    };
    if let Some(fields) = example.as_object_mut() {
        fields.retain(|name, _| !in_path.contains(&name.as_str()));
    }
    Some(json!({"required": is_required, "content": {"application/json": {"schema": schema, "example": example}}}))
}

/// The fields of a request: name, schema, whether it is required.
fn fields<'a>(request: &str, schemas: &'a Map<String, Value>) -> impl Iterator<Item = (&'a String, &'a Value, bool)> {
    let schema = &schemas[request];
    let required = schema["required"].as_array();
    let fields = schema["properties"].as_object().into_iter().flatten();
    fields.map(move |(name, field)| (name, field, required.is_some_and(|required| required.contains(&json!(name)))))
}

/// A parameter has no `null`: an absent value is left out.
fn parameter(name: &str, place: &str, schema: &Value, is_required: bool, example: &Value) -> Value {
    let mut schema = schema.clone();
    if let Some([shape, null]) = schema["oneOf"].as_array().map(Vec::as_slice)
        && null["type"] == "null"
    {
        schema = shape.clone();
    }
    let parts = schema.as_object_mut().expect("BUG: a field has a schema");
    if let Some([kind, _]) = parts.get("type").and_then(Value::as_array).map(Vec::as_slice) {
        let kind = kind.clone();
        parts.insert("type".to_owned(), kind);
    }
    let description = parts.remove("description").unwrap_or_default();
    let mut parameter =
        json!({"name": name, "in": place, "required": is_required, "description": description, "schema": schema});
    if !example.is_null() {
        parameter["example"] = example.clone();
    }
    parameter
}

/// The schema without the fields that are in the path.
fn without(schema: &Value, names: &[&str]) -> Value {
    let mut schema = schema.clone();
    if let Some(fields) = schema["properties"].as_object_mut() {
        fields.retain(|name, _| !names.contains(&name.as_str()));
    }
    if let Some(required) = schema["required"].as_array_mut() {
        required.retain(|name| !names.iter().any(|known| name == known));
    }
    schema
}

/// The parameters that [`parameters`] refers to.
pub(super) fn shared() -> Value {
    json!({
        "IdempotencyKey": {
            "name": "Idempotency-Key",
            "in": "header",
            "required": false,
            "description": "For a request that may be repeated: for 24 hours the same key with the same request gets the \
                first answer again; with another request it is refused.",
            "schema": {"type": "string", "pattern": "^[!-~]([ -~]{0,62}[!-~])?$"},
            "example": "4a1b0c5e-order-1",
        },
        "AcceptLanguage": {
            "name": "Accept-Language",
            "in": "header",
            "required": false,
            "description": "The language of messages: `ko` (the default) or `en`.",
            "schema": {"type": "string"},
            "example": "en",
        },
    })
}
