//! The arguments of an invocation, checked before its command runs. Tauri answers arguments of a wrong type with a sentence of
//! its own, and the page expects `{code, message, details}` each time.

use serde_json::{Map, Value};
use shop_contract::{ErrorView, ShopError};
use tauri::Runtime;
use tauri::ipc::{Invoke, InvokeBody, JavaScriptChannelId};

use crate::window::language;

/// The commands without a request.
const WITHOUT_REQUEST: [&str; 4] = ["logout", "fill_with_demo_data", "subscribe_events", "quit_window"];

/// The commands that send messages to the page, and the argument that names the channel.
const CHANNELS: [(&str, &str); 5] = [
    ("fill_with_demo_data", "progress"),
    ("reset_demo", "progress"),
    ("run_lab", "progress"),
    ("subscribe_events", "channel"),
    ("attach_menu", "channel"),
];

/// The commands behind the check of their arguments.
pub fn checked<R: Runtime>(
    commands: impl Fn(Invoke<R>) -> bool + Send + Sync + 'static,
) -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    move |invoke| match refusal(invoke.message.command(), invoke.message.payload()) {
        Some(refusal) => {
            invoke.resolver.reject(refusal);
            true
        }
        None => commands(invoke),
    }
}

/// Whether the command has a request.
pub fn takes_request(command: &str) -> bool {
    !WITHOUT_REQUEST.contains(&command)
}

/// The refusal of arguments that the command cannot take.
fn refusal(command: &str, body: &InvokeBody) -> Option<ErrorView> {
    let InvokeBody::Json(Value::Object(arguments)) = body else {
        return Some(invalid("request", "an object with the arguments", None));
    };
    let lang = arguments.get("lang").and_then(Value::as_str);
    let (field, reason) = fault(command, arguments)?;
    Some(invalid(field, reason, lang))
}

/// The first argument that is missing or of a wrong type, and what it has to be.
fn fault(command: &str, arguments: &Map<String, Value>) -> Option<(&'static str, &'static str)> {
    let is_text = |name: &str| arguments.get(name).is_none_or(|value| value.is_null() || value.is_string());
    if let Some(name) = ["lang", "idempotencyKey"].into_iter().find(|name| !is_text(name)) {
        return Some((name, "a text"));
    }
    let is_channel = |name: &str| {
        let text = arguments.get(name).and_then(Value::as_str);
        text.is_some_and(|text| text.parse::<JavaScriptChannelId>().is_ok())
    };
    if let Some((_, name)) = CHANNELS.into_iter().find(|(of, name)| *of == command && !is_channel(name)) {
        return Some((name, "a channel"));
    }
    let lacks_request = !arguments.contains_key("request") && takes_request(command);
    lacks_request.then_some(("request", "missing"))
}

fn invalid(field: &str, reason: &str, lang: Option<&str>) -> ErrorView {
    ShopError::invalid(field, reason).view(language(lang))
}
