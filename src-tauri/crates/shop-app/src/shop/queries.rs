//! Reads that the first screen needs.

use shop_domain::user::UserType as Kind;
use shop_store::setting::read;
use shop_store::user::{UserRow, first};
use shop_store::{Db, StoreResult};

use super::UNNAMED;
use super::business::business;
use super::documents::version;
use crate::charge::{charge_mode, deposit_account};
use crate::context::{Call, Shop};
use crate::payment::payment_methods;
use crate::runtime::Origin;
use crate::setting;
use crate::shipping;
use crate::user::DEMO_PASSWORD;
use shop_contract::{
    AdminRole, Empty, PaymentMethod, Persona, PointCharging, ShopDocument, ShopError, ShopInfo, UserType,
};

/// Number of demo customers that are offered for sign-in.
pub const PERSONAS: i64 = 3;
/// Number of demo admins that are: the owner and the clerk.
const ADMIN_PERSONAS: i64 = 2;

/// The shop's name and state; in a demo shop, and only for calls from this machine, also the demo users.
pub async fn get_shop(call: Call, _: Empty) -> Result<ShopInfo, ShopError> {
    let (shop, origin) = (call.shop.clone(), call.origin);
    call.read(move |db| Ok(info(db, &shop, origin)?)).await
}

pub(super) fn info(db: &Db, shop: &Shop, origin: Origin) -> StoreResult<ShopInfo> {
    let demo = read(db, setting::DEMO)?.unwrap_or(false);
    let ready = read(db, setting::READY)?.unwrap_or(false);
    let point_charging = charge_mode(db)?;
    let payment_methods = payment_methods(db)?;
    let is_transferred =
        point_charging == PointCharging::Request || payment_methods.contains(&PaymentMethod::BankTransfer);
    Ok(ShopInfo {
        name: read(db, setting::NAME)?.unwrap_or_else(|| UNNAMED.to_owned()),
        ready,
        demo,
        point_charging,
        payment_methods,
        deposit_account: if is_transferred { deposit_account(db)? } else { None },
        business: business(db)?,
        terms: version(db, ShopDocument::Terms)?,
        privacy: version(db, ShopDocument::Privacy)?,
        shipping: shipping::of_shop(db)?,
        set_up_code_required: !ready && !origin.is_this_machine(),
        // The demo passwords are public, but one of them is the admin's, so the network does not get the list.
        personas: if demo && origin.is_this_machine() { personas(db)? } else { Vec::new() },
        business_zone: shop.zone().name().to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        storage: shop.storage(),
    })
}

fn personas(db: &Db) -> StoreResult<Vec<Persona>> {
    let mut users = first(db, Kind::Customer, PERSONAS)?;
    users.extend(first(db, Kind::Admin, ADMIN_PERSONAS)?);
    Ok(users.into_iter().map(persona).collect())
}

fn persona(user: UserRow) -> Persona {
    let role = user.role.map(AdminRole::from);
    Persona {
        email: user.email,
        password: DEMO_PASSWORD.to_owned(),
        name: user.name,
        kind: UserType::of(role),
        role,
        available_point: user.available_point,
    }
}
