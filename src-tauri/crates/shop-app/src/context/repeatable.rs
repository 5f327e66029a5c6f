//! A request that the client may repeat: its first answer is stored with its idempotency key, in the transaction that made it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::{RawValue, to_raw_value};
use sha2::{Digest as _, Sha256};
use shop_contract::{ErrorCode, ShopError};
use shop_store::idempotency::{IdempotencyRow, find, insert};
use shop_store::{Db, StoreError};

use crate::runtime::{WorkError, Writing, hex};

/// A request that the client may repeat.
pub(crate) struct Repeatable {
    user_id: i64,
    key: String,
    operation: &'static str,
    request_hash: String,
}

impl Repeatable {
    /// A request with this body, by a user or, as user 0, by a visitor.
    pub(super) fn new(user_id: i64, key: String, operation: &'static str, body: &str) -> Self {
        let request_hash = hex(&Sha256::digest(format!("{operation}\n{body}")));
        Self { user_id, key, operation, request_hash }
    }

    /// The answer given before, whether value or error.
    pub(crate) fn first_answer<T: DeserializeOwned>(&self, db: &Db) -> Result<Option<Result<T, WorkError>>, WorkError> {
        let Some(kept) = find(db, self.user_id, &self.key)? else { return Ok(None) };
        if kept.request_hash != self.request_hash {
            return Err(ErrorCode::IdempotencyKeyReused.into());
        }
        let answer: Result<T, ShopError> =
            serde_json::from_str(&kept.answer).map_err(|error| StoreError::BadValue(error.to_string()))?;
        Ok(Some(answer.map_err(WorkError::Refused)))
    }

    /// Keeps the value as the answer, in the transaction that made it; returns its JSON.
    pub(crate) fn keep_value(&self, writing: &Writing<'_>, value: &impl Serialize) -> Result<Box<RawValue>, WorkError> {
        let json = to_raw_value(value).map_err(unserialisable)?;
        self.keep(writing, &Ok(&json))?;
        Ok(json)
    }

    /// Keeps the refusal as the answer, in the transaction that decided it.
    pub(crate) fn keep_refusal(&self, writing: &Writing<'_>, refusal: ShopError) -> Result<(), WorkError> {
        self.keep(writing, &Err(refusal))
    }

    fn keep(&self, writing: &Writing<'_>, answer: &Result<&RawValue, ShopError>) -> Result<(), WorkError> {
        let answer = serde_json::to_string(answer).map_err(unserialisable)?;
        let kept = IdempotencyRow { request_hash: self.request_hash.clone(), answer };
        Ok(insert(writing.tx, self.user_id, &self.key, self.operation, &kept, writing.now)?)
    }
}

fn unserialisable(error: serde_json::Error) -> StoreError {
    StoreError::BadValue(error.to_string())
}
