//! The key that signs access tokens: 32 random bytes of this install, in the system's keychain, else in a file of the
//! data folder that only its owner can read. It is not in the database, so that a backup does not contain it.

use std::path::PathBuf;
use std::sync::mpsc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use shop_app::context::Shop;
use shop_app::runtime::{DataFolder, Randomness as _, SystemRandomness};

use super::token::{Subject, TokenSigner};

/// The file holds the key itself, or the word that the keychain holds it.
const FILE: &str = "token.key";
const IN_KEYCHAIN: &str = "keychain";
/// The name under which the keychain lists it.
const SERVICE: &str = "jangteo";
/// A locked keychain may ask its owner first; one that does not answer in this time is not used.
const KEYCHAIN_TIMEOUT: Duration = Duration::from_secs(20);
const BYTES: usize = 32;

/// Where the key is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyLocation {
    /// The system's keychain.
    Keychain,
    /// A file of mode 0600.
    File(PathBuf),
    /// In the process alone.
    Memory,
}

/// The install's key, to sign and to verify tokens.
pub struct TokenKeys {
    signer: TokenSigner,
    location: KeyLocation,
}

impl TokenKeys {
    /// The key of the shop in this folder, made where there is none yet. It stays where it was first put. The error is the reason
    /// for the operator: the keychain that holds the key does not answer, or the key's file is malformed or cannot be read or
    /// written.
    pub fn load_or_create(folder: &DataFolder) -> Result<Self, String> {
        if let Some(keys) = Self::load(folder)? {
            return Ok(keys);
        }
        Self::decide(folder)?;
        Self::load(folder)?.ok_or_else(|| format!("{} disappeared while the shop started", stored_at(folder).display()))
    }

    /// The key of an earlier start, if any.
    fn load(folder: &DataFolder) -> Result<Option<Self>, String> {
        let unreadable = |error| format!("{} cannot be read: {error}", stored_at(folder).display());
        match folder.recall(FILE).map_err(unreadable)? {
            Some(text) if text == IN_KEYCHAIN => Self::from_keychain(folder).map(Some),
            Some(text) => Self::from_text(&text, KeyLocation::File(stored_at(folder))).map(Some),
            None => Ok(None),
        }
    }

    /// Decides where the key of a new install is kept. Of two processes that decide at once, the first one wins.
    fn decide(folder: &DataFolder) -> Result<(), String> {
        let account = account(folder);
        let in_keychain = ask_keychain(move || key_in_keychain(&account)).is_some();
        let text = if in_keychain { IN_KEYCHAIN.to_owned() } else { BASE64.encode(SystemRandomness.bytes()) };
        folder
            .keep_first(FILE, &text)
            .map_err(|error| format!("the key of the access tokens cannot be stored: {error}"))
    }

    fn from_keychain(folder: &DataFolder) -> Result<Self, String> {
        let account = account(folder);
        let text = ask_keychain(move || key_in_keychain(&account))
            .ok_or("the key of the access tokens is in the system's keychain, which does not answer")?;
        Self::from_text(&text, KeyLocation::Keychain)
    }

    /// A given key, for tests.
    #[must_use]
    pub fn from_bytes(key: &[u8; BYTES]) -> Self {
        Self { signer: TokenSigner::new(key), location: KeyLocation::Memory }
    }

    /// An access token of a session, valid from now on, or the reason why it cannot be signed.
    pub fn access_token(&self, shop: &Shop, user_id: i64, session_id: i64) -> Result<String, String> {
        self.signer.sign(Subject { user_id, session_id }, shop.now(), shop.token(8))
    }

    pub(super) fn verify(&self, token: &str, now: DateTime<Utc>) -> Option<Subject> {
        self.signer.verify(token, now)
    }

    /// Where it is kept.
    #[must_use]
    pub fn location(&self) -> &KeyLocation {
        &self.location
    }

    fn from_text(text: &str, location: KeyLocation) -> Result<Self, String> {
        let key = BASE64.decode(text.trim()).ok().filter(|key| key.len() == BYTES);
        let key = key.ok_or_else(|| format!("the text in {location:?} is not a key of access tokens"))?;
        Ok(Self { signer: TokenSigner::new(&key), location })
    }
}

fn stored_at(folder: &DataFolder) -> PathBuf {
    folder.path().join(FILE)
}

/// Each data folder has an entry of its own.
fn account(folder: &DataFolder) -> String {
    let path = folder.path().canonicalize().unwrap_or_else(|_| folder.path().to_owned());
    let digest = Sha256::digest(path.to_string_lossy().as_bytes());
    format!("tokens-{}", BASE64.encode(&digest[..12]))
}

/// The key in the keychain, made there where there is none; `None` where no keychain stores it.
fn key_in_keychain(account: &str) -> Option<String> {
    let entry = keyring::v1::Entry::new(SERVICE, account).ok()?;
    match entry.get_password() {
        Ok(text) => Some(text),
        Err(keyring::v1::Error::NoEntry) => {
            entry.set_password(&BASE64.encode(SystemRandomness.bytes())).ok()?;
            // Read back: the keychain may not store it, and another process may have been faster.
            entry.get_password().ok()
        }
        Err(_) => None,
    }
}

/// Asks on a thread of its own: the keychain may show a dialog, and may never answer.
fn ask_keychain(question: impl FnOnce() -> Option<String> + Send + 'static) -> Option<String> {
    let (sender, answer) = mpsc::channel();
    std::thread::spawn(move || sender.send(question()));
    answer.recv_timeout(KEYCHAIN_TIMEOUT).ok().flatten()
}
