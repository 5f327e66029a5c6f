//! What a first screen must know.

use shop_domain::user::UserType;
use shop_store::setting::read;
use shop_store::user::{UserRow, first};
use shop_store::{Db, Stored};

use super::{DEMO_PASSWORD, UNNAMED, setting};
use crate::contract::{Empty, Persona, ShopError, ShopInfo};
use crate::runtime::{Call, Shop};
use crate::user::kind;

/// Demo customers whom one can be.
const PERSONAS: i64 = 3;

/// The shop's name and state, and in a demo shop the people whom one can be.
///
/// # Errors
/// As any read.
pub async fn get_shop(call: Call, _: Empty) -> Result<ShopInfo, ShopError> {
    let shop = call.shop.clone();
    call.read(move |db| Ok(info(db, &shop)?)).await
}

pub(super) fn info(db: &Db, shop: &Shop) -> Stored<ShopInfo> {
    let demo = read(db, setting::DEMO)?.unwrap_or(false);
    Ok(ShopInfo {
        name: read(db, setting::NAME)?.unwrap_or_else(|| UNNAMED.to_owned()),
        ready: read(db, setting::READY)?.unwrap_or(false),
        demo,
        personas: if demo { personas(db)? } else { Vec::new() },
        business_zone: shop.zone().name().to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        storage: shop.storage(),
    })
}

fn personas(db: &Db) -> Stored<Vec<Persona>> {
    let mut people = first(db, UserType::Customer, PERSONAS)?;
    people.extend(first(db, UserType::Admin, 1)?);
    Ok(people.into_iter().map(persona).collect())
}

fn persona(person: UserRow) -> Persona {
    Persona {
        email: person.email,
        password: DEMO_PASSWORD.to_owned(),
        name: person.name,
        kind: kind(person.kind),
        available_point: person.available_point,
    }
}
