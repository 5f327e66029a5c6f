//! The kinds of the fields of each operation's request, from its schema; for fields that come as text in the path or query.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::Value;
use shop_contract::operation::LISTED;
use shop_contract::written_schemas;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    Integer,
    Boolean,
    Text,
}

type Fields = HashMap<String, FieldKind>;

static OPERATIONS: LazyLock<HashMap<&'static str, Fields>> = LazyLock::new(|| {
    let document = written_schemas();
    let fields = |request: &str| fields_of(&document["components"]["schemas"][request]);
    LISTED.iter().map(|facts| (facts.name, fields(facts.request))).collect()
});

/// The kind of a field; text where the operation has no such field, which it refuses itself.
pub fn field_kind(operation: &str, field: &str) -> FieldKind {
    OPERATIONS.get(operation).and_then(|fields| fields.get(field)).copied().unwrap_or(FieldKind::Text)
}

fn fields_of(schema: &Value) -> Fields {
    let properties = schema["properties"].as_object();
    properties.into_iter().flatten().map(|(name, property)| (name.clone(), kind(property))).collect()
}

fn kind(property: &Value) -> FieldKind {
    // A field that may be absent has the type and `null`.
    let is = |kind: &str| match &property["type"] {
        Value::Array(kinds) => kinds.iter().any(|given| given == kind),
        given => given == kind,
    };
    if is("integer") {
        FieldKind::Integer
    } else if is("boolean") {
        FieldKind::Boolean
    } else {
        FieldKind::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_a_field_is_that_of_its_schema() {
        for (operation, field, expected) in [
            ("get_product", "id", FieldKind::Integer),
            ("list_products", "limit", FieldKind::Integer),
            ("list_products", "inStock", FieldKind::Boolean),
            ("list_products", "q", FieldKind::Text),
            ("list_products", "ids", FieldKind::Text),
            ("list_products", "noSuchField", FieldKind::Text),
        ] {
            assert_eq!(field_kind(operation, field), expected, "{operation}.{field}");
        }
    }
}
