//! Access tokens: their claims, and how they are signed and verified.
//!
//! A token is valid when it is signed with this install's key, its header is that of HS256 and nothing more, every claim is
//! there and right, and the shop's clock is within its lifetime, with a leeway. The caller checks its session besides.
//!
//! HS256 is the one algorithm under the JWT library. No other is compiled in, so that a token that names another is refused
//! before anything is verified.

use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit as _, Mac as _};
use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{Error, ErrorKind};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use signature::{Signer, Verifier};

/// Seconds by which the clock that made a token may differ from this one: the clock was corrected in between, or another
/// server made the token.
const CLOCK_LEEWAY_SECONDS: i64 = 30;
/// How long an access token is valid.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(15);

/// Issuer and audience of the tokens: this program.
const ISSUER: &str = "jangteo";
/// The kind of token; a refresh token is no JWT.
const KIND: &str = "access";

/// The claims of an access token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    /// The user's id, in digits.
    sub: String,
    /// The session's id.
    sid: i64,
    typ: String,
    /// Seconds since 1970, as the next two.
    iat: i64,
    nbf: i64,
    exp: i64,
    /// Makes each token unique.
    jti: String,
}

/// The user and the session that a valid token names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    pub user_id: i64,
    pub session_id: i64,
}

/// Signs and verifies tokens with the install's key.
pub struct TokenSigner {
    encoding: EncodingKey,
    decoding: DecodingKey,
    validation: Validation,
}

impl TokenSigner {
    pub fn new(key: &[u8]) -> Self {
        install_hs256();
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[ISSUER]);
        validation.set_required_spec_claims(&["iss", "aud", "sub", "exp", "nbf"]);
        // Checked below against the shop's clock; the library uses the system's.
        validation.validate_exp = false;
        Self { encoding: EncodingKey::from_secret(key), decoding: DecodingKey::from_secret(key), validation }
    }

    /// A token that is valid for [`LIFETIME`] from now, or the reason why it cannot be signed. `nonce` makes it unique.
    pub fn sign(&self, subject: Subject, now: DateTime<Utc>, nonce: String) -> Result<String, String> {
        let claims = Claims {
            iss: ISSUER.to_owned(),
            aud: ISSUER.to_owned(),
            sub: subject.user_id.to_string(),
            sid: subject.session_id,
            typ: KIND.to_owned(),
            iat: now.timestamp(),
            nbf: now.timestamp(),
            exp: (now + LIFETIME).timestamp(),
            jti: nonce,
        };
        encode(&Header::new(Algorithm::HS256), &claims, &self.encoding).map_err(|error| error.to_string())
    }

    /// The user and session of the token, where it is valid now.
    pub fn verify(&self, token: &str, now: DateTime<Utc>) -> Option<Subject> {
        if decode_header(token).ok()? != Header::new(Algorithm::HS256) {
            return None;
        }
        let claims = decode::<Claims>(token, &self.decoding, &self.validation).ok()?.claims;
        let (earliest, latest) = (now.timestamp() - CLOCK_LEEWAY_SECONDS, now.timestamp() + CLOCK_LEEWAY_SECONDS);
        let is_valid = claims.typ == KIND
            && claims.nbf <= latest
            && claims.iat <= latest
            && earliest < claims.exp
            && claims.exp.checked_sub(claims.iat) == Some(LIFETIME.num_seconds());
        let user_id = claims.sub.parse().ok().filter(|id: &i64| id.to_string() == claims.sub)?;
        is_valid.then_some(Subject { user_id, session_id: claims.sid })
    }
}

static PROVIDER: CryptoProvider =
    CryptoProvider { signer_factory: signer, verifier_factory: verifier, key_utils: KeyUtils::new_unimplemented() };

fn install_hs256() {
    // An error means that it was installed before.
    let _ = PROVIDER.install_default();
}

struct Hs256(Hmac<Sha256>);

impl Hs256 {
    fn new(algorithm: Algorithm, key: &[u8]) -> Result<Self, Error> {
        if algorithm != Algorithm::HS256 {
            return Err(ErrorKind::InvalidAlgorithm.into());
        }
        Hmac::new_from_slice(key).map(Self).map_err(|_| ErrorKind::InvalidKeyFormat.into())
    }
}

fn signer(algorithm: &Algorithm, key: &EncodingKey) -> Result<Box<dyn JwtSigner>, Error> {
    Ok(Box::new(Hs256::new(*algorithm, key.as_bytes())?))
}

fn verifier(algorithm: &Algorithm, key: &DecodingKey) -> Result<Box<dyn JwtVerifier>, Error> {
    Ok(Box::new(Hs256::new(*algorithm, key.try_get_as_bytes()?)?))
}

impl Signer<Vec<u8>> for Hs256 {
    fn try_sign(&self, message: &[u8]) -> Result<Vec<u8>, signature::Error> {
        Ok(self.0.clone().chain_update(message).finalize().into_bytes().to_vec())
    }
}

impl Verifier<Vec<u8>> for Hs256 {
    /// In constant time.
    fn verify(&self, message: &[u8], signature: &Vec<u8>) -> Result<(), signature::Error> {
        self.0.clone().chain_update(message).verify_slice(signature).map_err(signature::Error::from_source)
    }
}

impl JwtSigner for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

impl JwtVerifier for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).expect("an instant")
    }

    #[test]
    fn a_token_is_valid_for_its_lifetime_and_with_its_key_alone() {
        let signer = TokenSigner::new(&[7; 32]);
        let subject = Subject { user_id: 3, session_id: 9 };
        let token = signer.sign(subject, at(1_000), "n".to_owned()).expect("it can be signed");
        for (seconds, expected, why) in [
            (969, None, "long before it was made"),
            (970, Some(subject), "by a clock that is 30 seconds behind"),
            (1_000, Some(subject), "at once"),
            (1_899, Some(subject), "to its last second"),
            (1_929, Some(subject), "by a clock that is 30 seconds ahead"),
            (1_930, None, "after that"),
        ] {
            assert_eq!(signer.verify(&token, at(seconds)), expected, "{why}");
        }
        assert_eq!(TokenSigner::new(&[8; 32]).verify(&token, at(1_000)), None, "another install refuses it");
        assert_eq!(signer.verify(&token[..token.len() - 1], at(1_000)), None, "a truncated one is refused");
    }
}
