//! The Ed25519 key that signs seals and receipts: 32 random bytes of this install, in a file of the data folder that only its
//! owner can read. It is in no backup: with a copy of the books alone they cannot be
//! sealed anew.

use std::io;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use shop_store::{StoreError, StoreResult};

use crate::runtime::DataFolder;

const FILE: &str = DataFolder::SEAL_KEY;

/// The key of an install.
pub struct SealKey(SigningKey);

impl SealKey {
    /// The key of the shop in this folder; `None` where nothing was sealed yet.
    ///
    /// # Errors
    /// A file that cannot be read, or holds no key.
    pub fn load(folder: &Path) -> StoreResult<Option<Self>> {
        let Some(text) = DataFolder::at(folder).recall(FILE)? else { return Ok(None) };
        let bytes = BASE64.decode(text.trim()).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        let bytes = bytes.ok_or_else(|| StoreError::File(io::Error::other(format!("{FILE} holds no key of seals"))))?;
        Ok(Some(Self(SigningKey::from_bytes(&bytes))))
    }

    /// The key of the shop in this folder, made of `random` where there is none. Of two processes that make one at once, the
    /// first one's is taken.
    ///
    /// # Errors
    /// As [`SealKey::load`]; a folder that cannot be written to.
    pub fn load_or_create(folder: &Path, random: [u8; 32]) -> StoreResult<Self> {
        if let Some(key) = Self::load(folder)? {
            return Ok(key);
        }
        DataFolder::at(folder).keep_first(FILE, &BASE64.encode(random))?;
        Self::load(folder)?.ok_or_else(|| StoreError::File(io::Error::other(format!("{FILE} has disappeared"))))
    }

    /// The key by which others check what this one has signed.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    pub(super) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

/// Whether a key has signed a message.
pub(super) fn is_signed(public_key: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(public_key)
        .is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(signature)).is_ok())
}
