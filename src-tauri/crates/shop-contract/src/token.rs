//! What a browser or a program signs in with over HTTP. The window needs none of it: its secret stays in Rust.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::user::User;

/// A signed-in caller's two tokens. They do not print themselves.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TokenPair {
    /// Goes into `Authorization: Bearer …`.
    pub access_token: String,
    /// How the access token is sent.
    pub token_type: TokenType,
    /// Seconds until the access token runs out.
    pub expires_in: i64,
    /// Gets the next pair, once. Within ten seconds it gets another where that one was lost, and dies with it; any other
    /// reuse ends the session.
    pub refresh_token: String,
    /// The signed-in user.
    pub user: User,
}

/// How an access token is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum TokenType {
    /// As RFC 6750 has it.
    Bearer,
}

/// Go on with a session, or end it.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RefreshToken {
    /// The latest one of the session.
    pub refresh_token: String,
}
