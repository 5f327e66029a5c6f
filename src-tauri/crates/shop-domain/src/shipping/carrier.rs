//! Carriers, tracking numbers, and the pages on which a carrier shows where a parcel is.

use thiserror::Error;

use crate::limits::{CARRIER_NAME, TRACKING_NUMBER, TRACKING_URL_MAX};
use crate::text::normalize;
use crate::user::parse_text;

/// What stands for the number in the address of a carrier's page.
const NUMBER: &str = "{number}";

/// The carriers that every shop knows, with the addresses of their pages.
pub const CARRIERS: [(&str, &str); 5] = [
    ("CJ대한통운", "https://trace.cjlogistics.com/next/tracking.html?wblNo={number}"),
    ("우체국택배", "https://service.epost.go.kr/trace.RetrieveDomRigiTraceList.comm?sid1={number}"),
    (
        "한진택배",
        "https://www.hanjin.com/kor/CMS/DeliveryMgr/WaybillResult.do?mCode=MN038&schLang=KR&wblnumText2={number}",
    ),
    ("롯데택배", "https://www.lotteglogis.com/home/reservation/tracking/linkView?InvNo={number}"),
    ("로젠택배", "https://www.ilogen.com/web/personal/trace/{number}"),
];

/// The fault of a carrier, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CarrierFault {
    /// The name: 1 to 50 characters.
    #[error("1 to 50 characters")]
    Name,
    /// The address: `https`, with `{number}` behind the name of the server, and without a name or password.
    #[error("https, with {{number}} behind the name of the server")]
    Url,
}

/// A carrier of the shop's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carrier {
    name: String,
    url: String,
}

impl Carrier {
    /// Parses name and address.
    ///
    /// # Errors
    /// [`CarrierFault`], in its order.
    pub fn parse(name: &str, url: &str) -> Result<Self, CarrierFault> {
        let name = parse_carrier_name(name).ok_or(CarrierFault::Name)?;
        let url = parse_url(url).ok_or(CarrierFault::Url)?;
        Ok(Self { name, url })
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The address of its page, with `{number}`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// The name of a carrier in normal form; `None` where it is none.
#[must_use]
pub fn parse_carrier_name(text: &str) -> Option<String> {
    parse_text(text, CARRIER_NAME).ok()
}

/// A tracking number in normal form: letters and digits, with hyphens or single spaces between them.
#[must_use]
pub fn parse_tracking_number(text: &str) -> Option<String> {
    let number = normalize(text);
    let is_group = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let fits = TRACKING_NUMBER.contains(&number.len()) && number.split(['-', ' ']).all(is_group);
    fits.then(|| number.into_owned())
}

/// The page on which the carrier shows where the parcel is; `None` for a carrier that neither the shop nor [`CARRIERS`] name. The
/// shop's own address of a known carrier is used in place of the known one.
#[must_use]
pub fn tracking_url<'a>(
    own: impl IntoIterator<Item = (&'a str, &'a str)>,
    carrier: &str,
    number: &str,
) -> Option<String> {
    let template = own.into_iter().chain(CARRIERS).find(|(name, _)| *name == carrier).map(|(_, url)| url)?;
    // Letters and digits alone need no escaping.
    let digits: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    Some(template.replace(NUMBER, &digits))
}

/// An address of the web with a server and a place for the number. It is a link in every customer's page, so nothing but
/// `https` is taken, and no characters that an address cannot have.
fn parse_url(text: &str) -> Option<String> {
    let url = normalize(text);
    let rest = url.strip_prefix("https://")?;
    let (host, path) = rest.split_at(rest.find(['/', '?', '#'])?);
    let is_host = host.split('.').count() >= 2
        && host
            .split('.')
            .all(|label| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&()*+,;=%".contains(c);
    let is_path = path.contains(NUMBER) && path.replace(NUMBER, "").chars().all(is_plain);
    (is_host && is_path && url.len() <= TRACKING_URL_MAX).then(|| url.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_carriers_are_as_a_shop_would_write_them() {
        for (name, url) in CARRIERS {
            let carrier = Carrier::parse(name, url).expect(name);
            assert_eq!((carrier.name(), carrier.url()), (name, url));
        }
    }

    #[test]
    fn only_an_address_of_the_web_with_a_place_for_the_number_is_taken() {
        let long = format!("https://a.kr/{}{{number}}", "x".repeat(500));
        for (url, is_taken) in [
            ("https://track.example.com/{number}", true),
            ("https://track.example.com/?n={number}&l=ko#top", true),
            (" https://a.kr?n={number} ", true),
            ("http://track.example.com/{number}", false),
            ("HTTPS://track.example.com/{number}", false),
            ("https://track.example.com/", false),
            ("https://{number}.example.com/", false),
            ("https://{number}", false),
            ("https://user:pw@example.com/{number}", false),
            ("https://example/{number}", false),
            ("https:///{number}", false),
            ("https://a..kr/{number}", false),
            ("javascript:alert('{number}')", false),
            ("data:text/html,{number}", false),
            ("https://a.kr/{number}\"onclick=", false),
            ("https://a.kr/<{number}>", false),
            ("https://a.kr/ {number}", false),
            ("https://a.kr/{number}/{other}", false),
            ("", false),
            (long.as_str(), false),
        ] {
            assert_eq!(Carrier::parse("택배", url).is_ok(), is_taken, "{url:?}");
        }
        assert_eq!(Carrier::parse(" ", ""), Err(CarrierFault::Name));
        assert_eq!(Carrier::parse("택배", ""), Err(CarrierFault::Url));
    }

    #[test]
    fn a_tracking_number_is_letters_and_digits_in_groups() {
        let long = "1".repeat(41);
        for (text, expected) in [
            ("123456789012", Some("123456789012")),
            (" 1234-5678-9012 ", Some("1234-5678-9012")),
            ("1234 5678", Some("1234 5678")),
            ("EE123456789KR", Some("EE123456789KR")),
            ("\u{200B}123456", Some("123456")),
            ("", None),
            ("-", None),
            ("12--34", None),
            ("12345-", None),
            ("1234/5678", None),
            ("일이삼사오", None),
            ("=1+1", None),
            (long.as_str(), None),
        ] {
            assert_eq!(parse_tracking_number(text).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn a_parcel_is_followed_on_the_page_of_its_carrier() {
        let own = [
            ("우리택배", "https://ours.example.com/{number}/now"),
            ("로젠택배", "https://new.example.com/?n={number}"),
        ];
        for (carrier, number, expected) in [
            ("우리택배", "12-34", Some("https://ours.example.com/1234/now")),
            ("로젠택배", "1234", Some("https://new.example.com/?n=1234")),
            ("CJ대한통운", "1234 5678", Some("https://trace.cjlogistics.com/next/tracking.html?wblNo=12345678")),
            ("어떤택배", "1234", None),
        ] {
            assert_eq!(tracking_url(own, carrier, number).as_deref(), expected, "{carrier}");
        }
    }
}
