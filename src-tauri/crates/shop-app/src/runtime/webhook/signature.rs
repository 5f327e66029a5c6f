//! The signature of an event, following Standard Webhooks: HMAC-SHA256 over id, time and body, with a secret that the
//! receiver knows.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// The prefix of every secret, so that users and scanners recognise it.
const SECRET_PREFIX: &str = "whsec_";

/// A secret of these bytes, in the format of receivers.
pub(crate) fn new_secret(bytes: [u8; 32]) -> String {
    format!("{SECRET_PREFIX}{}", STANDARD.encode(bytes))
}

/// The signatures with all these secrets, separated by spaces: after a replacement both secrets sign for a while.
pub(crate) fn signature<'a>(secrets: impl Iterator<Item = &'a str>, id: &str, timestamp: i64, body: &str) -> String {
    let signed = format!("{id}.{timestamp}.{body}");
    let signatures: Vec<String> = secrets.filter_map(|secret| sign(secret, &signed)).collect();
    signatures.join(" ")
}

/// `None` for a text that is not a secret.
fn sign(secret: &str, signed: &str) -> Option<String> {
    let key = STANDARD.decode(secret.strip_prefix(SECRET_PREFIX)?).ok()?;
    let mac = Hmac::<Sha256>::new_from_slice(&key).ok()?.chain_update(signed);
    Some(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_what_the_libraries_of_receivers_expect() {
        let (old, new) = ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        let (id, at, body) = ("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, r#"{"test": 2432232314}"#);
        let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assert_eq!(signature([old].into_iter(), id, at, body), expected, "the known example");
        let both = signature([new, old].into_iter(), id, at, body);
        assert_eq!(both.split(' ').nth(1), Some(expected), "with both secrets, the newer one first: {both}");
        assert_ne!(signature([old].into_iter(), id, at + 1, body), expected, "of this instant");
        assert_eq!(signature(["no secret"].into_iter(), id, at, body), "", "nothing is signed with what is none");
    }
}
