//! Passwords: argon2id with the library's recommended cost. Hashing is slow by design, so it runs neither on an async
//! thread nor in the writer, and has its own queue.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Params, Version};
use sha2::{Digest as _, Sha256};

use shop_domain::text::normalize_password;

use super::hashing::{HashLine, HashMemory, HashPermit};
use crate::context::Call;
use crate::runtime::hex;
use shop_contract::ShopError;

/// The salt for e-mails without a user, so that the answer takes the same time.
const NOBODYS_SALT: &[u8] = b"no one's salt here";

/// Hashes a password with a new salt.
///
/// # Errors
/// `OVERLOADED` if too many passwords are being hashed; `INTERNAL_ERROR` if the hash failed.
pub async fn hash_password(call: &Call, password: &str) -> Result<String, ShopError> {
    hash_with(call, HashPermit::take(HashLine::Known)?, password).await
}

/// As [`hash_password`], with a permit that was taken before.
///
/// # Errors
/// `INTERNAL_ERROR` if the hash failed.
pub(super) async fn hash_with(call: &Call, permit: HashPermit, password: &str) -> Result<String, ShopError> {
    let (password, salt) = (password.to_owned(), call.shop.token(16));
    let hashed = permit.run(move |memory| hash(memory, &password, salt.as_bytes())).await;
    hashed.flatten().map_err(|reason| call.internal(&reason))
}

/// Hashes the password of a registration. With a purpose it also returns a fingerprint of the password for that
/// purpose, which is as slow to guess as the password; the same password and purpose give the same fingerprint.
///
/// # Errors
/// As [`hash_password`].
pub(super) async fn hash_newcomers_password(
    call: &Call,
    password: &str,
    purpose: Option<String>,
) -> Result<(String, Option<String>), ShopError> {
    let (password, salt) = (password.to_owned(), call.shop.token(16));
    let permit = HashPermit::take(HashLine::Newcomer)?;
    let hashed = permit.run(move |memory| {
        let purpose_salt = purpose.map(|purpose| hex(&Sha256::digest(purpose)[..16]));
        let fingerprint = purpose_salt.map(|salt| hash(memory, &password, salt.as_bytes())).transpose()?;
        Ok((hash(memory, &password, salt.as_bytes())?, fingerprint))
    });
    hashed.await.flatten().map_err(|reason: String| call.internal(&reason))
}

/// Verifies a password against its hash. `None` stands for an unknown user: the same work is done, and the result is
/// false.
///
/// # Errors
/// `INTERNAL_ERROR` if the hash failed.
pub(super) async fn is_password(
    call: &Call,
    permit: HashPermit,
    password: &str,
    hash: Option<String>,
) -> Result<bool, ShopError> {
    let password = password.to_owned();
    let verified = permit.run(move |memory| match hash {
        Some(hash) => verify(memory, &password, &hash),
        None => self::hash(memory, &password, NOBODYS_SALT).is_err(),
    });
    verified.await.map_err(|reason| call.internal(&reason))
}

/// Hashes a password in its Unicode normal form, so that the keyboard's composition of characters does not matter. The
/// result is in the PHC string format, which names algorithm, cost and salt.
fn hash(memory: &mut HashMemory, password: &str, salt: &[u8]) -> Result<String, String> {
    let password = normalize_password(password);
    let (argon2, mut key) = (Argon2::default(), [0; Params::DEFAULT_OUTPUT_LEN]);
    argon2
        .hash_password_into_with_memory(password.as_bytes(), salt, &mut key, memory.blocks())
        .map_err(|error| error.to_string())?;
    let hash = PasswordHash {
        algorithm: ARGON2ID_IDENT,
        version: Some(Version::default().into()),
        params: ParamsString::try_from(argon2.params()).map_err(|error| error.to_string())?,
        salt: Some(Salt::new(salt).map_err(|error| error.to_string())?),
        hash: Some(Output::new(&key).map_err(|error| error.to_string())?),
    };
    Ok(hash.to_string())
}

/// Verifies the password in its normal form, and as typed: hashes from before normalization are of the typed form. Only
/// a password that is not in normal form is hashed twice, for every e-mail and also for unknown ones, so that the time
/// reveals nothing.
fn verify(memory: &mut HashMemory, password: &str, hash: &str) -> bool {
    let normal = normalize_password(password);
    fits(memory, &normal, hash) || normal != password && fits(memory, password, hash)
}

