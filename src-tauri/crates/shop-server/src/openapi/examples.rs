//! Examples of requests and answers, by the names of their schemas. In the file a text `@Name` stands for the example of that
//! name. A test validates each with its schema.

use std::sync::LazyLock;

use serde_json::Value;

static EXAMPLES: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("examples.json")).expect("BUG: the examples are JSON"));

/// The example of a schema; `null` where there is none.
pub(super) fn of(schema: &str) -> Value {
    let mut example = EXAMPLES[schema].clone();
    resolve(&mut example);
    example
}

fn resolve(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Some(schema) = text.strip_prefix('@') {
                *value = of(schema);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(resolve),
        Value::Object(fields) => fields.values_mut().for_each(resolve),
        _ => {}
    }
}
