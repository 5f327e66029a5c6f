//! Consents of customers to the documents of the shop, at registration and afterwards.

use thiserror::Error;

use crate::code::coded;

coded! {
    /// What a customer consents to.
    Document {
        /// The terms of the shop.
        Terms => "TERMS",
        /// How the shop handles data of its customers.
        Privacy => "PRIVACY",
        /// Messages of the shop about its offers. It has no text, so its version is 0.
        Marketing => "MARKETING",
    }
}

/// The version of a consent to a document without a text.
pub const NO_TEXT: i64 = 0;

/// What a customer consents to at once: versions of the texts, and offers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Consents {
    /// The version of the terms that the customer has read.
    pub terms: Option<i64>,
    /// The same of the privacy policy.
    pub privacy: Option<i64>,
    /// Whether the customer wants offers; `None` where that was not asked.
    pub marketing: Option<bool>,
}

/// A consent that is to be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consent {
    /// The document.
    pub document: Document,
    /// Its version.
    pub version: i64,
    /// Whether the customer agrees.
    pub given: bool,
}

/// A text that is in force was not agreed to, or another version of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the current version is {current}")]
pub struct MissingConsent {
    /// The document.
    pub document: Document,
    /// Its version in force.
    pub current: i64,
}

/// Decides what a registration records: a consent to each text in force, of which `None` stands for no text, and the answer about
/// offers. Consents to texts that are not in force are not recorded.
///
/// # Errors
/// Every [`MissingConsent`].
pub fn consents_at_registration(
    given: Consents,
    terms: Option<i64>,
    privacy: Option<i64>,
) -> Result<Vec<Consent>, Vec<MissingConsent>> {
    let texts = [(Document::Terms, terms, given.terms), (Document::Privacy, privacy, given.privacy)];
    let in_force = || texts.iter().filter_map(|(document, current, read)| Some((*document, (*current)?, *read)));
    let missing: Vec<_> = in_force()
        .filter(|(_, current, read)| *read != Some(*current))
        .map(|(document, current, _)| MissingConsent { document, current })
        .collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let of_texts = in_force().map(|(document, version, _)| Consent { document, version, given: true });
    let offers = given.marketing.map(|given| Consent { document: Document::Marketing, version: NO_TEXT, given });
    Ok(of_texts.chain(offers).collect())
}

/// Why a consent of a customer is refused, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ConsentRefusal {
    /// The document has no text, or the version is not the one in force.
    #[error(transparent)]
    OtherVersion(MissingConsent),
    /// A consent without which there is no account is not taken back; the customer leaves instead.
    #[error("cannot be taken back")]
    Needed,
}

/// Decides a later consent of a customer; `current` is the version in force, `None` for a document without a text.
///
/// # Errors
/// [`ConsentRefusal`], in its order.
pub fn consent(
    document: Document,
    version: Option<i64>,
    given: bool,
    current: Option<i64>,
) -> Result<Consent, ConsentRefusal> {
    let version = match document {
        Document::Marketing => NO_TEXT,
        Document::Terms | Document::Privacy => version
            .filter(|version| Some(*version) == current)
            .ok_or(ConsentRefusal::OtherVersion(MissingConsent { document, current: current.unwrap_or(NO_TEXT) }))?,
    };
    if !given && document != Document::Marketing {
        return Err(ConsentRefusal::Needed);
    }
    Ok(Consent { document, version, given })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Document::{Marketing, Privacy, Terms};

    const fn given(document: Document, version: i64, given: bool) -> Consent {
        Consent { document, version, given }
    }

    #[test]
    fn each_text_in_force_is_agreed_to_in_its_version() {
        let read = |terms, privacy, marketing| Consents { terms, privacy, marketing };
        let missing = |document, current| MissingConsent { document, current };
        for (read, terms, privacy, expected) in [
            (Consents::default(), None, None, Ok(vec![])),
            (read(Some(1), Some(1), Some(true)), None, None, Ok(vec![given(Marketing, 0, true)])),
            (
                read(Some(2), None, Some(false)),
                Some(2),
                None,
                Ok(vec![given(Terms, 2, true), given(Marketing, 0, false)]),
            ),
            (read(Some(2), Some(1), None), Some(2), Some(1), Ok(vec![given(Terms, 2, true), given(Privacy, 1, true)])),
            (Consents::default(), Some(2), Some(1), Err(vec![missing(Terms, 2), missing(Privacy, 1)])),
            (read(Some(1), Some(1), None), Some(2), Some(1), Err(vec![missing(Terms, 2)])),
            (read(Some(3), Some(1), None), Some(2), Some(1), Err(vec![missing(Terms, 2)])),
            (read(Some(1), None, Some(true)), None, Some(1), Err(vec![missing(Privacy, 1)])),
        ] {
            assert_eq!(consents_at_registration(read, terms, privacy), expected, "{read:?} of {terms:?}, {privacy:?}");
        }
    }

    #[test]
    fn only_offers_can_be_refused_later() {
        let other = |document, current| Err(ConsentRefusal::OtherVersion(MissingConsent { document, current }));
        for (document, version, agrees, current, expected) in [
            (Terms, Some(2), true, Some(2), Ok(given(Terms, 2, true))),
            (Terms, Some(1), true, Some(2), other(Terms, 2)),
            (Privacy, None, true, Some(2), other(Privacy, 2)),
            (Privacy, Some(1), true, None, other(Privacy, 0)),
            (Terms, Some(1), false, Some(2), other(Terms, 2)),
            (Terms, Some(2), false, Some(2), Err(ConsentRefusal::Needed)),
            (Marketing, None, true, None, Ok(given(Marketing, 0, true))),
            (Marketing, Some(7), false, None, Ok(given(Marketing, 0, false))),
        ] {
            assert_eq!(consent(document, version, agrees, current), expected, "{document} {version:?} {agrees}");
        }
    }
}
