//! The shapes of the contract as JSON Schema, for other languages: bounds and patterns are those that the use cases hold
//! requests to, so that what a schema allows is done or refused by a rule of the shop, and what it forbids is bad input.

use serde_json::{Map, Value, json};
use shop_domain::limits::MAX_SAFE_INTEGER;
use utoipa::ToSchema;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;

use super::*;

/// The document of [`schema_document`], as `cargo xtask bindings` has written it.
const WRITTEN: &str = include_str!("schema.json");

/// Every shape of the contract as an OpenAPI 3.1 document without paths, for a program that runs: what makes the document is
/// a tenth of a program's code and always makes the same. A test holds the two alike.
#[must_use]
pub fn written_schemas() -> Value {
    serde_json::from_str(WRITTEN).expect("BUG: the written document is JSON")
}

/// Every shape of the contract as an OpenAPI 3.1 document without paths, made from the types.
#[must_use]
pub fn schema_document() -> Value {
    let mut schemas = Map::new();
    macro_rules! collect {
        ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $response:ident;)*) => {
            $( add::<$request>(&mut schemas); add::<$response>(&mut schemas); )*
        };
    }
    crate::for_each_operation!(collect);
    add::<JoinSaleRoom>(&mut schemas);
    add::<Login>(&mut schemas);
    add::<TokenPair>(&mut schemas);
    add::<RefreshToken>(&mut schemas);
    add::<ServerState>(&mut schemas);
    add::<StartServer>(&mut schemas);
    add::<ErrorView>(&mut schemas);
    add::<ErrorDetails>(&mut schemas);
    schemas.insert("ErrorView".to_owned(), error_view(&schemas["ErrorDetails"]));
    add::<ShopEvent>(&mut schemas);
    add::<DemoProgress>(&mut schemas);
    add::<DemoShoppers>(&mut schemas);
    add::<SetDemoShoppers>(&mut schemas);
    add::<BeginOwnShop>(&mut schemas);
    add::<RunLab>(&mut schemas);
    add::<LabProgress>(&mut schemas);
    add::<LabOutcome>(&mut schemas);
    add::<LabReport>(&mut schemas);
    add::<RaceLab>(&mut schemas);
    add::<LabRace>(&mut schemas);
    add::<PullThePlug>(&mut schemas);
    add::<LabPlug>(&mut schemas);
    add::<LabFailure>(&mut schemas);
    add::<AttachMenu>(&mut schemas);
    add::<PageCue>(&mut schemas);
    add::<Recovery>(&mut schemas);
    add::<RecoverShop>(&mut schemas);
    add::<About>(&mut schemas);
    add::<SavePdf>(&mut schemas);
    add::<CrashNotice>(&mut schemas);
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {"title": "Jangteo", "version": env!("CARGO_PKG_VERSION")},
        "paths": {},
        "components": {"schemas": schemas},
    });
    // A dependency of the tests makes serde_json keep the order of insertion; the document must not depend on it.
    document.sort_all_objects();
    document
}

/// The codes whose details may be missing.
const MAY_LACK_DETAILS: [ErrorCode; 4] =
    [ErrorCode::Conflict, ErrorCode::Forbidden, ErrorCode::ProductNotFound, ErrorCode::CartItemNotFound];

/// An error as it crosses a face: one alternative for each code that has details, and one for all other codes.
fn error_view(details: &Value) -> Value {
    let message =
        json!({"type": "string", "description": "A sentence that is safe to show, in the caller's language."});
    let mut bare: Vec<Value> = ErrorCode::ALL.iter().map(|code| json!(code)).collect();
    let mut alternatives = Vec::new();
    for mut alternative in details["oneOf"].as_array().cloned().unwrap_or_default() {
        let code = alternative["properties"]["code"]["enum"][0].take();
        bare.retain(|other| *other != code);
        let may_lack = MAY_LACK_DETAILS.iter().any(|other| json!(other) == code);
        alternative["properties"]["code"] = json!({"type": "string", "enum": [code]});
        alternative["properties"]["message"] = message.clone();
        alternative["required"] =
            if may_lack { json!(["code", "message"]) } else { json!(["code", "message", "details"]) };
        alternatives.push(alternative);
    }
    alternatives.push(json!({
        "type": "object",
        "required": ["code", "message"],
        "properties": {"code": {"type": "string", "enum": bare}, "message": message},
    }));
    json!({"oneOf": alternatives, "description": "Every error as it crosses a face; clients branch on the code."})
}

