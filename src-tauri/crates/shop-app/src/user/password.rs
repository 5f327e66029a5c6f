//! Passwords: argon2id with the library's recommended cost. Hashing is slow on purpose, so it never happens on an async
//! thread nor inside the writer.

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};

use crate::contract::ShopError;
use crate::runtime::Call;

/// What a password is held against when there is no person with that e-mail, so that the answer takes as long.
static NOBODYS: LazyLock<String> =
    LazyLock::new(|| hash("nobody's password", b"no one's salt here").unwrap_or_default());

/// Hashes a password with a new salt.
///
/// # Errors
/// `INTERNAL_ERROR` where the machine lacks the memory for it.
pub async fn hash_password(call: &Call, password: &str) -> Result<String, ShopError> {
    let (password, salt) = (password.to_owned(), call.shop.token(16));
    match tokio::task::spawn_blocking(move || hash(&password, salt.as_bytes())).await {
        Ok(Ok(hash)) => Ok(hash),
        Ok(Err(reason)) => Err(call.internal(&reason)),
        Err(error) => Err(call.internal(&error.to_string())),
    }
}

/// Whether the password is the one that was hashed. `None` stands for nobody: the same work is done, and the answer is no.
///
/// # Errors
/// `INTERNAL_ERROR` where the work could not be done.
pub(super) async fn is_password(call: &Call, password: &str, hash: Option<String>) -> Result<bool, ShopError> {
    let password = password.to_owned();
    let verified = tokio::task::spawn_blocking(move || {
        let nobodys = &*NOBODYS;
        let fits = verify(&password, hash.as_deref().unwrap_or(nobodys));
        fits && hash.is_some()
    });
    verified.await.map_err(|error| call.internal(&error.to_string()))
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
