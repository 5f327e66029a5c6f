//! The facts about the business behind the shop that the law wants shown to customers, and the VAT that a price includes.

use thiserror::Error;

use crate::limits::{ADDRESS, BUSINESS_NAME, MAIL_ORDER_NUMBER};
use crate::money::Won;
use crate::text::normalize;
use crate::user::{Email, Phone, parse_text};

/// Weights of the digits of a registration number, without the check digit.
const WEIGHTS: [u32; 9] = [1, 3, 7, 1, 3, 7, 1, 3, 5];
/// A price includes VAT of a tenth of the rest, which is the eleventh part of the price.
const VAT_PART: i64 = 11;

/// The registration number of a business (사업자등록번호): ten digits of which the last one checks the others, written
/// `123-45-67891`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistrationNumber(String);

/// A text is no registration number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a registration number: ten digits, of which the last one checks the others")]
pub struct NoRegistrationNumber;

impl RegistrationNumber {
    /// Parses ten digits, with hyphens and spaces between them; full-width digits are accepted.
    ///
    /// # Errors
    /// [`NoRegistrationNumber`] for any other text, and where the last digit is not that of the others.
    pub fn parse(text: &str) -> Result<Self, NoRegistrationNumber> {
        let signs = normalize(text);
        let kept = signs.chars().filter(|c| !matches!(c, '-' | ' ' | '\u{2010}'..='\u{2015}' | '－'));
        let digits: Option<Vec<u32>> = kept.map(digit).collect();
        let digits: [u32; 10] = digits.and_then(|digits| digits.try_into().ok()).ok_or(NoRegistrationNumber)?;
        if digits[9] != check_digit(&digits) {
            return Err(NoRegistrationNumber);
        }
        let text = |digits: &[u32]| digits.iter().map(u32::to_string).collect::<String>();
        Ok(Self(format!("{}-{}-{}", text(&digits[..3]), text(&digits[3..5]), text(&digits[5..]))))
    }

    /// The number with its hyphens.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn digit(c: char) -> Option<u32> {
    let full_width = u32::from(c).checked_sub(u32::from('０')).filter(|digit| *digit < 10);
    c.to_digit(10).or(full_width)
}

/// The last digit that belongs to the nine before it: the weighted digits and the tens of the last of them add up with it to a
/// multiple of ten.
fn check_digit(digits: &[u32; 10]) -> u32 {
    let weighted: u32 = WEIGHTS.iter().zip(digits).map(|(weight, digit)| weight * digit).sum();
    (10 - (weighted + digits[8] * WEIGHTS[8] / 10) % 10) % 10
}

/// The facts about a business. A text that is not given is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BusinessText {
    /// Name of the business.
    pub name: String,
    /// Name of its representative.
    pub representative: String,
    /// See [`RegistrationNumber`].
    pub registration_number: String,
    /// Number of the report as a mail-order business (통신판매업 신고번호).
    pub mail_order_number: String,
    /// Address.
    pub address: String,
    /// Telephone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Name of the privacy officer.
    pub privacy_officer: String,
}

/// A field of [`BusinessText`] that cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BusinessField {
    /// `name`.
    Name,
    /// `representative`.
    Representative,
    /// `registration_number`.
    RegistrationNumber,
    /// `mail_order_number`.
    MailOrderNumber,
    /// `address`.
    Address,
    /// `phone`.
    Phone,
    /// `email`.
    Email,
    /// `privacy_officer`.
    PrivacyOfficer,
}

impl BusinessText {
    /// Normalizes and checks the texts.
    ///
    /// # Errors
    /// All fields that are not allowed, in their order.
    pub fn parse(&self) -> Result<Self, Vec<BusinessField>> {
        let mut faults = Vec::new();
        let mut field = |field: BusinessField, text: &str, parse: &dyn Fn(&str) -> Option<String>| {
            if normalize(text).is_empty() {
                return String::new();
            }
            parse(text).unwrap_or_else(|| {
                faults.push(field);
                String::new()
            })
        };
        let name = |text: &str| parse_text(text, BUSINESS_NAME).ok();
        let parsed = Self {
            name: field(BusinessField::Name, &self.name, &name),
            representative: field(BusinessField::Representative, &self.representative, &name),
            registration_number: field(BusinessField::RegistrationNumber, &self.registration_number, &|text| {
                RegistrationNumber::parse(text).ok().map(|number| number.0)
            }),
            mail_order_number: field(BusinessField::MailOrderNumber, &self.mail_order_number, &|text| {
                parse_text(text, MAIL_ORDER_NUMBER).ok()
            }),
            address: field(BusinessField::Address, &self.address, &|text| parse_text(text, ADDRESS).ok()),
            phone: field(BusinessField::Phone, &self.phone, &|text| {
                Phone::parse(text).ok().map(|phone| phone.as_str().to_owned())
            }),
            email: field(BusinessField::Email, &self.email, &|text| {
                Email::parse(text).ok().map(|email| email.as_str().to_owned())
            }),
            privacy_officer: field(BusinessField::PrivacyOfficer, &self.privacy_officer, &name),
        };
        if faults.is_empty() { Ok(parsed) } else { Err(faults) }
    }
}

