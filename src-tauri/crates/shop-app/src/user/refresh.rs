//! Rotates the secret of a session: the previous secret becomes invalid. If an invalid secret is used again, two
//! parties had it, and the thief is unknown: the session ends for both.
//!
//! An answer can be lost, and two tabs can refresh at once. So the secret that was replaced last can be used again for
//! [`REFRESH_REPEAT_SECONDS`], as long as its successor was not used: it gets another successor, and the unused one
//! becomes invalid. A thief gains only those seconds, because a later use of the invalid secret ends the session.
//! Access tokens do not count as use of a secret: one tab uses its token at once, while another still waits.

use chrono::TimeDelta;
use shop_domain::limits::REFRESH_REPEAT_SECONDS;
use shop_domain::user::UserState;
use shop_store::session::{Owner, end, owner_of_family, rotate};

use super::session_principal::principal;
use super::{SessionSecret, heard_since, view};
use crate::context::Call;
use crate::runtime::locks::LockKey;
use crate::runtime::{Principal, WorkError, Writing};
use shop_contract::{ErrorCode, ShopError, User};

/// Rotates the secret of a session.
///
/// # Errors
/// `UNAUTHORIZED` for a secret of no running session, and for an invalid secret; the session then ends.
pub async fn refresh(call: Call, secret: SessionSecret) -> Result<(SessionSecret, Principal, User), ShopError> {
    let (old, shop) = (secret.fingerprints(), call.shop.clone());
    let family = old.family.clone();
    let found = call.read(move |db| Ok(owner_of_family(db, &family, heard_since(&shop)?)?)).await?;
    let owner = found.ok_or(ErrorCode::Unauthorized)?;
    let who = principal(&owner);
    let next = secret.next(&call.shop);
    let new = next.fingerprints();
    let rotated = call.shop.write(LockKey::User(owner.user_id), move |writing| {
        let repeat = TimeDelta::seconds(REFRESH_REPEAT_SECONDS);
        if rotate(writing.tx, owner.session_id, &old.token, &new.token, repeat, writing.now)? {
            user(writing, &owner).map(Some)
        } else {
            // Not returned as a refusal, which would roll back the end of the session.
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

/// The user, unless blocked meanwhile.
fn user(writing: &Writing<'_>, owner: &Owner) -> Result<User, WorkError> {
    let row = shop_store::user::find(writing.tx, owner.user_id)?.filter(|row| row.state == UserState::Normal);
    Ok(view::user(row.ok_or(ErrorCode::Unauthorized)?))
}
