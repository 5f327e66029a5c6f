//! Answers as JSON over HTTP: a success with its status; a refusal with status, code, message in the client's language, and
//! the headers that belong to the status. This module knows neither routes nor guards.

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use shop_contract::{ErrorCode, ErrorDetails, Language, ShopError, StorageReason};

/// `Retry-After` in seconds where the shop is overloaded for a moment.
const SHORT_RETRY: u64 = 1;
/// The JSON of an answer without content.
const EMPTY: &[u8] = b"{}";

/// The answer as JSON; one without content is 204.
pub fn success(status: u16, answer: &impl Serialize) -> Response {
    match serde_json::to_vec(answer) {
        Ok(json) if json == EMPTY => StatusCode::NO_CONTENT.into_response(),
        Ok(json) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
            (
                status,
                [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")],
                Bytes::from(json),
            )
                .into_response()
        }
        Err(error) => {
            tracing::error!(%error, "an answer cannot be serialized");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// `TOO_MANY_REQUESTS`, with the seconds to wait.
pub fn too_many(seconds: u64) -> ShopError {
    ErrorDetails::TooManyRequests { retry_after: i64::try_from(seconds).unwrap_or(i64::MAX) }.into()
}

/// A refusal as an HTTP response.
pub struct Refusal {
    error: ShopError,
    language: Language,
    status: StatusCode,
}

impl Refusal {
    pub fn of(error: ShopError, language: Language) -> Self {
        let status = StatusCode::from_u16(error.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self { error, language, status }
    }

    /// With another status, where HTTP has a finer one than the contract.
    pub fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    fn retry_after(&self) -> Option<u64> {
        match self.error.code {
            ErrorCode::TooManyRequests | ErrorCode::Overloaded | ErrorCode::LockTimeout => {
                Some(match self.error.details {
                    Some(ErrorDetails::TooManyRequests { retry_after }) => retry_after.unsigned_abs(),
                    _ => SHORT_RETRY,
                })
            }
            // A file that is damaged or replaced does not recover by waiting.
            ErrorCode::StorageUnavailable => {
                use StorageReason::{Full, ReadOnly};
                let details = self.error.details.as_ref();
                let may_pass = |d: &&_| matches!(d, ErrorDetails::StorageUnavailable { reason: Full | ReadOnly, .. });
                details.filter(may_pass).map(|_| SHORT_RETRY)
            }
            _ => None,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = success(self.status.as_u16(), &self.error.view(self.language));
        let headers = response.headers_mut();
        if let Some(seconds) = self.retry_after() {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        if self.status == StatusCode::PAYLOAD_TOO_LARGE {
            // A body that is too long is not read to its end, so no other request can follow on this connection.
            headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// The language of the shop that `Accept-Language` prefers; Korean where it names none of them.
pub fn language(headers: &HeaderMap) -> Language {
    let weighted = weighted_values(headers, header::ACCEPT_LANGUAGE).into_iter().filter(|(_, weight)| *weight > 0.0);
    let known = weighted.filter_map(|(tag, weight)| Some((known_language(tag)?, weight)));
    let best = known.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map_or(Language::Ko, |(language, _)| language)
}

/// The language of a tag such as `en-GB`.
fn known_language(tag: &str) -> Option<Language> {
    match tag.split('-').next()? {
        ko if ko.eq_ignore_ascii_case("ko") => Some(Language::Ko),
        en if en.eq_ignore_ascii_case("en") => Some(Language::En),
        _ => None,
    }
}

/// The values that `Accept` or `Accept-Language` lists, each with its weight from 0, "not acceptable", to 1 (RFC 9110, section
/// 12.4.2). Malformed ones are left out.
pub fn weighted_values(headers: &HeaderMap, name: HeaderName) -> Vec<(&str, f32)> {
    let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).filter_map(weighted_value).collect()
}

/// One value, such as `en-GB;q=0.8`. The weight's name is in any case, and a weight outside 0 to 1 is malformed.
fn weighted_value(text: &str) -> Option<(&str, f32)> {
    let mut parts = text.split(';').map(str::trim);
    let value = parts.next()?;
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    let weight = weight.map_or(Some(1.0), |q| q.parse().ok())?;
    (0.0..=1.0).contains(&weight).then_some((value, weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_in_the_language_of_the_client() {
        for (header, expected) in [
            ("", Language::Ko),
            ("en", Language::En),
            ("en-GB,en;q=0.9,ko;q=0.8", Language::En),
            ("fr, EN;q=0.3", Language::En),
            ("en;q=0.2, ko-KR;q=0.5", Language::Ko),
            ("en;q=0", Language::Ko),
            ("en;q=much", Language::Ko),
            ("de", Language::Ko),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_str(header).expect("a header"));
            assert_eq!(language(&headers), expected, "{header:?}");
        }
    }

    #[test]
    fn a_passing_fault_has_retry_after() {
        let refusal = |code, details| {
            let error = ShopError { code, details };
            Refusal::of(error, Language::En).into_response().headers().contains_key(header::RETRY_AFTER)
        };
        use StorageReason::{Damaged, Full, ReadOnly, Replaced};
        for (reason, may_pass) in [(Full, true), (ReadOnly, true), (Damaged, false), (Replaced, false)] {
            let details = Some(ErrorDetails::storage(reason));
            assert_eq!(refusal(ErrorCode::StorageUnavailable, details), may_pass, "{reason:?}");
        }
        assert!(refusal(ErrorCode::Overloaded, None), "an overload passes");
    }
}
