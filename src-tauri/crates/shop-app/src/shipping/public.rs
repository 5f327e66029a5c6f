//! How the shop ships, as everybody may know.

use shop_store::{Db, StoreResult};

use super::carriers::Carriers;
use super::settings::found;
use shop_contract::ShopShipping;

/// What a visitor is told.
pub(crate) fn of_shop(db: &Db) -> StoreResult<ShopShipping> {
    let settings = found(db)?;
    let given = |text: &String| Some(text.clone()).filter(|text| settings.pickup && !text.is_empty());
    Ok(ShopShipping {
        base: settings.base,
        free_over: settings.free_over,
        surcharge: settings.surcharge.clone(),
        surcharge_when_free: settings.surcharge_when_free,
        pickup: settings.pickup,
        pickup_address: given(&settings.pickup_address),
        pickup_hours: given(&settings.pickup_hours),
        carriers: Carriers::from(settings).names(),
    })
}