/// Refuses a hash of a higher cost than ours: it was not made here, and would need more memory than one hash has.
fn fits(memory: &mut HashMemory, password: &str, hash: &str) -> bool {
    let Ok(PasswordHash { algorithm, version, salt: Some(salt), hash: Some(expected), params, .. }) =
        PasswordHash::new(hash)
    else {
        return false;
    };
    let (Ok(algorithm), Ok(version), Ok(params)) = (
        Algorithm::try_from(algorithm.as_str()),
        version.map_or(Ok(Version::default()), Version::try_from),
        Params::try_from(&params),
    ) else {
        return false;
    };
    let mut key = [0; Output::MAX_LENGTH];
    let key = &mut key[..expected.len()];
    let hashed = Argon2::new(algorithm, version, params).hash_password_into_with_memory(
        password.as_bytes(),
        &salt,
        &mut *key,
        memory.blocks(),
    );
    // The library compares in constant time.
    hashed.is_ok() && Output::new(key).is_ok_and(|output| output == expected)
}

#[cfg(test)]
mod tests {
    use argon2::PasswordHasher as _;

    use super::*;

    #[test]
    fn a_password_is_known_by_its_hash_alone() {
        let mut memory = HashMemory::default();
        let kept = hash(&mut memory, "jangteo-비밀번호", b"0123456789abcdef").expect("there is memory");
        assert!(kept.starts_with("$argon2id$"), "the kind of hash stands in it: {kept}");
        assert!(verify(&mut memory, "jangteo-비밀번호", &kept), "the right password fits");
        assert!(!verify(&mut memory, "jangteo-비밀번효", &kept), "another does not");
        assert!(!verify(&mut memory, "anything", "not a hash"), "what is not a hash fits nothing");
    }

    #[test]
    fn hashes_are_those_of_the_library_also_in_memory_that_was_used() {
        let (mut memory, salt) = (HashMemory::default(), b"0123456789abcdef");
        hash(&mut memory, "another password", b"fedcba9876543210").expect("there is memory");
        let own: PasswordHash =
            Argon2::default().hash_password_with_salt("a good password".as_bytes(), salt).expect("it can be hashed");
        let ours = hash(&mut memory, "a good password", salt).expect("it can be hashed");
        assert_eq!(ours, own.to_string(), "passwords hashed before still fit, and after");
    }

    #[test]
    fn a_hash_of_another_cost_is_verified_up_to_ours() {
        let salt = b"0123456789abcdef";
        let with = |m_cost| {
            let params = Params::new(m_cost, 1, 1, None).expect("a cost");
            let argon2 = Argon2::new(Algorithm::Argon2id, Version::default(), params);
            let hash: PasswordHash = argon2.hash_password_with_salt(b"a good password", salt).expect("hashed");
            hash.to_string()
        };
        let mut memory = HashMemory::default();
        assert!(verify(&mut memory, "a good password", &with(1024)), "a cheaper one");
        assert!(!verify(&mut memory, "a good password", &with(20 * 1024)), "a dearer one takes no more memory");
    }

    #[test]
    fn a_password_fits_however_its_letters_are_put_together() {
        let (composed, in_pieces) = ("jangteo-비밀번호", "jangteo-\u{1107}\u{1175}밀번호");
        let (mut memory, salt) = (HashMemory::default(), b"0123456789abcdef");
        for set in [composed, in_pieces] {
            let kept = hash(&mut memory, set, salt).expect("there is memory");
            assert!(verify(&mut memory, composed, &kept) && verify(&mut memory, in_pieces, &kept), "set as {set:?}");
            assert!(!verify(&mut memory, "jangteo- 비밀번호", &kept), "another password is another");
        }
        let spaced = hash(&mut memory, "two\u{3000}words", salt).expect("there is memory");
        assert!(
            verify(&mut memory, "two words", &spaced) && !verify(&mut memory, "twowords", &spaced),
            "a space is one, however wide"
        );
    }

    #[test]
    fn a_hash_of_a_password_as_it_was_typed_still_fits_it() {
        let (mut memory, in_pieces) = (HashMemory::default(), "jangteo-\u{1107}\u{1175}밀번호");
        let old = Argon2::default().hash_password_with_salt(in_pieces.as_bytes(), b"0123456789abcdef");
        let old: PasswordHash = old.expect("there is memory");
        assert!(verify(&mut memory, in_pieces, &old.to_string()), "as it was typed then");
        assert!(!verify(&mut memory, "jangteo-비밀번효", &old.to_string()), "another does not");
    }
}
