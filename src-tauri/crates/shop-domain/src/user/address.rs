//! Shipping addresses. All fields are checked at once, so that a form can mark every invalid one.

use crate::limits::{ADDRESS, DETAIL_ADDRESS, USER_NAME, ZIP_CODE_DIGITS};
use crate::text::normalize;
use crate::user::phone::Phone;
use crate::user::text::parse_text;

/// Unchecked fields of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AddressInput<'a> {
    /// Name of the recipient.
    pub recipient_name: &'a str,
    /// Telephone number of the recipient.
    pub phone: &'a str,
    /// Five digits.
    pub zip_code: &'a str,
    /// Street and number.
    pub address: &'a str,
    /// Flat or floor; may be empty.
    pub detail_address: Option<&'a str>,
}

/// A valid address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShippingAddress {
    recipient_name: String,
    phone: Phone,
    zip_code: String,
    address: String,
    detail_address: Option<String>,
}

impl ShippingAddress {
    /// Parses an address.
    ///
    /// # Errors
    /// The API names of all invalid fields.
    pub fn parse(input: AddressInput<'_>) -> Result<ShippingAddress, Vec<&'static str>> {
        let recipient_name = parse_text(input.recipient_name, USER_NAME).ok();
        let phone = Phone::parse(input.phone).ok();
        let zip_code = parse_zip_code(input.zip_code);
        let address = parse_text(input.address, ADDRESS).ok();
        let detail = parse_text(input.detail_address.unwrap_or_default(), DETAIL_ADDRESS).ok();
        let bad: Vec<&'static str> = [
            ("recipientName", recipient_name.is_none()),
            ("phone", phone.is_none()),
            ("zipCode", zip_code.is_none()),
            ("address", address.is_none()),
            ("detailAddress", detail.is_none()),
        ]
        .into_iter()
        .filter_map(|(name, is_bad)| is_bad.then_some(name))
        .collect();
        match (recipient_name, phone, zip_code, address, detail) {
            (Some(recipient_name), Some(phone), Some(zip_code), Some(address), Some(detail)) => {
                let detail_address = (!detail.is_empty()).then_some(detail);
                Ok(ShippingAddress { recipient_name, phone, zip_code, address, detail_address })
            }
            _ => Err(bad),
        }
    }

    /// Parses the address of an order that is picked up: name and telephone number alone; the other fields are left out.
    ///
    /// # Errors
    /// The API names of all invalid fields.
    pub fn parse_pickup(input: AddressInput<'_>) -> Result<ShippingAddress, Vec<&'static str>> {
        let recipient_name = parse_text(input.recipient_name, USER_NAME).ok();
        let phone = Phone::parse(input.phone).ok();
        match (recipient_name, phone) {
            (Some(recipient_name), Some(phone)) => {
                let (zip_code, address) = (String::new(), String::new());
                Ok(ShippingAddress { recipient_name, phone, zip_code, address, detail_address: None })
            }
            (name, phone) => {
                let bad = [("recipientName", name.is_none()), ("phone", phone.is_none())];
                Err(bad.into_iter().filter_map(|(name, is_bad)| is_bad.then_some(name)).collect())
            }
        }
    }

    /// Name of the recipient.
    #[must_use]
    pub fn recipient_name(&self) -> &str {
        &self.recipient_name
    }

    /// Telephone number of the recipient.
    #[must_use]
    pub fn phone(&self) -> &str {
        self.phone.as_str()
    }

    /// Five digits; empty where the order is picked up.
    #[must_use]
    pub fn zip_code(&self) -> &str {
        &self.zip_code
    }

    /// Street and number; empty where the order is picked up.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Flat or floor, if any.
    #[must_use]
    pub fn detail_address(&self) -> Option<&str> {
        self.detail_address.as_deref()
    }
}

fn parse_zip_code(text: &str) -> Option<String> {
    let zip_code = normalize(text);
    let fits = zip_code.len() == ZIP_CODE_DIGITS && zip_code.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| zip_code.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: AddressInput<'_> = AddressInput {
        recipient_name: " 김철수 ",
        phone: "010-1234-5678",
        zip_code: "06236",
        address: "서울시 강남구 테헤란로 1",
        detail_address: Some(" 2층 "),
    };

    #[test]
    fn an_address_is_normal_field_by_field() {
        let address = ShippingAddress::parse(GOOD).unwrap();
        assert_eq!(address.recipient_name(), "김철수");
        assert_eq!(address.phone(), "010-1234-5678");
        assert_eq!(address.zip_code(), "06236");
        assert_eq!(address.address(), "서울시 강남구 테헤란로 1");
        assert_eq!(address.detail_address(), Some("2층"));
        let pasted = AddressInput { phone: "010.1234.5678", zip_code: "\u{200B}06236\u{A0}", ..GOOD };
        assert_eq!(ShippingAddress::parse(pasted), Ok(address), "whatever was pasted along");
        for nothing in [None, Some("  "), Some("\u{A0}\u{200B}")] {
            let address = ShippingAddress::parse(AddressInput { detail_address: nothing, ..GOOD });
            assert_eq!(address.unwrap().detail_address(), None);
        }
    }

    #[test]
    fn an_order_that_is_picked_up_needs_a_name_and_a_telephone_number() {
        let address = ShippingAddress::parse_pickup(GOOD).unwrap();
        assert_eq!((address.recipient_name(), address.phone()), ("김철수", "010-1234-5678"));
        assert_eq!(
            (address.zip_code(), address.address(), address.detail_address()),
            ("", "", None),
            "no address is kept"
        );
        let empty = AddressInput { zip_code: "", address: "", detail_address: None, ..GOOD };
        assert_eq!(ShippingAddress::parse_pickup(empty), Ok(address));
        for (input, bad) in [
            (AddressInput { phone: "", ..empty }, vec!["phone"]),
            (AddressInput { recipient_name: " ", phone: "1", ..empty }, vec!["recipientName", "phone"]),
        ] {
            assert_eq!(ShippingAddress::parse_pickup(input), Err(bad));
        }
    }

    #[test]
    fn every_bad_field_is_named() {
        let long = "가".repeat(201);
        for (input, bad) in [
            (AddressInput { recipient_name: " ", ..GOOD }, vec!["recipientName"]),
            (AddressInput { phone: "call me", ..GOOD }, vec!["phone"]),
            (AddressInput { zip_code: "0623", ..GOOD }, vec!["zipCode"]),
            (AddressInput { zip_code: "06-36", ..GOOD }, vec!["zipCode"]),
            (AddressInput { address: "", ..GOOD }, vec!["address"]),
            (AddressInput { detail_address: Some(&long), ..GOOD }, vec!["detailAddress"]),
            (AddressInput { phone: "", zip_code: "", address: &long, ..GOOD }, vec!["phone", "zipCode", "address"]),
        ] {
            assert_eq!(ShippingAddress::parse(input), Err(bad));
        }
    }
}
