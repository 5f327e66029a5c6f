//! Access tokens made by hand, as the contract describes them: what the server issues is what these are, and what it
//! accepts is nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::{Sha256, Sha512};
use shop_app::runtime::Principal;

/// The key of every site's server.
pub const KEY: [u8; 32] = *b"a key that only these tests hold";

/// Seconds for which an access token is good.
#[must_use]
pub fn lifetime() -> i64 {
    900
}

/// Seconds by which the clock that made a token may differ from the server's.
#[must_use]
pub fn leeway() -> i64 {
    30
}

/// The one header.
#[must_use]
pub fn header() -> Value {
    json!({"alg": "HS256", "typ": "JWT"})
}

/// Every claim, for a token made now.
#[must_use]
pub fn claims(who: Principal, now: DateTime<Utc>) -> Value {
    let now = now.timestamp();
    json!({
        "iss": "jangteo", "aud": "jangteo", "sub": who.user_id.to_string(), "sid": who.session_id, "typ": "access",
        "iat": now, "nbf": now, "exp": now + lifetime(), "jti": format!("{}-{}", who.user_id, who.session_id),
    })
}

/// A token signed with HMAC-SHA-256, whatever its header says.
#[must_use]
pub fn hs256(key: &[u8], header: &Value, claims: &Value) -> String {
    let signed = format!("{}.{}", segment(header.to_string()), segment(claims.to_string()));
    let mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length").chain_update(&signed);
    format!("{signed}.{}", segment(mac.finalize().into_bytes()))
}

/// A token signed with HMAC-SHA-512.
#[must_use]
pub fn hs512(key: &[u8], header: &Value, claims: &Value) -> String {
    let signed = format!("{}.{}", segment(header.to_string()), segment(claims.to_string()));
    let mac = Hmac::<Sha512>::new_from_slice(key).expect("a key of any length").chain_update(&signed);
    format!("{signed}.{}", segment(mac.finalize().into_bytes()))
}

/// A part of a token.
#[must_use]
pub fn segment(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
