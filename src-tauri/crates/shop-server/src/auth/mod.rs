//! Authentication over HTTP: access tokens of fifteen minutes, checked against the sessions of the shop.
//!
//! An access token names its session and is refused once that session has ended; so signing out, a new password and blocking
//! take effect at the next request. The refresh token is the session's secret.

mod key;
mod token;

use std::sync::Arc;

use axum::http::{HeaderMap, header};
use shop_app::context::{Call, Shop};
use shop_app::runtime::Principal;
use shop_app::user::session_principal;
use shop_contract::{ErrorCode, ShopError};

pub use key::{KeyLocation, TokenKeys};
pub use token::LIFETIME;

/// The one authentication scheme.
const SCHEME: &str = "Bearer";

/// The identity behind a request; `None` without the `Authorization` header.
///
/// # Errors
/// `UNAUTHORIZED` for a header that is anything but one valid token of a session that has not ended, also where the
/// operation needs no token, so that a client learns that its token has expired.
pub fn identify(shop: &Arc<Shop>, keys: &TokenKeys, headers: &HeaderMap) -> Result<Option<Principal>, ShopError> {
    let Some(token) = bearer(headers)? else { return Ok(None) };
    let subject = keys.verify(token, shop.now()).ok_or(ErrorCode::Unauthorized)?;
    let principal = session_principal(shop, subject.session_id, subject.user_id)
        .map_err(|error| Call::new(Arc::clone(shop), None, None).failed_read(&error))?;
    principal.map(Some).ok_or_else(|| ErrorCode::Unauthorized.into())
}

/// The token of the `Authorization` header. The scheme is in any case, and one space or more may follow it (RFC 9110,
/// section 11.4).
///
/// # Errors
/// `UNAUTHORIZED` for a header that is anything but one token.
pub fn bearer(headers: &HeaderMap) -> Result<Option<&str>, ShopError> {
    let mut given = headers.get_all(header::AUTHORIZATION).iter();
    let Some(header) = given.next() else { return Ok(None) };
    let parts = header.to_str().ok().and_then(|text| text.split_once(' '));
    let token = parts.filter(|(scheme, _)| scheme.eq_ignore_ascii_case(SCHEME)).map(|(_, rest)| rest.trim_start());
    token.filter(|_| given.next().is_none()).map(Some).ok_or_else(|| ErrorCode::Unauthorized.into())
}
