//! How points are charged in this shop and the account to which customers transfer, part of the shop's settings; and the name
//! of a depositor, which customers give with both.

use shop_domain::charge::AccountFault;
use shop_domain::limits::USER_NAME;
use shop_domain::text::normalize;
use shop_domain::user::parse_text;
use shop_store::setting::read;
use shop_store::{Db, StoreResult};

use crate::setting;
use shop_contract::{DepositAccount, PointCharging, ShopError};

/// What the shop does where a customer charges points; a shop without the setting gives them at once.
pub(crate) fn charge_mode(db: &Db) -> StoreResult<PointCharging> {
    Ok(read(db, setting::POINT_CHARGING)?.unwrap_or(PointCharging::Free))
}

/// The account to which customers transfer; `None` where it is not given.
pub(crate) fn deposit_account(db: &Db) -> StoreResult<Option<DepositAccount>> {
    Ok(read::<Option<DepositAccount>>(db, setting::DEPOSIT_ACCOUNT)?.flatten())
}

/// Normalizes and checks an account; `None` where all its texts are empty.
///
/// # Errors
/// `INVALID_INPUT` naming the field.
pub(crate) fn parse_account(wanted: &DepositAccount) -> Result<Option<DepositAccount>, ShopError> {
    let texts = [&wanted.bank, &wanted.number, &wanted.holder];
    if texts.iter().all(|text| text.trim().is_empty()) {
        return Ok(None);
    }
    let parsed = shop_domain::charge::DepositAccount::parse(&wanted.bank, &wanted.number, &wanted.holder);
    let account = parsed.map_err(|fault| ShopError::invalid(field(fault), &fault.to_string()))?;
    Ok(Some(DepositAccount {
        bank: account.bank().to_owned(),
        number: account.number().to_owned(),
        holder: account.holder().to_owned(),
    }))
}

/// An optional name of a depositor; an empty text counts as none.
///
/// # Errors
/// `INVALID_INPUT` naming the field.
pub(crate) fn parse_depositor(text: Option<&str>) -> Result<Option<String>, ShopError> {
    let Some(text) = text.filter(|text| !normalize(text).is_empty()) else { return Ok(None) };
    let name = parse_text(text, USER_NAME)
        .map_err(|fault| ShopError::invalid("depositorName", &format!("{fault}: 1 to 100 characters")))?;
    Ok(Some(name))
}

fn field(fault: AccountFault) -> &'static str {
    match fault {
        AccountFault::Bank => "depositAccount.bank",
        AccountFault::Number => "depositAccount.number",
        AccountFault::Holder => "depositAccount.holder",
    }
}
