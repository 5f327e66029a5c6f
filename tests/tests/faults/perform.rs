//! Performs any operation of the list by its value, as an interface does.

use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;
use shop_app::context::{Call, Shop, perform};
use shop_app::runtime::Principal;
use shop_contract::{ShopError, for_each_operation, operation};

use crate::listed::operation::Operation;

/// A caller with a request that may be repeated.
#[derive(Debug, Clone)]
pub struct Request {
    /// What is asked for.
    pub operation: Operation,
    /// The caller.
    pub caller: Option<Principal>,
    /// The input.
    pub input: Value,
}

/// The key with which each request is sent, and sent again.
const KEY: &str = "k";

impl Request {
    /// Sends it to a shop.
    ///
    /// # Errors
    /// As the use case.
    pub async fn send(&self, shop: &Arc<Shop>) -> Result<Value, ShopError> {
        let call = Call::new(Arc::clone(shop), self.caller, Some(KEY.to_owned()));
        Box::pin(send(self.operation, call, self.input.clone())).await
    }
}

macro_rules! sends {
    ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $response:ident;)*) => {
        async fn send(operation: Operation, call: Call, input: Value) -> Result<Value, ShopError> {
            match operation {
                $(Operation::$name => {
                    Box::pin(perform(call, operation::$name, Ok(input), shop_app::$noun::$name)).await.map(|answer| json(&answer))
                })*
            }
        }
    };
}
for_each_operation!(sends);

fn json(answer: &impl Serialize) -> Value {
    serde_json::to_value(answer).expect("an answer is JSON")
}