/// Adds a shape and those that it is made of.
fn add<T: ToSchema>(schemas: &mut Map<String, Value>) {
    let mut found: Vec<(String, RefOr<Schema>)> = vec![(T::name().into_owned(), T::schema())];
    T::schemas(&mut found);
    for (name, schema) in found {
        let mut schema = serde_json::to_value(schema).expect("BUG: a schema is JSON");
        complete(&mut schema);
        schemas.insert(name, schema);
    }
}

/// Says what holds for every shape and cannot be said on a Rust type: integers are such as JavaScript keeps exact, what has
/// no fields is an empty object, and a view leaves out what it has not, it never sends `null`.
fn complete(schema: &mut Value) {
    let Some(parts) = schema.as_object_mut() else {
        return schema.as_array_mut().into_iter().flatten().for_each(complete);
    };
    if parts.get("format").is_some_and(|format| format == "int64") {
        parts.entry("minimum").or_insert(json!(-MAX_SAFE_INTEGER));
        parts.entry("maximum").or_insert(json!(MAX_SAFE_INTEGER));
    }
    if parts.get("type").is_some_and(|kind| kind == "object") {
        let is_request = parts.get("additionalProperties").is_some_and(|more| more == false);
        match parts.get_mut("properties").and_then(Value::as_object_mut) {
            Some(fields) if !is_request => fields.values_mut().for_each(forbid_null),
            Some(_) => {}
            None => drop(parts.insert("additionalProperties".to_owned(), json!(false))),
        }
    }
    parts.values_mut().for_each(complete);
}

/// `null` is one of the types of an optional field, or one of the alternatives where the field is a shape.
fn forbid_null(field: &mut Value) {
    if let Some([kind, null]) = field["type"].as_array().map(Vec::as_slice)
        && null == "null"
    {
        field["type"] = kind.clone();
    } else if let Some([shape, null]) = field["oneOf"].as_array().map(Vec::as_slice)
        && null["type"] == "null"
    {
        *field = shape.clone();
    }
}

#[cfg(test)]
mod tests {
    use shop_domain::limits::*;

    use super::*;

    fn at(schemas: &Value, path: &str) -> Value {
        schemas.pointer(path).cloned().unwrap_or_default()
    }

    #[test]
    fn the_written_document_is_the_one_of_the_types() {
        assert!(written_schemas() == schema_document(), "stale; run `cargo xtask bindings` and commit");
    }

    #[test]
    fn the_bounds_are_those_of_the_rules() {
        let document = schema_document();
        let schemas = &document["components"]["schemas"];
        for (field, bound, expected) in [
            ("AddCartItem/properties/quantity", "minimum", 1),
            ("AddCartItem/properties/quantity", "maximum", MAX_QUANTITY),
            ("ChangeCartItem/properties/quantity", "maximum", MAX_QUANTITY),
            ("ChargePoints/properties/amount", "minimum", CHARGE_MIN),
            ("ChargePoints/properties/amount", "maximum", CHARGE_MAX),
            ("PayOrder/properties/amount", "maximum", MAX_WON),
            ("PlaceOrder/properties/expectedTotal", "maximum", MAX_WON),
            ("PlaceOrder/properties/cartItemIds", "maxItems", MAX_CART_LINES as i64),
            ("PlaceOrder/properties/couponIds", "maxItems", (MAX_CART_LINES + MAX_CART_COUPONS) as i64),
            ("ListPopular/properties/days", "maximum", POPULAR_MAX_DAYS),
            ("ListPopular/properties/limit", "maximum", POPULAR_MAX_LIMIT as i64),
            ("ListProducts/properties/category", "maxLength", *CATEGORY.end() as i64),
            ("Register/properties/password", "minLength", *PASSWORD.start() as i64),
            ("Register/properties/password", "maxLength", *PASSWORD.end() as i64),
            ("ById/properties/id", "maximum", MAX_SAFE_INTEGER),
            ("Product/properties/price", "maximum", MAX_SAFE_INTEGER),
        ] {
            assert_eq!(at(schemas, &format!("/{field}/{bound}")), json!(expected), "{bound} of {field}");
        }
    }

    #[test]
    fn requests_take_null_for_what_is_absent_and_views_never_send_it() {
        let document = schema_document();
        let schemas = &document["components"]["schemas"];
        assert_eq!(at(schemas, "/PlaceOrder/properties/expectedTotal/type"), json!(["integer", "null"]), "a request");
        assert_eq!(at(schemas, "/Product/properties/nameEn/type"), "string", "a text of a view");
        assert_eq!(at(schemas, "/Order/properties/payment/$ref"), "#/components/schemas/Payment", "a shape of a view");
        assert_eq!(at(schemas, "/Done/additionalProperties"), false, "nothing is nothing");
    }
}
