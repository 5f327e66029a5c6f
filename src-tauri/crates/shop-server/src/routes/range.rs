//! Conditional and range requests (RFC 9110, sections 13 and 14): which part of a file to send. Of the libraries for it,
//! tower-http has no strong tags, and headers takes a suffix longer than the file for unsatisfiable.

use std::ops::Range;

use axum::http::header::{HeaderName, IF_MATCH, IF_NONE_MATCH, IF_RANGE, RANGE};
use axum::http::{HeaderMap, Method};

/// The part to send.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Selected {
    /// The whole file.
    Whole,
    /// These bytes.
    Part(Range<u64>),
    /// 304: the client has the file.
    NotModified,
    /// 416: the file has no such bytes.
    Unsatisfiable,
    /// 412: the client expects another file.
    Failed,
}

/// Selects from a file with this length and this strong tag, which includes its quotes.
pub(super) fn select(method: &Method, headers: &HeaderMap, etag: &str, length: u64) -> Selected {
    if headers.contains_key(IF_MATCH) && !names(headers, IF_MATCH, |given| given == etag) {
        return Selected::Failed;
    }
    // `If-None-Match` uses the weak comparison.
    if names(headers, IF_NONE_MATCH, |given| given.strip_prefix("W/").unwrap_or(given) == etag) {
        return Selected::NotModified;
    }
    // A date never matches, as no answer has `Last-Modified`.
    let is_same = headers.get(IF_RANGE).is_none_or(|given| given == etag);
    if method != Method::GET || !is_same {
        return Selected::Whole;
    }
    let mut ranges = headers.get_all(RANGE).iter();
    match (ranges.next().and_then(|range| range.to_str().ok()), ranges.next()) {
        (Some(range), None) => part(range, length).unwrap_or(Selected::Whole),
        _ => Selected::Whole,
    }
}

/// Whether a header lists a matching tag, or `*`.
fn names(headers: &HeaderMap, name: HeaderName, matches: impl Fn(&str) -> bool) -> bool {
    let lines = headers.get_all(name).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim).any(|given| given == "*" || matches(given))
}

/// The requested range. `None` for a malformed one, another unit, and several ranges: these are answered with the whole file.
fn part(text: &str, length: u64) -> Option<Selected> {
    let (unit, range) = text.split_once('=')?;
    let (first, last) = range.trim().split_once('-').filter(|_| unit.trim().eq_ignore_ascii_case("bytes"))?;
    let range = match (first.is_empty(), last.is_empty()) {
        (true, true) => return None,
        (true, false) => length.saturating_sub(number(last)?)..length,
        (false, true) => number(first)?..length,
        (false, false) => {
            let (first, last) = (number(first)?, number(last)?);
            if last < first {
                return None;
            }
            first..last.saturating_add(1).min(length)
        }
    };
    Some(if range.is_empty() { Selected::Unsatisfiable } else { Selected::Part(range) })
}

/// Digits alone; a number too large for `u64` is the largest one.
fn number(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    const TAG: &str = "\"abc\"";

    fn selected(lines: &[(HeaderName, &'static str)]) -> Selected {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(name, HeaderValue::from_static(value));
        }
        select(&Method::GET, &headers, TAG, 100)
    }

    #[test]
    fn a_range_is_parsed_as_rfc_9110_says() {
        for (text, expected) in [
            ("bytes=0-0", Selected::Part(0..1)),
            ("bytes=0-", Selected::Part(0..100)),
            ("bytes=90-99", Selected::Part(90..100)),
            ("bytes=90-1000", Selected::Part(90..100)),
            ("bytes=-10", Selected::Part(90..100)),
            ("bytes=-1000", Selected::Part(0..100)),
            ("Bytes = 5-9", Selected::Part(5..10)),
            ("bytes=99-99999999999999999999999999", Selected::Part(99..100)),
            ("bytes=100-", Selected::Unsatisfiable),
            ("bytes=100-200", Selected::Unsatisfiable),
            ("bytes=-0", Selected::Unsatisfiable),
            ("bytes=99999999999999999999999999-", Selected::Unsatisfiable),
            ("bytes=9-5", Selected::Whole),
            ("bytes=0-1,5-6", Selected::Whole),
            ("bytes=-", Selected::Whole),
            ("bytes=+1-5", Selected::Whole),
            ("bytes=a-b", Selected::Whole),
            ("bytes=", Selected::Whole),
            ("lines=0-5", Selected::Whole),
            ("", Selected::Whole),
        ] {
            assert_eq!(selected(&[(RANGE, text)]), expected, "{text:?}");
        }
        assert_eq!(selected(&[(RANGE, "bytes=0-1"), (RANGE, "bytes=5-6")]), Selected::Whole, "two lines");
    }

    #[test]
    fn tags_are_compared_weakly_for_none_and_strongly_for_the_rest() {
        let part = || (RANGE, "bytes=1-2");
        for (lines, expected) in [
            (vec![(IF_NONE_MATCH, TAG)], Selected::NotModified),
            (vec![(IF_NONE_MATCH, "W/\"abc\"")], Selected::NotModified),
            (vec![(IF_NONE_MATCH, "\"x\", \"abc\"")], Selected::NotModified),
            (vec![(IF_NONE_MATCH, "\"x\""), (IF_NONE_MATCH, "*")], Selected::NotModified),
            (vec![(IF_NONE_MATCH, TAG), part()], Selected::NotModified),
            (vec![(IF_NONE_MATCH, "abc")], Selected::Whole),
            (vec![(IF_NONE_MATCH, "\"x\""), part()], Selected::Part(1..3)),
            (vec![(IF_RANGE, TAG), part()], Selected::Part(1..3)),
            (vec![(IF_RANGE, "W/\"abc\""), part()], Selected::Whole),
            (vec![(IF_RANGE, "Thu, 05 Mar 2026 10:00:00 GMT"), part()], Selected::Whole),
            (vec![(IF_RANGE, "\"x\""), (RANGE, "bytes=100-")], Selected::Whole),
            (vec![(IF_MATCH, TAG)], Selected::Whole),
            (vec![(IF_MATCH, "*"), part()], Selected::Part(1..3)),
            (vec![(IF_MATCH, "W/\"abc\"")], Selected::Failed),
            (vec![(IF_MATCH, "\"x\""), (IF_NONE_MATCH, TAG)], Selected::Failed),
        ] {
            assert_eq!(selected(&lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn a_head_has_no_range() {
        let mut headers = HeaderMap::new();
        headers.insert(RANGE, HeaderValue::from_static("bytes=1-2"));
        assert_eq!(select(&Method::HEAD, &headers, TAG, 100), Selected::Whole, "ranges are for GET");
    }
}
