//! What a caller would rather have, as `Accept` and `Accept-Language` say it (RFC 9110, section 12.4.2).

use axum::http::{HeaderMap, HeaderName};

/// What the header names, each with its weight from 0, which is "not that", to 1. What cannot be read is left out.
pub(super) fn wishes(headers: &HeaderMap, name: HeaderName) -> Vec<(&str, f32)> {
    let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).filter_map(wish).collect()
}

/// One of them, such as `en-GB;q=0.8`. The name of the weight has no case, and a weight beyond 0 to 1 is none.
fn wish(text: &str) -> Option<(&str, f32)> {
    let mut parts = text.split(';').map(str::trim);
    let wanted = parts.next()?;
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    let weight = weight.map_or(Some(1.0), |q| q.parse().ok())?;
    (0.0..=1.0).contains(&weight).then_some((wanted, weight))
}
