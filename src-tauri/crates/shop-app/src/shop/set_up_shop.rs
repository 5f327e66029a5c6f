//! Sets up a new shop: its name, its first admin, and how points are charged.

use std::net::IpAddr;

use shop_domain::user::{AdminRole, check_password, parse_text};
use shop_store::StoreError;
use shop_store::setting::{read, write};

use super::business::{parse_business, set_business};
use super::queries::info;
use crate::charge::parse_account;
use crate::context::Call;
use crate::payment::open_beside_points;
use crate::runtime::Origin;
use crate::runtime::locks::LockKey;
use crate::setting;
use crate::user::{Guess, NewAccount, enter, hash_password};
use shop_contract::{ErrorCode, ForbiddenReason, SetUpShop, ShopError, ShopInfo, operation};

/// Sets up the shop.
///
/// # Errors
/// `FORBIDDEN` from another machine without the code, or with a wrong one; `TOO_MANY_REQUESTS` for an address that sent
/// too many wrong codes; `INVALID_INPUT`; `CONFLICT` if the shop is already set up or demo data is being created;
/// `EMAIL_TAKEN`.
pub async fn set_up_shop(call: Call, request: SetUpShop) -> Result<ShopInfo, ShopError> {
    if let Origin::Network(address) = call.origin {
        ensure_code(&call, address, request.set_up_code.as_deref()).await?;
    }
    let shop_name = parse_text(&request.shop_name, 1..=50)
        .map_err(|fault| ShopError::invalid("shopName", &format!("{fault}: 1 to 50 characters")))?;
    let admin = NewAccount::parse(Some(AdminRole::Owner), &request.email, &request.name, None)?;
    check_password(&request.password).map_err(|_| ShopError::invalid("password", "8 to 128 characters"))?;
    let account = request.deposit_account.as_ref().map(parse_account).transpose()?.flatten();
    let business = request.business.as_ref().map(parse_business).transpose()?;
    let (charging, methods) = (request.point_charging, request.payment_methods.clone());
    let admin = admin.with_password_hash(hash_password(&call, &request.password).await?);
    // The fingerprint of a request is stored and would make a password easy to guess, so it excludes the password.
    let fingerprint = (&request.shop_name, &request.email, &request.name, charging, &methods, &account, &business);
    let (shop, origin) = (call.shop.clone(), call.origin);
    let (given, business) = (account.clone(), business.clone());
    let open = methods.as_deref().map(open_beside_points);
    call.write(operation::set_up_shop, &fingerprint, LockKey::Shop, move |writing| {
        let is = |key| Ok::<_, StoreError>(read(writing.tx, key)?.unwrap_or(false));
        if is(setting::READY)? || is(setting::DEMO)? {
            return Err(ErrorCode::Conflict.into());
        }
        enter(writing, &admin)?;
        write(writing.tx, setting::NAME, &shop_name, writing.now)?;
        if let Some(mode) = charging {
            write(writing.tx, setting::POINT_CHARGING, &mode, writing.now)?;
        }
        if let Some(methods) = &open {
            write(writing.tx, setting::PAYMENT_METHODS, methods, writing.now)?;
        }
        if given.is_some() {
            write(writing.tx, setting::DEPOSIT_ACCOUNT, &given, writing.now)?;
        }
        business.as_ref().map_or(Ok(()), |business| set_business(writing, business))?;
        write(writing.tx, setting::READY, &true, writing.now)?;
        Ok(info(writing.tx, &shop, origin)?)
    })
    .await
}

/// Checks the code before the request is evaluated. Wrong codes are throttled like wrong passwords, by address.
async fn ensure_code(call: &Call, address: IpAddr, code: Option<&str>) -> Result<(), ShopError> {
    let refusal = || ShopError::from(ForbiddenReason::SetUpCode);
    let code = code.ok_or_else(refusal)?;
    let guess = Guess { email: String::new(), address: format!("set-up {address}") };
    guess.ensure_open(call)?;
    guess.count(call).await?;
    if !call.shop.set_up_code().is(code) {
        return Err(refusal());
    }
    let cleared = call.shop.write(LockKey::Shop, move |writing| guess.clear(writing));
    cleared.await.map_err(|error| call.refusal(error))
}
