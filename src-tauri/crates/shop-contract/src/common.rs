//! Shapes that several nouns share, and the one door through which outside input is parsed.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use shop_domain::limits::MAX_SAFE_INTEGER;
use utoipa::ToSchema;

use super::error::ShopError;

/// A request without content.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Empty {}

/// An answer without content.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Done {}

/// A request that names one thing.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ById {
    /// The id of the thing.
    #[schema(minimum = 1)]
    pub id: i64,
}

/// One page of a list.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListPage {
    /// Where the page before ended, as its `nextCursor` said.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// Defines the answer of a keyset-paged list.
macro_rules! page {
    ($(#[$doc:meta])* $name:ident of $item:ty) => {
        $(#[$doc])*
        #[derive(Debug, Clone, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            /// The rows of this page.
            pub items: Vec<$item>,
            /// Send it back as `cursor` for the next page; absent on the last.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub next_cursor: Option<String>,
        }
    };
}
pub(crate) use page;

/// Parses outside input into a request.
///
/// # Errors
/// `INVALID_INPUT` whose details name the field, for a wrong type, a missing or an unknown field, and for an integer that
/// JavaScript would not keep exact.
pub fn parse<T: DeserializeOwned>(input: Value) -> Result<T, ShopError> {
    if let Some(field) = unsafe_integer(&input) {
        return Err(ShopError::invalid(&field, "beyond 2^53 - 1"));
    }
    serde_path_to_error::deserialize(&input).map_err(|error| {
        let path = error.path().to_string();
        let reason = error.inner().to_string();
        let field = if path == "." { unknown_field(&reason) } else { path };
        ShopError::invalid(&field, &reason)
    })
}

/// Where an integer stands that is beyond 2^53 − 1, if one does.
fn unsafe_integer(input: &Value) -> Option<String> {
    let join = |name: &str, rest: String| if rest.is_empty() { name.to_owned() } else { format!("{name}.{rest}") };
    match input {
        Value::Number(number) => {
            let exact = number.is_f64() || number.as_i64().is_some_and(|n| n.unsigned_abs() <= MAX_SAFE_INTEGER as u64);
            (!exact).then(String::new)
        }
        Value::Array(items) => items.iter().find_map(unsafe_integer),
        Value::Object(fields) => fields.iter().find_map(|(name, field)| Some(join(name, unsafe_integer(field)?))),
        _ => None,
    }
}

/// Serde names an unknown or missing field only in its message, between backticks.
fn unknown_field(reason: &str) -> String {
    reason.split('`').nth(1).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::ErrorCode;

    fn field_of(input: Value) -> Value {
        let error = parse::<ById>(input).expect_err("the input is bad");
        assert_eq!(error.code, ErrorCode::InvalidInput, "bad input has one code");
        error.sent_details().expect("details name the field")["fields"][0]["field"].clone()
    }

    #[test]
    fn bad_input_names_its_field() {
        for bad in [json!(1.5), json!("2"), json!(null), json!(true), json!(1e30), json!([1])] {
            assert_eq!(field_of(json!({"id": bad})), "id", "{bad} is not an id");
        }
        for beyond in [json!(i64::MAX), json!(u64::MAX), json!(9_007_199_254_740_992_i64)] {
            assert_eq!(field_of(json!({"id": beyond})), "id", "{beyond} would not come back as it went");
        }
        assert!(parse::<ById>(json!({"id": 9_007_199_254_740_991_i64})).is_ok(), "2^53 - 1 does");
        assert_eq!(field_of(json!({})), "id", "a missing field is named");
        assert_eq!(field_of(json!({"id": 1, "price": 2})), "price", "an unknown field is named");
    }
}
