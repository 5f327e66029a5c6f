//! Access tokens: what they say, how they are made and believed.
//!
//! A token is believed when it is signed with this install's key, its header says HS256 and nothing else of note, every
//! claim is there and right, and it is neither too old nor too new by the shop's own clock, give or take the seconds by
//! which clocks differ. Whether its session still runs is asked elsewhere, and at once.

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use serde::{Deserialize, Serialize};

use super::hs256;

/// Seconds by which the clock that made a token may differ from this one: of a clock that was set right in between, or of
/// another server.
const CLOCK_LEEWAY_SECONDS: i64 = 30;
/// How long an access token is good.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(15);

/// Who makes the tokens, and for whom: this program.
const ISSUER: &str = "jangteo";
/// What kind of token it is; a refresh token is none of these.
const KIND: &str = "access";

/// What an access token says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    /// The person's id, in digits.
    sub: String,
    /// The session's id.
    sid: i64,
    typ: String,
    /// Seconds since 1970, as the next two.
    iat: i64,
    nbf: i64,
    exp: i64,
    /// Makes each token a different text.
    jti: String,
}

/// The person and the session that a believed token names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// The person.
    pub user_id: i64,
    /// The session.
    pub session_id: i64,
}

/// Signs and believes tokens.
pub struct Signet {
    encoding: EncodingKey,
    decoding: DecodingKey,
    validation: Validation,
}

impl Signet {
    /// With the install's key.
    pub fn new(key: &[u8]) -> Self {
        hs256::install();
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[ISSUER]);
        validation.set_required_spec_claims(&["iss", "aud", "sub", "exp", "nbf"]);
        // The shop's clock decides, which the library does not know.
        validation.validate_exp = false;
        Self { encoding: EncodingKey::from_secret(key), decoding: DecodingKey::from_secret(key), validation }
    }

    /// A token that is good for [`LIFETIME`] from now. `nonce` makes it unlike any other.
    ///
    /// # Errors
    /// In words, where it cannot be signed.
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

    /// Whom the token names, if it is to be believed now.
    pub fn believe(&self, token: &str, now: DateTime<Utc>) -> Option<Subject> {
        if decode_header(token).ok()? != Header::new(Algorithm::HS256) {
            return None;
        }
        let claims = decode::<Claims>(token, &self.decoding, &self.validation).ok()?.claims;
        let (earliest, latest) = (now.timestamp() - CLOCK_LEEWAY_SECONDS, now.timestamp() + CLOCK_LEEWAY_SECONDS);
        let is_good = claims.typ == KIND
            && claims.nbf <= latest
            && claims.iat <= latest
            && earliest < claims.exp
            && claims.exp.checked_sub(claims.iat) == Some(LIFETIME.num_seconds());
        let user_id = claims.sub.parse().ok().filter(|id: &i64| id.to_string() == claims.sub)?;
        is_good.then_some(Subject { user_id, session_id: claims.sid })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).expect("an instant")
    }

    #[test]
    fn a_token_is_good_for_its_lifetime_and_with_its_key_alone() {
        let signet = Signet::new(&[7; 32]);
        let subject = Subject { user_id: 3, session_id: 9 };
        let token = signet.sign(subject, at(1_000), "n".to_owned()).expect("it can be signed");
        for (seconds, expected, why) in [
            (969, None, "not long before it was made"),
            (970, Some(subject), "by a clock that is 30 seconds behind"),
            (1_000, Some(subject), "at once"),
            (1_899, Some(subject), "to its last second"),
            (1_929, Some(subject), "by a clock that is 30 seconds ahead"),
            (1_930, None, "and no longer"),
        ] {
            assert_eq!(signet.believe(&token, at(seconds)), expected, "{why}");
        }
        assert_eq!(Signet::new(&[8; 32]).believe(&token, at(1_000)), None, "another install does not believe it");
        assert_eq!(signet.believe(&token[..token.len() - 1], at(1_000)), None, "nor does this one when it is cut");
    }
}
