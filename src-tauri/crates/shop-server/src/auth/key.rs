//! The key that signs access tokens: 32 random bytes of this install, in the system's keychain, else in a file of the
//! data folder that only its owner can read. It is no part of the database, so that a copy of the shop's books does not
//! hand out its tokens.

use std::path::PathBuf;
use std::sync::mpsc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use sha2::{Digest as _, Sha256};
use shop_app::runtime::{DataFolder, Randomness as _, Shop, SystemRandomness};

use super::token::{Signet, Subject};

/// The file: the key itself, or the word that it lies in the keychain.
const FILE: &str = "token.key";
const IN_KEYCHAIN: &str = "keychain";
/// Under this name the keychain lists it.
const SERVICE: &str = "jangteo";
/// A keychain that is locked may ask its owner first; one that never answers is none.
const PATIENCE: Duration = Duration::from_secs(20);
const BYTES: usize = 32;

/// Where the key is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyPlace {
    /// The system's keychain.
    Keychain,
    /// A file of mode 0600.
    File(PathBuf),
    /// Nowhere: it goes with the process.
    Memory,
}

/// The install's key, ready to sign and to believe.
pub struct TokenKeys {
    pub(super) signet: Signet,
    place: KeyPlace,
}

impl TokenKeys {
    /// The key of the shop in this folder, made when there is none yet. Where it was put at first, there it stays.
    ///
    /// # Errors
    /// In words: the keychain that has it does not answer, what is kept is not a key, or the system refuses.
    pub fn of(folder: &DataFolder) -> Result<Self, String> {
        match folder.recall(FILE) {
            Some(text) if text == IN_KEYCHAIN => Self::from_keychain(folder),
            Some(text) => Self::from_text(&text, KeyPlace::File(folder.path().join(FILE))),
            None => Self::first(folder),
        }
    }

    /// Decides where the key of a new install is kept. Of two processes that decide at once, the quicker one has its way.
    fn first(folder: &DataFolder) -> Result<Self, String> {
        let account = account(folder);
        let in_keychain = ask_keychain(move || kept_in_keychain(&account)).is_some();
        let text = if in_keychain { IN_KEYCHAIN.to_owned() } else { BASE64.encode(SystemRandomness.bytes()) };
        folder.keep_first(FILE, &text).map_err(|error| format!("the key of the tokens cannot be kept: {error}"))?;
        Self::of(folder)
    }

    fn from_keychain(folder: &DataFolder) -> Result<Self, String> {
        let account = account(folder);
        let text = ask_keychain(move || kept_in_keychain(&account))
            .ok_or("the key of the tokens lies in the system's keychain, which does not answer")?;
        Self::from_text(&text, KeyPlace::Keychain)
    }

    /// A key that is gone with the process, for tests.
    #[must_use]
    pub fn random() -> Self {
        Self { signet: Signet::new(&SystemRandomness.bytes()), place: KeyPlace::Memory }
    }

    /// A given key.
    #[must_use]
    pub fn from_bytes(key: &[u8; BYTES]) -> Self {
        Self { signet: Signet::new(key), place: KeyPlace::Memory }
    }

    /// An access token of a session, good from now on.
    ///
    /// # Errors
    /// In words, where it cannot be signed.
    pub fn access_token(&self, shop: &Shop, user_id: i64, session_id: i64) -> Result<String, String> {
        self.signet.sign(Subject { user_id, session_id }, shop.now(), shop.token(8))
    }

    /// Where it is kept.
    #[must_use]
    pub fn place(&self) -> &KeyPlace {
        &self.place
    }

    fn from_text(text: &str, place: KeyPlace) -> Result<Self, String> {
        let key = BASE64.decode(text.trim()).ok().filter(|key| key.len() == BYTES);
        let key = key.ok_or_else(|| format!("what is kept in {place:?} is not a key of tokens"))?;
        Ok(Self { signet: Signet::new(&key), place })
    }
}

/// Each data folder has an entry of its own.
fn account(folder: &DataFolder) -> String {
    let path = folder.path().canonicalize().unwrap_or_else(|_| folder.path().to_owned());
    let digest = Sha256::digest(path.to_string_lossy().as_bytes());
    format!("tokens-{}", BASE64.encode(&digest[..12]))
}

/// The key in the keychain, made there when there is none; `None` where there is no keychain that keeps what it is given.
fn kept_in_keychain(account: &str) -> Option<String> {
    let entry = keyring::v1::Entry::new(SERVICE, account).ok()?;
    match entry.get_password() {
        Ok(text) => Some(text),
        Err(keyring::v1::Error::NoEntry) => {
            entry.set_password(&BASE64.encode(SystemRandomness.bytes())).ok()?;
            // What it gives back counts: one that forgets is none, and another process may have been quicker.
            entry.get_password().ok()
        }
        Err(_) => None,
    }
}

/// Asks on a thread of its own: the keychain may talk to its owner, and may never answer.
fn ask_keychain(question: impl FnOnce() -> Option<String> + Send + 'static) -> Option<String> {
    let (sender, answer) = mpsc::channel();
    std::thread::spawn(move || sender.send(question()));
    answer.recv_timeout(PATIENCE).ok().flatten()
}