/// The VAT that a price includes, in won, rounded down; the rest of the price is the supply value.
#[must_use]
pub fn vat_of(price: Won) -> Won {
    Won::new(price.get() / VAT_PART).unwrap_or(Won::ZERO)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::limits::MAX_WON;

    #[test]
    fn a_registration_number_has_ten_digits_and_the_last_one_checks_the_others() {
        for (text, expected) in [
            ("124-81-00998", Some("124-81-00998")),
            ("1248100998", Some("124-81-00998")),
            (" 124 81 00998 ", Some("124-81-00998")),
            ("１２４－８１－００９９８", Some("124-81-00998")),
            ("220-81-62517", Some("220-81-62517")),
            ("120-81-47521", Some("120-81-47521")),
            ("124-81-00997", None),
            ("142-81-00998", None),
            ("124-81-0099", None),
            ("124-81-009980", None),
            ("124-81-0099a", None),
            ("000-00-00000", Some("000-00-00000")),
            ("", None),
        ] {
            let parsed = RegistrationNumber::parse(text);
            assert_eq!(parsed.as_ref().ok().map(RegistrationNumber::as_str), expected, "{text:?}");
        }
    }

    #[test]
    fn texts_of_a_business_are_kept_in_normal_form_and_all_faults_are_named() {
        let typed = BusinessText {
            name: " 장터\u{200B}상회 ".to_owned(),
            registration_number: "1248100998".to_owned(),
            phone: "02 123 4567".to_owned(),
            email: " Shop@Example.com ".to_owned(),
            ..BusinessText::default()
        };
        let kept = typed.parse().expect("they are allowed");
        let found = (kept.name.as_str(), kept.registration_number.as_str(), kept.phone.as_str());
        assert_eq!(found, ("장터상회", "124-81-00998", "02-123-4567"));
        assert!(kept.email.eq_ignore_ascii_case("shop@example.com") && kept.address.is_empty(), "{kept:?}");
        let wrong = BusinessText {
            name: "가\n나".to_owned(),
            registration_number: "1".to_owned(),
            phone: "전화".to_owned(),
            email: "no e-mail".to_owned(),
            privacy_officer: "가".repeat(101),
            ..BusinessText::default()
        };
        use BusinessField::{Email, Name, Phone, PrivacyOfficer, RegistrationNumber};
        assert_eq!(wrong.parse(), Err(vec![Name, RegistrationNumber, Phone, Email, PrivacyOfficer]));
        assert_eq!(BusinessText::default().parse(), Ok(BusinessText::default()), "nothing is given");
    }

    #[test]
    fn vat_is_an_eleventh_rounded_down() {
        for (price, expected) in [(0, 0), (10, 0), (11, 1), (1_000, 90), (11_000, 1_000), (MAX_WON, 90_909_090_909)] {
            assert_eq!(vat_of(Won::new(price).unwrap()).get(), expected, "{price} won");
        }
    }

    proptest! {
        #[test]
        fn supply_value_and_vat_add_up_to_the_price_and_one_is_a_tenth_of_the_other(price in 0..=MAX_WON) {
            let price = Won::new(price).unwrap();
            let vat = vat_of(price);
            let supply = price.checked_sub(vat).unwrap();
            prop_assert_eq!(supply.checked_add(vat).unwrap(), price);
            prop_assert!((0..=10).contains(&(supply.get() - 10 * vat.get())), "{} and {}", supply.get(), vat.get());
        }

        #[test]
        fn another_last_digit_is_no_number(digits in 0_u64..1_000_000_000) {
            let numbers = (0..10).map(|last| format!("{digits:09}{last}"));
            prop_assert_eq!(numbers.filter(|number| RegistrationNumber::parse(number).is_ok()).count(), 1);
        }
    }
}
