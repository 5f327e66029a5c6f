//! Sign-in: exchanges a password for a session's secret. Password guessing is throttled, in the same way for unknown
//! e-mails.

use shop_domain::limits::DEVICE_MAX;
use shop_domain::user::{Email, UserState, presentable};
use shop_store::setting::read;

use super::hashing::{HashLine, HashPermit};
use super::throttle::Guess;
use super::{DEMO_PASSWORD, SessionSecret, password, view};
use crate::context::Call;
use crate::runtime::Principal;
use crate::runtime::locks::LockKey;
use crate::setting;
use shop_contract::{ErrorCode, Login, ShopError, User};

/// The origin of a sign-in.
#[derive(Debug, Clone)]
pub struct From {
    /// Device name for the list of sessions; control characters are removed, and it is cut to 100 characters.
    pub device: String,
    /// The address of the client, or `window`.
    pub address: String,
}

/// Signs in. An attempt counts as failed until it succeeds, also if the request is cancelled.
///
/// # Errors
/// `TOO_MANY_REQUESTS` with `retryAfter` in seconds after too many failures, even with the right password; `OVERLOADED`
/// if too many passwords are being hashed; `UNAUTHORIZED` after the same amount of work, whether the e-mail is unknown,
/// the password wrong or the user blocked.
pub async fn sign_in(call: Call, request: Login, from: From) -> Result<(SessionSecret, Principal, User), ShopError> {
    let email = Email::parse(&request.email).map(|email| email.as_str().to_owned()).unwrap_or_default();
    let guess = Guess { email, address: from.address };
    guess.ensure_open(&call)?;
    let permit = HashPermit::take(HashLine::Known)?;
    guess.count(&call).await?;
    let (id, hash) = verify(&call, permit, &guess, &request.password).await?;
    let secret = SessionSecret::new(&call.shop);
    let is_published = !call.origin.is_this_machine() && request.password == DEMO_PASSWORD;
    let admitted = Admitted { id, hash, is_published };
    let (principal, user) = start(&call, guess, admitted, &secret, &from.device).await?;
    Ok((secret, principal, user))
}

/// Returns the user with the e-mail and the hash, if the password is right.
async fn verify(call: &Call, permit: HashPermit, guess: &Guess, password: &str) -> Result<(i64, String), ShopError> {
    let email = guess.email.clone();
    let found = call.read(move |db| Ok(shop_store::user::credentials(db, &email)?)).await?;
    let known = found.filter(|(_, state, _)| *state == UserState::Normal).map(|(id, _, hash)| (id, hash));
    let hash = known.as_ref().map(|(_, hash)| hash.clone());
    let fits = password::is_password(call, permit, password, hash).await?;
    known.filter(|_| fits).ok_or_else(|| ErrorCode::Unauthorized.into())
}

/// A user whose password was right.
struct Admitted {
    id: i64,
    /// The hash that the password was verified against.
    hash: String,
    /// Whether it is the published demo password, sent from another machine.
    is_published: bool,
}

/// Starts the session, unless the password was changed or the user blocked meanwhile. The published demo password does
/// not admit an admin from the network: the answer is the same as for a wrong password.
async fn start(
    call: &Call,
    guess: Guess,
    Admitted { id, hash, is_published }: Admitted,
    secret: &SessionSecret,
    device: &str,
) -> Result<(Principal, User), ShopError> {
    let (secret, device) = (secret.fingerprints(), presentable(device, DEVICE_MAX));
    let started = call.shop.write(LockKey::User(id), move |writing| {
        if shop_store::user::password_hash(writing.tx, id)?.as_ref() != Some(&hash) {
            return Err(ErrorCode::Unauthorized.into());
        }
        let row = shop_store::user::find(writing.tx, id)?.ok_or(ErrorCode::Unauthorized)?;
        if is_published && row.role.is_some() && read(writing.tx, setting::DEMO)?.unwrap_or(false) {
            return Err(ErrorCode::Unauthorized.into());
        }
        guess.clear(writing)?;
        let session_id = shop_store::session::start(writing.tx, id, &secret, &device, writing.now)?;
        Ok((Principal { user_id: id, role: row.role.map(Into::into), session_id }, view::user(row)))
    });
    started.await.map_err(|error| call.refusal(error))
}
