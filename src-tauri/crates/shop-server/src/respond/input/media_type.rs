//! The headers of a body: media type, charset, coding. They are parsed as RFC 9110 defines them (sections 8.3 and 8.4): names
//! in any case, parameters quoted or not, unknown parameters ignored. A refusal names the value that is not accepted.

use axum::http::{HeaderMap, header};
use mediatype::names::CHARSET;
use mediatype::{MediaType, ReadParams as _};
use shop_contract::ShopError;

/// The media type of every body that is no file.
pub(super) const JSON: &str = "application/json";
/// Other names of accepted types, as programs write them.
const ALIASES: [(&str, &str); 1] = [("image/jpg", "image/jpeg")];
/// The names of UTF-8 and of ASCII, which is a part of it.
const UTF_8: [&str; 3] = ["utf-8", "utf8", "us-ascii"];
/// The headers as a refusal names them.
const TYPE: &str = "Content-Type";
const CODING: &str = "Content-Encoding";
/// Characters of a header that a reason repeats.
const LONGEST_NAME: usize = 100;

/// The media type of a body.
#[derive(Debug)]
pub(super) struct BodyType {
    /// Type and subtype in lower case.
    essence: String,
    charset: Option<String>,
}

impl BodyType {
    /// `None` where the header is missing or empty.
    ///
    /// # Errors
    /// `INVALID_INPUT` for two headers, and for a malformed one.
    pub(super) fn of(headers: &HeaderMap) -> Result<Option<Self>, ShopError> {
        let mut given = headers.get_all(header::CONTENT_TYPE).iter();
        let Some(text) = given.next() else { return Ok(None) };
        if given.next().is_some() {
            return Err(ShopError::invalid(TYPE, "given more than once"));
        }
        let text = text.to_str().map_err(|_| ShopError::invalid(TYPE, "no media type"))?.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let parsed = MediaType::parse(text)
            .map_err(|_| ShopError::invalid(TYPE, &format!("{} is no media type", short(text))))?;
        let charset = parsed.get_param(CHARSET).map(|value| value.unquoted_str().to_ascii_lowercase());
        let essence = parsed.essence().to_string().to_ascii_lowercase();
        Ok(Some(Self { essence, charset }))
    }

    /// Whether it is this type, also under another name.
    pub(super) fn is(&self, known: &str) -> bool {
        let alias = ALIASES.iter().find(|(alias, _)| *alias == self.essence);
        alias.map_or(self.essence.as_str(), |(_, name)| name) == known
    }

    /// Refuses text in a charset that is not among `accepted`; the refusal names the first of those as the one to use.
    ///
    /// # Errors
    /// `INVALID_INPUT`, naming the charset.
    pub(super) fn check_charset(&self, accepted: &[&str]) -> Result<(), ShopError> {
        match &self.charset {
            Some(other) if !accepted.contains(&other.as_str()) => {
                let wanted = accepted.first().unwrap_or(&"none");
                Err(ShopError::invalid(TYPE, &format!("the charset {} is not taken; {wanted} is", short(other))))
            }
            _ => Ok(()),
        }
    }
}

/// Refuses a body that is not declared as text of this type.
///
/// # Errors
/// `INVALID_INPUT`, naming the type that was sent and the `accepted` ones.
pub(super) fn check_type(headers: &HeaderMap, wanted: &str, accepted: &[&str]) -> Result<(), ShopError> {
    let reason = match BodyType::of(headers)? {
        Some(given) if given.is(wanted) => return given.check_charset(&UTF_8),
        Some(given) => format!("{} is not taken; {} is", short(&given.essence), accepted.join(" or ")),
        None => format!("missing; {} is expected", accepted.join(" or ")),
    };
    Err(ShopError::invalid(TYPE, &reason))
}

/// Refuses a compressed body: a small one could expand until the memory is full.
///
/// # Errors
/// `INVALID_INPUT`, naming the coding.
pub(super) fn check_coding(headers: &HeaderMap) -> Result<(), ShopError> {
    for value in headers.get_all(header::CONTENT_ENCODING) {
        let codings = String::from_utf8_lossy(value.as_bytes());
        let other = codings
            .split(',')
            .map(str::trim)
            .find(|coding| !coding.is_empty() && !coding.eq_ignore_ascii_case("identity"));
        if let Some(other) = other {
            let reason = format!("{} is not taken; send the body as it is", short(other));
            return Err(ShopError::invalid(CODING, &reason));
        }
    }
    Ok(())
}

/// The start of a header's value, without control characters.
fn short(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: &'static str, values: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(name, value.parse().expect("a header"));
        }
        headers
    }

    #[test]
    fn json_is_accepted_in_every_spelling() {
        for given in [
            "application/json",
            "Application/JSON",
            "application/json; charset=utf-8",
            "application/json;charset=\"utf-8\"",
            "application/json ; Charset=\"UTF-8\"",
            "application/json;\tcharset=UTF8",
            "application/json; charset=\"us-ascii\"",
            "application/json; profile=\"a; b\"; charset=utf-8",
            "application/json;",
        ] {
            check_type(&headers("content-type", &[given]), JSON, &[JSON])
                .unwrap_or_else(|error| panic!("{given}: {error:?}"));
        }
    }

    #[test]
    fn a_refusal_names_the_type() {
        for (given, named) in [
            (&["text/plain"][..], "text/plain"),
            (&["Text/Plain; charset=utf-8"], "text/plain"),
            (&["text/plain; application/json"], "text/plain; application/json"),
            (&["application/json; charset=\"EUC-KR\""], "euc-kr"),
            (&["application/json; charset=utf-16"], "utf-16"),
            (&["application/vnd.api+json"], "application/vnd.api+json"),
            (&["json"], "json"),
            (&[""], "missing"),
            (&[], "missing"),
            (&["application/json", "application/json"], "more than once"),
        ] {
            let refused =
                check_type(&headers("content-type", given), JSON, &["text/csv", JSON]).expect_err("not taken");
            let said = format!("{:?}", refused.details.expect("details"));
            assert!(said.contains(named) && said.contains("Content-Type"), "{given:?}: {said}");
        }
    }

    #[test]
    fn a_type_is_known_by_its_other_names() {
        for (given, known, is_known) in [
            ("image/jpg", "image/jpeg", true),
            ("IMAGE/JPG; q=1", "image/jpeg", true),
            ("image/png; x=\"1\"", "image/png", true),
            ("text/csv; header=present", "text/csv", true),
            ("text/csv; header=\"present\"; charset=\"utf-8\"", "text/csv", true),
            ("image/jpg2", "image/jpeg", false),
            ("image/gif", "image/png", false),
        ] {
            let found = BodyType::of(&headers("content-type", &[given])).expect("a type").expect("there is one");
            assert_eq!(found.is(known), is_known, "{given}");
        }
    }

    #[test]
    fn a_compressed_body_is_refused_by_name() {
        for given in [&["identity"][..], &["Identity"], &[""], &[]] {
            assert!(check_coding(&headers("content-encoding", given)).is_ok(), "{given:?}");
        }
        for (given, named) in [
            (&["gzip"][..], "gzip"),
            (&["BR"], "BR"),
            (&["identity, deflate"], "deflate"),
            (&["identity", "zstd"], "zstd"),
        ] {
            let said = check_coding(&headers("content-encoding", given)).expect_err("not taken").details;
            let said = format!("{:?}", said.expect("details"));
            assert!(said.contains(named) && said.contains("Content-Encoding"), "{given:?}: {said}");
        }
    }
}
