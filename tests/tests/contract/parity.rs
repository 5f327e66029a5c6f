//! Window and server offer the same: each operation is a command and a route, and no route is without its line in the
//! published document.

use std::collections::BTreeSet;

use serde_json::Value;
use shop_contract::ErrorCode;

use crate::document::Document;
use crate::http::Site;
use crate::operation::Operation;

/// Routes that are no operation: what only a client over HTTP needs.
const BESIDE: [(&str, &str); 11] = [
    ("post", "/v1/auth/login"),
    ("post", "/v1/auth/refresh"),
    ("post", "/v1/auth/logout"),
    ("post", "/v1/sale-room/join"),
    ("get", "/v1/events"),
    ("get", "/v1/openapi.json"),
    ("get", "/docs"),
    ("get", "/metrics"),
    ("get", "/healthz"),
    ("get", "/readyz"),
    ("get", "/images/{name}"),
];

#[test]
fn every_operation_is_granted_to_the_window() {
    let file = std::fs::read_to_string(shop_tests::root().join("src-tauri/capabilities/main.json")).expect("the file");
    let capability: Value = serde_json::from_str(&file).expect("JSON");
    let granted = capability["permissions"].as_array().expect("permissions");
    for operation in Operation::ALL {
        let permission = format!("allow-{}", operation.listed().name.replace('_', "-"));
        assert!(granted.iter().any(|name| *name == permission.as_str()), "the window lacks {operation:?}");
    }
}

#[test]
fn the_document_has_every_operation_and_nothing_unknown() {
    let document = Document::read();
    let mut known: BTreeSet<(String, String)> =
        BESIDE.iter().map(|(method, path)| ((*method).to_owned(), (*path).to_owned())).collect();
    for operation in Operation::ALL {
        let listed = operation.listed();
        let described = &document.0["paths"][listed.path][listed.method.to_lowercase()];
        assert!(described["responses"][listed.status.to_string()].is_object(), "{operation:?} is not described");
        known.insert((listed.method.to_lowercase(), listed.path.to_owned()));
    }
    for (path, methods) in document.0["paths"].as_object().expect("paths") {
        for method in methods.as_object().expect("methods").keys().filter(|method| *method != "parameters") {
            assert!(known.contains(&(method.clone(), path.clone())), "{method} {path} is no operation");
        }
    }
}

#[tokio::test]
async fn every_operation_has_its_route_and_every_other_method_is_refused() {
    let site = Site::open().await;
    for operation in Operation::ALL {
        let listed = operation.listed();
        let path = listed.path.replace("{id}", "1").replace("{productId}", "1").replace("{optionId}", "1");
        let answer = site.ask(listed.method, &path).send().await;
        let unknown = answer.status == 405 || (answer.status == 404 && answer.body["code"] == "NOT_FOUND");
        assert!(!unknown, "{operation:?} has no route: {} {}", answer.status, answer.body);
        let known = |method: &str| {
            Operation::ALL.iter().any(|one| {
                let one = one.listed();
                one.path == listed.path && one.method == method
            })
        };
        let unknown = ["PUT", "PATCH", "DELETE"].into_iter().find(|method| !known(method)).expect("no path knows all");
        let wrong = site.ask(unknown, &path).send().await;
        assert_eq!(wrong.status, 405, "{path} knows no {unknown}");
        let allow = wrong.header("allow").unwrap_or_default();
        assert!(allow.split(',').any(|method| method.trim() == listed.method), "{path} says what it knows: {allow:?}");
    }
    let answer = site.get("/v1/no/such/thing").send().await;
    answer.refused(ErrorCode::NotFound, "a path that is none");
}
