//! Requests that no page of the shop sends: other types, deep nesting, numbers beyond all bounds, fields too many or too few, NUL,
//! very long texts. Each command refuses them with an error of the contract, and nothing is written.

use serde_json::{Map, Value, json};
use shop_app::user::SessionSecret;
use shop_contract::{Access, ErrorCode};
use shop_tests::listed::operation::Operation;
use shop_tests::listed::rows::row;
use shop_tests::listed::stage::Stage;
use tauri::ipc::InvokeBody;

use super::TestWindow;
use super::own::{self, Outcome};
use crate::commands::arguments::takes_request;

/// Levels of nesting; the JSON parser before the commands refuses more than 128.
const DEPTH: usize = 100;
/// Characters of a text that is longer than any field takes.
const LONG: usize = 1_000_000;

/// A value as deep as it can come.
fn deep() -> Value {
    (0..DEPTH).fold(json!(1), |inner, level| if level % 2 == 0 { json!([inner]) } else { json!({ "a": inner }) })
}

/// Values that no field takes in the place of this one.
fn wrong_values(value: &Value) -> Vec<Value> {
    let mut wrong = vec![deep(), json!({"$ne": null}), json!([[null]])];
    match value {
        Value::Number(_) => wrong.extend([
            json!("1"),
            json!(true),
            json!(0.5),
            json!(1e308),
            json!(-1e308),
            json!(u64::MAX),
            json!(i64::MAX),
            json!(i64::MIN),
            json!(9_007_199_254_740_992_i64),
        ]),
        Value::String(_) => wrong.extend([json!(1), json!(false)]),
        Value::Bool(_) => wrong.extend([json!(0), json!("true"), json!("")]),
        Value::Array(_) => wrong.extend([json!(1), json!("[]"), json!({})]),
        Value::Object(_) | Value::Null => wrong.extend([json!(1), json!("{}"), json!([])]),
    }
    wrong
}

/// Texts that no field of a write takes in the place of this one; a search may find nothing for them.
fn odd_values(value: &Value) -> Vec<Value> {
    if value.is_string() { vec![json!("가".repeat(LONG)), json!("가\u{0}나")] } else { Vec::new() }
}

/// The request with each of its values, at any depth, replaced by each wrong one.
fn replaced(request: &Value) -> Vec<Value> {
    with_each(request, wrong_values)
}

/// The same with the odd texts.
fn odd(request: &Value) -> Vec<Value> {
    with_each(request, odd_values)
}

fn with_each(request: &Value, values: impl Fn(&Value) -> Vec<Value>) -> Vec<Value> {
    let mut all = Vec::new();
    for pointer in pointers(request, "") {
        let value = request.pointer(&pointer).expect("BUG: the pointer was just made");
        for wrong in values(value) {
            let mut request = request.clone();
            *request.pointer_mut(&pointer).expect("BUG: the pointer was just made") = wrong;
            all.push(request);
        }
    }
    all
}

/// The pointers of all values in it.
fn pointers(value: &Value, at: &str) -> Vec<String> {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, field)| (format!("{at}/{name}"), field)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, item)| (format!("{at}/{index}"), item)).collect(),
        _ => Vec::new(),
    };
    let deeper = |(at, value): &(String, &Value)| [vec![at.clone()], pointers(value, at)].concat();
    children.iter().flat_map(deeper).collect()
}

/// Requests that are none of the command, whatever fields it has.
fn shapeless() -> Vec<Value> {
    let crowded: Map<String, Value> = (0..1_000).map(|number| (format!("field{number}"), Value::Null)).collect();
    vec![
        json!(null),
        json!(true),
        json!(1),
        json!(-1e308),
        json!("{}"),
        json!("\u{0}"),
        json!([[]]),
        json!([{}, {}]),
        deep(),
        json!({"__proto__": {"isAdmin": true}}),
        json!({"\u{0}": 1}),
        json!({"": {}}),
        Value::Object(crowded),
    ]
}

/// Each request without one of its fields.
fn shortened(request: &Value) -> Vec<Value> {
    let fields = request.as_object().expect("a request is an object");
    let without = |name: &String| {
        let mut rest = fields.clone();
        rest.remove(name);
        Value::Object(rest)
    };
    fields.keys().map(without).collect()
}

/// The request with a field that no command has.
fn lengthened(request: &Value) -> Value {
    let mut more = request.clone();
    more["isAdmin"] = json!(true);
    more
}

/// A command with a good request.
struct Tried {
    name: &'static str,
    access: Access,
    /// Whether it may answer a text of odd characters: as a search does, or with the faults of a table.
    is_read: bool,
    /// Whether it can do its work in a test.
    is_done_here: bool,
    request: Value,
}

