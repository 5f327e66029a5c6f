//! What proves a session. Whoever holds it is the person; the shop keeps only fingerprints.
//!
//! It has two halves: the first stays for as long as the session does, the second is drawn anew whenever the secret is
//! rotated. So a secret that was rotated away still says which session it was of, however long ago, and nothing has to be
//! kept of it.

use sha2::{Digest as _, Sha256};
use shop_store::session::Fingerprints;

use crate::runtime::{Shop, hex};

/// Hexadecimal digits of one half: 128 random bits.
const HALF: usize = 32;

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

    /// That of a new session.
    pub(super) fn new(shop: &Shop) -> Self {
        let bytes_of_both = HALF;
        Self(shop.token(bytes_of_both))
    }

    /// The one that follows it in the same session.
    pub(super) fn next(&self, shop: &Shop) -> Self {
        Self(format!("{}{}", self.first_half(), shop.token(HALF / 2)))
    }

    /// What the shop keeps of it. The secret is random, so that a plain hash is as good as a slow one.
    pub(super) fn fingerprints(&self) -> Fingerprints {
        Fingerprints { token: fingerprint(&self.0), family: fingerprint(self.first_half()) }
    }

    fn first_half(&self) -> &str {
        self.0.get(..HALF).unwrap_or(&self.0)
    }
}

fn fingerprint(text: &str) -> String {
    hex(&Sha256::digest(text))
}
