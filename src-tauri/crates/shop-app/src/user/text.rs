//! Parses the texts of a user's profile; a refusal names the field.

use shop_domain::limits::{PASSWORD, USER_NAME};
use shop_domain::text::normalize;
use shop_domain::user::{AddressInput, Email, Phone, ShippingAddress, UserName, check_password};

use shop_contract::ShopError;

pub(super) fn email(text: &str) -> Result<String, ShopError> {
    let email = Email::parse(text).map_err(|_| ShopError::invalid("email", "not an e-mail address"))?;
    Ok(email.as_str().to_owned())
}

pub(super) fn name(text: &str) -> Result<String, ShopError> {
    let name = UserName::parse(text).map_err(|fault| {
        let (least, most) = (USER_NAME.start(), USER_NAME.end());
        ShopError::invalid("name", &format!("{fault}: {least} to {most} characters"))
    })?;
    Ok(name.as_str().to_owned())
}

/// An optional phone number; an empty text counts as none.
pub(super) fn phone(text: Option<&str>) -> Result<Option<String>, ShopError> {
    let Some(text) = text.filter(|text| !normalize(text).is_empty()) else { return Ok(None) };
    let phone = Phone::parse(text).map_err(|_| ShopError::invalid("phone", "not a telephone number"))?;
    Ok(Some(phone.as_str().to_owned()))
}

pub(super) fn new_password(field: &str, password: &str) -> Result<(), ShopError> {
    check_password(password)
        .map_err(|_| ShopError::invalid(field, &format!("{} to {} characters", PASSWORD.start(), PASSWORD.end())))
}

/// Parses the address of a request; a refusal names every invalid field.
pub(crate) fn shipping_address(input: &shop_contract::ShippingAddress) -> Result<ShippingAddress, ShopError> {
    let input = AddressInput {
        recipient_name: &input.recipient_name,
        phone: &input.phone,
        zip_code: &input.zip_code,
        address: &input.address,
        detail_address: input.detail_address.as_deref(),
    };
    ShippingAddress::parse(input).map_err(|bad| {
        let fault = |field| (format!("shippingAddress.{field}"), "not valid".to_owned());
        ShopError::invalid_fields(bad.into_iter().map(fault))
    })
}
