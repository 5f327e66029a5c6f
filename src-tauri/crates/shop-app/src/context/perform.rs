//! How an interface performs an operation: it checks the access, parses the request, calls the use case, counts and logs.
//!
//! The caller of a use case is a type. A use case takes a [`UserCall`] or an [`AdminCall`], which only [`Caller::admit`]
//! makes: the check of the access cannot be forgotten, and nothing checks it again.

use std::any::TypeId;
use std::future::Future;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;
use tracing::Instrument as _;

use super::Call;
use crate::runtime::{LogSampler, Principal};
use shop_contract::{AccessLevel, ErrorCode, Operation, ShopError, UserType, level, parse};

/// Performs an operation for a face: checks the access, parses the input, calls the use case, counts and logs. `input` may
/// already be a refusal of the face.
///
/// # Errors
/// `UNAUTHORIZED` for a visitor where the operation needs a user and `FORBIDDEN` for a customer where it needs an admin,
/// before the input is looked at; `INVALID_INPUT` for input that is not a request; the refusals of the use case.
pub async fn perform<Req, Ans, Acc, Fut>(
    call: Call,
    operation: Operation<Req, Ans, Acc>,
    input: Result<Value, ShopError>,
    use_case: impl FnOnce(Acc::Call, Req) -> Fut,
) -> Result<Answer<Ans>, ShopError>
where
    Req: DeserializeOwned,
    Ans: 'static,
    Acc: Admits,
    Fut: Future<Output = Result<Ans, ShopError>>,
{
    let (facts, operation) = (operation.facts(), operation.name());
    let caller = call.principal;
    let user_id = caller.map(|principal| principal.user_id);
    let (shop, stored) = (Arc::clone(&call.shop), call.stored());
    if let Some(user_id) = user_id {
        shop.metrics().seen(user_id, shop.now());
    }
    let span = tracing::info_span!("operation", operation, trace_id = call.trace_id, user_id);
    async move {
        let started = Instant::now();
        let key = call.check_key();
        let admitted = Acc::Call::admit(call).and_then(|call| Ok((call, key.and(input).and_then(parse)?)));
        let result = match admitted {
            Ok((call, request)) => use_case(call, request).await,
            Err(refusal) => Err(refusal),
        };
        // A use case may answer with less than it stored, such as that a product is deleted: then its own answer is sent.
        let stored = stored.lock().take().filter(|(kind, _)| *kind == TypeId::of::<Ans>()).map(|(_, json)| json);
        let took = started.elapsed();
        shop.metrics().answered(operation, took, result.as_ref().err());
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        match &result {
            // Successful reads are very many, and change nothing that the log would have to explain.
            Ok(_) if facts.is_read() => tracing::debug!(micros, "done"),
            Ok(_) => {
                if let Some(left_out) = sample(caller, operation, None) {
                    tracing::info!(micros, left_out = counted(left_out), "done");
                }
            }
            Err(error) => {
                if let Some(left_out) = sample(caller, operation, Some(error.code)) {
                    tracing::info!(micros, code = ?error.code, left_out = counted(left_out), "refused");
                }
            }
        }
        result.map(|value| Answer { value, stored })
    }
    .instrument(span)
    .await
}

/// The answer of an operation. It is serialized once: where its JSON was stored with the idempotency key, that JSON is sent.
#[derive(Debug)]
pub struct Answer<Ans> {
    value: Ans,
    stored: Option<Box<RawValue>>,
}

impl<Ans> Answer<Ans> {
    /// The answer as a value.
    #[must_use]
    pub fn into_value(self) -> Ans {
        self.value
    }
}

impl<Ans> Deref for Answer<Ans> {
    type Target = Ans;

    fn deref(&self) -> &Ans {
        &self.value
    }
}

impl<Ans: Serialize> Serialize for Answer<Ans> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.stored {
            Some(stored) => {
                debug_assert_eq!(
                    serde_json::to_value(stored).ok(),
                    serde_json::to_value(&self.value).ok(),
                    "a use case changed its answer after it was stored"
                );
                stored.serialize(serializer)
            }
            None => self.value.serialize(serializer),
        }
    }
}

/// The lines that are sampled together: of one user, one operation and one refusal.
type Kind = (Option<i64>, &'static str, Option<ErrorCode>);

/// Whether the end of an operation is logged; if so, how many lines of the same kind were left out before. Changes by
/// signed-in users, refusals to admins and internal failures are always logged. The other kinds are sampled, because visitors
/// could fill the log with them.
fn sample(caller: Option<Principal>, operation: &'static str, refusal: Option<ErrorCode>) -> Option<u64> {
    static SAMPLER: LazyLock<LogSampler<Kind>> = LazyLock::new(LogSampler::default);
    let is_admin = caller.is_some_and(|caller| caller.kind == UserType::Admin);
    let is_done = caller.is_some() && refusal.is_none();
    if is_admin || is_done || refusal.is_some_and(|code| code.status() >= 500) {
        return Some(0);
    }
    SAMPLER.admit((caller.map(|caller| caller.user_id), operation, refusal), Instant::now())
}

/// A count that is only told where there is something to tell.
fn counted(left_out: u64) -> Option<u64> {
    (left_out > 0).then_some(left_out)
}

/// The call of a signed-in user, customer or admin. It has all that a [`Call`] has.
#[derive(Clone)]
pub struct UserCall {
    call: Call,
    user: Principal,
}

/// The call of a signed-in admin. It has all that a [`Call`] has.
#[derive(Clone)]
pub struct AdminCall(UserCall);

impl UserCall {
    /// The user.
    #[must_use]
    pub fn user(&self) -> Principal {
        self.user
    }

    /// The user's id.
    #[must_use]
    pub fn user_id(&self) -> i64 {
        self.user.user_id
    }
}

impl AdminCall {
    /// The admin.
    #[must_use]
    pub fn admin(&self) -> Principal {
        self.0.user
    }
}

impl Deref for UserCall {
    type Target = Call;

    fn deref(&self) -> &Call {
        &self.call
    }
}

impl Deref for AdminCall {
    type Target = Call;

    fn deref(&self) -> &Call {
        &self.0.call
    }
}

/// A call whose caller is known as far as a use case needs it.
pub trait Caller: Clone + Send + Sync + 'static {
    /// Admits the caller of `call`.
    ///
    /// # Errors
    /// `UNAUTHORIZED` for a visitor where a user is needed; `FORBIDDEN` for a customer where an admin is needed.
    fn admit(call: Call) -> Result<Self, ShopError>;
}

impl Caller for Call {
    fn admit(call: Call) -> Result<Self, ShopError> {
        Ok(call)
    }
}

impl Caller for UserCall {
    fn admit(call: Call) -> Result<Self, ShopError> {
        let user = call.principal.ok_or(ErrorCode::Unauthorized)?;
        Ok(Self { call, user })
    }
}

impl Caller for AdminCall {
    fn admit(call: Call) -> Result<Self, ShopError> {
        let call = UserCall::admit(call)?;
        if call.user.kind == UserType::Admin { Ok(Self(call)) } else { Err(ErrorCode::Forbidden.into()) }
    }
}

/// A level of access with the call that its use cases take.
pub trait Admits: AccessLevel {
    /// The call that a use case of this level takes.
    type Call: Caller;
}

impl Admits for level::Public {
    type Call = Call;
}

impl Admits for level::Open {
    type Call = Call;
}

impl Admits for level::Customer {
    type Call = UserCall;
}

impl Admits for level::Admin {
    type Call = AdminCall;
}
