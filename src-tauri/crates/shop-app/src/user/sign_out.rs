//! Signing out: the session of a secret ends.

use super::SessionSecret;
use crate::contract::{Done, ShopError};
use crate::runtime::Call;
use crate::runtime::locks::LockKey;

/// Ends the session of this secret. One that has ended already, or never was, is no refusal.
///
/// # Errors
/// As any read or write.
pub async fn sign_out(call: Call, secret: &SessionSecret) -> Result<Done, ShopError> {
    let fingerprint = secret.fingerprint();
    let Some(owner) = call.read(move |db| Ok(shop_store::session::owner(db, &fingerprint)?)).await? else {
        return Ok(Done {});
    };
    let ended = call.shop.write(LockKey::User(owner.user_id), move |writing| {
        shop_store::session::end(writing.tx, owner.user_id, owner.session_id, writing.now)?;
        Ok(Done {})
    });
    ended.await.map_err(|error| call.refusal(error))
}
