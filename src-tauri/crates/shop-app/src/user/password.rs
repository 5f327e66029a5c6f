//! Passwords: argon2id with the library's recommended cost. Hashing is slow on purpose, so it never happens on an async
//! thread nor inside the writer, and has a queue of its own.

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};

use sha2::{Digest as _, Sha256};

use super::hashing::Turn;
use crate::contract::ShopError;
use crate::runtime::{Call, hex};

/// What a password is held against when there is no person with that e-mail, so that the answer takes as long.
static NOBODYS: LazyLock<String> =
    LazyLock::new(|| hash("nobody's password", b"no one's salt here").unwrap_or_default());

/// Hashes a password with a new salt.
///
/// # Errors
/// `OVERLOADED` where too many passwords are being hashed; `INTERNAL_ERROR` where the machine lacks the memory for it.
pub async fn hash_password(call: &Call, password: &str) -> Result<String, ShopError> {
    hash_with_salt(call, password, call.shop.token(16)).await
}

/// A fingerprint of a password for one purpose, as slow to guess at as the password itself. The same password gives the
/// same one for the same purpose.
///
/// # Errors
/// As [`hash_password`].
pub(super) async fn fingerprint(call: &Call, password: &str, purpose: &str) -> Result<String, ShopError> {
    let salt = hex(&Sha256::digest(purpose)[..16]);
    hash_with_salt(call, password, salt).await
}

/// Whether the password is the one that was hashed. `None` stands for nobody: the same work is done, and the answer is no.
///
/// # Errors
/// `INTERNAL_ERROR` where the work could not be done.
pub(super) async fn is_password(
    call: &Call,
    turn: Turn,
    password: &str,
    hash: Option<String>,
) -> Result<bool, ShopError> {
    let password = password.to_owned();
    let verified = turn.run(move || {
        let nobodys = &*NOBODYS;
        let fits = verify(&password, hash.as_deref().unwrap_or(nobodys));
        fits && hash.is_some()
    });
    verified.await.map_err(|reason| call.internal(&reason))
}

async fn hash_with_salt(call: &Call, password: &str, salt: String) -> Result<String, ShopError> {
    let password = password.to_owned();
    let hashed = Turn::take()?.run(move || hash(&password, salt.as_bytes())).await;
    hashed.flatten().map_err(|reason| call.internal(&reason))
}

fn hash(password: &str, salt: &[u8]) -> Result<String, String> {
    let hash: PasswordHash =
        Argon2::default().hash_password_with_salt(password.as_bytes(), salt).map_err(|error| error.to_string())?;
    Ok(hash.to_string())
}

fn verify(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_known_by_its_hash_alone() {
        let kept = hash("jangteo-비밀번호", b"0123456789abcdef").expect("there is memory");
        assert!(kept.starts_with("$argon2id$"), "the kind of hash stands in it: {kept}");
        assert!(verify("jangteo-비밀번호", &kept), "the right password fits");
        assert!(!verify("jangteo-비밀번효", &kept), "another does not");
        assert!(!verify("anything", "not a hash"), "what is not a hash fits nothing");
    }
}
