//! E-mail addresses: a check that refuses impossible ones, and one spelling for each, because the e-mail identifies an
//! account. Deliverability is not checked.

use crate::limits::{EMAIL_MAX, OutOfRange};
use crate::text::normalize;

/// An e-mail address in normal form and in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// Parses an address: ASCII, one `@`, 1 to 64 characters before it, a dotted host after it.
    ///
    /// # Errors
    /// [`OutOfRange`] for any other text.
    pub fn parse(text: &str) -> Result<Email, OutOfRange> {
        let email = normalize(text).to_ascii_lowercase();
        match email.split_once('@') {
            Some((local, host)) if email.len() <= EMAIL_MAX && is_local_part(local) && is_host(host) => {
                Ok(Email(email))
            }
            _ => Err(OutOfRange),
        }
    }

    /// The address, as it is stored and compared.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_local_part(local: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    (1..=64).contains(&local.len()) && local.chars().all(allowed) && local.split('.').all(|part| !part.is_empty())
}

fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.contains('.') && host.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_for_each_address() {
        assert_eq!(Email::parse(" Kim.A+x@Demo.Jangteo\n").unwrap().as_str(), "kim.a+x@demo.jangteo");
        for pasted in ["\u{200B}kim@demo.kr\u{A0}", "\u{202A}kim@demo.kr\u{202C}", "\u{FEFF}kim@demo\u{AD}.kr"] {
            assert_eq!(Email::parse(pasted).unwrap().as_str(), "kim@demo.kr", "{pasted:?}");
        }
    }

    #[test]
    fn what_cannot_be_an_address_is_refused() {
        let long_local = format!("{}@demo.kr", "a".repeat(65));
        let long = format!("a@{}kr", "abcdefghi.".repeat(26));
        for bad in [
            "",
            "@",
            "a",
            "a@",
            "@b.kr",
            "a@b",
            "a@@b.kr",
            "a@b@c.kr",
            "a b@c.kr",
            "a@b .kr",
            "a@.kr",
            "a@b.",
            "a@-b.kr",
            "a@b-.kr",
            ".a@b.kr",
            "a..b@c.kr",
            "a\0@b.kr",
            "a\u{A0}b@c.kr",
            "가@b.kr",
            "a@b.kr,c@d.kr",
            "a@b_c.kr",
            &long_local,
            &long,
        ] {
            assert!(Email::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn the_longest_parts_are_taken() {
        let host = format!("{}.kr", "b".repeat(63));
        assert!(Email::parse(&format!("{}@{host}", "a".repeat(64))).is_ok());
        assert!(Email::parse(&format!("a@b{host}")).is_err(), "a label of 64");
    }
}
