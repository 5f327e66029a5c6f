//! A refusal as HTTP has it: status, code, message in the caller's language, and the headers that belong to the status.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use shop_app::contract::{ErrorCode, Language, ShopError};

use super::success;

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
                let told = self.error.details.as_ref().and_then(|details| details["retryAfter"].as_u64());
                Some(told.unwrap_or(SOON))
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
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// The language that `Accept-Language` prefers of those that the shop speaks; Korean where it names neither.
pub fn language(headers: &HeaderMap) -> Language {
    let wishes = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let spoken = wishes.split(',').filter_map(spoken).reduce(|best, next| if next.1 > best.1 { next } else { best });
    spoken.map_or(Language::Ko, |(language, _)| language)
}

/// A wish such as `en-GB;q=0.8` for a language that the shop speaks, with its weight.
fn spoken(wish: &str) -> Option<(Language, f32)> {
    let mut parts = wish.split(';');
    let tag = parts.next()?.trim();
    let language = match tag.split('-').next()? {
        ko if ko.eq_ignore_ascii_case("ko") => Language::Ko,
        en if en.eq_ignore_ascii_case("en") => Language::En,
        _ => return None,
    };
    let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok())?;
    (weight > 0.0).then_some((language, weight))
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
}
