//! One call of an operation: its principal, its origin, its idempotency key, its trace id. Reads and writes go through it. The
//! answer to a request with an idempotency key is kept in the transaction that made it.

use std::any::TypeId;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use parking_lot::Mutex;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use shop_store::planted::{Bug, is_planted};
use shop_store::user::leave::has_left;
use shop_store::{Db, StoreError, StoreResult};

use super::Shop;
use super::repeatable::Repeatable;
use crate::runtime::locks::Keys;
use crate::runtime::{Epoch, Origin, Principal, WorkError, WriteError, Writing, unavailable};
use shop_contract::{ErrorCode, ErrorDetails, Facts, ShopError, StorageReason};

/// The JSON of the answer as it was stored with the idempotency key, and the type that it was made from, for `perform`.
pub(super) type StoredJson = Arc<Mutex<Option<(TypeId, Box<RawValue>)>>>;

/// One call. Cheap to clone.
#[derive(Clone)]
pub struct Call {
    /// The shop.
    pub shop: Arc<Shop>,
    /// The signed-in user; `None` for a visitor.
    pub principal: Option<Principal>,
    /// Where the call comes from.
    pub origin: Origin,
    /// The client's key for a request that it may send again.
    pub idempotency_key: Option<String>,
    /// The id that the log lines of this call carry.
    pub trace_id: String,
    epoch: Epoch,
    stored: StoredJson,
}

impl Call {
    /// A call from this machine with a new trace id.
    #[must_use]
    pub fn new(shop: Arc<Shop>, principal: Option<Principal>, idempotency_key: Option<String>) -> Self {
        let trace_id = shop.token(8);
        let epoch = shop.epoch();
        let stored = Arc::default();
        Self { shop, principal, origin: Origin::ThisMachine, idempotency_key, trace_id, epoch, stored }
    }

    /// The epoch of the shop in which it was made; it writes in no other.
    #[must_use]
    pub(crate) fn epoch(&self) -> Epoch {
        self.epoch
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.shop.now()
    }

