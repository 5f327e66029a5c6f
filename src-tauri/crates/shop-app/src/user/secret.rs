//! The secret of a session. It authenticates its bearer; the shop stores only fingerprints.
//!
//! The secret has two halves: the first is fixed for the session, the second is random and changes with each rotation.
//! A rotated secret therefore still identifies its session at any later time, and the shop does not store old ones.

use sha2::{Digest as _, Sha256};
use shop_store::session::Fingerprints;

use crate::context::Shop;
use crate::runtime::hex;

/// Hexadecimal digits of one half: 128 random bits.
const HALF: usize = 32;

/// The secret of a session: 64 hexadecimal digits. It has no `Debug`, so that it is never logged.
#[derive(Clone)]
pub struct SessionSecret(String);

impl SessionSecret {
    /// Wraps a secret from a client; any text is accepted and looked up.
    #[must_use]
    pub fn from_text(text: String) -> Self {
        Self(text)
    }

    /// The secret's text; store it only where no other user can read it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// A secret for a new session.
    pub(crate) fn new(shop: &Shop) -> Self {
        let bytes_of_both = HALF;
        Self(shop.token(bytes_of_both))
    }

    /// The next secret of the same session.
    pub(super) fn next(&self, shop: &Shop) -> Self {
        Self(format!("{}{}", self.first_half(), shop.token(HALF / 2)))
    }

    /// The fingerprints that the shop stores. The secret is random, so a fast hash is sufficient.
    pub(crate) fn fingerprints(&self) -> Fingerprints {
        Fingerprints { token: fingerprint(&self.0), family: fingerprint(self.first_half()) }
    }

    fn first_half(&self) -> &str {
        self.0.get(..HALF).unwrap_or(&self.0)
    }
}

fn fingerprint(text: &str) -> String {
    hex(&Sha256::digest(text))
}
