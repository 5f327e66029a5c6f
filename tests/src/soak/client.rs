//! Requests to the server, each counted and timed by its kind.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::tally::Tally;

/// The password of every user of the demo.
const PASSWORD: &str = "jangteo-demo-1";
/// No answer takes so long.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a request is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A list of 20 products, a category or the popular ones.
    List,
    /// Words that are looked for.
    Search,
    /// One product.
    Product,
    /// The cart, looked at.
    Cart,
    /// The orders of the customer.
    History,
    /// The cart, changed.
    Add,
    /// A coupon is taken.
    Coupon,
    /// An order is placed.
    Order,
    /// An order is paid, or points are charged.
    Payment,
    /// An order is cancelled.
    Cancel,
    /// Signing in and out.
    SignIn,
    /// Lists and figures of the admin.
    AdminRead,
    /// Stock, coupons, deliveries.
    AdminWrite,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::List,
        Self::Search,
        Self::Product,
        Self::Cart,
        Self::History,
        Self::Add,
        Self::Coupon,
        Self::Order,
        Self::Payment,
        Self::Cancel,
        Self::SignIn,
        Self::AdminRead,
        Self::AdminWrite,
    ];

    /// How it is printed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Search => "search",
            Self::Product => "product",
            Self::Cart => "cart",
            Self::History => "order history",
            Self::Add => "add to cart",
            Self::Coupon => "coupon",
            Self::Order => "order",
            Self::Payment => "payment",
            Self::Cancel => "cancel",
            Self::SignIn => "sign in and out",
            Self::AdminRead => "admin, read",
            Self::AdminWrite => "admin, write",
        }
    }
}

/// An answer.
pub(super) struct Answer {
    status: u16,
    body: Vec<u8>,
}

impl Answer {
    /// The body of a success.
    pub fn made(&self) -> Option<Value> {
        (self.status < 300).then(|| self.json())
    }

    /// The code of a refusal.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or("no code").to_owned()
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

/// What a session is proved with.
#[derive(Default)]
pub(super) struct Tokens {
    pub access: String,
    pub refresh: String,
}

/// Calls one server; clones share its connections.
#[derive(Clone)]
pub(super) struct Client {
    http: reqwest::Client,
    url: String,
    tally: Arc<Tally>,
}

impl Client {
    pub fn new(port: u16, tally: &Arc<Tally>) -> Result<Self> {
        let http = reqwest::Client::builder().no_proxy().build()?;
        Ok(Self { http, url: format!("http://127.0.0.1:{port}"), tally: Arc::clone(tally) })
    }

    /// Reads; `None` where nothing is answered.
    pub async fn get(&self, kind: Kind, path: &str, token: &str) -> Option<Answer> {
        self.ask(kind, reqwest::Method::GET, path, token, None).await
    }

    /// Writes; `None` where nothing is answered.
    pub async fn post(&self, kind: Kind, path: &str, token: &str, body: Value) -> Option<Answer> {
        self.ask(kind, reqwest::Method::POST, path, token, Some(body)).await
    }

    pub async fn delete(&self, kind: Kind, path: &str, token: &str) -> Option<Answer> {
        self.ask(kind, reqwest::Method::DELETE, path, token, None).await
    }

    /// A session of a user of the demo.
    pub async fn sign_in(&self, email: &str) -> Result<Tokens> {
        let body = json!({"email": email, "password": PASSWORD});
        let answer = self.post(Kind::SignIn, "/v1/auth/login", "", body).await;
        let pair = answer.and_then(|answer| answer.made()).with_context(|| format!("{email} cannot sign in"))?;
        let text = |name: &str| pair[name].as_str().map(str::to_owned).with_context(|| format!("no {name}"));
        Ok(Tokens { access: text("accessToken")?, refresh: text("refreshToken")? })
    }

    /// An open stream of events.
    pub async fn stream(&self, token: &str) -> Result<reqwest::Response> {
        Ok(self.http.get(format!("{}/v1/events", self.url)).bearer_auth(token).send().await?.error_for_status()?)
    }

    async fn ask(
        &self,
        kind: Kind,
        method: reqwest::Method,
        path: &str,
        token: &str,
        body: Option<Value>,
    ) -> Option<Answer> {
        let mut request = self.http.request(method, format!("{}{path}", self.url)).timeout(PATIENCE);
        if !token.is_empty() {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        let started = Instant::now();
        let answer = receive(request).await;
        let took = started.elapsed();
        match &answer {
            Ok(answer) if answer.status < 300 => self.tally.answered_in(kind, took),
            Ok(answer) => self.tally.refused_in(kind, took, answer.status, &answer.code()),
            Err(_) => self.tally.unanswered(),
        }
        answer.ok()
    }
}

async fn receive(request: reqwest::RequestBuilder) -> reqwest::Result<Answer> {
    let response = request.send().await?;
    let status = response.status().as_u16();
    Ok(Answer { status, body: response.bytes().await?.to_vec() })
}
