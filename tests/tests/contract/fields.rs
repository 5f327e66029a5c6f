//! The fields of every request, as the published document names them, so that a test over them cannot forget one.

use serde_json::{Value, json};

use crate::document::Document;
use crate::operation::Operation;

/// One field of a request.
#[derive(Debug, Clone)]
pub struct Field {
    /// Where it stands in the operation's input.
    pub pointer: String,
    /// Its schema.
    pub schema: Value,
}

impl Field {
    /// Its own name.
    pub fn name(&self) -> &str {
        self.pointer.rsplit('/').next().unwrap_or_default()
    }

    /// Whether it is an instant, or the end of a period, which may be one.
    pub fn is_instant(&self) -> bool {
        let is_end = self.schema["pattern"].as_str().is_some_and(|pattern| pattern.contains("T[0-9:.]"));
        self.schema["format"] == "date-time" || is_end
    }

    /// Whether it is a text of any other kind.
    pub fn is_text(&self) -> bool {
        let kinds = self.schema["type"].as_array().cloned().unwrap_or_else(|| vec![self.schema["type"].clone()]);
        kinds.contains(&json!("string")) && self.schema.get("enum").is_none() && !self.is_instant()
    }

    /// Puts a value there; objects on the way are made where they are absent.
    pub fn put(&self, input: &mut Value, value: Value) {
        let mut at = input;
        for name in self.pointer.split('/').skip(1) {
            at = &mut at[name];
        }
        *at = value;
    }
}

/// All fields of an operation's request but those in the path and in lists.
pub fn fields(document: &Document, operation: Operation) -> Vec<Field> {
    let listed = operation.listed();
    let described = &document.0["paths"][listed.path][listed.method.to_lowercase()];
    let mut found = Vec::new();
    for parameter in described["parameters"].as_array().into_iter().flatten() {
        let parameter = resolve(document, parameter);
        if parameter["in"] == "query" {
            let pointer = format!("/{}", parameter["name"].as_str().unwrap_or_default());
            found.push(Field { pointer, schema: resolve(document, &parameter["schema"]).clone() });
        }
    }
    let body = resolve(document, &described["requestBody"]);
    gather(document, &body["content"]["application/json"]["schema"], "", &mut found);
    found
}

fn gather(document: &Document, schema: &Value, pointer: &str, found: &mut Vec<Field>) {
    let schema = resolve(document, schema);
    for part in ["allOf", "oneOf", "anyOf"].iter().flat_map(|key| schema[key].as_array().into_iter().flatten()) {
        gather(document, part, pointer, found);
    }
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let pointer = format!("{pointer}/{name}");
        found.push(Field { pointer: pointer.clone(), schema: resolve(document, field).clone() });
        gather(document, field, &pointer, found);
    }
}

/// What a reference points to.
fn resolve<'a>(document: &'a Document, value: &'a Value) -> &'a Value {
    let Some(pointer) = value["$ref"].as_str() else { return value };
    document.0.pointer(pointer.trim_start_matches('#')).unwrap_or_else(|| panic!("{pointer} leads nowhere"))
}