async fn commands(window: &TestWindow) -> (Vec<Tried>, [SessionSecret; 2]) {
    let (owner, stage) = Stage::set(&window.site).await;
    let listed = Operation::ALL.iter().map(|operation| (operation.listed(), row(*operation, &stage).0));
    let listed = listed.map(|(facts, request)| Tried {
        name: facts.name,
        access: facts.access,
        is_read: facts.is_read() || facts.name == "import_tracking",
        is_done_here: true,
        request,
    });
    let own = own::all(&owner.email).into_iter().filter(|own| takes_request(own.name));
    let own = own.map(|own| Tried {
        name: own.name,
        access: own.access,
        is_read: false,
        is_done_here: !matches!(own.outcome, Outcome::NotHere(_)),
        request: own.request,
    });
    let secrets = [window.sign_in(&owner).await, window.sign_in(&window.site.admin().await).await];
    (listed.chain(own).collect(), secrets)
}

/// A wrong password or code is counted, so that it cannot be guessed: these write where they refuse.
const COUNT_TRIES: [&str; 4] = ["login", "change_password", "reset_password", "leave_shop"];

/// What is wrong with the answer to a request that is to be refused by the contract, without a failure inside and without a
/// write; `may_answer` where an answer is right as well.
fn fault(window: &TestWindow, command: &str, request: &Value, may_answer: bool) -> Option<String> {
    let before = window.contents.hash();
    let answer = window.invoke(command, request);
    let fault = match answer {
        Err(refusal) if refusal.code.status() >= 500 => format!("fails inside: {refusal:?}"),
        Err(refusal) if window.contents.hash() != before && !COUNT_TRIES.contains(&command) => {
            format!("refuses and writes: {refusal:?}")
        }
        Ok(answer) if !may_answer => format!("answers {answer}"),
        _ => return None,
    };
    let cut = |text: &str| text.chars().take(200).collect::<String>();
    Some(format!("{command} with {}: {}", cut(&request.to_string()), cut(&fault)))
}

#[tokio::test]
async fn a_request_of_a_wrong_shape_is_refused_by_every_command() {
    let window = TestWindow::open().await;
    let (commands, [owner, admin]) = commands(&window).await;
    let mut faults = Vec::new();
    for (secret, is_admin) in [(&owner, false), (&admin, true)] {
        window.hold(Some(secret)).await;
        let tried = || commands.iter().filter(|tried| tried.access.role().is_some() == is_admin);
        for Tried { name, is_read, is_done_here, request, .. } in tried() {
            let wrong = [shapeless(), replaced(request), vec![lengthened(request)]].concat();
            faults.extend(wrong.iter().filter_map(|request| fault(&window, name, request, false)));
            let odd = if *is_done_here { odd(request) } else { Vec::new() };
            faults.extend(odd.iter().filter_map(|request| fault(&window, name, request, *is_read)));
        }
        // A field may be one that can be left out: then the command does its work, so this comes last.
        for Tried { name, request, .. } in tried().filter(|tried| tried.is_done_here) {
            faults.extend(shortened(request).iter().filter_map(|request| fault(&window, name, request, true)));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test]
async fn arguments_of_a_wrong_type_are_refused_by_the_contract() {
    let window = TestWindow::open().await;
    let (commands, _) = commands(&window).await;
    let names = commands.iter().map(|tried| tried.name).chain(["logout", "fill_with_demo_data", "subscribe_events"]);
    for name in names {
        let bodies = [
            InvokeBody::Raw(vec![0xff; 64]),
            InvokeBody::Json(json!(null)),
            InvokeBody::Json(json!([1])),
            InvokeBody::Json(json!("{}")),
            InvokeBody::Json(json!({"request": {}, "lang": 5, "channel": 5, "progress": {}})),
            InvokeBody::Json(json!({"request": {}, "idempotencyKey": [deep()]})),
            InvokeBody::Json(json!({"lang": "../../etc/passwd", "channel": "__CHANNEL__:x", "progress": "7"})),
        ];
        for body in bodies {
            let (shown, before) = (format!("{body:?}"), window.contents.hash());
            let answer = window.invoke_with(name, body);
            let is_open_to_all = answer.is_ok() && name == "logout";
            let is_refused = answer.as_ref().is_err_and(|error| error.code == ErrorCode::InvalidInput);
            assert!(is_refused || is_open_to_all, "{name} with {shown:.100}: {answer:?}");
            assert_eq!(window.contents.hash(), before, "{name} with {shown:.100}: it writes");
        }
    }
    // An idempotency key that is none is refused before anything is done.
    for key in ["", "가", "\u{0}", &"k".repeat(65)] {
        let arguments = json!({"request": {"amount": 1_000}, "idempotencyKey": key});
        let answer = window.invoke_with("charge_points", InvokeBody::Json(arguments));
        assert!(answer.is_err_and(|error| error.code.status() < 500), "the key {key:?}");
    }
}

#[tokio::test]
async fn a_request_that_is_taken_is_seen() {
    let window = TestWindow::open().await;
    let (commands, [owner, _]) = commands(&window).await;
    window.hold(Some(&owner)).await;
    for name in ["get_cart", "add_cart_item"] {
        let good = commands.iter().find(|tried| tried.name == name).expect("it is listed");
        let before = window.contents.hash();
        assert!(fault(&window, name, &good.request, false).is_some(), "{name} takes a good request");
        assert_eq!(window.contents.hash() == before, good.is_read, "{name}: only a write is one");
    }
}
