//! Signing in: a password against a session's secret. Whoever guesses is held back, the same for an e-mail that nobody has.

use shop_domain::limits::DEVICE_MAX;
use shop_domain::user::{Email, UserState, UserType, presentable};
use shop_store::setting::read;

use super::hashing::{HashLine, HashPermit};
use super::throttle::Guess;
use super::{SessionSecret, kind, password, view};
use crate::runtime::locks::LockKey;
use crate::runtime::{Call, Identity};
use crate::shop::{DEMO_PASSWORD, setting};
use shop_contract::{ErrorCode, Login, ShopError, User};

/// Where somebody signs in.
#[derive(Debug, Clone)]
pub struct From {
    /// In words, for the list of sessions; what cannot be shown is left out, and it is cut off after 100 characters.
    pub device: String,
    /// The address of the client, or `window`.
    pub address: String,
}

/// Signs in. A try counts as failed from the start and until it succeeds, also where the one who asked goes away.
///
/// # Errors
/// `TOO_MANY_REQUESTS` with `retryAfter` in seconds for who has failed too often, even with the right password;
/// `OVERLOADED` where too many passwords are being hashed; `UNAUTHORIZED`, the same after the same work, whether the
/// e-mail is unknown, the password wrong or the person blocked.
pub async fn sign_in(call: Call, request: Login, from: From) -> Result<(SessionSecret, Identity, User), ShopError> {
    let email = Email::parse(&request.email).map(|email| email.as_str().to_owned()).unwrap_or_default();
    let guess = Guess { email, address: from.address };
    guess.ensure_open(&call)?;
    let permit = HashPermit::take(HashLine::Known)?;
    guess.count(&call).await?;
    let (id, hash) = verify(&call, permit, &guess, &request.password).await?;
    let secret = SessionSecret::new(&call.shop);
    let is_published = !call.origin.is_this_machine() && request.password == DEMO_PASSWORD;
    let admitted = Admitted { id, hash, is_published };
    let (identity, user) = start(&call, guess, admitted, &secret, &from.device).await?;
    Ok((secret, identity, user))
}

/// The person with the e-mail, and the hash of the password, where this is the password.
async fn verify(call: &Call, permit: HashPermit, guess: &Guess, password: &str) -> Result<(i64, String), ShopError> {
    let email = guess.email.clone();
    let found = call.read(move |db| Ok(shop_store::user::credentials(db, &email)?)).await?;
    let known = found.filter(|(_, state, _)| *state == UserState::Normal).map(|(id, _, hash)| (id, hash));
    let hash = known.as_ref().map(|(_, hash)| hash.clone());
    let fits = password::is_password(call, permit, password, hash).await?;
    known.filter(|_| fits).ok_or_else(|| ErrorCode::Unauthorized.into())
}

/// Somebody whose password was the right one.
struct Admitted {
    id: i64,
    /// What it was verified against.
    hash: String,
    /// It is the demo's password, which everybody knows, and comes from another machine.
    is_published: bool,
}

/// Starts the session, unless the password was changed or the person blocked while it was being verified. The published
/// password of a demo shop makes nobody its admin from the network: the answer is that of a wrong one.
async fn start(
    call: &Call,
    guess: Guess,
    Admitted { id, hash, is_published }: Admitted,
    secret: &SessionSecret,
    device: &str,
) -> Result<(Identity, User), ShopError> {
    let (secret, device) = (secret.fingerprints(), presentable(device, DEVICE_MAX));
    let started = call.shop.write(LockKey::User(id), move |writing| {
        if shop_store::user::password_hash(writing.tx, id)? != Some(hash) {
            return Err(ErrorCode::Unauthorized.into());
        }
        let row = shop_store::user::find(writing.tx, id)?.ok_or(ErrorCode::Unauthorized)?;
        if is_published && row.kind == UserType::Admin && read(writing.tx, setting::DEMO)?.unwrap_or(false) {
            return Err(ErrorCode::Unauthorized.into());
        }
        guess.clear(writing)?;
        let session_id = shop_store::session::start(writing.tx, id, &secret, &device, writing.now)?;
        Ok((Identity { user_id: id, kind: kind(row.kind), session_id }, view::user(row)))
    });
    started.await.map_err(|error| call.refusal(error))
}
