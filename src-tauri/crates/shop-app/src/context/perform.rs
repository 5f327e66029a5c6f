//! How an interface performs an operation: it checks the access, parses the request, calls the use case, counts and logs.
//!
//! The caller of a use case is a type. A use case takes a [`UserCall`] or an [`AdminCall`], which only [`Admits::admit`] of a
//! level makes: the check of the access cannot be forgotten, and nothing checks it again.

use std::any::TypeId;
use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;
use tracing::Instrument as _;

use super::{Call, Shop};
use crate::runtime::{LogSampler, Principal};
use shop_contract::{AccessLevel, AdminRole, ErrorCode, Facts, Operation, ShopError, level, parse};

/// A use case that is to be performed.
type Work<'a, Ans> = Pin<Box<dyn Future<Output = Result<Ans, ShopError>> + Send + 'a>>;

/// Performs an operation for a face: checks the access, parses the input, calls the use case, counts and logs. `input` may
/// already be a refusal of the face.
///
/// # Errors
/// `UNAUTHORIZED` for a visitor where the operation needs a user and `FORBIDDEN` for a customer where it needs an admin and
/// for an admin whose role is less than it needs, before the input is looked at; `INVALID_INPUT` for input that is not a request; the refusals of the use case.
pub async fn perform<'a, Req, Ans, Acc, Fut>(
    call: Call,
    operation: Operation<Req, Ans, Acc>,
    input: Result<Value, ShopError>,
    use_case: impl FnOnce(Acc::Call, Req) -> Fut,
) -> Result<Answer<Ans>, ShopError>
where
    Req: DeserializeOwned,
    Ans: 'static,
    Acc: Admits,
    Fut: Future<Output = Result<Ans, ShopError>> + Send + 'a,
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
        let admitted = Acc::admit(call).and_then(|call| Ok((call, key.and(input).and_then(parse)?)));
        let result = match admitted {
            // In a box, so that its code is not compiled into each face that performs it.
            Ok((call, request)) => (Box::pin(use_case(call, request)) as Work<'a, Ans>).await,
            Err(refusal) => Err(refusal),
        };
        // A use case may answer with less than it stored, such as that a product is deleted: then its own answer is sent.
        let stored = stored.lock().take().filter(|(kind, _)| *kind == TypeId::of::<Ans>()).map(|(_, json)| json);
        tell(&shop, facts, caller, started, result.as_ref().err());
        result.map(|value| Answer { value, stored })
    }
    .instrument(span)
    .await
}

/// Counts an answer and logs it. It is apart from [`perform`] because that is compiled anew for each operation.
fn tell(shop: &Shop, facts: &Facts, caller: Option<Principal>, started: Instant, refusal: Option<&ShopError>) {
    let took = started.elapsed();
    shop.metrics().answered(facts.name, took, refusal);
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    // Successful reads are very many, and change nothing that the log would have to explain.
    if refusal.is_none() && facts.is_read() {
        return tracing::debug!(micros, "done");
    }
    let Some(left_out) = sample(caller, facts.name, refusal.map(|error| error.code)) else { return };
    let left_out = (left_out > 0).then_some(left_out);
    match refusal {
        None => tracing::info!(micros, left_out, "done"),
        Some(error) => tracing::info!(micros, code = ?error.code, left_out, "refused"),
    }
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
    let is_admin = caller.is_some_and(Principal::is_admin);
    let is_done = caller.is_some() && refusal.is_none();
    if is_admin || is_done || refusal.is_some_and(|code| code.status() >= 500) {
        return Some(0);
    }
    SAMPLER.admit((caller.map(|caller| caller.user_id), operation, refusal), Instant::now())
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
    /// Admits the caller of `call` where no level says more: an [`AdminCall`] is then the call of an owner.
    ///
    /// # Errors
    /// `UNAUTHORIZED` for a visitor where a user is needed; `FORBIDDEN` for a customer where an admin is needed, and for an
    /// admin that is no owner.
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
        Self::with_role(call, AdminRole::Owner)
    }
}

impl AdminCall {
    /// The call of an admin that has at least this role.
    fn with_role(call: Call, least: AdminRole) -> Result<Self, ShopError> {
        let call = UserCall::admit(call)?;
        let role = call.user.role.ok_or(ErrorCode::Forbidden)?;
        if role.permits(least) { Ok(Self(call)) } else { Err(least.into()) }
    }
}

/// A level of access with the call that its use cases take.
pub trait Admits: AccessLevel {
    /// The call that a use case of this level takes.
    type Call: Caller;

    /// Admits the caller of `call`.
    ///
    /// # Errors
    /// `UNAUTHORIZED` for a visitor where a user is needed; `FORBIDDEN` for a customer where an admin is needed; `FORBIDDEN`
    /// with the role that is needed for an admin whose role is less.
    fn admit(call: Call) -> Result<Self::Call, ShopError>;
}

macro_rules! admits {
    ($($level:ident => $call:ident, $admit:path $(, $least:path)?;)*) => {
        $(impl Admits for level::$level {
            type Call = $call;

            fn admit(call: Call) -> Result<$call, ShopError> {
                $admit(call $(, $least)?)
            }
        })*
    };
}

admits! {
    Public => Call, Ok;
    Open => Call, Ok;
    Customer => UserCall, UserCall::admit;
    Clerk => AdminCall, AdminCall::with_role, AdminRole::Clerk;
    Manager => AdminCall, AdminCall::with_role, AdminRole::Manager;
    Owner => AdminCall, AdminCall::with_role, AdminRole::Owner;
}
