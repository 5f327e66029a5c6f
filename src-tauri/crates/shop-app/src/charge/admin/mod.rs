//! Deposits: the list of requests, and how an admin ends one.

mod confirm_charge;
mod queries;
mod reject_charge;

pub use confirm_charge::confirm_charge;
pub use queries::list_charges_for_admin;
pub use reject_charge::reject_charge;

use shop_store::Db;
use shop_store::charge::{find, find_named};

use super::view::admin_charge;
use crate::context::AdminCall;
use crate::runtime::WorkError;
use crate::runtime::locks::LockKey;
use shop_contract::{AdminCharge, ErrorCode, ShopError};

/// The lock of the points that a request is about. A request never changes its customer.
async fn key_of(call: &AdminCall, id: i64) -> Result<LockKey, ShopError> {
    let found = call.read(move |db| Ok(find(db, id)?)).await?;
    Ok(LockKey::Point(found.ok_or(ErrorCode::NotFound)?.user_id))
}

/// The request as it is now.
fn current(db: &Db, id: i64) -> Result<AdminCharge, WorkError> {
    Ok(find_named(db, id)?.map(admin_charge).ok_or(ErrorCode::NotFound)?)
}
