//! Ordinary calls over HTTP, and what is asked of their answers.

use reqwest::header::HeaderMap;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use shop_contract::ErrorCode;

use super::{Site, TestUser};

impl Site {
    /// A call of any method on a path.
    #[must_use]
    pub fn ask(&self, method: &str, path: &str) -> Ask {
        let method = method.parse::<Method>().expect("a method");
        Ask(self.client.request(method, format!("http://{}{path}", self.host())))
    }

    /// The same from the network: to this machine's address there, which is where the call then comes from. `None` where the
    /// server is not open to the network, or the machine has none.
    #[must_use]
    pub fn ask_from_network(&self, method: &str, path: &str) -> Option<Ask> {
        let method = method.parse::<Method>().expect("a method");
        let url = self.urls().into_iter().nth(1)?;
        Some(Ask(self.client.request(method, format!("{url}{path}"))))
    }

    /// A reading call.
    #[must_use]
    pub fn get(&self, path: &str) -> Ask {
        self.ask("GET", path)
    }

    /// A call with a JSON body.
    #[must_use]
    pub fn post(&self, path: &str, body: Value) -> Ask {
        self.ask("POST", path).json(&body)
    }
}

/// A call that is being put together.
pub struct Ask(RequestBuilder);

impl Ask {
    /// As a user.
    #[must_use]
    pub fn by(self, user: &TestUser) -> Self {
        self.bearer(&user.token)
    }

    /// With this access token.
    #[must_use]
    pub fn bearer(self, token: &str) -> Self {
        self.with("Authorization", &format!("Bearer {token}"))
    }

    /// As one that may be repeated.
    #[must_use]
    pub fn key(self, key: &str) -> Self {
        self.with("Idempotency-Key", key)
    }

    /// With a header.
    #[must_use]
    pub fn with(self, name: &str, value: &str) -> Self {
        Self(self.0.header(name, value))
    }

    /// With this JSON as its body.
    #[must_use]
    pub fn json(self, body: &Value) -> Self {
        Self(self.0.json(body))
    }

    /// With these bytes as its body, said to be JSON.
    #[must_use]
    pub fn text(self, body: impl Into<reqwest::Body>) -> Self {
        Self(self.0.header("Content-Type", "application/json").body(body))
    }

    /// With a file of that media type as its body.
    #[must_use]
    pub fn file(self, kind: &str, bytes: Vec<u8>) -> Self {
        Self(self.0.header("Content-Type", kind).body(bytes))
    }

    /// Sends it and reads the whole answer.
    pub async fn send(self) -> Answer {
        let response = self.open().await;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.expect("the answer arrives whole");
        let body = serde_json::from_str(&text).unwrap_or(if text.is_empty() { Value::Null } else { json!(text) });
        Answer { status, headers, body }
    }

    /// Sends it and leaves the answer to be read.
    pub async fn open(self) -> reqwest::Response {
        self.0.send().await.expect("the server answers")
    }
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body; `null` where there is none, a text where it is not JSON.
    pub body: Value,
}

impl Answer {
    /// A header, where there is one.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Asserts the status and gives the body.
    #[track_caller]
    pub fn is(self, status: u16, why: &str) -> Value {
        assert_eq!(self.status, status, "{why}: {}", self.body);
        self.body
    }

    /// Asserts an error with its exact status and nothing in it beside code, message and details; gives the details.
    #[track_caller]
    pub fn refused(&self, code: ErrorCode, why: &str) -> Value {
        assert_eq!(self.body["code"], json!(code), "{why}: {} {}", self.status, self.body);
        assert_eq!(self.status, code.status(), "{why}: the status that goes with {code:?}");
        let fields = self.body.as_object().expect("an error is an object");
        let known = |name: &String| ["code", "message", "details"].contains(&name.as_str());
        assert!(fields.keys().all(known), "{why}: an error says nothing else: {}", self.body);
        assert!(self.body["message"].as_str().is_some_and(|text| !text.is_empty()), "{why}: it speaks: {}", self.body);
        if code == ErrorCode::Unauthorized {
            assert_eq!(self.header("www-authenticate"), Some("Bearer"), "{why}: it says how to sign in");
        }
        // What is damaged or gone does not come back by waiting.
        let lasts = ["DAMAGED", "REPLACED"].iter().any(|reason| self.body["details"]["reason"] == *reason);
        if matches!(self.status, 429 | 503) && !lasts {
            let wait = self.header("retry-after").and_then(|wait| wait.parse::<u64>().ok());
            assert!(wait.is_some_and(|wait| wait > 0), "{why}: it says when to come back: {:?}", self.headers);
        }
        self.body["details"].clone()
    }
}
