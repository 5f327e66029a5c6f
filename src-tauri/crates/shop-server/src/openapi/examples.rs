//! Requests and answers as they might read, by the names of their shapes. In the file a text `@Name` stands for the
//! example of that name. A test holds each to its schema.

use std::sync::LazyLock;

use serde_json::Value;

static EXAMPLES: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("examples.json")).expect("BUG: the examples are JSON"));

/// The example of a shape; `null` where there is none.
pub(super) fn of(shape: &str) -> Value {
    let mut example = EXAMPLES[shape].clone();
    resolve(&mut example);
    example
}

fn resolve(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Some(shape) = text.strip_prefix('@') {
                *value = of(shape);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(resolve),
        Value::Object(fields) => fields.values_mut().for_each(resolve),
        _ => {}
    }
}
