//! The published OpenAPI document, to hold answers against.

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::http::Answer;
use crate::operation::Operation;

/// The document.
pub struct Document(pub Value);

impl Document {
    /// As the server publishes it.
    pub fn read() -> Self {
        Self(shop_server::openapi::document().clone())
    }

    /// Asserts that an answer is one that the document describes for this operation.
    #[track_caller]
    pub fn holds(&self, operation: Operation, answer: &Answer) {
        let listed = operation.listed();
        self.holds_at(listed.method, listed.path, answer);
    }

    /// The same for any method and path.
    #[track_caller]
    pub fn holds_at(&self, method: &str, path: &str, answer: &Answer) {
        let why = format!("{method} {path} answers {}", answer.status);
        let described = &self.0["paths"][path][method.to_lowercase()]["responses"][answer.status.to_string()];
        assert!(described.is_object(), "{why}, which the document does not know");
        let described = self.resolve(described);
        match described["content"]["application/json"].get("schema") {
            Some(schema) => self.fits(schema, &answer.body, &why),
            None => assert!(answer.body.is_null(), "{why}, where the document knows no body: {}", answer.body),
        }
    }

    #[track_caller]
    fn fits(&self, schema: &Value, body: &Value, why: &str) {
        let whole = json!({"allOf": [schema], "components": self.0["components"]});
        let validator: Validator = jsonschema::draft202012::new(&whole).expect("the document's schemas are schemas");
        let faults: Vec<String> = validator.iter_errors(body).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{why}, not as described: {faults:?} in {body}");
        assert!(!has_null(body), "{why}: what is absent is absent, not null: {body}");
    }

    /// What a reference points to.
    fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        let Some(pointer) = value["$ref"].as_str() else { return value };
        self.0.pointer(pointer.trim_start_matches('#')).unwrap_or_else(|| panic!("{pointer} leads nowhere"))
    }
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(fields) => fields.values().any(has_null),
        _ => false,
    }
}
