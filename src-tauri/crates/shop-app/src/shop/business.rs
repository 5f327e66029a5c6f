//! The business behind the shop, part of the shop's settings.

use shop_domain::business::{BusinessField, BusinessText};
use shop_store::setting::{read, write};
use shop_store::{Db, StoreResult};

use crate::runtime::Writing;
use crate::setting;
use shop_contract::{Business, ShopError};

/// The facts about the business; `None` where nothing of it is given.
pub(super) fn business(db: &Db) -> StoreResult<Option<Business>> {
    Ok(read::<Option<Business>>(db, setting::BUSINESS)?.flatten())
}

/// Replaces the facts; texts that are all empty are none.
pub(super) fn set_business(writing: &Writing<'_>, business: &Business) -> StoreResult<()> {
    let given = Some(business).filter(|business| **business != Business::default());
    write(writing.tx, setting::BUSINESS, &given, writing.now)
}

/// Normalizes and checks the texts.
///
/// # Errors
/// `INVALID_INPUT` naming every wrong field.
pub(super) fn parse_business(wanted: &Business) -> Result<Business, ShopError> {
    let typed = BusinessText {
        name: wanted.name.clone(),
        representative: wanted.representative.clone(),
        registration_number: wanted.registration_number.clone(),
        mail_order_number: wanted.mail_order_number.clone(),
        address: wanted.address.clone(),
        phone: wanted.phone.clone(),
        email: wanted.email.clone(),
        privacy_officer: wanted.privacy_officer.clone(),
    };
    let faults = |fields: Vec<BusinessField>| ShopError::invalid_fields(fields.into_iter().map(fault));
    let kept = typed.parse().map_err(faults)?;
    Ok(Business {
        name: kept.name,
        representative: kept.representative,
        registration_number: kept.registration_number,
        mail_order_number: kept.mail_order_number,
        address: kept.address,
        phone: kept.phone,
        email: kept.email,
        privacy_officer: kept.privacy_officer,
    })
}

/// The field in the contract, and what it has to be.
fn fault(field: BusinessField) -> (String, String) {
    let (field, reason) = match field {
        BusinessField::Name => ("name", "up to 100 characters"),
        BusinessField::Representative => ("representative", "up to 100 characters"),
        BusinessField::RegistrationNumber => {
            ("registrationNumber", "ten digits, of which the last one checks the others")
        }
        BusinessField::MailOrderNumber => ("mailOrderNumber", "up to 50 characters"),
        BusinessField::Address => ("address", "up to 200 characters"),
        BusinessField::Phone => ("phone", "not a telephone number"),
        BusinessField::Email => ("email", "not an e-mail address"),
        BusinessField::PrivacyOfficer => ("privacyOfficer", "up to 100 characters"),
    };
    (format!("business.{field}"), reason.to_owned())
}
