//! A new secret for a session: the one before dies. Should a dead one come back, somebody else has held it, and nobody
//! knows who of the two is the thief: the session ends for both.
//!
//! An answer can be lost on its way, and two tabs can ask at once. So the secret that was replaced last may be used again
//! for [`REFRESH_REPEAT_SECONDS`], for as long as the one that followed it was not used: it gets yet another, and the one
//! that followed dies unused. A thief gains those seconds and no more, because whoever then comes with the secret that died
//! ends the session. Access tokens do not count as use: a tab uses its own at once, while another still waits.

use chrono::TimeDelta;
use shop_domain::limits::REFRESH_REPEAT_SECONDS;
use shop_domain::user::UserState;
use shop_store::session::{Owner, end, owner_of_family, rotate};

use super::session_identity::identity;
use super::{SessionSecret, heard_since, view};
use crate::runtime::locks::LockKey;
use crate::runtime::{Call, Identity, Stop, Writing};
use shop_contract::{ErrorCode, ShopError, User};

/// Rotates the secret of a session.
///
/// # Errors
/// `UNAUTHORIZED` for a secret of no running session, and for one that is dead; the session then ends.
pub async fn refresh(call: Call, secret: SessionSecret) -> Result<(SessionSecret, Identity, User), ShopError> {
    let (old, since) = (secret.fingerprints(), heard_since(call.now()));
    let family = old.family.clone();
    let found = call.read(move |db| Ok(owner_of_family(db, &family, since)?)).await?;
    let owner = found.ok_or(ErrorCode::Unauthorized)?;
    let who = identity(&owner);
    let next = secret.next(&call.shop);
    let new = next.fingerprints();
    let rotated = call.shop.write(LockKey::User(owner.user_id), move |writing| {
        let repeat = TimeDelta::seconds(REFRESH_REPEAT_SECONDS);
        if rotate(writing.tx, owner.session_id, &old.token, &new.token, repeat, writing.now)? {
            person(writing, &owner).map(Some)
        } else {
            // No refusal yet: that would undo the end.
            end(writing.tx, owner.user_id, owner.session_id, writing.now)?;
            Ok(None)
        }
    });
    match rotated.await.map_err(|error| call.refusal(error))? {
        Some(user) => Ok((next, who, user)),
        None => {
            tracing::warn!(user_id = who.user_id, session_id = who.session_id, "a dead secret came back");
            Err(ErrorCode::Unauthorized.into())
        }
    }
}

/// The person, unless blocked in the meantime.
fn person(writing: &Writing<'_>, owner: &Owner) -> Result<User, Stop> {
    let row = shop_store::user::find(writing.tx, owner.user_id)?.filter(|row| row.state == UserState::Normal);
    Ok(view::user(row.ok_or(ErrorCode::Unauthorized)?))
}
