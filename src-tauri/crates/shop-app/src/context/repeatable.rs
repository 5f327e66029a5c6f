//! A request that the client may repeat: found again by its idempotency key, its answer kept in the transaction that made it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use shop_store::idempotency::{IdempotencyRow, find, insert};
use shop_store::{Db, StoreError};

use super::Call;
use super::hex::hex;
use super::write::{WorkError, Writing};
use shop_contract::{ErrorCode, Facts, ShopError};

impl Call {
    /// The idempotency key with what it stands for; `None` where the client sent none.
    ///
    /// # Errors
    /// As [`Call::check_key`].
    pub(crate) fn repeatable(
        &self,
        operation: impl Into<&'static Facts>,
        request: &impl Serialize,
    ) -> Result<Option<Repeatable>, ShopError> {
        self.check_key()?;
        let Some(key) = self.idempotency_key.clone() else { return Ok(None) };
        // Two requests that cannot be written as JSON must not share a hash.
        let body = serde_json::to_string(request).map_err(|error| self.internal(&error.to_string()))?;
        let operation = operation.into().name;
        let request_hash = hex(&Sha256::digest(format!("{operation}\n{body}")));
        let user_id = self.principal.map_or(0, |principal| principal.user_id);
        Ok(Some(Repeatable { user_id, key, operation, request_hash }))
    }
}

/// A request that the client may repeat.
pub(crate) struct Repeatable {
    user_id: i64,
    key: String,
    operation: &'static str,
    request_hash: String,
}

impl Repeatable {
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

    /// Keeps the answer, in the transaction that made it.
    pub(crate) fn keep<T: Serialize>(
        &self,
        writing: &Writing<'_>,
        answer: &Result<T, ShopError>,
    ) -> Result<(), WorkError> {
        let answer = serde_json::to_string(answer).map_err(|error| StoreError::BadValue(error.to_string()))?;
        let kept = IdempotencyRow { request_hash: self.request_hash.clone(), answer };
        Ok(insert(writing.tx, self.user_id, &self.key, self.operation, &kept, writing.now)?)
    }
}
