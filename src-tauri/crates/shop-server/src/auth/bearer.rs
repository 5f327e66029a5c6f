//! From the `Authorization` header to a person.

use axum::http::{HeaderMap, header};
use shop_app::runtime::{Call, Identity};
use shop_app::user::session_identity;
use shop_contract::{ErrorCode, ShopError};

use crate::app::App;

/// The one way to authenticate.
const SCHEME: &str = "Bearer";

/// Who calls: nobody without the header, and only a running session with it.
///
/// # Errors
/// `UNAUTHORIZED` for a header that is anything but one good token, so that a client learns that its token has run out
/// also where it is not needed; what a failed read answers with.
pub fn identify(app: &App, headers: &HeaderMap) -> Result<Option<Identity>, ShopError> {
    let Some(token) = bearer(headers)? else { return Ok(None) };
    let subject = app.keys.signet.believe(token, app.shop.now()).ok_or(ErrorCode::Unauthorized)?;
    let identity = session_identity(&app.shop, subject.session_id, subject.user_id)
        .map_err(|error| Call::new(app.shop.clone(), None, None).failed_read(&error))?;
    identity.map(Some).ok_or_else(|| ErrorCode::Unauthorized.into())
}

/// The token that was sent, if one was. The scheme has no case, and one space or more may follow it (RFC 9110, section 11.4).
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
