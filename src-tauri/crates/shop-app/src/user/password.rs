//! Passwords: argon2id with the library's recommended cost. Hashing is slow on purpose, so it never happens on an async
//! thread nor inside the writer, and has a queue of its own.

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};

use sha2::{Digest as _, Sha256};

use shop_domain::text::normalize_password;

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

/// The hash of a password in its normal form, so that it fits however a keyboard puts its letters together.
fn hash(password: &str, salt: &[u8]) -> Result<String, String> {
    let password = normalize_password(password);
    let hash: PasswordHash =
        Argon2::default().hash_password_with_salt(password.as_bytes(), salt).map_err(|error| error.to_string())?;
    Ok(hash.to_string())
}

/// Whether the password fits in its normal form, or as it was typed: hashes made before passwords had a normal form are of
/// what was typed then. Only a password that is typed in another form than the normal one is tried twice, whoever's it is
/// and whether or not there is such a user, so that the time tells nothing.
fn verify(password: &str, hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else { return false };
    let fits = |password: &str| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok();
    let normal = normalize_password(password);
    fits(&normal) || normal != password && fits(password)
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

    #[test]
    fn a_password_fits_however_its_letters_are_put_together() {
        let (composed, in_pieces) = ("jangteo-비밀번호", "jangteo-\u{1107}\u{1175}밀번호");
        let salt = b"0123456789abcdef";
        for set in [composed, in_pieces] {
            let kept = hash(set, salt).expect("there is memory");
            assert!(verify(composed, &kept) && verify(in_pieces, &kept), "set as {set:?}");
            assert!(!verify("jangteo- 비밀번호", &kept), "another password is another");
        }
        let spaced = hash("two\u{3000}words", salt).expect("there is memory");
        assert!(verify("two words", &spaced) && !verify("twowords", &spaced), "a space is one, however wide");
    }

    #[test]
    fn a_hash_of_a_password_as_it_was_typed_still_fits_it() {
        let in_pieces = "jangteo-\u{1107}\u{1175}밀번호";
        let old = Argon2::default().hash_password_with_salt(in_pieces.as_bytes(), b"0123456789abcdef");
        let old: PasswordHash = old.expect("there is memory");
        assert!(verify(in_pieces, &old.to_string()), "as it was typed then");
        assert!(!verify("jangteo-비밀번효", &old.to_string()), "another does not");
    }
}
