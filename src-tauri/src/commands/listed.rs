//! The operations of the list as commands. Each is performed in a future of one type: a command of Tauri's own would bring
//! a future, a task and a reply of its own type for each operation, which is megabytes of code for a hundred of them.

use std::pin::Pin;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use shop_app::context::{Admits, perform};
use shop_contract::{ErrorView, Operation, ShopError, operation};
use tauri::ipc::{Invoke, InvokeBody, InvokeResponseBody};
use tauri::{Manager as _, Runtime, Webview};

use crate::window::{Window, answer};

/// An operation that is being performed; its answer is JSON.
type Performed = Pin<Box<dyn Future<Output = Result<String, ErrorView>> + Send>>;

/// What a page has asked for.
struct Asked<R: Runtime> {
    webview: Webview<R>,
    request: Value,
    lang: Option<String>,
    idempotency_key: Option<String>,
}

macro_rules! operations {
    ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $response:ident;)*) => {
        /// How an operation is performed; `None` for a command that is none.
        fn performer<R: Runtime>(command: &str) -> Option<fn(Asked<R>) -> Performed> {
            Some(match command {
                $(stringify!($name) => |asked| Box::pin(asked.perform(operation::$name, shop_app::$noun::$name)),)*
                _ => return None,
            })
        }
    };
}
shop_contract::for_each_operation!(operations);

/// Performs the operation that is invoked, and leaves any other command to `own`.
pub fn or_own<R: Runtime>(
    own: impl Fn(Invoke<R>) -> bool + Send + Sync + 'static,
) -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    move |invoke| match performer(invoke.message.command()) {
        Some(perform) => {
            let performed = perform(Asked::of(invoke.message.webview(), invoke.message.payload()));
            invoke.resolver.respond_async_serialized(async move { Ok(InvokeResponseBody::Json(performed.await?)) });
            true
        }
        None => own(invoke),
    }
}

impl<R: Runtime> Asked<R> {
    fn of(webview: Webview<R>, body: &InvokeBody) -> Self {
        let nothing = Map::new();
        let arguments = if let InvokeBody::Json(Value::Object(arguments)) = body { arguments } else { &nothing };
        let text = |name: &str| arguments.get(name).and_then(Value::as_str).map(str::to_owned);
        let request = arguments.get("request").cloned().unwrap_or_default();
        Self { webview, request, lang: text("lang"), idempotency_key: text("idempotencyKey") }
    }

    async fn perform<Req, Ans, Acc, Fut>(
        self,
        operation: Operation<Req, Ans, Acc>,
        use_case: impl FnOnce(Acc::Call, Req) -> Fut,
    ) -> Result<String, ErrorView>
    where
        Req: DeserializeOwned,
        Ans: Serialize + 'static,
        Acc: Admits,
        Fut: Future<Output = Result<Ans, ShopError>> + Send,
    {
        let json = match self.webview.state::<Window>().call(self.idempotency_key).await {
            Ok(call) => perform(call.clone(), operation, Ok(self.request), use_case)
                .await
                .and_then(|answer| serde_json::to_string(&answer).map_err(|error| call.internal(&error.to_string()))),
            Err(error) => Err(error),
        };
        answer(json, self.lang.as_deref())
    }
}
