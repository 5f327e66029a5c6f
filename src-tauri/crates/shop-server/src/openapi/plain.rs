//! The server's own routes, which are no operations of the shop: events, metrics, pictures, health, the document.

use serde_json::{Map, Value, json};
use shop_contract::ErrorCode::{self, InvalidInput, NotFound, Unauthorized};
use shop_contract::{Access, operation};

use super::refusals::{ANYWHERE, responses};

/// Path and path item.
pub(super) fn paths() -> [(&'static str, Value); 6] {
    [
        ("/v1/events", events()),
        ("/v1/openapi.json", document()),
        ("/metrics", metrics()),
        ("/images/{name}", picture()),
        ("/healthz", health("is_alive", "Whether the process is up")),
        ("/readyz", health("is_ready", "Whether the shop can be written to")),
    ]
}

fn events() -> Value {
    let description = "Server-sent events: `event` is the type of the event, `data` a `ShopEvent` as JSON. An event \
        about a user is sent to that user and to admins alone. A comment every 15 seconds keeps the connection open; it \
        ends with the session. After `missed` fetch the shown data again. A session has at most eight streams, a user 64.";
    let product_ids = json!({
        "name": "productIds",
        "in": "query",
        "required": false,
        "description": "Stock events of these products alone: 1 to 100 ids with commas between them; of all when absent.",
        "schema": {"type": "string", "pattern": "^\\+?[0-9]+(,\\+?[0-9]+)*$"},
        "example": "1,2",
    });
    let mut operation =
        get("events", "Changes of the shop, as they happen", Access::Customer, &[InvalidInput, Unauthorized]);
    operation["description"] = json!(description);
    operation["parameters"] = json!([product_ids, {"$ref": "#/components/parameters/AcceptLanguage"}]);
    operation["responses"]["200"] = json!({
        "description": "Events until the connection ends.",
        "content": {"text/event-stream": {
            "schema": {"type": "string", "contentMediaType": "application/json", "contentSchema": {"$ref": "#/components/schemas/ShopEvent"}},
            "example": "event: stock\ndata: {\"type\":\"stock\",\"productId\":1,\"availableQuantity\":119}\n\n",
        }},
    });
    json!({"get": operation})
}

fn document() -> Value {
    let mut operation = get("get_document", "This document", Access::Public, &[]);
    operation["responses"]["200"] =
        json!({"description": "OpenAPI 3.1.", "content": {"application/json": {"schema": {"type": "object"}}}});
    json!({"get": operation})
}

fn metrics() -> Value {
    let summary = "The metrics of the running program, for Prometheus";
    let mut operation = get("scrape", summary, operation::get_metrics.facts().access, &[Unauthorized]);
    operation["description"] =
        json!("For an owner or a manager, and for a collector that sends the token of `make_metrics_token` as bearer.");
    operation["responses"]["200"] = json!({
        "description": "Text in the exposition format 0.0.4.",
        "content": {"text/plain": {"schema": {"type": "string"}}},
    });
    json!({"get": operation})
}

fn picture() -> Value {
    let summary = "The picture of a product, by its `imageUrl`";
    let mut operation = get("get_picture", summary, Access::Public, &[InvalidInput, NotFound]);
    operation["description"] = json!(
        "A picture never changes under its name. It has a strong `ETag`: `If-None-Match` answers 304, `Range` a part \
        (one range; of several the whole is answered), `If-Range` the whole where the tag is another, `If-Match` 412."
    );
    operation["parameters"] = json!([
        {
            "name": "name",
            "in": "path",
            "required": true,
            "description": "Its name, with the ending of its kind.",
            "schema": {"type": "string", "pattern": "^[a-z0-9-]+\\.(svg|png|jpg|webp)$"},
            "example": "apple-any-any-1f.svg",
        },
        {
            "name": "w",
            "in": "query",
            "required": false,
            "description": "The width at which it is shown, in pixels: up to 480 a small file is answered where there is one.",
            "schema": {"type": "integer", "minimum": 1, "maximum": u32::MAX},
            "example": 480,
        },
        {"$ref": "#/components/parameters/AcceptLanguage"},
    ]);
    let kinds = ["image/svg+xml", "image/png", "image/jpeg", "image/webp"];
    let content: Map<String, Value> = kinds.iter().map(|kind| ((*kind).to_owned(), json!({}))).collect();
    operation["responses"]["200"] = json!({"description": "The picture.", "content": content});
    operation["responses"]["206"] = json!({"description": "The part that `Range` names.", "content": content});
    operation["responses"]["304"] = json!({"description": "The client has it: `If-None-Match` names its tag."});
    operation["responses"]["412"] = json!({"description": "`If-Match` names another picture."});
    operation["responses"]["416"] = json!({"description": "It is shorter than `Range` begins."});
    json!({"get": operation})
}

fn health(operation_id: &str, summary: &str) -> Value {
    let status = |status: &str, description: &str| {
        json!({
            "description": description,
            "content": {"application/json": {
                "schema": {
                    "type": "object",
                    "required": ["status"],
                    "additionalProperties": false,
                    "properties": {"status": {"type": "string", "enum": [status]}},
                },
                "example": {"status": status},
            }},
        })
    };
    let mut operation = get(operation_id, summary, Access::Public, &[]);
    operation["responses"]["200"] = status("ok", "It is.");
    operation["responses"]["503"] = status("unavailable", "It is not.");
    json!({"get": operation})
}

/// A `GET` with its refusals, without its success.
fn get(operation_id: &str, summary: &str, access: Access, own: &[ErrorCode]) -> Value {
    json!({
        "operationId": operation_id,
        "summary": summary,
        "tags": ["server"],
        "security": super::security(access),
        "parameters": [{"$ref": "#/components/parameters/AcceptLanguage"}],
        "responses": responses(&[own, &ANYWHERE].concat()),
    })
}
