//! Signing in: a password against a session's secret. Whoever holds the secret is the person; the shop keeps only its
//! fingerprint. Holding back those who try and try again is not done here.

use sha2::{Digest as _, Sha256};
use shop_domain::user::{Email, UserState};

use super::{password, view};
use crate::contract::{ErrorCode, Login, ShopError, User};
use crate::runtime::locks::LockKey;
use crate::runtime::{Call, hex};

/// What proves a session: 64 hexadecimal digits. It has no `Debug`, so that it gets into no log.
#[derive(Clone)]
pub struct SessionSecret(String);

impl SessionSecret {
    /// A secret as it was kept; anything at all may be asked about.
    #[must_use]
    pub fn from_text(text: String) -> Self {
        Self(text)
    }

    /// To be kept where only its owner can read it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What the shop keeps of it. The secret is random, so that a plain hash is as good as a slow one.
    pub(super) fn fingerprint(&self) -> String {
        hex(&Sha256::digest(&self.0))
    }
}

/// Signs in on `device` (in words, for the list of sessions).
///
/// # Errors
/// `UNAUTHORIZED`, the same after the same work, whether the e-mail is unknown, the password wrong or the person blocked.
pub async fn sign_in(call: Call, request: Login, device: &str) -> Result<(SessionSecret, User), ShopError> {
    let email = Email::parse(&request.email).ok();
    let found = call
        .read(move |db| Ok(shop_store::user::credentials(db, email.as_ref().map_or("", Email::as_str))?))
        .await?
        .filter(|(_, state, _)| *state == UserState::Normal);
    let known = found.map(|(id, _, hash)| (id, hash));
    let hash = known.as_ref().map(|(_, hash)| hash.clone());
    let fits = password::is_password(&call, &request.password, hash).await?;
    let (id, hash) = known.filter(|_| fits).ok_or(ErrorCode::Unauthorized)?;
    let secret = SessionSecret(call.shop.token(32));
    let user = start(&call, id, hash, secret.fingerprint(), device.to_owned()).await?;
    Ok((secret, user))
}

/// Starts the session, unless the password was changed or the person blocked while it was being verified.
async fn start(call: &Call, id: i64, hash: String, fingerprint: String, device: String) -> Result<User, ShopError> {
    let started = call.shop.write(LockKey::User(id), move |writing| {
        if shop_store::user::password_hash(writing.tx, id)? != Some(hash) {
            return Err(ErrorCode::Unauthorized.into());
        }
        shop_store::session::start(writing.tx, id, &fingerprint, &device, writing.now)?;
        let row = shop_store::user::find(writing.tx, id)?.ok_or(ErrorCode::Unauthorized)?;
        Ok(view::user(row))
    });
    started.await.map_err(|error| call.refusal(error))
}
