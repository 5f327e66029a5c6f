//! The document is complete and consistent: every operation has its summary and examples, every reference resolves, every
//! example fits its schema.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::*;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// Path, method, operation.
fn operations() -> Vec<(String, String, &'static Value)> {
    let paths = document()["paths"].as_object().expect("there are paths");
    let of_path = |(path, item): (&String, &'static Value)| {
        let found = METHODS.iter().filter_map(|method| Some(((*method).to_owned(), item.get(method)?)));
        found.map(|(method, operation)| (path.clone(), method, operation)).collect::<Vec<_>>()
    };
    paths.iter().flat_map(of_path).collect()
}

/// A schema of the document with all that it refers to.
fn validator(schema: &Value) -> jsonschema::Validator {
    let mut whole = schema.clone();
    whole["components"] = document()["components"].clone();
    jsonschema::options().should_validate_formats(true).build(&whole).expect("the schema is one")
}

#[test]
fn every_operation_has_its_words_and_every_row_its_operation() {
    let routes: BTreeSet<&str> = LISTED.iter().chain(&SESSIONS).map(|route| route.name).collect();
    let rows: BTreeSet<&str> = words::WORDS.iter().map(|(name, ..)| *name).collect();
    assert_eq!(rows, routes, "each operation needs a row in words.rs, with its refusals");
    assert_eq!(rows.len(), words::WORDS.len(), "and no more than one");
    let tags: BTreeSet<&str> = words::TAGS.iter().map(|(name, _)| *name).collect();
    for route in LISTED {
        assert!(tags.contains(route.noun), "the tag {} is explained", route.noun);
    }
}

#[test]
fn every_operation_is_in_the_document_once() {
    let mut ids = BTreeSet::new();
    for (path, method, operation) in operations() {
        let id = operation["operationId"].as_str().expect("it has a name");
        assert!(ids.insert(id), "{method} {path}: {id} is taken");
    }
    assert_eq!(ids.len(), LISTED.len() + SESSIONS.len() + plain::paths().len(), "none hides another");
}

#[test]
fn every_reference_resolves_and_every_component_is_used() {
    let mut references = BTreeSet::new();
    collect(document(), &mut references);
    for reference in &references {
        assert!(document().pointer(&reference[1..]).is_some(), "{reference} leads nowhere");
    }
    for kind in ["schemas", "responses", "examples", "parameters", "headers"] {
        for name in document()["components"][kind].as_object().into_iter().flat_map(Map::keys) {
            assert!(references.contains(&format!("#/components/{kind}/{name}")), "nothing refers to {kind} {name}");
        }
    }
}

#[test]
fn every_json_that_is_sent_or_answered_has_an_example_that_fits() {
    for (path, method, operation) in operations() {
        let bodies = operation.get("requestBody").into_iter();
        let answers = operation["responses"].as_object().into_iter().flatten();
        for media in
            bodies.chain(answers.map(|(_, answer)| answer)).filter_map(|part| part["content"].get("application/json"))
        {
            if media["schema"] == json!({"type": "object"}) {
                continue;
            }
            let faults: Vec<String> =
                validator(&media["schema"]).iter_errors(&media["example"]).map(|error| error.to_string()).collect();
            assert!(faults.is_empty(), "{method} {path}: {} {faults:?}", media["example"]);
        }
        for parameter in
            operation["parameters"].as_array().into_iter().flatten().filter(|one| one["example"] != Value::Null)
        {
            assert!(validator(&parameter["schema"]).is_valid(&parameter["example"]), "{method} {path}: {parameter}");
        }
    }
}

#[test]
fn every_refusal_has_an_example_that_fits() {
    for (name, response) in document()["components"]["responses"].as_object().expect("there are responses") {
        let media = &response["content"]["application/json"];
        let validator = validator(&media["schema"]);
        for (code, reference) in media["examples"].as_object().expect("there are examples") {
            let example = &document()
                .pointer(&reference["$ref"].as_str().expect("a reference")[1..])
                .expect("it is there")["value"];
            assert_eq!(&example["code"], code, "the example of {code} is one of it");
            assert!(validator.is_valid(example), "{name}: {example}");
            assert!(!validator.is_valid(&json!({"code": "WHATEVER", "message": "m"})), "no other code is answered");
        }
    }
}

#[test]
fn every_operation_of_a_kind_has_the_shared_statuses() {
    // Sorted here: whether a JSON object keeps its order depends on a feature that other crates may enable.
    let statuses = |operation: &Value| {
        let all = operation["responses"].as_object();
        all.map(|all| all.keys().cloned().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>())
    };
    let find = |id: &str| operations().into_iter().find(|(.., one)| one["operationId"] == id).expect("it is there").2;
    for (id, expected) in [
        ("get_cart", "200 400 401 403 429 500 503"),
        ("get_product", "200 400 401 403 404 429 500 503"),
        ("login", "200 400 401 403 413 429 500 503"),
        ("logout", "204 400 403 413 429 500 503"),
        ("pay_order", "200 400 401 403 404 409 413 429 500 503"),
        ("change_cart_item", "200 204 400 401 403 404 409 413 429 500 503"),
        ("is_ready", "200 403 429 500 503"),
    ] {
        assert_eq!(statuses(find(id)).unwrap_or_default().join(" "), expected, "{id}");
    }
    assert_eq!(
        find("change_cart_item")["requestBody"]["content"]["application/json"]["schema"]["required"],
        json!(["quantity"]),
        "the path has the id"
    );
    assert_eq!(find("cancel_order").get("requestBody"), None, "all fields are in the path");
    assert_eq!(find("get_product")["security"], json!([{}, {"bearer": []}]), "a token is welcome, not needed");
}
