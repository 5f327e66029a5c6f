//! A refusal as HTTP has it: status, code, message in the caller's language, and the headers that belong to the status.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use shop_contract::{ErrorCode, ErrorDetails, Language, ShopError, StorageReason};

use super::success;
use super::wishes::wishes;

/// Seconds after which what was too much for the shop may be tried again.
const SOON: u64 = 1;

/// A refusal on its way out.
pub struct Refusal {
    error: ShopError,
    language: Language,
    status: StatusCode,
}

impl Refusal {
    /// With the status that goes with its code.
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
                    _ => SOON,
                })
            }
            // What is damaged or gone does not come back by waiting.
            ErrorCode::StorageUnavailable => {
                use StorageReason::{Full, ReadOnly};
                let details = self.error.details.as_ref();
                let may_pass = |d: &&_| matches!(d, ErrorDetails::StorageUnavailable { reason: Full | ReadOnly });
                details.filter(may_pass).map(|_| SOON)
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
            // What was too long is not read to its end, and nothing can follow it.
            headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// The language that `Accept-Language` prefers of those that the shop speaks; Korean where it names neither.
pub fn language(headers: &HeaderMap) -> Language {
    let wishes = wishes(headers, header::ACCEPT_LANGUAGE).into_iter().filter(|(_, weight)| *weight > 0.0);
    let spoken = wishes.filter_map(|(tag, weight)| Some((spoken(tag)?, weight)));
    let best = spoken.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map_or(Language::Ko, |(language, _)| language)
}

/// The language of a tag such as `en-GB`, where the shop speaks it.
fn spoken(tag: &str) -> Option<Language> {
    match tag.split('-').next()? {
        ko if ko.eq_ignore_ascii_case("ko") => Some(Language::Ko),
        en if en.eq_ignore_ascii_case("en") => Some(Language::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caller_is_answered_in_its_language() {
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
    fn what_may_pass_says_when_to_come_again() {
        let refusal = |code, details| {
            let error = ShopError { code, details };
            Refusal::of(error, Language::En).into_response().headers().contains_key(header::RETRY_AFTER)
        };
        use StorageReason::{Damaged, Full, ReadOnly, Replaced};
        for (reason, may_pass) in [(Full, true), (ReadOnly, true), (Damaged, false), (Replaced, false)] {
            let details = Some(ErrorDetails::StorageUnavailable { reason });
            assert_eq!(refusal(ErrorCode::StorageUnavailable, details), may_pass, "{reason:?}");
        }
        assert!(refusal(ErrorCode::Overloaded, None), "and what is only too much does as before");
    }
}
