//! Sign-out: ends the session of a secret.

use super::{SessionSecret, heard_since};
use crate::context::Call;
use crate::runtime::locks::LockKey;
use shop_contract::{Done, ShopError};

/// Ends the session of this secret, also if the secret was rotated since. A session that has ended or does not exist is
/// not refused.
pub async fn sign_out(call: Call, secret: &SessionSecret) -> Result<Done, ShopError> {
    let (family, shop) = (secret.fingerprints().family, call.shop.clone());
    let found =
        call.read(move |db| Ok(shop_store::session::owner_of_family(db, &family, heard_since(&shop)?)?)).await?;
    let Some(owner) = found else { return Ok(Done {}) };
    let ended = call.shop.write(LockKey::User(owner.user_id), move |writing| {
        shop_store::session::end(writing.tx, owner.user_id, owner.session_id, writing.now)?;
        Ok(Done {})
    });
    ended.await.map_err(|error| call.refusal(error))
}