    /// Reads one consistent snapshot, off the async threads. Only so many read at once, in the order in which they came.
    ///
    /// # Errors
    /// The refusal of `work`; `OVERLOADED` for a read that was ended because it took too long; `STORAGE_UNAVAILABLE` where
    /// the file is damaged or gone; `INTERNAL_ERROR` where the store fails otherwise.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Db) -> Result<T, WorkError> + Send + 'static,
    ) -> Result<T, ShopError> {
        let shop = Arc::clone(&self.shop);
        let permit = shop.reading_permit().await;
        let span = tracing::Span::current();
        let read = move || {
            let seen = span.in_scope(|| shop.read(work));
            drop(permit);
            seen
        };
        match tokio::task::spawn_blocking(read).await {
            Ok(seen) => self.seen(seen),
            Err(error) => Err(self.internal(&error.to_string())),
        }
    }

    /// As [`Call::read`], but on this thread: for a look at a few rows by their keys, some ten microseconds, which going
    /// to another thread and back would double.
    ///
    /// # Errors
    /// As [`Call::read`].
    pub fn read_inline<T>(&self, work: impl FnOnce(&Db) -> Result<T, WorkError>) -> Result<T, ShopError> {
        self.seen(self.shop.read(work))
    }

    /// Works on files, off the async threads.
    ///
    /// # Errors
    /// `STORAGE_UNAVAILABLE` on a full or read-only disk; `INTERNAL_ERROR` for whatever else goes wrong.
    pub(crate) async fn run_blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Arc<Shop>) -> StoreResult<T> + Send + 'static,
    ) -> Result<T, ShopError> {
        let shop = Arc::clone(&self.shop);
        let span = tracing::Span::current();
        match tokio::task::spawn_blocking(move || span.in_scope(|| work(&shop))).await {
            Ok(done) => done.map_err(|error| self.failed_files(&error)),
            Err(error) => Err(self.internal(&error.to_string())),
        }
    }

    /// What the client sees of work on files that failed. Damage may be that of another file, such as a copy, and a copy that
    /// has no room says nothing of the shop's own file.
    pub(crate) fn failed_files(&self, error: &StoreError) -> ShopError {
        if let StoreError::NoRoom { needed, free } = *error {
            let bytes = |bytes: u64| Some(i64::try_from(bytes).unwrap_or(i64::MAX));
            let (needed, free) = (bytes(needed), bytes(free));
            return ErrorDetails::StorageUnavailable { reason: StorageReason::Full, needed, free }.into();
        }
        match error.storage_fault() {
            _ if error.is_ended() => ErrorCode::Overloaded.into(),
            Some(fault) if fault.may_pass() => unavailable(fault),
            _ => self.internal(&error.to_string()),
        }
    }

    /// The answer that this very request got before; `None` where it got none, or has no idempotency key.
    ///
    /// # Errors
    /// That answer, where it was an error; `IDEMPOTENCY_KEY_REUSED`; as any read.
    pub(crate) async fn answered<T: DeserializeOwned + Send + 'static>(
        &self,
        operation: impl Into<&'static Facts>,
        request: &impl Serialize,
    ) -> Result<Option<T>, ShopError> {
        let Some(repeatable) = self.repeatable(operation, request)? else { return Ok(None) };
        self.read(move |db| repeatable.first_answer(db)?.transpose()).await
    }

    fn seen<T>(&self, seen: Result<T, WorkError>) -> Result<T, ShopError> {
        seen.map_err(|stop| match stop {
            WorkError::Refused(refusal) => refusal,
            WorkError::Failed(error) => self.failed_read(&error),
            WorkError::StaleKeys => ErrorCode::Conflict.into(),
        })
    }

    /// What the client sees of a read that failed.
    #[must_use]
    pub fn failed_read(&self, error: &StoreError) -> ShopError {
        match error.storage_fault() {
            _ if error.is_ended() => ErrorCode::Overloaded.into(),
            Some(fault) => unavailable(fault),
            None => self.internal(&error.to_string()),
        }
    }

    /// Writes under `keys`. With an idempotency key the first answer is kept in the same transaction, and a repetition
    /// gets it again without anything being done. `work` may run again after its transaction was rolled back.
    ///
    /// # Errors
    /// The refusal of `work`; `IDEMPOTENCY_KEY_REUSED`, `LOCK_TIMEOUT`, `OVERLOADED`, `STORAGE_UNAVAILABLE`, `INTERNAL_ERROR`; `UNAUTHORIZED`
    /// where a restore has ended the caller's session meanwhile.
    pub async fn write<T: Serialize + DeserializeOwned + Send + 'static>(
        &self,
        operation: impl Into<&'static Facts>,
        request: &impl Serialize,
        keys: impl Into<Keys>,
        work: impl FnMut(&mut Writing<'_>) -> Result<T, WorkError> + Send + 'static,
    ) -> Result<T, ShopError> {
        self.try_write(operation, request, keys, work).await.map_err(|error| self.refusal(error))
    }

    /// As [`Call::write`], with failures and refusals kept apart.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub async fn try_write<T: Serialize + DeserializeOwned + Send + 'static>(
        &self,
        operation: impl Into<&'static Facts>,
        request: &impl Serialize,
        keys: impl Into<Keys>,
        mut work: impl FnMut(&mut Writing<'_>) -> Result<T, WorkError> + Send + 'static,
    ) -> Result<T, WriteError> {
        let caller = self.principal;
        let Some(repeatable) = self.repeatable(operation, request).map_err(WriteError::Refused)? else {
            let work = move |writing: &mut Writing<'_>| {
                ensure_stays(writing.tx, caller)?;
                work(writing)
            };
            return self.shop.submit(self.epoch, keys, None, work).await;
        };
        let written = self.shop.submit(self.epoch, keys, None, move |writing| {
            ensure_stays(writing.tx, caller)?;
            if let Some(answer) = repeatable.first_answer(writing.tx)? {
                return Ok((answer?, None));
            }
            let value = work(writing)?;
            let stored = repeatable.keep_value(writing, &value)?;
            Ok((value, Some(stored)))
        });
        let (value, stored) = written.await?;
        *self.stored.lock() = stored.map(|json| (TypeId::of::<T>(), json));
        Ok(value)
    }

    /// The answer is another one than was stored: it says something that must not be stored, such as a secret.
    pub(crate) fn discard_stored(&self) {
        *self.stored.lock() = None;
    }

    /// The place for the JSON of the stored answer.
    pub(super) fn stored(&self) -> StoredJson {
        Arc::clone(&self.stored)
    }

    /// What the client sees of a write that did not happen.
    #[must_use]
    pub fn refusal(&self, error: WriteError) -> ShopError {
        match error {
            WriteError::Refused(refusal) => refusal,
            WriteError::LockTimeout => ErrorCode::LockTimeout.into(),
            // A restore ends all sessions.
            WriteError::Restored if self.principal.is_some() => ErrorCode::Unauthorized.into(),
            WriteError::Restored | WriteError::Overloaded => ErrorCode::Overloaded.into(),
            WriteError::StaleKeys => ErrorCode::Conflict.into(),
            WriteError::Unavailable(fault) => unavailable(fault),
            WriteError::Failed(reason) | WriteError::Undecided(reason) => self.internal(&reason),
            WriteError::Unknown(reason) => self.outcome_unknown(&reason),
        }
    }

    /// Logs what must not be shown, and gives the client the trace id.
    #[must_use]
    pub fn internal(&self, reason: &str) -> ShopError {
        tracing::error!(trace_id = self.trace_id, reason, "internal error");
        ErrorDetails::InternalError { trace_id: self.trace_id.clone(), reason: None }.into()
    }

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
        let key = self.idempotency_key.clone().filter(|_| !is_planted(Bug::IdempotencyKeyIgnored));
        let Some(key) = key else { return Ok(None) };
        // Two requests that cannot be written as JSON must not share a hash.
        let body = serde_json::to_string(request).map_err(|error| self.internal(&error.to_string()))?;
        let user_id = self.principal.map_or(0, |principal| principal.user_id);
        Ok(Some(Repeatable::new(user_id, key, operation.into().name, &body)))
    }

    /// As [`Call::internal`], and the client is told that the write may have taken effect.
    fn outcome_unknown(&self, reason: &str) -> ShopError {
        tracing::error!(trace_id = self.trace_id, reason, "it is not known whether it was written");
        let told = Some(String::from("OUTCOME_UNKNOWN"));
        ErrorDetails::InternalError { trace_id: self.trace_id.clone(), reason: told }.into()
    }

    /// Whether the idempotency key is one, if there is one.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a key that is not 1 to 64 printable ASCII characters.
    pub(super) fn check_key(&self) -> Result<(), ShopError> {
        let Some(key) = &self.idempotency_key else { return Ok(()) };
        let printable = key.bytes().all(|byte| (0x20..0x7f).contains(&byte));
        if printable && (1..=64).contains(&key.len()) {
            return Ok(());
        }
        Err(ShopError::invalid("idempotencyKey", "1 to 64 printable characters"))
    }
}

/// Refuses the write of a customer that has left the shop since the request was admitted: it would bring back what was erased.
///
/// # Errors
/// `UNAUTHORIZED`, as the session has ended.
pub(crate) fn ensure_stays(db: &Db, caller: Option<Principal>) -> Result<(), WorkError> {
    match caller.filter(|caller| !caller.is_admin()) {
        Some(caller) if has_left(db, caller.user_id)? => Err(ErrorCode::Unauthorized.into()),
        _ => Ok(()),
    }
}
