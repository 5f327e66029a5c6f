//! The state of the routes that make a call of the shop: operations, signing in, events, figures. Guards and routes that
//! need other parts have a state of their own.

use std::sync::Arc;
use std::time::Duration;

use shop_app::context::Shop;

use crate::auth::TokenKeys;
use crate::limits::Limits;
use crate::rate_limit::RateLimiter;

/// Shared by all requests.
pub struct CallState {
    pub shop: Arc<Shop>,
    pub keys: TokenKeys,
    /// Requests by session.
    pub session_rate: RateLimiter<i64>,
    /// Writes by account.
    pub account_writes: RateLimiter<i64>,
    /// The time a client may take to send a body.
    pub body_timeout: Duration,
}

/// A handle on the state.
pub type App = Arc<CallState>;

impl CallState {
    pub fn new(shop: Arc<Shop>, keys: TokenKeys, limits: &Limits) -> Self {
        Self {
            shop,
            keys,
            session_rate: RateLimiter::new(limits.session_rate),
            account_writes: RateLimiter::new(limits.account_writes),
            body_timeout: limits.body_timeout,
        }
    }
}
